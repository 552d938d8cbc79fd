import { z } from 'zod'
import { isDated } from '../../platform/dated.ts'
import {
  type Body,
  bilingual,
  bilingualFields,
  type FormState,
  field,
  type Read,
  readForm,
  saying,
  startWith,
  valueOf,
} from '../../platform/forms.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { markOf, only, openedFields, openedOn, putTogether } from '../../platform/meanwhile.ts'
import { type Refusal, refuse, type Visit } from '../../platform/visit.ts'
import type { EventInput } from '../commands/events.ts'
import type { PieceInput } from '../commands/pieces.ts'
import type { PointInput } from '../commands/points.ts'
import { eventKinds, type Kind, said, verdicts } from '../model.ts'
import type { Lists } from '../queries/office.ts'
import type { Event, Piece, Point } from '../queries/pieces.ts'
import { office } from '../text/office.ts'

const optionalBoth = <const N extends string>(name: N, max: number) =>
  ({ [`${name}De`]: field.optionalText(max), [`${name}En`]: field.optionalText(max) }) as {
    [K in `${N}De` | `${N}En`]: ReturnType<typeof field.optionalText>
  }
const sourceFields = {
  sourceId: field.optionalLine(100),
  ...optionalBoth('sourceTitle', 500),
  sourceAddress: field.optionalLink(),
}
const most = 100

const pieceForm = z.object({
  ...openedFields,
  seen: field.whole(0, 1_000_000_000),
  ...bilingualFields('title', 300),
  ...optionalBoth('text', 5000),
  ...optionalBoth('reason', 5000),
  ...optionalBoth('addressee', 300),
  reference: field.optionalLine(200),
  figures: field.optionalText(3000),
  editionId: field.optionalId(),
  groupId: field.optionalId(),
  fieldId: field.optionalLine(100),
  leads: field.optionalText(10_000),
  partners: field.optionalText(10_000),
  districts: field.many(),
  starts: field.optionalLine(10),
  ends: field.optionalLine(10),
  link: field.optionalLink(),
  ...sourceFields,
})
const eventForm = z.object({
  ...openedFields,
  kind: field.choice(eventKinds),
  ...bilingualFields('title', 300),
  ...optionalBoth('text', 5000),
  place: field.optionalLine(200),
  plannedFor: field.optionalLine(10),
  happenedOn: field.optionalLine(10),
  ...sourceFields,
})
const pointForm = z.object({
  ...openedFields,
  // A line may be what somebody contributed to a consultation, with its topic.
  ...bilingualFields('text', 6000),
  verdict: field.choice(verdicts),
  ...optionalBoth('evidence', 2000),
  evidenceDocumentId: field.optionalId(),
  evidencePage: field.optionalWhole(1, 100_000),
  evidenceLink: field.optionalLink(),
  ...sourceFields,
})

/** How the refusals of the thread's forms are said in them. */
export const saidIn = ({ language }: Visit) => saying(office[language].refused, office[language].fields)

/** What is wrong though every field by itself is right: English without German, and dates that are none. */
function wrongIn(form: FormState, names: readonly string[], dates: readonly string[]): Refusal | undefined {
  const bare = names.find((name) => valueOf(form, `${name}En`) && !valueOf(form, `${name}De`))
  if (bare) return refuse('germanMissing', `${bare}De`)
  const unclear = dates.find((name) => valueOf(form, name) && !isDated(valueOf(form, name)))
  return unclear ? refuse('datedUnclear', unclear) : undefined
}

const both = (de: string, en: string): Bilingual | null => (de ? bilingual(de, en) : null)
type Sent = { sourceId: string; sourceTitleDe: string; sourceTitleEn: string; sourceAddress: string | null }
const sourceOf = ({ sourceId, sourceTitleDe, sourceTitleEn, sourceAddress }: Sent) => ({
  sourceId: sourceId || null,
  source:
    sourceTitleDe || sourceTitleEn || sourceAddress
      ? { title: bilingual(sourceTitleDe, sourceTitleEn), address: sourceAddress }
      : undefined,
})

const linesOf = (text: string, longest = 200) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, longest))
      .filter(Boolean),
  ),
]

export function pieceFrom(visit: Visit, body: Body, kind: Kind): Read<PieceInput & { seen: number }> {
  const { data, form } = readForm(pieceForm, body, visit.language, office[visit.language].fields)
  if (!data) return { form }
  const wrong = wrongIn(form, ['text', 'reason', 'addressee'], ['starts', 'ends'])
  if (wrong) return { form: saidIn(visit)(form, wrong) }
  const [leads, partners] = [linesOf(data.leads), linesOf(data.partners)]
  const figures = linesOf(data.figures, 500)
  const crowded =
    leads.length > most ? 'leads' : partners.length > most ? 'partners' : figures.length > 6 ? 'figures' : undefined
  if (crowded) return { form: saidIn(visit)(form, refuse('tooMany', crowded)) }
  const { seen, editionId, groupId, fieldId, districts, starts, ends, link } = data
  const read = {
    ...{ kind, seen, editionId, groupId, districts, link },
    title: bilingual(data.titleDe, data.titleEn),
    text: both(data.textDe, data.textEn),
    reason: both(data.reasonDe, data.reasonEn),
    addressee: both(data.addresseeDe, data.addresseeEn),
    fieldId: fieldId || null,
    reference: data.reference || null,
    figures,
    starts: starts || null,
    ends: ends || null,
    organisations: [
      ...leads.map((name) => ({ name, part: 'lead' as const })),
      ...partners.map((name) => ({ name, part: 'partner' as const })),
    ],
    ...sourceOf(data),
  }
  return { form, data: read }
}

