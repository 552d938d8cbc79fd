import { pino } from 'pino'

export type Logger = pino.Logger

/** What must never reach the log, wherever an object carries it. */
const personal = ['email', 'name', 'password', 'secret', 'token', 'to', 'authorization', 'cookie']
const redact = {
  paths: personal.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.headers["set-cookie"]`]),
  censor: '…',
}

/** A path as the log may keep it: without query, secrets of links replaced. */
export const pathForLog = (url: string) => url.replace(/[?#].*$/s, '').replace(/(?<=\/)[^/]{20,}/g, '…')

const address = /[^\s<>()"'=,:;]+@[^\s<>()"'=,:;]+/g
/** What PostgreSQL and mail servers say of a failure, beyond its message, that names nobody. */
const harmless = ['code', 'responseCode', 'command', 'severity', 'schema', 'table', 'column', 'constraint', 'routine']

/** An error as the log may keep it: addresses left out, values of rows not at all. */
export function errorForLog(error: Error): object {
  const known = harmless.flatMap((key) => {
    const value = (error as unknown as Record<string, unknown>)[key]
    return value === undefined ? [] : [[key, value]]
  })
  const said = String(error.stack ?? error.message).replace(address, '…')
  return { type: error.name, message: error.message.replace(address, '…'), stack: said, ...Object.fromEntries(known) }
}

const serializers = {
  req: (request: { method: string; url: string; id: unknown }) => ({
    id: request.id,
    method: request.method,
    path: pathForLog(request.url),
  }),
  res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
  err: errorForLog,
}

/** The log: one JSON object a line, or readable lines where a person looks on. Free of personal data. */
export function openLog(level: string, isReadable = process.stdout.isTTY === true): Logger {
  const options = { level, base: null, redact, serializers, timestamp: pino.stdTimeFunctions.isoTime }
  return isReadable ? pino(options, { write: (line) => void process.stdout.write(readable(line)) }) : pino(options)
}

const names: Record<number, string> = { 20: 'debug', 30: '', 40: 'Warnung', 50: 'Fehler', 60: 'Abbruch' }

function readable(line: string) {
  const { level, time, msg, err, req, res, responseTime, ...more } = JSON.parse(line)
  const rest = Object.entries(more)
    .filter(([key]) => key !== 'reqId')
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  const parts = [
    new Date(time).toLocaleTimeString('de-DE'),
    names[level],
    req && `${req.method} ${req.path}`,
    res && `${res.status} ${Math.round(responseTime ?? 0)} ms`,
    msg,
    ...rest,
  ]
  return `${parts.filter(Boolean).join('  ')}\n${err?.stack ? `${err.stack}\n` : ''}`
}
