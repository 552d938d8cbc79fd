import { z } from 'zod'
import { csvOf, textOfFile } from './csv.ts'
import { keyOf } from './region-file.ts'

const words = (most: number, least = 0) =>
  z.preprocess((value) => String(value ?? '').trim(), z.string().min(least).max(most))
const number = (value: unknown) => (typeof value === 'string' ? Number(value.replace(',', '.') || Number.NaN) : value)
const degrees = (most: number) => z.preprocess(number, z.number().min(-most).max(most))
const count = z.preprocess(
  (value) => (typeof value === 'string' ? Number(value.replace(/[.\s\u2009]/g, '') || Number.NaN) : value),
  z.number().int().min(0).max(100_000_000),
)
const key = words(20, 1).pipe(z.string().regex(/^[\w-]+$/))
const day = words(10).pipe(z.string().regex(/^\d{4}-\d\d-\d\d$/))
const bilingual = z.preprocess(
  (value) => (typeof value === 'string' ? { de: value } : value),
  z.object({ de: words(500, 1), en: words(500).optional() }),
)

const district = z.object({
  key,
  name: words(200, 1),
  /** Key, number or name of its region. */
  region: words(200, 1),
  kind: z.preprocess(
    (value) => (/^(city|stadt|stadtkreis|kreisfreie stadt)$/i.test(String(value ?? '').trim()) ? 'city' : 'district'),
    z.enum(['city', 'district']),
  ),
  latitude: degrees(90),
  longitude: degrees(180),
  label: words(60),
  short: words(12),
  seat: words(200),
  plate: words(12),
  nuts: words(10),
  nameEn: words(200),
  /** Official key of its region. */
  regionCode: words(20),
})
const flow = z.object({ home: key, work: key, people: count })
const source = z.object({
  id: words(60, 1),
  title: bilingual,
  address: words(2000).optional(),
  licence: words(300).optional(),
})
const figure = z.object({
  key: words(40, 1),
  value: z.preprocess(number, z.number()),
  text: bilingual,
  asOf: words(20, 1),
  source: words(60, 1),
})

export type Source = z.output<typeof source>
/** What an area consists of; each part replaces what was there of its kind, what is missing stays. */
export type Territory = {
  districts?: z.output<typeof district>[]
  neighbours?: (readonly [string, string])[]
  flows?: { rows: z.output<typeof flow>[]; asOf: string; source: Source }
  figures?: z.output<typeof figure>[]
  sources: Source[]
}
export type TerritoryProblem =
  | 'notReadable'
  | 'noHeader'
  | 'nothing'
  | 'tooMuch'
  | 'asOfMissing'
  | 'sourceMissing'
  | { row: number; column: string; value: string }
  | { twice: string }
export type TerritoryFile = { territory: Territory; problems?: never } | { problems: TerritoryProblem[] }

const atMost = { districts: 120, neighbours: 2000, flows: 50_000, figures: 12, sources: 200 }
type Told = { asOf: string; source: string }

/**
 * Reads districts, neighbours, commuters and figures: JSON as in `example/region/region.json`, or CSV with a head line,
 * of districts or of commuters. Commuters in CSV need to be `told` their day and source. At most 20 problems are named.
 */
export function readTerritoryFile(bytes: Buffer, told: Told): TerritoryFile {
  const text = textOfFile(bytes)
  if (text === undefined) return { problems: ['notReadable'] }
  const raw = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text)
  if (typeof raw === 'string') return { problems: [raw] }
  if (Object.entries(atMost).some(([part, most]) => (raw[part as keyof Raw]?.length ?? 0) > most))
    return { problems: ['tooMuch'] }
  return checked(raw, told)
}

type Raw = Partial<Record<'districts' | 'neighbours' | 'flows' | 'figures' | 'sources', unknown[]>> &
  Partial<Told> & { lines?: number[] }

function checked(raw: Raw, told: Told): TerritoryFile {
  const problems: TerritoryProblem[] = []
  const all = <S extends z.ZodType>(schema: S, rows: unknown[] | undefined) =>
    rows && rowsOf(schema, { rows, lines: raw.lines }, problems)
  const sources = all(source, raw.sources) ?? []
  const districts = all(district, raw.districts)
  const rows = all(flow, raw.flows)?.filter(({ home, work, people }) => home !== work && people > 0)
  const neighbours = all(z.tuple([key, key]), raw.neighbours)
  const figures = all(figure, raw.figures)
  const flows = rows && flowsOf(rows, { ...told, ...raw }, sources, problems)
  problems.push(...twice((districts ?? []).map((one) => one.key)), ...twice((rows ?? []).map(pairOf)))
  if (problems.length > 0) return { problems: problems.slice(0, 20) }
  if (!districts && !flows && !neighbours && !figures) return { problems: ['nothing'] }
  return {
    territory: {
      sources,
      ...(districts ? { districts } : {}),
      ...(neighbours ? { neighbours } : {}),
      ...(flows ? { flows } : {}),
      ...(figures ? { figures } : {}),
    },
  }
}