export function eventFrom(visit: Visit, body: Body, piece: string): Read<EventInput & { seen: string }> {
  const { data, form } = readForm(eventForm, body, visit.language, office[visit.language].fields)
  if (!data) return { form }
  const wrong = wrongIn(form, ['text'], ['plannedFor', 'happenedOn'])
  if (wrong) return { form: saidIn(visit)(form, wrong) }
  const { kind, place, plannedFor, happenedOn } = data
  const dated = { plannedFor: plannedFor || null, happenedOn: happenedOn || null }
  const words = { title: bilingual(data.titleDe, data.titleEn), text: both(data.textDe, data.textEn) }
  return { form, data: { piece, seen: data.seen, kind, place, ...dated, ...words, ...sourceOf(data) } }
}

export function pointFrom(visit: Visit, body: Body, piece: string): Read<PointInput & { seen: string }> {
  const { data, form } = readForm(pointForm, body, visit.language, office[visit.language].fields)
  if (!data) return { form }
  const wrong = wrongIn(form, ['evidence'], [])
  if (wrong) return { form: saidIn(visit)(form, wrong) }
  const words = { text: bilingual(data.textDe, data.textEn), evidence: both(data.evidenceDe, data.evidenceEn) }
  const { verdict, evidenceDocumentId, evidencePage, evidenceLink } = data
  const proof = { evidenceDocumentId, evidencePage, evidenceLink }
  return { form, data: { piece, seen: data.seen, verdict, ...proof, ...words, ...sourceOf(data) } }
}

const spread = (name: string, words: Bilingual | null | undefined) => ({
  [`${name}De`]: words?.de,
  [`${name}En`]: words?.en,
})

/** A piece's form as it stands. */
export const pieceStart = (piece: Piece) => openedOn(shownOf(piece), piece.revision)

function shownOf(piece: Piece): FormState {
  const names = (part: 'lead' | 'partner') =>
    piece.organisations
      .filter((one) => one.part === part)
      .map(({ name }) => name)
      .join('\n')
  const { editionId, groupId, fieldId, starts, ends, link } = piece
  return startWith({
    ...{ editionId, groupId, fieldId, starts, ends, link, reference: piece.reference },
    figures: piece.figures.join('\n'),
    ...spread('title', piece.title),
    ...spread('text', piece.text),
    ...spread('reason', piece.reason),
    ...spread('addressee', piece.addressee),
    leads: names('lead'),
    partners: names('partner'),
    districts: piece.districts.map(({ key }) => key),
    sourceId: piece.source?.id,
  })
}

export const eventStart = (event: Event | undefined) =>
  event
    ? openedOn(
        startWith({
          ...{ kind: event.kind, place: event.place, plannedFor: event.plannedFor, happenedOn: event.happenedOn },
          ...spread('title', event.title),
          ...spread('text', event.text),
          sourceId: event.source?.id,
        }),
        markOf(only({ ...event, sourceId: event.source?.id ?? null }, said.event)),
      )
    : startWith({ kind: 'note' })

export const pointStart = (point: Point | undefined) =>
  point
    ? openedOn(
        startWith({
          verdict: point.verdict,
          ...spread('text', point.text),
          ...spread('evidence', point.evidence),
          evidenceDocumentId: point.evidenceDocumentId,
          evidencePage: point.evidencePage,
          evidenceLink: point.evidenceLink,
          sourceId: point.source?.id,
        }),
        markOf(only({ ...point, sourceId: point.source?.id ?? null }, said.point)),
      )
    : startWith({ verdict: 'open' })

type Shown = Parameters<typeof putTogether>[3]['options']

/** A form that somebody else's change has overtaken, with both in it; every other refusal in its words. */
export const withBoth =
  (visit: Visit, again: () => Promise<{ stored: FormState; options: Shown }>) =>
  async (form: FormState, refusal: Refusal) => {
    const refused = saidIn(visit)(form, refusal)
    if (refusal.refused !== 'changedMeanwhile') return refused
    const { stored, options } = await again()
    return putTogether(visit.language, refused, stored, { labels: office[visit.language].fields, options })
  }

/** The words of what a piece's form lets choose. */
export function choicesOf({ language }: Visit, { editions, fields, districts, sources }: Lists): NonNullable<Shown> {
  const said = (id: string, words: Bilingual) => ({ value: id, label: inLanguage(language, words) })
  return {
    editionId: editions.map(({ id, title }) => said(id, title)),
    groupId: editions.flatMap(({ groups }) => groups.map(({ id, name }) => said(id, name))),
    fieldId: fields.map(({ id, name }) => said(id, name)),
    districts: districts.map(({ key, label }) => ({ value: key, label })),
    sourceId: sources.map(({ id, title }) => said(id, title)),
  }
}
