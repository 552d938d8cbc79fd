import { type Bilingual, type Language, languages } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { flowsOn } from './flows.ts'

export type Colours = { field: { light: string; dark?: string }; line?: { light?: string; dark?: string } }
export type Region = {
  id: string
  no: number
  name: Bilingual
  /** Its official key, where it has one. */
  territoryKey: string | null
  colours: Colours
  bodyName: string | null
  bodySeat: string | null
  bodyWebsite: string | null
}

/** Everybody may see the regions, in the order of their lines. */
export async function regions(visit: Pick<Visit, 'read'>): Promise<Region[]> {
  const rows = await visit.read
    .selectFrom('regions')
    .select(['id', 'no', 'name', 'territoryKey', 'colours', 'bodyName', 'bodySeat', 'bodyWebsite'])
    .orderBy('no')
    .execute()
  return rows.map((row) => ({ ...row, colours: row.colours as Colours }))
}

export type District = {
  key: string
  name: string
  label: string
  short: string
  nuts: string | null
  kind: 'city' | 'district'
  regionId: string
  regionNo: number
  latitude: number
  longitude: number
}

/** Who reads, and in which language, where that is told. */
export type Reader = Pick<Visit, 'read'> & { language?: Language }

/** A place with its name in the reader's language: the English one where there is one and it is asked for. */
export const inOwnWords =
  ({ language }: Pick<Reader, 'language'>) =>
  <Row extends { nameEn: string | null; name: string }>({ nameEn, ...row }: Row) => {
    const isEnglish = language === 'en' && nameEn !== null
    return isEnglish ? { ...row, name: nameEn, ...('label' in row ? { label: nameEn } : {}) } : row
  }

/** Everybody may see the districts, by region and name. */
export async function districts(visit: Reader): Promise<District[]> {
  const rows = await visit.read
    .selectFrom('districts')
    .innerJoin('regions', 'regions.id', 'districts.regionId')
    .select([
      'key',
      'districts.name',
      'nameEn',
      'label',
      'short',
      'nuts',
      'kind',
      'regionId',
      'regions.no as regionNo',
      'latitude',
      'longitude',
    ])
    .orderBy('regions.no')
    .orderBy('districts.name')
    .orderBy('districts.key')
    .execute()
  return rows.map(inOwnWords(visit))
}

/** Regions and then districts by their key, as filters offer them. */
export async function places(visit: Reader): Promise<{ key: string; name: Bilingual }[]> {
  const [lines, all] = await Promise.all([regions(visit), districts(visit)])
  return [
    ...lines.map(({ id, name }) => ({ key: id, name })),
    ...all.map(({ key, label }) => ({ key, name: { de: label } })),
  ]
}

/** Pairs of districts that share a border; none where nobody has stated them. */
export async function neighbours({ read }: Pick<Visit, 'read'>): Promise<(readonly [string, string])[]> {
  const rows = await read.selectFrom('neighbours').select(['a', 'b']).execute()
  return rows.map(({ a, b }) => [a, b] as const)
}

export type Source = { id: string; title: Bilingual; address: string | null; licence: string | null }

/** What facts and figures may name as their source, by title. */
export const sources = (visit: Pick<Visit, 'read'>): Promise<Source[]> =>
  visit.read.selectFrom('sources').select(['id', 'title', 'address', 'licence']).orderBy('title').execute()

export type Installation = {
  name: Bilingual
  short: string
  zone: string
  isExample: boolean
  contactEmail: string | null
  logoFileId: string | null
  setUpAt: Date | null
  /** The languages of pages and mails, the first one foremost; German is among them. */
  languages: readonly Language[]
}
const nameless: Installation = {
  name: { de: 'Metropol', en: 'Metropol' },
  short: 'Metropol',
  zone: 'Europe/Berlin',
  isExample: false,
  contactEmail: null,
  logoFileId: null,
  setUpAt: null,
  languages,
}

/** The region this installation serves; a nameless one before the set-up. */
export async function installation(visit: Pick<Visit, 'read'>): Promise<Installation> {
  const row = await visit.read
    .selectFrom('installation')
    .select(['name', 'short', 'zone', 'isExample', 'contactEmail', 'logoFileId', 'setUpAt', 'languages'])
    .executeTakeFirst()
  return row ? { ...row, languages: row.languages as Language[] } : nameless
}

export type TerritoryNow = { districts: number; borders: number; flows: number; asOf: string | null }

/** How many districts, borders between them, and relations of commuters of the latest day there are. */
export async function territoryNow({ read }: Pick<Visit, 'read'>): Promise<TerritoryNow> {
  const [districts, borders, latest] = await Promise.all([
    read.selectFrom('districts').select('key').execute(),
    neighbours({ read }),
    flowsOn({ read }, 'commuters'),
  ])
  return {
    districts: districts.length,
    borders: borders.length,
    flows: latest?.rows.length ?? 0,
    asOf: latest?.asOf ?? null,
  }
}
