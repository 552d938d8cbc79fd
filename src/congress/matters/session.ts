import type { Selectable } from 'kysely'
import { z } from 'zod'
import { bilingual, bilingualFields, type FormState, field, startWith } from '../../platform/forms.ts'
import { markOf, only } from '../../platform/meanwhile.ts'
import type { Schema } from '../../platform/schema.ts'
import { localIn } from '../../platform/wall-clock.ts'
import { formats } from '../model.ts'
import { both, needGerman, optionalBilingual, optionalBilingualFields, seenField } from './matter.ts'
import { sourceFields, sourceRow, sourceStart } from './source.ts'

export type SessionRow = Selectable<Schema['sessions']>
export type SpeakerRow = Pick<Selectable<Schema['speakers']>, 'id' | 'name' | 'function' | 'organisation'>
export type SpeakerInput = Omit<SpeakerRow, 'id'> & { id: string | null }
/** A session with its places and speakers, as its form shows it. */
export type StoredSession = SessionRow & { seats: number | null; speakers: readonly SpeakerRow[] }

const columns = [
  'startsAt',
  'endsAt',
  'roomId',
  'trackId',
  'title',
  'abstract',
  'language',
  'format',
  'isBookable',
  'sourceId',
] as const satisfies readonly (keyof SessionRow)[]
export type SessionValues = Pick<SessionRow, (typeof columns)[number]>

/** The values of a session that its form edits. */
export const sessionValues = (row: SessionRow): SessionValues => only(row, columns)
/** The mark of a session as its form shows it. */
export const markOfSession = (stored: StoredSession) =>
  markOf({
    ...sessionValues(stored),
    seats: stored.seats,
    speakers: stored.speakers.map((speaker) => only(speaker, ['id', 'name', 'function', 'organisation'])),
  })

/** A form has room for this many speakers. */
export const speakersAtMost = 12
export const speakerNumbers = Array.from({ length: speakersAtMost }, (_, index) => index + 1)

/** Where and when, what, who speaks, who may come. Speakers are numbered fields; one without a name is left out. */
export function sessionMatter(zone: string, roomIds: readonly string[], trackIds: readonly string[]) {
  const schema = needGerman(
    z.object({
      ...bilingualFields('title', 300),
      format: field.choice(formats),
      startsAt: field.optionalTime(zone),
      endsAt: field.optionalTime(zone),
      roomId: field.optionalOneOf(roomIds),
      trackId: field.optionalOneOf(trackIds),
      language: field.optionalChoice(['de', 'en']),
      ...optionalBilingualFields('abstract', 20_000),
      isBookable: field.flag(),
      seats: field.optionalWhole(0, 100_000),
      ...sourceFields,
      /** The mark of the people in two places at once that were shown, where saving was confirmed. */
      overlaps: field.optionalLine(40),
      ...seenField,
      ...Object.fromEntries(speakerNumbers.flatMap((no) => Object.entries(speakerFields(no)))),
    }),
    'abstract',
    ...speakerNumbers.map((no) => `speaker${no}Function`),
  )
  return {
    schema,
    values: (data: z.output<typeof schema>): SessionValues => ({
      startsAt: data.startsAt,
      endsAt: data.endsAt,
      roomId: data.roomId,
      trackId: data.trackId,
      title: bilingual(data.titleDe, data.titleEn),
      abstract: optionalBilingual(data.abstractDe, data.abstractEn),
      language: data.language,
      format: data.format,
      isBookable: data.isBookable,
      ...sourceRow(data),
    }),
    speakers: (data: z.output<typeof schema>) => speakersIn(data),
    form: (stored: StoredSession) => sessionForm(zone, stored),
  }
}

const speakerFields = (no: number) => ({
  [`speaker${no}Id`]: field.optionalLine(40),
  [`speaker${no}Name`]: field.optionalLine(200),
  ...optionalBilingualFields(`speaker${no}Function`, 200),
  [`speaker${no}Organisation`]: field.optionalLine(200),
})

function speakersIn(data: object): SpeakerInput[] {
  const typed = data as Record<string, string>
  return speakerNumbers.flatMap((no) => {
    const name = typed[`speaker${no}Name`]
    if (!name) return []
    return {
      id: typed[`speaker${no}Id`] || null,
      name,
      function: optionalBilingual(typed[`speaker${no}FunctionDe`]!, typed[`speaker${no}FunctionEn`]!),
      organisation: typed[`speaker${no}Organisation`] || null,
    }
  })
}

function sessionForm(zone: string, stored: StoredSession): FormState {
  const speakers = stored.speakers.map((speaker, index) => ({
    [`speaker${index + 1}Id`]: speaker.id,
    [`speaker${index + 1}Name`]: speaker.name,
    ...both(`speaker${index + 1}Function`, speaker.function),
    [`speaker${index + 1}Organisation`]: speaker.organisation,
  }))
  return startWith({
    ...both('title', stored.title),
    ...both('abstract', stored.abstract),
    format: stored.format,
    startsAt: localIn(zone, stored.startsAt),
    endsAt: localIn(zone, stored.endsAt),
    roomId: stored.roomId,
    trackId: stored.trackId,
    language: stored.language,
    isBookable: stored.isBookable,
    ...sourceStart(stored),
    seats: stored.seats,
    ...Object.assign({}, ...speakers),
    seen: markOfSession(stored),
  })
}
