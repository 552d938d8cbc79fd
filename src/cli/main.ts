import { parseArgs } from 'node:util'
import { openLog } from '../platform/log.ts'
import { codeOf, Problem } from '../platform/problem.ts'
import { doctor } from './doctor.ts'
import { hooks } from './hooks.ts'
import { mustExist, say, withInstallation } from './installation.ts'
import { moveFiles } from './move-files.ts'
import { start } from './start.ts'

type Command = {
  usage: string
  summary: string
  details: string
  flags?: readonly string[]
  arguments?: number
  run: (input: { flags: Record<string, boolean>; arguments: string[] }) => Promise<number>
}

const commands: Record<string, Command> = {
  start: {
    usage: 'start [--empty]',
    summary: 'startet Metropol',
    details:
      'Startet die Datenbank, bringt sie auf den Stand des Programms und beantwortet Anfragen, bis Strg+C gedrückt wird.\nDer erste Start füllt die Beispielinstallation; mit --empty beginnt er leer, mit einer Seite zum Einrichten.',
    flags: ['empty'],
    run: ({ flags }) => start(flags.empty === true),
  },
  migrate: {
    usage: 'migrate',
    summary: 'bringt die Datenbank auf den Stand des Programms',
    details: 'Führt die Schritte aus migrations/ aus, die noch fehlen. „start“ tut das von selbst.',
    run: () =>
      withInstallation(async ({ migrated }) => {
        say(
          migrated.length
            ? `Ausgeführt: Schritt ${migrated.join(', ')}.`
            : 'Die Datenbank ist auf dem Stand des Programms.',
        )
        return 0
      }),
  },
  invite: {
    usage: 'invite <E-Mail-Adresse>',
    summary: 'gibt einen Anmelde-Link aus, der einmal gilt',
    details:
      'Macht die Person mit dieser Adresse zur Verwalterin und gibt ihren Anmelde-Link aus. Auch neben einem laufenden Metropol.',
    arguments: 1,
    run: ({ arguments: [email = ''] }) => invite(email),
  },
  seed: {
    usage: 'seed',
    summary: 'füllt die Beispielinstallation',
    details: 'Füllt die Beispielinstallation in eine leere Datenbank. Vorhandenes bleibt, wie es ist.',
    run: () =>
      withInstallation(async (held) => {
        if (!hooks.seed) throw new Problem('Diese Fassung bringt keine Beispielinstallation mit.')
        say((await hooks.seed({ ...held, log: openLog(held.settings.logLevel) })).done)
        return 0
      }),
  },
  'move-files': {
    usage: 'move-files <bucket|ordner>',
    summary: 'bringt alle Dateien in den Bucket von FILES_URL oder zurück',
    details:
      'Kopiert jede Datei dorthin, wo sie noch nicht liegt, prüft sie am SHA-256 und nimmt sie dann am alten Ort weg.\nAbgebrochen macht der nächste Aufruf weiter. Neben einem laufenden Metropol wird nur kopiert: so dauert der Umzug\nselbst, bei beendetem Programm, nicht lange.',
    arguments: 1,
    run: ({ arguments: [target = ''] }) => moveFiles(target),
  },
  doctor: {
    usage: 'doctor',
    summary: 'prüft, ob alles bereit ist',
    details: 'Prüft Laufzeit, Datenordner, Datenbank, Adresse, Port, Mailversand und Uhr, ohne etwas zu ändern.',
    run: doctor,
  },
}

async function invite(email: string) {
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Problem(`„${email}“ ist keine E-Mail-Adresse.`)
  mustExist()
  return withInstallation(async (held) => {
    if (!hooks.invite) throw new Problem('Diese Fassung kennt noch keine Anmeldung.')
    say((await hooks.invite({ ...held, log: openLog(held.settings.logLevel) }, email)).link)
    return 0
  })
}

/** Says how a command, or the whole program, is called; gives the exit code. */
function help(command?: Command): number {
  if (command) say(`Aufruf: metropol ${command.usage}\n\n${command.details}\n\nEinstellungen: docs/settings.md`)
  else helpWithAll()
  return 0
}

function helpWithAll() {
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(26)} ${summary}`)
  say(`Aufruf: metropol <Befehl>\n\n${lines.join('\n')}\n\nMehr zu einem Befehl: metropol <Befehl> --help`)
}

async function main([name = '--help', ...rest]: string[]): Promise<number> {
  if (['--help', '-h', 'help'].includes(name)) return help()
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Problem(`Den Befehl „${name}“ gibt es nicht. Alle Befehle: metropol --help`)
  if (rest.includes('--help') || rest.includes('-h')) return help(command)
  return command.run(parse(command, rest))
}

function parse(command: Command, args: string[]) {
  const options = Object.fromEntries((command.flags ?? []).map((flag) => [flag, { type: 'boolean' as const }]))
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length === (command.arguments ?? 0))
      return { flags: values as Record<string, boolean>, arguments: positionals }
  } catch (error) {
    if (!codeOf(error)?.startsWith('ERR_PARSE_ARGS')) throw error
  }
  throw new Problem(`So geht es nicht. Aufruf: metropol ${command.usage}`)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const isAbort = error instanceof Error && error.name === 'AbortError'
  if (!isAbort)
    process.stderr.write(`${error instanceof Problem ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exitCode = isAbort ? 130 : 1
}
