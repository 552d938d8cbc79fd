import {
  Actions,
  BilingualField,
  ButtonLink,
  Checkbox,
  DateTimeField,
  Empty,
  Hidden,
  List,
  Notice,
  type Option,
  Pair,
  PostButton,
  PostForm,
  Select,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../../design/index.tsx'
import { type FormState, valueOf } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, dates, inLanguage } from '../../../platform/language.ts'
import { speakerNumbers } from '../../matters/session.ts'
import { byDay, type Format, formats, peopleIn } from '../../model.ts'
import { paths } from '../../paths.ts'
import type { Overlap } from '../../queries/overlaps.ts'
import { useEditing } from '../../text/editing.ts'
import { sessionTimesText, timesText } from '../when.ts'
import { MarkdownHint } from './markdown-hint.tsx'
import { type Edited, Shell } from './shell.tsx'
import { SourceQuestion } from './source.tsx'

export type ProgrammeLine = {
  id: string
  title: Bilingual
  format: Format
  startsAt: Date | null
  endsAt: Date | null
  isBookable: boolean
  room: Bilingual | null
  seats: number | null
  taken: number | null
  speakers: number | null
}
export type Proposal = { id: string; title: Bilingual; group: Bilingual | null }
type ListProps = {
  edition: Edited
  zone: string
  sessions: readonly ProgrammeLine[]
  proposals: readonly Proposal[]
  isSaved: boolean
}

/** The programme by day, in working order. */
export function ProgrammeEditPage({ edition, zone, sessions, proposals, isSaved }: ListProps) {
  const { language } = useFrame()
  const t = useEditing()
  const { iso, weekday } = dates(language, zone)
  const at = paths.editProgramme
  return (
    <Shell edition={edition} tab="programme" isSaved={isSaved}>
      <Actions>
        <ButtonLink href={at.add.at(language, { edition: edition.slug })}>{t.newSession}</ButtonLink>
      </Actions>
      <Proposals edition={edition.slug} proposals={proposals} />
      {sessions.length === 0 && <Empty title={t.noSessions} />}
      {byDay(sessions, iso).map(({ day, sessions }) => (
        <Day
          key={day ?? ''}
          caption={day ? weekday(sessions[0]!.startsAt!) : t.timeless}
          edition={edition.slug}
          sessions={sessions}
          zone={zone}
        />
      ))}
    </Shell>
  )
}

/** What working groups propose for the programme. */
function Proposals({ edition, proposals }: { edition: string; proposals: readonly Proposal[] }) {
  const { language } = useFrame()
  const t = useEditing()
  if (proposals.length === 0) return null
  return (
    <Table
      caption={t.proposals.caption}
      rows={proposals}
      keyOf={({ id }) => id}
      density="dense"
      columns={[
        { label: t.proposals.title, kind: 'name', cell: ({ title }) => inLanguage(language, title) },
        { label: t.proposals.group, cell: ({ group }) => group && inLanguage(language, group) },
        {
          label: t.proposals.decide,
          kind: 'action',
          cell: ({ id, title }) => (
            <Actions>
              <PostButton
                action={paths.proposal.at(language, { edition, proposal: id })}
                values={{ to: 'programme' }}
                weight="second"
                about={inLanguage(language, title)}
              >
                {t.proposals.take}
              </PostButton>
              <PostButton
                action={paths.proposal.at(language, { edition, proposal: id })}
                values={{ to: 'aside' }}
                weight="second"
                about={inLanguage(language, title)}
              >
                {t.proposals.decline}
              </PostButton>
            </Actions>
          ),
        },
      ]}
    />
  )
}

type DayProps = { caption: string; edition: string; zone: string; sessions: readonly ProgrammeLine[] }

function Day({ caption, edition, zone, sessions }: DayProps) {
  const { language } = useFrame()
  const t = useEditing()
  const at = paths.editProgramme
  const firstTimeless = sessions.find(({ startsAt }) => !startsAt)?.id
  return (
    <Table
      caption={caption}
      rows={sessions}
      keyOf={({ id }) => id}
      density="dense"
      columns={[
        {
          label: t.columns.time,
          cell: ({ startsAt, endsAt }) => (startsAt ? timesText(language, zone, startsAt, endsAt) : t.timeless),
        },
        {
          label: t.columns.title,
          kind: 'name',
          cell: ({ id, title }) => (
            <a href={at.item.at(language, { edition, item: id })}>{inLanguage(language, title)}</a>
          ),
        },
        { label: t.labels.format, cell: ({ format }) => t.formats[format] },
        { label: t.columns.room, cell: ({ room }) => room && inLanguage(language, room) },
        { label: t.columns.speakers, kind: 'number', cell: ({ speakers }) => speakers || undefined },
        {
          label: t.labels.seats,
          kind: 'number',
          cell: ({ isBookable, seats, taken }) =>
            seats === null ? isBookable && t.bookable : t.booked(taken ?? 0, seats),
        },
        {
          label: t.columns.action,
          kind: 'action',
          cell: ({ id, title, startsAt }) =>
            !startsAt &&
            id !== firstTimeless && (
              <PostButton
                action={at.up.at(language, { edition, item: id })}
                weight="second"
                about={inLanguage(language, title)}
              >
                {t.up}
              </PostButton>
            ),
        },
      ]}
    />
  )
}

