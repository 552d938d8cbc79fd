import { cut } from '../../platform/clean.ts'

/** What a row may say of a document, as text. */
export const fields = [
  'title',
  'subtitle',
  'persons',
  'organisations',
  'publisher',
  'dated',
  'language',
  'type',
  'abstract',
  'abstractEn',
  'subjects',
  'regions',
  'licence',
  'rightsNote',
  'link',
  'doi',
  'urn',
  'access',
  'identifier',
  'file',
] as const
export type Field = (typeof fields)[number]
export type Said = Partial<Record<Field, string>>
/** A column of a table: what it is called and which field it fills. */
export type Column = { label: string; field: Field | null }

/** What tables call them, in small letters without signs. */
const called: Record<Field, string> = {
  title: 'titel title name bezeichnung haupttitel',
  subtitle: 'untertitel subtitle zusatz',
  persons: 'autor autoren autorin autorinnen verfasser verfasserin personen person author authors creator creators von',
  organisations: 'organisation organisationen körperschaft körperschaften organization organizations institution',
  publisher: 'herausgeber herausgeberin herausgegebenvon verlag publisher publishedby',
  dated: 'datum jahr date year erschienen erscheinungsjahr erscheinungsdatum stand issued publicationdate published',
  language: 'sprache language lang',
  type: 'art typ dokumentart dokumenttyp type documenttype resourcetype gattung',
  abstract: 'zusammenfassung beschreibung kurzfassung abstract description summary inhalt zusammenfassungdeutsch',
  abstractEn: 'zusammenfassungenglisch beschreibungenglisch abstractenglish abstracten descriptionenglish',
  subjects: 'themen thema schlagwort schlagworte schlagwörter subject subjects keyword keywords topics',
  regions: 'region regionen regions linie linien',
  licence: 'lizenz licence license rechte rights nutzungsrechte',
  rightsNote: 'rechtehinweis hinweiszurechten rightsnote',
  link: 'link url adresse webadresse original quelle source address website',
  doi: 'doi',
  urn: 'urn',
  access: 'zugang access sichtbarkeit',
  identifier: 'kennung id identifier nummer signatur inventarnummer recordid',
  file: 'datei dateiname dateien file filename files pfad path pdf',
}

const plain = (label: string) =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

/** Which field each column fills, by what it is called; each field once, the first column that is called so. */
export function columnsOf(labels: readonly string[]): Column[] {
  const taken = new Set<Field>()
  return labels.map((label) => {
    const name = plain(label)
    const field = fields.find((one) => !taken.has(one) && called[one].split(' ').includes(name)) ?? null
    if (field) taken.add(field)
    return { label: cut(label, 200), field }
  })
}

/** How many rows may stand above the one that names the columns. */
const mostAbove = 10

/** Where the columns are named: the first row in which a title or a file is; undefined where none is. */
export function headOf(rows: readonly string[][]): number | undefined {
  const at = rows
    .slice(0, mostAbove)
    .findIndex((row) => columnsOf(row).some(({ field }) => field === 'title' || field === 'file'))
  return at < 0 ? undefined : at
}

/** What a row says: a table's cells by its columns, or what an export says already by field. */
export function saidIn(row: readonly string[] | Said, columns: readonly Column[]): Said {
  if (!Array.isArray(row)) return row as Said
  const cells = row as readonly string[]
  return Object.fromEntries(
    columns.flatMap(({ field }, index) => (field && cells[index] ? [[field, cells[index]]] : [])),
  )
}