type Rows = { rows: unknown[]; lines: number[] | undefined }

/** A problem names its line in a CSV file, else its row, counted from 1. */
function rowsOf<S extends z.ZodType>(schema: S, { rows, lines }: Rows, problems: TerritoryProblem[]): z.output<S>[] {
  return rows.flatMap((row, index) => {
    const result = schema.safeParse(row)
    if (result.success) return [result.data]
    for (const { path } of result.error.issues) {
      const column = String(path[0] ?? '')
      const value = String((row as Record<string, unknown> | null)?.[column] ?? '').slice(0, 40)
      problems.push({ row: lines?.[index] ?? index + 1, column, value })
    }
    return []
  })
}

const pairOf = ({ home, work }: z.output<typeof flow>) => `${home}–${work}`
function twice(keys: string[]) {
  const seen = new Set<string>()
  const again = keys.filter((one) => seen.has(one) || !seen.add(one))
  return [...new Set(again)].map((one) => ({ twice: one }))
}

function flowsOf(rows: z.output<typeof flow>[], told: Told, sources: Source[], problems: TerritoryProblem[]) {
  const asOf = day.safeParse(told.asOf)
  if (!asOf.success) problems.push('asOfMissing')
  const known = sources.find(({ id }) => id === told.source)
  if (!told.source) problems.push('sourceMissing')
  if (!asOf.success || !told.source) return undefined
  return { rows, asOf: asOf.data, source: known ?? { id: keyOf(told.source), title: { de: told.source } } }
}

function fromJson(text: string): Raw | 'notReadable' {
  try {
    const content = JSON.parse(text) as Record<string, unknown>
    const list = (value: unknown) => (Array.isArray(value) ? value : undefined)
    const inside = (part: string, name: string) => (content[part] as Record<string, unknown> | undefined)?.[name]
    const rows = list(inside('flows', 'rows'))
    return {
      ...parts({
        districts: list(content.districts),
        neighbours: list(inside('neighbours', 'pairs')),
        flows: rows?.map((row) => ({ home: row?.from, work: row?.to, people: row?.value })),
        figures: list(content.figures),
        sources: list(content.sources),
      }),
      ...(rows ? { asOf: String(inside('flows', 'asOf') ?? ''), source: String(inside('flows', 'source') ?? '') } : {}),
    }
  } catch {
    return 'notReadable'
  }
}

const parts = (all: Record<'districts' | 'neighbours' | 'flows' | 'figures' | 'sources', unknown[] | undefined>) =>
  Object.fromEntries(Object.entries(all).filter(([, list]) => list !== undefined)) as Raw

/** The head line's words, German or English. */
const columns: Readonly<Record<string, string>> = {
  schlüssel: 'key',
  key: 'key',
  ags: 'key',
  name: 'name',
  region: 'region',
  art: 'kind',
  kind: 'kind',
  breite: 'latitude',
  latitude: 'latitude',
  länge: 'longitude',
  longitude: 'longitude',
  beschriftung: 'label',
  label: 'label',
  kurz: 'short',
  short: 'short',
  sitz: 'seat',
  seat: 'seat',
  kennzeichen: 'plate',
  plate: 'plate',
  nuts: 'nuts',
  lau: 'key',
  name_en: 'nameEn',
  'name englisch': 'nameEn',
  regionsschlüssel: 'regionCode',
  region_code: 'regionCode',
  wohnort: 'home',
  home: 'home',
  arbeitsort: 'work',
  work: 'work',
  pendler: 'people',
  commuters: 'people',
}

function fromCsv(text: string): Raw | 'noHeader' | 'tooMuch' {
  const { names, rows } = csvOf(text, columns)
  const has = (...needed: string[]) => needed.every((name) => names.has(name))
  const part = has('home', 'work', 'people')
    ? 'flows'
    : has('key', 'name', 'region', 'latitude', 'longitude')
      ? 'districts'
      : undefined
  if (!part) return 'noHeader'
  const read = rows(atMost[part])
  return read ? { [part]: read.map(({ cells }) => cells), lines: read.map(({ line }) => line) } : 'tooMuch'
}
