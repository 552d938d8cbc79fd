import { type Bilingual, dates, decimal, inLanguage, type Language } from '../../platform/language.ts'
import { licenceOf } from '../../region/index.ts'
import type { Finding } from '../model/finding.ts'
import type { Headline } from '../model/headline.ts'
import type { Indicator } from '../model/indicator.ts'
import { stepOf, type Theme } from '../model/theme.ts'
import { type Cell, whole } from '../model/values.ts'
import type { Land } from '../queries/atlas.ts'
import type { Fine } from '../queries/municipalities.ts'
import { text } from '../text.ts'

/** A number as this indicator shows it, with its unit. */
type Numbered = Pick<Indicator, 'decimals' | 'unit'>

export const withUnit = (language: Language, indicator: Numbered, value: number) =>
  `${plain(language, indicator, value)}\u00a0${inLanguage(language, indicator.unit)}`

export const plain = (language: Language, { decimals }: Pick<Indicator, 'decimals'>, value: number) =>
  decimal(language, value, decimals)

/** A cell in words: its number, or why there is none. */
export function cellText(language: Language, indicator: Pick<Indicator, 'decimals'>, cell: Cell | undefined): string {
  const t = text[language]
  if (!cell) return t.missing
  if (cell.value === null) return t.statuses.secret
  const value = plain(language, indicator, cell.value)
  return cell.status === 'final' ? value : `${value} (${t.statuses[cell.status]})`
}

/** A day in words; a year or another period as it is written. */
export const dateText = (language: Language, asOf: string) =>
  /^\d{4}-\d\d-\d\d$/.test(asOf) ? dates(language, 'UTC').day(new Date(`${asOf}T12:00:00Z`)) : asOf

/** The same in one piece, for a narrow place. */
export const dateInOne = (language: Language, asOf: string) => dateText(language, asOf).replaceAll(' ', '\u00a0')

/** What territories are called, by key. */
export function namesOf(language: Language, land: Land): Map<string, { name: string; region?: number | undefined }> {
  return new Map<string, { name: string; region?: number | undefined }>([
    [whole, { name: text[language].whole }],
    ...land.regions.map(({ id, no, name }) => [id, { name: inLanguage(language, name), region: no }] as const),
    ...land.districts.map(({ key, label, regionNo }) => [key, { name: label, region: regionNo }] as const),
  ])
}

/** What municipalities and their districts are called, with their district’s line. */
export function fineNames({ municipalities, land }: Pick<Fine, 'municipalities' | 'land'>) {
  const districts = new Map(land.districts.map(({ key, label, regionNo }) => [key, { name: label, region: regionNo }]))
  const own = municipalities.rows.map(
    ({ key, name, districtKey }) => [key, { name, region: districts.get(districtKey)?.region }] as const,
  )
  return new Map<string, { name: string; region: number | undefined }>([...districts, ...own])
}

type Names = ReturnType<typeof namesOf>

/** A table's finding as one or a few sentences. */
export function findingText(language: Language, indicator: Indicator, finding: Finding | undefined, names: Names) {
  const t = text[language]
  if (!finding) return t.noValues
  const { highest, lowest, whole: all, known, first } = finding
  const name = (key: string) => names.get(key)?.name ?? key
  const value = (one: number) => withUnit(language, indicator, one)
  const said = [t.finding.both(name(highest.key), value(highest.value), name(lowest.key), value(lowest.value))]
  if (all !== undefined) said.push(t.finding.whole(value(all)))
  if (all !== undefined && first && first.value > 0) said.push(changeText(language, first.year, all / first.value - 1))
  if (known < finding.all) said.push(t.finding.some(known, finding.all))
  return said.join(' ')
}

/** What the classes of a map mean, and how many territories lie in each. */
export function classWords(language: Language, indicator: Indicator, { breaks, counts }: Theme) {
  const t = text[language].indicator
  const words = (from: number | undefined, to: number | undefined) => {
    if (from === undefined) return to === undefined ? '' : t.under(plain(language, indicator, to))
    if (to === undefined) return t.from(plain(language, indicator, from))
    return t.between(plain(language, indicator, from), plain(language, indicator, to))
  }
  return counts.map((count, index) => ({
    step: stepOf(index, counts.length),
    words: `${words(breaks[index - 1], breaks[index])} ${t.places(count)}`,
  }))
}

/** A headline in words. */
export function headlineText(language: Language, indicator: Numbered, headline: Headline, names: Names): string {
  const t = text[language].headline
  const name = (key: string) => names.get(key)?.name ?? key
  switch (headline.kind) {
    case 'together':
      return t.together(listed(language, headline.keys.map(name)), decimal(language, headline.share * 100, 0))
    case 'above':
      return t.above(headline.count, headline.all, headline.keys.map(name)[0])
    case 'times':
      return t.times(
        name(headline.highest),
        decimal(language, headline.times, headline.times < 10 ? 1 : 0),
        name(headline.lowest),
      )
    case 'alike':
      return t.alike(plain(language, indicator, headline.from), withUnit(language, indicator, headline.to))
  }
}

const listed = (language: Language, names: readonly string[]) => new Intl.ListFormat(language).format(names)

function changeText(language: Language, year: number, change: number) {
  const { rose, fell, same } = text[language].finding
  const percent = decimal(language, Math.abs(change) * 100, 1)
  return Math.abs(change) < 0.0005 ? same(year) : change > 0 ? rose(year, percent) : fell(year, percent)
}

/** A change in per cent with its sign. */
export function signedPercent(language: Language, change: number) {
  const isNone = Number(Math.abs(change * 100).toFixed(1)) === 0
  const sign = isNone ? '±' : change > 0 ? '+' : ''
  return `${sign}${decimal(language, isNone ? 0 : change * 100, 1)}${language === 'de' ? '\u00a0' : ''}%`
}

/** What a reader of a line across a reform must know. */
export const reformText = (language: Language, { reforms }: { reforms: readonly string[] }) =>
  reforms.length === 0
    ? ''
    : ` ${text[language].views.reformed(reforms.map((day) => dateText(language, day)).join(', '))}`

/** A licence in the language of the page, where it is a known one. */
export const licenceText = (language: Language, typed: string) => inLanguage(language, licenceOf(typed).name)

export const sourceLine = (language: Language, sources: readonly { title: Bilingual }[]) =>
  sources.map(({ title }) => inLanguage(language, title)).join('; ')

/** Where figures come from, as a citation says it; what was computed here is said to be so. */
export const citedSource = (language: Language, sources: readonly { title: Bilingual }[], isOwn: boolean) =>
  [...sources.map(({ title }) => inLanguage(language, title)), ...(isOwn ? [text[language].own] : [])].join('; ')

/** What a territory's own page is called: “Landkreis Tübingen”, but “Rems-Murr-Kreis”. */
export function titleOf(language: Language, land: Land, key: string): string {
  const district = land.districts.find((one) => one.key === key)
  if (!district) return namesOf(language, land).get(key)?.name ?? key
  const { kind, name, label } = district
  return kind === 'city' || /kreis/i.test(name) ? label : text[language].territory.district(name)
}

const formats: Readonly<Record<string, string>> = {
  csv: 'CSV',
  xlsx: 'Excel',
  json: 'JSON',
  svg: 'SVG',
  png: 'PNG',
  'json-stat': 'JSON-stat',
}
/** The files of something, by the name of their format; `more` are those that not everything has. */
export const filesIn = (hrefOf: (as: string) => string, more: readonly string[] = []) =>
  Object.fromEntries(['csv', 'xlsx', 'json', ...more].map((as) => [formats[as] ?? as, hrefOf(as)]))
