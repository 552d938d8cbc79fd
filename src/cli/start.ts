import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '../main.ts'
import { readable } from '../platform/address.ts'
import { announce, runningProblem } from '../platform/lock.ts'
import { type Logger, openLog } from '../platform/log.ts'
import { codeOf, isUnavailable, Problem } from '../platform/problem.ts'
import { writeWhole } from '../platform/secrets.ts'
import { readableSettings, type Settings } from '../platform/settings.ts'
import { type Held, hold, say, settingsHere } from './installation.ts'
import { listeningProblem } from './listening.ts'

type Served = Awaited<ReturnType<typeof serve>>

/** Runs the installation until it is told to stop, and gives the exit code. */
export async function start(isEmpty: boolean): Promise<number> {
  const settings = settingsHere()
  const taken = await listeningProblem(settings)
  if (taken) throw runningProblem(settings.dataFolder) ?? portProblem(settings, taken, isEmpty)
  const log = openLog(settings.logLevel)
  // The queue's own tries to write that it lost the database may fail unheard; it is started again when it is back.
  process.on('unhandledRejection', (error) => {
    if (!isUnavailable(error)) throw error
    log.error({ err: error }, 'the database is not to be reached')
  })
  const stopping = stopSignal()
  const held = await hold(settings, stopping.signal)
  const died = held.postgres?.died.then(() => 'died' as const)
  try {
    const served = await serveIn(held, log, isEmpty)
    greet(served)
    const reason = await Promise.race([stopping.asked, ...(died ? [died] : [])])
    if (reason === 'died') log.fatal('the database has ended unexpectedly')
    else say('Metropol beendet sich: Laufende Anfragen werden noch beantwortet.')
    await served.close()
    return reason === 'died' ? 1 : 0
  } finally {
    await held.close()
  }
}

/** The mark that the first start came to its end: until then, what it fills in may be incomplete. */
const firstStartMark = (settings: Settings) => join(settings.dataFolder, 'filled')

async function serveIn({ settings, secrets, databaseUrl, migrated }: Held, log: Logger, isEmpty: boolean) {
  const mark = firstStartMark(settings)
  const isFirstStart = migrated.includes(1) || !existsSync(mark)
  try {
    const served = await serve({ settings, databaseUrl, log, secrets, isFirstStart, isEmpty })
    announce(settings.dataFolder, settings)
    if (isFirstStart) writeWhole(mark, `${new Date().toISOString()}\n`)
    return served
  } catch (error) {
    throw portProblem(settings, error, isEmpty)
  }
}

function portProblem({ port, host }: Settings, error: unknown, isEmpty: boolean) {
  const again = (other: number) => startedAs(process.env, { port: other, isEmpty })
  if (codeOf(error) === 'EADDRINUSE')
    return new Problem(
      `Port ${port} ist schon belegt.\nBitte einen anderen wählen, zum Beispiel: ${again(port < 65_535 ? port + 1 : 8080)}`,
    )
  if (codeOf(error) === 'EACCES')
    return new Problem(`Port ${port} darf dieser Benutzer nicht öffnen. Bitte einen über 1023 wählen: ${again(8080)}`)
  if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'ENOTFOUND')
    return new Problem(`HOST=${host} ist keine Adresse dieses Rechners.`)
  return error
}

/** The command that started this program, with another port: its settings and options stay, what is secret is left open. */
function startedAs(environment: NodeJS.ProcessEnv, { port, isEmpty }: { port: number; isEmpty: boolean }) {
  const kept = readableSettings(environment).filter(([name]) => name !== 'PORT')
  const settings = [...kept, ['PORT', String(port)]].map(
    ([name, value = '']) => `${name}=${/^[\w./:@…-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`}`,
  )
  const by = environment.npm_lifecycle_event
  const command = by === 'start' ? 'npm start' : by === 'metropol' ? 'npm run metropol -- start' : 'npx metropol start'
  const option = isEmpty ? (by === 'start' ? ' -- --empty' : ' --empty') : ''
  return `${settings.join(' ')} ${command}${option}`
}

function greet({ address, access, signInLink }: Served) {
  say(`\n  Metropol läuft:        ${readable(address)}`)
  if (signInLink)
    say(
      `  Anmelden als Büro:     ${signInLink}\n  (Der Link gilt einmal. Ein neuer: npx metropol invite name@example.org)`,
    )
  else
    say(
      `  Anmelden als Büro:     ${readable(access)}\n  (Kommt keine Mail an: npx metropol invite name@example.org gibt einen Link aus.)`,
    )
  say('  Beenden:               Strg+C\n')
}

/** Ctrl-C or SIGTERM asks to stop; Ctrl-C once more ends at once (the next start recovers). */
function stopSignal() {
  const asked = Promise.withResolvers<'asked'>()
  const abort = new AbortController()
  // A whole group told to end hears SIGTERM twice, once passed on by the launcher: only Ctrl-C pressed again is haste.
  const onSignal = (name: NodeJS.Signals) => {
    if (abort.signal.aborted && name === 'SIGINT') process.exit(130)
    abort.abort()
    asked.resolve('asked')
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  process.on('disconnect', () => onSignal('SIGTERM'))
  // Listening to it does not keep a program running that has come to its end.
  process.channel?.unref()
  return { asked: asked.promise, signal: abort.signal }
}
