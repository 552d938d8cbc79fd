import { randomUUID } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import pg from 'pg'
import { readable } from '../platform/address.ts'
import { dataFolder } from '../platform/data-folder.ts'
import { migrationState } from '../platform/migrate.ts'
import { runningPostgres } from '../platform/postgres.ts'
import { codeOf } from '../platform/problem.ts'
import { bodyOf, bucketOf, readBucketUrl } from '../platform/s3.ts'
import { openSecrets } from '../platform/secrets.ts'
import type { Settings } from '../platform/settings.ts'
import { say, settingsBeside } from './installation.ts'
import { listeningProblem } from './listening.ts'

type Finding = { is: 'good' | 'note' | 'bad'; says: string }
const good = (says: string): Finding => ({ is: 'good', says })
const note = (says: string): Finding => ({ is: 'note', says })
const bad = (says: string): Finding => ({ is: 'bad', says })

/** Looks at everything an installation needs, changes nothing, and gives 1 when something must be put right. */
export async function doctor(): Promise<number> {
  const settings = settingsBeside()
  const checks = {
    Laufzeit: runtime,
    Datenordner: folder,
    Dateien: files,
    Datenbank: database,
    Adresse: address,
    Port: port,
    Mail: mail,
    Uhr: clock,
  }
  let isWell = true
  for (const [name, check] of Object.entries(checks)) {
    const { is, says } = await check(settings)
    isWell &&= is !== 'bad'
    say(`${{ good: 'gut    ', note: 'Hinweis', bad: 'Fehler ' }[is]}  ${name.padEnd(12)} ${says}`)
  }
  return isWell ? 0 : 1
}

const runtime = () => good(`Node ${process.versions.node} auf ${process.platform}-${process.arch}`)

function folder({ dataFolder: path }: Settings) {
  if (!existsSync(path)) return note(`${path} gibt es noch nicht; der erste Start legt ihn an`)
  const { bavail, bsize } = statfsSync(path)
  const freeGigabytes = (bavail * bsize) / 1e9
  const says = `${path}, frei: ${freeGigabytes.toFixed(1).replace('.', ',')} GB`
  return freeGigabytes < 1 ? bad(`${says}; bitte Platz schaffen`) : good(says)
}

/** Writes, reads and takes away a probe where files lie elsewhere. */
async function files({ filesUrl }: Settings) {
  if (!filesUrl) return good('im Datenordner')
  const { host, bucket } = readBucketUrl(filesUrl)
  const store = bucketOf(filesUrl)
  const name = `doctor/${randomUUID()}`
  const probe = Buffer.from(name)
  try {
    await store.put(name, probe)
    const back = await store.open(name)
    const isSame = back !== undefined && (await bodyOf(back)).equals(probe)
    await store.remove(name)
    return isSame
      ? good(`${host}, Bucket ${bucket}: Schreiben, Lesen und Löschen gehen`)
      : bad(`${host} gibt anderes zurück, als geschrieben wurde`)
  } catch (error) {
    return bad(`${host}, Bucket ${bucket}: ${(error as Error).message}`)
  }
}

async function database(settings: Settings) {
  const url = settings.databaseUrl ?? embedded(settings)
  if (!url) return note('die mitgebrachte Datenbank läuft gerade nicht; „start“ startet sie')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show server_version')
    const { done, open } = await migrationState(client)
    const says = `PostgreSQL ${rows[0].server_version}, ${done.length} Schritte des Schemas`
    return open.length ? note(`${says}; ${open.length} stehen aus, „start“ führt sie aus`) : good(says)
  } catch (error) {
    return bad(`antwortet nicht: ${(error as Error).message || codeOf(error)}`)
  } finally {
    await client.end().catch(() => {})
  }
}

function embedded({ dataFolder: path }: Settings) {
  const places = dataFolder(path)
  return existsSync(places.postgres) ? runningPostgres(places.postgres, openSecrets(path).databasePassword) : undefined
}

function address({ publicUrl }: Settings) {
  const { protocol, hostname } = new URL(publicUrl)
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return note(`${publicUrl} ist nur auf diesem Rechner erreichbar; nach außen: PUBLIC_URL setzen`)
  const shown = readable(publicUrl)
  return protocol === 'https:' ? good(shown) : bad(`${shown} ist unverschlüsselt; bitte https verwenden`)
}

async function port({ port, host }: Settings) {
  const error = await listeningProblem({ port, host })
  if (!error) return good(`${host}:${port} ist frei`)
  if (codeOf(error) !== 'EADDRINUSE') return bad(`${host}:${port}: ${(error as Error).message}`)
  const isMetropol = await fetch(`http://${host}:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
  return isMetropol
    ? good(`${host}:${port}: Metropol läuft und ist bereit`)
    : bad(`${host}:${port} ist von einem anderen Programm belegt`)
}

async function mail({ smtpUrl, mailFrom }: Settings) {
  if (!smtpUrl) return note('ohne SMTP_URL werden Mails als Dateien im Datenordner aufbewahrt')
  const transport = createTransport(smtpUrl, { connectionTimeout: 5000 } as never)
  try {
    await transport.verify()
    return good(`${new URL(smtpUrl).host} nimmt Mails an; Absender ${mailFrom}`)
  } catch (error) {
    return bad(`${new URL(smtpUrl).host}: ${(error as Error).message}`)
  } finally {
    transport.close()
  }
}

function clock() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const says = `${new Date().toISOString()} (Zone des Rechners: ${zone})`
  return new Date().getFullYear() < 2026 ? bad(`${says}; die Uhr geht nach`) : good(says)
}
