import type { Selectable } from 'kysely'
import { z } from 'zod'
import { bilingual, bilingualFields, field } from '../../platform/forms.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Schema } from '../../platform/schema.ts'
import { localIn } from '../../platform/wall-clock.ts'
import { both, matterOf, needGerman, optionalBilingual, optionalBilingualFields, seenField } from './matter.ts'
import { sourceFields, sourceRow, sourceStart } from './source.ts'

export type EditionRow = Selectable<Schema['editions']>
const ofEditions = matterOf<EditionRow>()

/** The part of a URL: small letters, figures, single hyphens. */
export const slugField = () => field.line(80).pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'pattern'))

const optionalSlugField = () => field.optionalLine(80).pipe(z.string().regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'pattern'))

/** The part of a URL that year and town make: `2028-bad-mergentheim`. */
export const slugFrom = (day: string, town: string) =>
  [day.slice(0, 4), ...plain(town).split(/[^a-z0-9]+/)].filter(Boolean).join('-').slice(0, 80)

/** The title of an edition under another number: “5. Metropolkongress”, “5th Congress” become “6. …”, “6th …”. */
export const retitled = ({ de, en }: Bilingual, { from, to }: { from: number; to: number }): Bilingual => ({
  de: de.replace(new RegExp(`^${from}\\.`), `${to}.`),
  ...(en ? { en: en.replace(new RegExp(`^${from}(st|nd|rd|th)\\b`), `${to}${ending[ordinals.select(to)]}`) } : {}),
})

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const ending: Record<Intl.LDMLPluralRule, string> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

const beginning = { number: field.whole(1, 999), ...bilingualFields('title', 200), slug: optionalSlugField() }

/** What a new edition begins with; `isFirst` asks for the name of its series too. */
export const newEditionSchema = (isFirst: boolean) =>
  z.object({
    ...(isFirst ? bilingualFields('series', 200) : optionalBilingualFields('series', 200)),
    ...beginning,
    sortOn: field.day(),
    town: field.optionalLine(120),
  })

/** What a copy of an edition begins with. */
export const copySchema = z.object({
  ...beginning,
  day: field.day(),
  withGroups: field.flag(),
  withOrganisations: field.flag(),
})

/** Number, address on the web, title, theme, motto, text. */
export const basics = ofEditions({
  columns: ['number', 'slug', 'title', 'theme', 'motto', 'text', 'hostNote', 'groupsNote', 'programmeNote', 'sourceId'],
  schema: needGerman(
    z.object({
      number: field.whole(1, 999),
      slug: slugField(),
      ...bilingualFields('title', 200),
      ...optionalBilingualFields('theme', 300),
      ...optionalBilingualFields('motto', 300),
      ...optionalBilingualFields('text', 20_000),
      ...optionalBilingualFields('hostNote', 2000),
      ...optionalBilingualFields('groupsNote', 2000),
      ...optionalBilingualFields('programmeNote', 2000),
      ...sourceFields,
      ...seenField,
    }),
    'theme',
    'motto',
    'text',
    'hostNote',
    'groupsNote',
    'programmeNote',
  ),
  start: (row) => ({
    number: row.number,
    slug: row.slug,
    ...both('title', row.title),
    ...both('theme', row.theme),
    ...both('motto', row.motto),
    ...both('text', row.text),
    ...both('hostNote', row.hostNote),
    ...both('groupsNote', row.groupsNote),
    ...both('programmeNote', row.programmeNote),
    ...sourceStart(row),
  }),
  row: (data) => ({
    number: data.number,
    slug: data.slug,
    title: bilingual(data.titleDe, data.titleEn),
    theme: optionalBilingual(data.themeDe, data.themeEn),
    motto: optionalBilingual(data.mottoDe, data.mottoEn),
    text: optionalBilingual(data.textDe, data.textEn),
    hostNote: optionalBilingual(data.hostNoteDe, data.hostNoteEn),
    groupsNote: optionalBilingual(data.groupsNoteDe, data.groupsNoteEn),
    programmeNote: optionalBilingual(data.programmeNoteDe, data.programmeNoteEn),
    ...sourceRow(data),
  }),
})

