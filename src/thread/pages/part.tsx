import {
  BilingualField,
  ErrorSummary,
  LastStop,
  Page,
  Pair,
  PostButton,
  PostForm,
  Radios,
  Select,
  Stack,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage, type Language } from '../../platform/language.ts'
import { type EventKind, eventsOf, type Kind, verdicts } from '../model.ts'
import { paths } from '../paths.ts'
import type { Lists } from '../queries/office.ts'
import type { Event, Piece, Point } from '../queries/pieces.ts'
import { office, useOffice } from '../text/office.ts'
import { useText } from '../text/public.ts'
import { SourceStop } from './source.tsx'
import { Opened } from './words.tsx'

type PartProps = { form: FormState; piece: Piece; sources: Lists['sources'] }

/** What may be said to have happened with a piece of this kind, in words. */
export function eventChoices({ language }: { language: Language }, kind: Kind) {
  const { resultEvents, events } = office[language]
  const word = (value: EventKind) => (kind === 'result' && resultEvents[value]) || events[value]
  return eventsOf(kind).map((value) => ({ value, label: word(value) }))
}

/** What happened with a piece: entered or changed. */
export function EventPage({ form, piece, sources, event }: PartProps & { event: Event | undefined }) {
  const { language } = useFrame()
  const t = useOffice()
  const at = { piece: piece.id }
  const title = event ? t.change : t.addEvent
  return (
    <Page kind="office" title={title} hasProblems={form.problems.length > 0} crumbs={usePartCrumbs(piece, title)}>
      <Stack>
        <ErrorSummary form={form} labels={t.fields} />
        <PostForm
          action={event ? paths.event.at(language, { ...at, event: event.id }) : paths.addEvent.at(language, at)}
        >
          <Stop legend={t.stops.happened}>
            <Radios form={form} name="kind" label={t.fields.kind} options={eventChoices({ language }, piece.kind)} />
            <BilingualField form={form} name="title" label={t.fields.title} maxLength={300} />
            <BilingualField form={form} name="text" label={t.fields.text} rows={4} maxLength={5000} optional />
            <TextField form={form} name="place" label={t.fields.place} maxLength={200} optional />
          </Stop>
          <Stop legend={t.stops.when}>
            <p class="hint">{t.hints.dated}</p>
            <Pair>
              <TextField
                form={form}
                name="plannedFor"
                label={t.fields.plannedFor}
                hint={t.hints.plannedFor}
                maxLength={10}
                optional
              />
              <TextField
                form={form}
                name="happenedOn"
                label={t.fields.happenedOn}
                hint={t.hints.happenedOn}
                maxLength={10}
                optional
              />
            </Pair>
          </Stop>
          <SourceStop form={form} sources={sources} />
          <Opened form={form} />
          <LastStop title={t.save}>
            <Submit>{t.save}</Submit>
          </LastStop>
        </PostForm>
        {event && (
          <PostButton action={paths.removeEvent.at(language, { ...at, event: event.id })} weight="danger">
            {t.takeBack}
          </PostButton>
        )}
      </Stack>
    </Page>
  )
}

type Documents = readonly { id: string; label: Bilingual }[]
type PointProps = PartProps & { point: Point | undefined; documents: Documents }

/** A line of a position, with what became of it. */
export function PointPage({ form, piece, sources, point, documents }: PointProps) {
  const { language } = useFrame()
  const t = useOffice()
  const { verdicts: words } = useText()
  const at = { piece: piece.id }
  const title = point ? t.changePoint : t.addPoint
  return (
    <Page kind="office" title={title} hasProblems={form.problems.length > 0} crumbs={usePartCrumbs(piece, title)}>
      <Stack>
        <ErrorSummary form={form} labels={t.fields} />
        <PostForm
          action={point ? paths.point.at(language, { ...at, point: point.id }) : paths.addPoint.at(language, at)}
        >
          <Stop legend={t.stops.line}>
            <BilingualField form={form} name="text" label={t.fields.text} rows={4} maxLength={6000} />
          </Stop>
          <Stop legend={t.stops.verdict}>
            <Radios
              form={form}
              name="verdict"
              label={t.fields.verdict}
              options={verdicts.map((value) => ({ value, label: words[value] }))}
            />
            <BilingualField
              form={form}
              name="evidence"
              label={t.fields.evidence}
              hint={t.hints.evidence}
              rows={3}
              maxLength={2000}
              optional
            />
            <Proof form={form} documents={documents} />
          </Stop>
          <SourceStop form={form} sources={sources} />
          <Opened form={form} />
          <LastStop title={t.save}>
            <Submit>{t.save}</Submit>
          </LastStop>
        </PostForm>
        {point && (
          <PostButton action={paths.removePoint.at(language, { ...at, point: point.id })} weight="danger">
            {t.removePoint}
          </PostButton>
        )}
      </Stack>
    </Page>
  )
}

/** Where the evidence is read: in the library, on a page, on the web. */
function Proof({ form, documents }: { form: FormState; documents: Documents }) {
  const { language } = useFrame()
  const { fields, none } = useOffice()
  return (
    <>
      <Select
        form={form}
        name="evidenceDocumentId"
        label={fields.evidenceDocumentId}
        empty={none}
        options={documents.map(({ id, label }) => ({ value: id, label: inLanguage(language, label) }))}
        optional
      />
      <Pair>
        <TextField
          form={form}
          name="evidencePage"
          label={fields.evidencePage}
          inputMode="numeric"
          maxLength={6}
          optional
        />
        <TextField form={form} name="evidenceLink" label={fields.evidenceLink} type="url" maxLength={2000} optional />
      </Pair>
    </>
  )
}

function usePartCrumbs({ id, kind, title }: Piece, own: string) {
  const { language } = useFrame()
  return [
    { label: useOffice().title, href: paths.office.at(language, {}, { art: kind }) },
    { label: inLanguage(language, title), href: paths.edit.at(language, { piece: id }) },
    { label: own },
  ]
}
