import type { Bilingual } from '../platform/language.ts'
import { isColour, startColours } from './colours.ts'
import { csvOf, textOfFile } from './csv.ts'
import type { Colours } from './queries/region.ts'

/** A region as somebody has stated it; its number is its place in the list, from 1. */
export type RegionDraft = {
  id: string
  name: Bilingual
  colours: Colours
  bodyName: string | null
  bodySeat: string | null
  bodyWebsite: string | null
}
/** `row` counts the regions from 1; `line` is where a CSV file has it. */
export type RowProblem = {
  row: number
  line?: number | undefined
  problem: 'noName' | 'colour' | 'website' | 'twice' | 'tooLong'
  value: string
}
export type FileProblem = 'notReadable' | 'noHeader' | 'noRegions' | 'tooMany'
export type RegionFile =
  | { regions: RegionDraft[]; file?: never; rows?: never }
  | { file: FileProblem; regions?: never; rows?: never }
  | { rows: RowProblem[]; regions?: never; file?: never }

export const regionsAtMost = 12
type Raw = Partial<Record<'id' | 'name' | 'nameEn' | 'bodyName' | 'bodySeat' | 'bodyWebsite', string>> & {
  colours: Record<'field' | 'fieldDark' | 'line' | 'lineDark', string>
  line?: number
}

/** Reads regions from a file: JSON as in `example/region/region.json` or a plain list, or CSV with a head line. */
export function readRegionFile(bytes: Buffer): RegionFile {
  const text = textOfFile(bytes)
  if (text === undefined) return { file: 'notReadable' }
  const raw = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text)
  return Array.isArray(raw) ? checkRegions(raw) : { file: raw }
}

/** Checks what was stated for each region; every problem names its row, counted from 1. */
export function checkRegions(raw: readonly Raw[]): RegionFile {
  if (raw.length === 0) return { file: 'noRegions' }
  if (raw.length > regionsAtMost) return { file: 'tooMany' }
  const regions = raw.map(draftOf)
  const rows = raw.flatMap((one, index) => problemsOf(one, index, regions))
  return rows.length > 0 ? { rows } : { regions }
}

function problemsOf(raw: Raw, index: number, drafts: readonly RegionDraft[]): RowProblem[] {
  const row = index + 1
  const { id, bodyWebsite } = drafts[index]!
  const found: RowProblem[] = []
  const wrong = (problem: RowProblem['problem'], value: string) => found.push({ row, line: raw.line, problem, value })
  if (!raw.name || !id) return [{ row, line: raw.line, problem: 'noName', value: raw.name ?? '' }]
  for (const value of Object.values(raw.colours)) if (value && !isColour(value)) wrong('colour', value)
  if (bodyWebsite && !/^https?:\/\/[^\s/]+\.[^\s/]+/.test(bodyWebsite)) wrong('website', bodyWebsite)
  if (drafts.findIndex((other) => other.id === id) < index) wrong('twice', raw.name)
  for (const value of [raw.name, raw.nameEn, raw.bodyName, raw.bodySeat, raw.bodyWebsite])
    if (value && value.length > 200) wrong('tooLong', `${value.slice(0, 40)} …`)
  return found
}

function draftOf({ colours, ...raw }: Raw, index: number): RegionDraft {
  const name = raw.name ?? ''
  const line = {
    ...(colours.line ? { light: colours.line } : {}),
    ...(colours.lineDark ? { dark: colours.lineDark } : {}),
  }
  return {
    id: keyOf(raw.id || name),
    name: raw.nameEn ? { de: name, en: raw.nameEn } : { de: name },
    colours: {
      field: {
        light: (colours.field || startColours[index % startColours.length]!).toLowerCase(),
        ...(colours.fieldDark ? { dark: colours.fieldDark } : {}),
      },
      ...(Object.keys(line).length > 0 ? { line } : {}),
    },
    bodyName: raw.bodyName || null,
    bodySeat: raw.bodySeat || null,
    bodyWebsite: raw.bodyWebsite || null,
  }
}

const letters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** A region's key in addresses: `Neckar-Alb` → `neckar-alb`. */
export const keyOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter]!)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

function fromJson(text: string): Raw[] | FileProblem {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return 'notReadable'
  }
  const list = Array.isArray(content) ? content : inside(content, 'regions')
  return Array.isArray(list) ? list.map(rawOf) : 'noRegions'
}

const inside = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>(
    (one, key) => (typeof one === 'object' && one !== null ? (one as Record<string, unknown>)[key] : undefined),
    value,
  )
const textIn = (value: unknown, ...keys: string[]) => {
  const found = inside(value, ...keys)
  return typeof found === 'string' ? found.replace(/\s+/g, ' ').trim() : ''
}

const rawOf = (one: unknown): Raw => ({
  id: textIn(one, 'id'),
  name: textIn(one, 'name', 'de') || textIn(one, 'name'),
  nameEn: textIn(one, 'name', 'en'),
  bodyName: textIn(one, 'body', 'name'),
  bodySeat: textIn(one, 'body', 'seat'),
  bodyWebsite: textIn(one, 'body', 'website'),
  colours: {
    field: textIn(one, 'colours', 'field', 'light') || textIn(one, 'colour'),
    fieldDark: textIn(one, 'colours', 'field', 'dark'),
    line: textIn(one, 'colours', 'line', 'light'),
    lineDark: textIn(one, 'colours', 'line', 'dark'),
  },
})

/** The head line's words, German or English. */
const columns: Record<string, string> = {
  name: 'name',
  'name englisch': 'nameEn',
  'name english': 'nameEn',
  name_en: 'nameEn',
  farbe: 'colour',
  colour: 'colour',
  color: 'colour',
  träger: 'bodyName',
  body: 'bodyName',
  sitz: 'bodySeat',
  seat: 'bodySeat',
  website: 'bodyWebsite',
  webseite: 'bodyWebsite',
}

function fromCsv(text: string): Raw[] | FileProblem {
  const { names, rows } = csvOf(text, columns)
  if (!names.has('name')) return 'noHeader'
  const read = rows(regionsAtMost)
  if (!read) return 'tooMany'
  return read.map(({ line, cells }) => ({
    ...cells,
    line,
    colours: { field: cells.colour ?? '', fieldDark: '', line: '', lineDark: '' },
  }))
}
