import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ZipEntry, zip } from '../src/platform/zip.ts'
import { aRegion } from './congress.ts'
import type { World } from './world.ts'

const words = (de: string) => ({ de, en: de })

/** Two districts of Heilbronn-Franken with their people, a published load of values, and commuters between them. */
export async function anAtlas(world: World) {
  const { db, clock } = world
  const regionId = await aRegion(world)
  const place = { regionId, kind: 'district', latitude: 49, longitude: 9 } as const
  await db
    .insertInto('districts')
    .values([
      { ...place, key: '08121', name: 'Heilbronn', kind: 'city', label: 'Stadt Heilbronn', short: 'HN' },
      { ...place, key: '08126', name: 'Hohenlohekreis', label: 'Hohenlohekreis', short: 'KÜN', latitude: 49.3 },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('sources')
    .values({ id: 'amt', title: words('Amt für Zahlen') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('indicators')
    .values({
      id: 'population',
      position: 1,
      topic: 'people',
      name: words('Bevölkerung'),
      definition: words('Menschen mit Hauptwohnung'),
      unit: words('Menschen'),
      kind: 'count',
      aggregation: 'sum',
    })
    .execute()
  const load = (kind: 'values' | 'commuters') =>
    db
      .insertInto('dataVersions')
      .values({ kind, sourceId: 'amt', createdAt: clock.now, publishedAt: clock.now, asOf: '2025-12-31' })
      .returning('id')
      .executeTakeFirstOrThrow()
  const [{ id: versionId }, { id: flows }] = [await load('values'), await load('commuters')]
  const own = { versionId, indicatorId: 'population', year: 2025, asOf: '2025-12-31' }
  await db
    .insertInto('indicatorValues')
    .values([
      { ...own, districtKey: '08121', value: 132_516 },
      { ...own, districtKey: '08126', value: 115_601 },
    ])
    .execute()
  await db.insertInto('flows').values({ versionId: flows, home: '08126', work: '08121', people: 120 }).execute()
  return { indicator: 'population', territory: '08121', load: await aLoad(world) }
}

/** A load that has been read from a file and waits for its column to be assigned; it holds nothing yet. */
async function aLoad({ db, clock, data }: World) {
  const { id } = await db
    .insertInto('dataVersions')
    .values({ kind: 'values', sourceId: 'amt', createdAt: clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const content = 'schlüssel;jahr;wert\n08121;2026;5\n'
  const sha256 = createHash('sha256').update(content).digest()
  const folder = join(data, 'files', sha256.toString('hex').slice(0, 2))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, sha256.toString('hex')), content)
  const file = { sha256, bytes: content.length, mediaType: 'text/plain', name: 'werte.txt', createdAt: clock.now }
  const { id: fileId } = await db.insertInto('files').values(file).returning('id').executeTakeFirstOrThrow()
  const mapping = JSON.stringify({ measures: [{ code: 'value', label: 'value', indicator: null }] })
  await db
    .insertInto('imports')
    .values({
      versionId: id,
      fileId,
      name: 'werte.csv',
      format: 'values',
      state: 'read',
      mapping,
      changedAt: clock.now,
    })
    .execute()
  return id
}

const office = '/verwaltung/atlas'
type Person = Awaited<ReturnType<World['person']>>

/** Sends a file as the office's browser does; gives the answer. */
export async function sendFile(
  world: World,
  who: Person,
  content: string | Buffer,
  fields: Record<string, string> = {},
) {
  const form = new FormData()
  const all = { formKey: world.formKey(who), source: 'Regionaldatenbank, Tabelle 12411', asOf: '', ...fields }
  for (const [name, value] of Object.entries(all)) form.set(name, value)
  form.set('file', new File([new Uint8Array(Buffer.from(content))], 'tabelle.csv', { type: 'text/csv' }))
  const request = new Request(`http://localhost${office}`, { method: 'POST', body: form })
  return world.app.inject({
    method: 'POST',
    url: office,
    cookies: { metropol: who.secret },
    headers: { 'content-type': request.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

/** An archive of these parts. */
export async function packed(parts: Record<string, string>): Promise<Buffer> {
  const entries: ZipEntry[] = Object.entries(parts).map(([name, text]) => ({ name, content: [text] }))
  const pieces: Buffer[] = []
  for await (const piece of zip(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** A workbook as Excel writes it, of sheets given as the XML of their rows; texts are shared and told by their number. */
export function workbook(sheets: Record<string, string>, shared: readonly string[] = []) {
  const names = Object.keys(sheets)
  const parts = Object.values(sheets).map((rows, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  ])
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  const targets = names.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return packed({
    'xl/workbook.xml': `<workbook><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(parts),
  })
}

/** Squares of a tenth of a degree with the properties that VG250 has. */
export const vg250 = (...areas: [ags: string, name: string, kind: string, land?: number][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: areas.map(([AGS, GEN, BEZ, GF = 4], n) => {
      const [x, y] = [9 + n / 10, 49]
      const ring = [
        [x, y],
        [x + 0.1, y],
        [x + 0.1, y + 0.1],
        [x, y + 0.1],
        [x, y],
      ]
      const properties = { AGS, ARS: `${AGS.slice(0, 5)}0000${AGS.slice(5)}`, GEN, BEZ, GF, NUTS: 'DE11A' }
      return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }
    }),
  })
