import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { codeOf, Problem } from './problem.ts'

const isPassing = (code: string | undefined) =>
  [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOENT',
  ].includes(code ?? '') || ['57P03', '53300'].includes(code ?? '')

/**
 * Waits until the operator's own server answers, saying so once, and checks that it is PostgreSQL 15 or newer.
 * Throws a Problem at once where waiting would not help: wrong password, no such database.
 */
export async function waitForDatabase(
  url: string,
  say: (message: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await checkVersion(url)
    } catch (error) {
      if (error instanceof Problem) throw error
      const { message } = error as Error
      if (!isPassing(codeOf(error)) && !/timeout/.test(message))
        throw new Problem(`Die Datenbank weist Metropol ab: ${message}`)
      if (tries === 0)
        say(
          `Die Datenbank ${new URL(url).host} ist nicht erreichbar (${message || codeOf(error)}). Metropol wartet auf sie.`,
        )
      await wait(Math.min(250 * 2 ** tries, 5000), undefined, { signal })
    }
  }
}

async function checkVersion(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as number, version() as name`,
    )
    if (rows[0].number < 150_000)
      throw new Problem(`Metropol braucht PostgreSQL 15 oder neuer; DATABASE_URL führt zu: ${rows[0].name}`)
  } finally {
    await client.end().catch(() => {})
  }
}