/** When and where, and how to get there. `districts` gives each district its region. */
export const timeAndPlace = (
  zone: string,
  districts: readonly { key: string; regionId: string }[],
  regions: readonly string[],
) =>
  ofEditions({
    columns: [
      'startsAt',
      'endsAt',
      'doorsAt',
      'sortOn',
      'dateText',
      'town',
      'venue',
      'address',
      'latitude',
      'longitude',
      'districtKey',
      'regionId',
      'arrival',
      'stepFree',
      'onlineUrl',
    ],
    schema: needGerman(
      z.object({
        startsAt: field.optionalTime(zone),
        endsAt: field.optionalTime(zone),
        doorsAt: field.optionalTime(zone),
        ...optionalBilingualFields('dateText', 200),
        sortOn: field.optionalDay(),
        town: field.optionalLine(120),
        venue: field.optionalLine(200),
        address: field.optionalLine(300),
        districtKey: field.optionalOneOf(districts.map(({ key }) => key)),
        regionId: field.optionalOneOf(regions),
        latitude: field.optionalDecimal(-90, 90),
        longitude: field.optionalDecimal(-180, 180),
        ...optionalBilingualFields('arrival', 4000),
        ...optionalBilingualFields('stepFree', 4000),
        onlineUrl: field.optionalLink(),
        ...seenField,
      }),
      'dateText',
      'arrival',
      'stepFree',
    ),
    start: (row) => ({
      startsAt: localIn(zone, row.startsAt),
      endsAt: localIn(zone, row.endsAt),
      doorsAt: localIn(zone, row.doorsAt),
      sortOn: row.sortOn,
      ...both('dateText', row.dateText),
      town: row.town,
      venue: row.venue,
      address: row.address,
      latitude: row.latitude,
      longitude: row.longitude,
      districtKey: row.districtKey,
      regionId: row.regionId,
      ...both('arrival', row.arrival),
      ...both('stepFree', row.stepFree),
      onlineUrl: row.onlineUrl,
    }),
    row: (data) => ({
      startsAt: data.startsAt,
      endsAt: data.endsAt,
      doorsAt: data.doorsAt,
      sortOn: data.startsAt ? localIn(zone, data.startsAt).slice(0, 10) : (data.sortOn ?? ''),
      dateText: optionalBilingual(data.dateTextDe, data.dateTextEn),
      town: data.town || null,
      venue: data.venue || null,
      address: data.address || null,
      latitude: data.latitude,
      longitude: data.longitude,
      districtKey: data.districtKey,
      regionId: districts.find(({ key }) => key === data.districtKey)?.regionId ?? data.regionId,
      arrival: optionalBilingual(data.arrivalDe, data.arrivalEn),
      stepFree: optionalBilingual(data.stepFreeDe, data.stepFreeEn),
      onlineUrl: data.onlineUrl || null,
    }),
  })

export const statesByHand = ['draft', 'announced', 'open', 'closed', 'held', 'documented'] as const

/** The dates that move an edition from state to state, and the state set by hand against them. */
export const stateOf = (zone: string) =>
  ofEditions({
    columns: ['announcedAt', 'opensAt', 'closesAt', 'documentedAt', 'stateByHand'],
    schema: z.object({
      announcedAt: field.optionalTime(zone),
      opensAt: field.optionalTime(zone),
      closesAt: field.optionalTime(zone),
      documentedAt: field.optionalTime(zone),
      stateByHand: field.optionalChoice(statesByHand),
      ...seenField,
    }),
    start: (row) => ({
      announcedAt: localIn(zone, row.announcedAt),
      opensAt: localIn(zone, row.opensAt),
      closesAt: localIn(zone, row.closesAt),
      documentedAt: localIn(zone, row.documentedAt),
      stateByHand: row.stateByHand ?? '',
    }),
    row: (data) => ({
      announcedAt: data.announcedAt,
      opensAt: data.opensAt,
      closesAt: data.closesAt,
      documentedAt: data.documentedAt,
      stateByHand: data.stateByHand,
    }),
  })
