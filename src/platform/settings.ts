import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { codeOf, Problem } from './problem.ts'

/** Umlauts in a domain become what the network knows (`xn--…`); `readable` in `address.ts` is the way back. */
const origin = z
  .string()
  .refine((text) => {
    const url = URL.parse(text)
    return url !== null && ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`
  })
  .transform((text) => new URL(text).origin)
const url = (...protocols: string[]) => z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''))
const whole = (from: number, to: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(from).max(to))
const isNetwork = (text: string) => {
  const [address = '', bits = '0', ...rest] = text.split('/')
  return (
    rest.length === 0 && isIP(address) > 0 && /^\d+$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)
  )
}
const networks = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isNetwork))

/** A service with key and secret, and the bucket as the first part of the path. */
function isBucket(text: string): boolean {
  const { protocol, username, password, pathname } = URL.parse(text) ?? {}
  return /^s3(\+http)?:$/.test(protocol ?? '') && !!username && !!password && /^\/[^/]/.test(pathname ?? '')
}

type Setting = { check: z.ZodType; standard?: string; shape: string; meaning: string }

/** Every setting of an installation: how it is checked, its standard value, what it looks like, what it does. */
export const described = {
  PORT: {
    check: whole(1, 65_535),
    standard: '8080',
    shape: 'eine ganze Zahl von 1 bis 65535',
    meaning: 'Port, auf dem Metropol antwortet.',
  },
  HOST: {
    check: z.string().regex(/^[a-zA-Z0-9.:_-]+$/),
    standard: 'localhost',
    shape: 'ein Name oder eine IP-Adresse dieses Rechners, etwa 0.0.0.0 für alle',
    meaning:
      'Adresse, auf der Metropol hört. Die Vorgabe ist nur vom selben Rechner erreichbar: Nach außen gehört ein Webserver mit TLS davor. In einem Container: 0.0.0.0.',
  },
  PUBLIC_URL: {
    check: origin.optional(),
    shape: 'die öffentliche Adresse ohne Pfad, etwa https://kongress.example.org',
    meaning:
      'Adresse, unter der Besucherinnen und Besucher die Seiten aufrufen. Sie steht in Mails und Kalenderdateien. Ohne Angabe gilt http://localhost mit dem PORT.',
  },
  METROPOL_DATA: {
    check: z.string().min(1),
    standard: './data',
    shape: 'ein Ordner, in den Metropol schreiben darf',
    meaning: 'Ordner mit allem, was dieser Installation gehört: Datenbank, Dateien, aufbewahrte Mails, Geheimnisse.',
  },
  DATABASE_URL: {
    check: url('postgres:', 'postgresql:').optional(),
    shape: 'eine Adresse wie postgres://name:kennwort@rechner:5432/datenbank',
    meaning: 'Eigener PostgreSQL-Server (15 oder neuer). Ohne Angabe bringt Metropol seinen Server mit.',
  },
  FILES_URL: {
    check: z.string().refine(isBucket).optional(),
    shape: 'eine Adresse wie s3://schlüssel:geheimnis@s3.example.org/bucket?region=eu-central-1',
    meaning:
      'Ablage der Dateien bei einem S3-kompatiblen Dienst. Ohne Angabe liegen sie im Datenordner. Vorhandene Dateien bringt „metropol move-files bucket“ dorthin und „metropol move-files ordner“ zurück. s3+http:// spricht ohne TLS, für einen Dienst im eigenen Netz.',
  },
  SMTP_URL: {
    check: url('smtp:', 'smtps:').optional(),
    shape: 'eine Adresse wie smtps://name:kennwort@mail.example.org:465',
    meaning: 'Mailserver für ausgehende Mails. Ohne Angabe werden Mails als Dateien im Datenordner aufbewahrt.',
  },
  MAIL_FROM: {
    check: z
      .string()
      .regex(/^([^<>\r\n"]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
      .optional(),
    shape: 'eine Mailadresse, auch mit Namen: Kongressbüro <kongress@example.org>',
    meaning: 'Absender der Mails. Nötig, sobald SMTP_URL gesetzt ist.',
  },
  TRUST_PROXY: {
    check: networks.optional(),
    shape: 'IP-Adressen oder Netze der vorgeschalteten Webserver, mit Komma getrennt, etwa 127.0.0.1,10.0.0.0/8',
    meaning:
      'Wessen Angabe X-Forwarded-For gilt. Ohne Angabe wird sie nicht beachtet, weil sie sonst jeder fälschen könnte.',
  },
  HARVEST_HOSTS: {
    check: z
      .string()
      .transform((text) => text.split(',').flatMap((part) => part.trim().toLowerCase() || []))
      .refine((list) => list.every((one) => /^[a-z0-9.-]+:\d{1,5}$/.test(one)))
      .optional(),
    shape: 'Namen mit Port, mit Komma getrennt, etwa repositorium.intern:8080',
    meaning:
      'Rechner im eigenen Netz, von denen die Bibliothek Dokumente abrufen darf, auch ohne https. Ohne Angabe ruft sie nur öffentliche Adressen ab.',
  },
  LOG_LEVEL: {
    check: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    standard: 'info',
    shape: 'eines von debug, info, warn, error, silent',
    meaning: 'Wie viel das Protokoll festhält.',
  },
  METRICS_TOKEN: {
    check: z.string().min(16).optional(),
    shape: 'mindestens 16 Zeichen',
    meaning:
      'Zugang zu /metrics von anderen Rechnern (Authorization: Bearer …). Ohne Angabe gilt der Wert aus secrets.json.',
  },
  RATE_LIMIT_WRITES: {
    check: whole(1, 100_000),
    standard: '60',
    shape: 'eine ganze Zahl von 1 bis 100000',
    meaning: 'Wie viele Formulare ein Rechner je Minute absenden darf.',
  },
} as const satisfies Record<string, Setting>

type Name = keyof typeof described
type Value<N extends Name> = z.output<(typeof described)[N]['check']>

/** An installation's settings, checked. Folders are absolute, addresses without a slash at the end. */
export type Settings = {
  port: number
  host: string
  publicUrl: string
  dataFolder: string
  databaseUrl: string | undefined
  filesUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string | undefined
  /** Proxies whose X-Forwarded-For counts; false: nobody's. */
  trustProxy: string[] | false
  hostsInside: readonly string[]
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  metricsToken: string | undefined
  writesPerMinute: number
}

/** Checks all settings at once. Throws one Problem that names each wrong variable and what it should look like. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const wrong: string[] = []
  const value = <N extends Name>(name: N): Value<N> => {
    const { check, shape, standard }: Setting = described[name]
    const given = environment[name]?.trim() || standard
    const result = check.safeParse(given)
    if (!result.success) wrong.push(`${name}=${hidden(name, given)}: erwartet wird ${shape}.`)
    return result.data as Value<N>
  }
  const port = value('PORT')
  const settings: Settings = {
    port,
    host: value('HOST'),
    publicUrl: value('PUBLIC_URL') ?? `http://localhost:${port}`,
    dataFolder: resolve(value('METROPOL_DATA') ?? ''),
    databaseUrl: value('DATABASE_URL'),
    filesUrl: value('FILES_URL'),
    smtpUrl: value('SMTP_URL'),
    mailFrom: value('MAIL_FROM'),
    trustProxy: value('TRUST_PROXY') ?? false,
    hostsInside: value('HARVEST_HOSTS') ?? [],
    logLevel: value('LOG_LEVEL'),
    metricsToken: value('METRICS_TOKEN'),
    writesPerMinute: value('RATE_LIMIT_WRITES'),
  }
  if (settings.smtpUrl && !settings.mailFrom && !environment.MAIL_FROM?.trim())
    wrong.push(`MAIL_FROM fehlt: Mit SMTP_URL braucht es ${described.MAIL_FROM.shape}.`)
  if (wrong.length) throw new Problem(['Diese Einstellungen stimmen nicht:', ...wrong].join('\n  '))
  return settings
}

/** The environment together with the file `.env` in this folder; the environment wins. */
export function environmentWith(folder: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  try {
    return { ...parseEnv(readFileSync(resolve(folder, '.env'), 'utf8')), ...environment }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return environment
    throw new Problem(`Die Datei .env lässt sich nicht lesen: ${(error as Error).message}`)
  }
}

const hidden = (name: Name, given: string | undefined) =>
  given && /URL|TOKEN/.test(name)
    ? given.replace(/\/\/[^@/]*@/, '//…@').replace(name === 'METRICS_TOKEN' ? /.*/ : /$^/, '…')
    : (given ?? '')

/** What an environment sets of the settings, as it may be shown. */
export const readableSettings = (environment: NodeJS.ProcessEnv): [string, string][] =>
  (Object.keys(described) as Name[]).flatMap((name) => {
    const given = environment[name]?.trim()
    return given ? [[name, name.endsWith('_URL') && name !== 'PUBLIC_URL' ? '…' : hidden(name, given)]] : []
  })