type SessionProps = {
  edition: Edited
  zone: string
  form: FormState
  id: string | undefined
  name: string
  rooms: readonly Option[]
  tracks: readonly Option[]
  sources: readonly Option[]
  /** Who would be, or is, in two places at once. */
  overlaps: readonly Overlap[]
  /** The mark of these, where saving asks once more. */
  asks?: string | undefined
  isSaved?: boolean | undefined
}

/** A session, new where `id` is missing. */
export function SessionEditPage({ edition, zone, form, id, name, rooms, tracks, sources, ...shown }: SessionProps) {
  const { language } = useFrame()
  const t = useEditing()
  const at = paths.editProgramme
  const place = { edition: edition.slug, item: id ?? '' }
  const action = id ? at.item.at(language, place) : at.add.at(language, { edition: edition.slug })
  return (
    <Shell edition={edition} tab="programme" title={name} form={form} isSaved={shown.isSaved}>
      <Overlaps edition={edition} zone={zone} overlaps={shown.overlaps} />
      <PostForm action={action}>
        <Hidden name="seen" value={valueOf(form, 'seen')} />
        {shown.asks && <Hidden name="overlaps" value={shown.asks} />}
        <Stop legend={t.stops.when}>
          <Pair>
            <DateTimeField
              form={form}
              name="startsAt"
              label={t.labels.startsAt}
              hint={`${t.hints.zone(zone)} ${t.hints.programme}`}
              optional
            />
            <DateTimeField form={form} name="endsAt" label={t.labels.endsAt} hint={t.hints.zone(zone)} optional />
          </Pair>
          <Pair>
            <Select form={form} name="roomId" label={t.labels.roomId} options={rooms} empty={t.none} optional />
            <Select form={form} name="trackId" label={t.labels.trackId} options={tracks} empty={t.none} optional />
          </Pair>
        </Stop>
        <Content form={form} />
        <Stop legend={t.stops.booking}>
          <Checkbox form={form} name="isBookable" label={t.labels.isBookable} />
          <TextField
            form={form}
            name="seats"
            label={t.labels.seats}
            hint={t.hints.seats}
            inputMode="numeric"
            optional
          />
        </Stop>
        <Speakers form={form} edition={edition.slug} session={id} />
        <SourceQuestion form={form} sources={sources} />
        <Submit beside={id && <a href={at.remove.at(language, place)}>{t.remove}</a>}>
          {shown.asks ? t.saveAnyway : t.save}
        </Submit>
      </PostForm>
    </Shell>
  )
}

/** The people in two places at once, each leading to the registration. */
function Overlaps({ edition, zone, overlaps }: Pick<SessionProps, 'edition' | 'zone' | 'overlaps'>) {
  const { language } = useFrame()
  const t = useEditing()
  if (overlaps.length === 0) return null
  const at = (registration: string) => paths.registration.at(language, { edition: edition.slug, registration })
  return (
    <Notice kind="warning" title={t.overlaps(peopleIn(overlaps))}>
      <List
        items={overlaps.map(({ registrationId, name, title, startsAt, endsAt }) => (
          <>
            <a href={at(registrationId)}>{name}</a>: {inLanguage(language, title)},{' '}
            {startsAt && sessionTimesText(language, { ...edition, zone }, { startsAt, endsAt })}
          </>
        ))}
      />
    </Notice>
  )
}

function Content({ form }: { form: FormState }) {
  const t = useEditing()
  const options = (['de', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))
  return (
    <Stop legend={t.stops.content}>
      <BilingualField form={form} name="title" label={t.texts.title} />
      <Pair>
        <Select
          form={form}
          name="format"
          label={t.labels.format}
          options={formats.map((value) => ({ value, label: t.formats[value] }))}
        />
        <Select form={form} name="language" label={t.labels.language} options={options} empty={t.none} optional />
      </Pair>
      <BilingualField form={form} name="abstract" label={t.texts.abstract} hint={<MarkdownHint />} rows={6} optional />
    </Stop>
  )
}

/** The people there are, and three empty rows as far as there is room. */
function Speakers({ form, edition, session }: { form: FormState; edition: string; session: string | undefined }) {
  const { language } = useFrame()
  const t = useEditing()
  const at = (place: { edition: string; item: string; speaker: string }) => paths.editPortrait.at(language, place)
  const last = speakerNumbers.findLast((no) => valueOf(form, `speaker${no}Name`) !== '') ?? 0
  return (
    <Stop legend={t.stops.speakers}>
      <p class="hint">{t.hints.speakers}</p>
      {speakerNumbers.slice(0, last + 3).map((no) => (
        <fieldset class="stack" key={no}>
          <legend>{t.speaker.legend(no)}</legend>
          <Hidden name={`speaker${no}Id`} value={valueOf(form, `speaker${no}Id`)} />
          <Pair>
            <TextField form={form} name={`speaker${no}Name`} label={t.speaker.name} optional />
            <TextField form={form} name={`speaker${no}Organisation`} label={t.speaker.organisation} optional />
          </Pair>
          <BilingualField form={form} name={`speaker${no}Function`} label={t.speaker.function} optional />
          {session && valueOf(form, `speaker${no}Id`) && (
            <p>
              <a href={at({ edition, item: session, speaker: valueOf(form, `speaker${no}Id`) })}>
                {t.pictures.portraitOf(valueOf(form, `speaker${no}Name`))}
              </a>
            </p>
          )}
        </fieldset>
      ))}
    </Stop>
  )
}
