import Fastify from 'fastify'
import pg from 'pg'
import { health } from './platform/health.ts'
import type { Logger } from './platform/log.ts'
import type { Secrets } from './platform/secrets.ts'
import type { Settings } from './platform/settings.ts'

type Input = {
  settings: Settings
  databaseUrl: string
  log: Logger
  secrets: Secrets
  isFirstStart: boolean
  isEmpty: boolean
}

/** Serves the installation. `close` stops accepting and waits for requests that are under way. */
export async function serve({ settings, databaseUrl, log, secrets }: Input) {
  const app = Fastify({ loggerInstance: log, trustProxy: settings.trustProxy, forceCloseConnections: 'idle' })
  const pool = new pg.Pool({ connectionString: databaseUrl })
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'))
  const metricsToken = settings.metricsToken ?? secrets.metricsToken
  const databaseAnswers = async () => (await pool.query('select 1')).rowCount === 1
  await health({ isReady: () => true, databaseAnswers, metricsToken })(app as never)
  await app.listen({ port: settings.port, host: settings.host })
  const close = async () => {
    await app.close()
    await pool.end()
  }
  const signInLink: string | undefined = undefined
  return { address: settings.publicUrl, signInLink, close }
}
