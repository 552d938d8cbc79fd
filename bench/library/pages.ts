import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Measured } from './house.ts'

const run = promisify(execFile)
const seconds = 5
const connections = 20

export type Rate = { pages: number; kilobytes: number; kept: number; anew: number }

/**
 * Requests a second for the page of a document, that with most pages and that with fewest, over HTTP from a process of its
 * own: as signed-out visitors get it, and with nothing kept. The documents that were taken in are published before.
 */
export async function pageRates(house: Measured): Promise<Rate[]> {
  await house.client.query(`update documents set state = 'published', published_at = now() where state = 'draft'`)
  const { rows } = await house.client.query<{ slug: string; pages: number }>(
    `select slug, page_count as pages from documents join document_versions on document_id = id where page_count > 0 order by 2 desc`,
  )
  const keeping = await house.keeping()
  const addresses = [
    await keeping.app.listen({ host: '127.0.0.1', port: 0 }),
    await house.open.app.listen({ host: '127.0.0.1', port: 0 }),
  ]
  const all: Rate[] = []
  for (const { slug, pages } of [rows[0]!, rows.at(-1)!]) {
    const path = `/bibliothek/${slug}`
    const html = await house.get(path)
    // Kept once its reference has been made, which takes a moment the first time.
    for (let tries = 0; tries < 20 && (await isUnkept(`${addresses[0]}${path}`)); tries++);
    const [kept = 0, anew = 0] = [await rateOf(`${addresses[0]}${path}`), await rateOf(`${addresses[1]}${path}`)]
    all.push({ pages, kilobytes: Buffer.byteLength(html) / 1024, kept, anew })
  }
  await keeping.close()
  return all
}

const isUnkept = async (url: string) => (await fetch(url)).headers.get('cache-control') === 'no-store'

async function rateOf(url: string): Promise<number> {
  const client = join(import.meta.dirname, '../node_modules/autocannon/autocannon.js')
  const args = [client, '--json', '-c', String(connections), '-d', String(seconds), '-H', 'accept-encoding=br', url]
  const { stdout } = await run(process.execPath, args, { maxBuffer: 1e8 })
  const result = JSON.parse(stdout) as { requests: { average: number }; non2xx: number }
  if (result.non2xx > 0) throw new Error(`${url} was refused`)
  return result.requests.average
}
