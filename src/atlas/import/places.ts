import type { AreaCell } from './cells.ts'

/** From the keys that files use, official and European, to the districts' own. */
export type Known = ReadonlyMap<string, string>
/** The places values may be of: districts, municipalities, each with its district, and regions by their official key. */
export type Places = { known: Known; municipalities: ReadonlyMap<string, string>; regions: Known }

/** What a file's areas are: municipalities, or the districts' boundaries. */
export type Level = 'boundaries' | 'municipalities'

/**
 * The own key of a district, a municipality or a region. A German regional key (ARS, twelve digits) is the municipality
 * whose official key (AGS) has its first five and its last three digits (Destatis, Regionalschlüssel); Eurostat’s GISCO
 * sets the country before the key of a local unit (AT_80301).
 */
export function placeOf({ known, municipalities, regions }: Places, key: string): string | undefined {
  const own = (one: string) => known.get(one) ?? (municipalities.has(one) ? one : regions.get(one))
  const local = /^\d{12}$/.test(key) ? key.slice(0, 5) + key.slice(9) : key.replace(/^[A-Z]{2}_/, '')
  // A spreadsheet takes the nought away that keys of nine Länder begin with.
  const whole = /^(\d{4}|\d{7})$/.test(key) ? own(`0${key}`) : undefined
  return own(key) ?? (local === key ? whole : own(local))
}

/** The district a municipality is of: as the file tells it, as an earlier load has told it, or as its key begins. */
export const districtOf = ({ known, municipalities }: Places, { key, parents }: AreaCell): string | undefined =>
  parents.map((one) => known.get(one)).find((one) => one !== undefined) ??
  municipalities.get(key) ??
  beginnings(key)
    .map((one) => known.get(one))
    .find((one) => one !== undefined)

/** Shorter keys do not begin with their district’s: a Swiss municipality’s four digits tell no canton. */
const shortestTelling = 5

const beginnings = (key: string) =>
  key.length < shortestTelling ? [] : Array.from({ length: key.length - 2 }, (_, cut) => key.slice(0, -1 - cut))

/** What an area is, where the file or what is known tells it. */
export function levelOf(places: Places, area: AreaCell): Level | undefined {
  if (area.level) return area.level
  if (area.parents.length > 0) return 'municipalities'
  if (places.known.has(area.key)) return 'boundaries'
  return districtOf(places, area) === undefined ? undefined : 'municipalities'
}

/** Whether a key may be one of a place elsewhere: digits, or a code of countries, NUTS or local units. */
export const isKey = (key: string) =>
  /^(\d{1,12}|DG|[A-Z]{2}[A-Z0-9]{0,3}|(?=.*\d)([A-Z]{2}_)?[0-9A-Z]{1,14}|EU\d*_?\d*|EA\d*)$/.test(key)
