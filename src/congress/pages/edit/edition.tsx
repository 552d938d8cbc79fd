import {
  BilingualField,
  DateField,
  DateTimeField,
  Hidden,
  List,
  Notice,
  type Option,
  Pair,
  PostForm,
  Radios,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../../design/index.tsx'
import { type FormState, valueOf } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type State as EditionState, moves, states } from '../../model.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { momentText } from '../when.ts'
import { StateMark } from './list.tsx'
import { MarkdownHint } from './markdown-hint.tsx'
import type { CheckLine } from './overview.tsx'
import { type Edited, Shell } from './shell.tsx'
import { SourceQuestion } from './source.tsx'

type Props = { edition: Edited; form: FormState; isSaved: boolean }
const Seen = ({ form }: { form: FormState }) => <Hidden name="seen" value={valueOf(form, 'seen')} />

/** Number, address, title, theme, motto, text, notes. */
export function BasicsPage({ edition, form, isSaved, sources }: Props & { sources: readonly Option[] }) {
  const { language } = useFrame()
  const t = useEditing()
  return (
    <Shell edition={edition} tab="basics" form={form} isSaved={isSaved}>
      <PostForm action={paths.editBasics.at(language, { edition: edition.slug })}>
        <Seen form={form} />
        <Stop legend={t.stops.address}>
          <TextField form={form} name="number" label={t.labels.number} inputMode="numeric" />
          <TextField form={form} name="slug" label={t.labels.slug} hint={t.hints.slug} />
        </Stop>
        <Stop legend={t.stops.what}>
          <BilingualField form={form} name="title" label={t.texts.title} />
          <BilingualField form={form} name="theme" label={t.texts.theme} optional />
          <BilingualField form={form} name="motto" label={t.texts.motto} optional />
          <BilingualField form={form} name="text" label={t.texts.text} hint={<MarkdownHint />} rows={12} optional />
        </Stop>
        <Stop legend={t.stops.notes}>
          <BilingualField form={form} name="hostNote" label={t.texts.hostNote} rows={3} optional />
          <BilingualField form={form} name="groupsNote" label={t.texts.groupsNote} rows={3} optional />
          <BilingualField form={form} name="programmeNote" label={t.texts.programmeNote} rows={3} optional />
        </Stop>
        <SourceQuestion form={form} sources={sources} />
        <Submit>{t.save}</Submit>
      </PostForm>
    </Shell>
  )
}

type PlaceProps = Props & { zone: string; districts: readonly Option[]; regions: readonly Option[] }

/** When, where, how to get there. */
export function PlacePage({ edition, form, isSaved, zone, districts, regions }: PlaceProps) {
  const { language } = useFrame()
  const t = useEditing()
  const asked = { form, optional: true }
  return (
    <Shell edition={edition} tab="place" form={form} isSaved={isSaved}>
      <PostForm action={paths.editPlace.at(language, { edition: edition.slug })}>
        <Seen form={form} />
        <Stop legend={t.stops.when}>
          <Pair>
            <DateTimeField {...asked} name="startsAt" label={t.labels.startsAt} hint={t.hints.zone(zone)} />
            <DateTimeField {...asked} name="endsAt" label={t.labels.endsAt} hint={t.hints.zone(zone)} />
          </Pair>
          <DateTimeField {...asked} name="doorsAt" label={t.labels.doorsAt} />
          <BilingualField {...asked} name="dateText" label={t.texts.dateText} hint={t.hints.dateText} />
          <DateField {...asked} name="sortOn" label={t.labels.sortOn} hint={t.hints.sortOn} />
        </Stop>
        <Stop legend={t.stops.where}>
          <Pair>
            <TextField {...asked} name="town" label={t.labels.town} />
            <TextField {...asked} name="venue" label={t.labels.venue} />
          </Pair>
          <TextField {...asked} name="address" label={t.labels.address} />
          <Pair>
            <Select
              {...asked}
              name="districtKey"
              label={t.labels.districtKey}
              hint={t.hints.district}
              options={districts}
              empty={t.none}
            />
            <Select
              {...asked}
              name="regionId"
              label={t.labels.regionId}
              hint={t.hints.region}
              options={regions}
              empty={t.none}
            />
          </Pair>
          <Pair>
            <TextField
              {...asked}
              name="latitude"
              label={t.labels.latitude}
              hint={t.hints.coordinates}
              inputMode="decimal"
            />
            <TextField
              {...asked}
              name="longitude"
              label={t.labels.longitude}
              hint={t.hints.coordinates}
              inputMode="decimal"
            />
          </Pair>
        </Stop>
        <Stop legend={t.stops.arrival}>
          <BilingualField {...asked} name="arrival" label={t.texts.arrival} hint={<MarkdownHint />} rows={5} />
          <BilingualField {...asked} name="stepFree" label={t.texts.stepFree} hint={<MarkdownHint />} rows={5} />
          <TextField
            {...asked}
            name="onlineUrl"
            label={t.labels.onlineUrl}
            hint={t.hints.onlineUrl}
            type="url"
            maxLength={2000}
          />
          <Submit>{t.save}</Submit>
        </Stop>
      </PostForm>
    </Shell>
  )
}

export type StateDates = Record<(typeof moves)[number]['at'], Date | null>
type StateProps = Props & {
  zone: string
  state: EditionState
  dates: StateDates
  seatsForm: FormState
  taken: number
  /** What speaks against opening registration, asked before it is saved. */
  question?: { mark: string; points: readonly CheckLine[] } | undefined
}

/** The states with what they mean and when they come, the dates behind them, and the places on site. */
export function StatePage({ edition, form, seatsForm, isSaved, zone, state, dates, taken, question }: StateProps) {
  const { language } = useFrame()
  const t = useEditing()
  const hint = t.hints.zone(zone)
  const both = { values: {}, problems: [...form.problems, ...seatsForm.problems] }
  return (
    <Shell edition={edition} tab="state" form={both} isSaved={isSaved}>
      {question ? <Points points={question.points} /> : <Timeline zone={zone} state={state} dates={dates} />}
      <PostForm action={paths.editState.at(language, { edition: edition.slug })}>
        <Seen form={form} />
        {question && <Hidden name="points" value={question.mark} />}
        <Stop legend={t.stops.dates}>
          <Pair>
            <DateTimeField form={form} name="announcedAt" label={t.labels.announcedAt} hint={hint} optional />
            <DateTimeField form={form} name="opensAt" label={t.labels.opensAt} hint={hint} optional />
          </Pair>
          <Pair>
            <DateTimeField form={form} name="closesAt" label={t.labels.closesAt} hint={hint} optional />
            <DateTimeField form={form} name="documentedAt" label={t.labels.documentedAt} hint={hint} optional />
          </Pair>
        </Stop>
        <Stop legend={t.stops.byHand}>
          <Radios
            form={form}
            name="stateByHand"
            label={t.labels.stateByHand}
            hint={t.hints.stateByHand}
            options={[
              { value: '', label: t.byDate },
              ...states.map((value) => ({ value, label: t.states[value].name, hint: t.states[value].meaning })),
            ]}
          />
          <Submit>{question ? t.openAnyway : t.save}</Submit>
        </Stop>
      </PostForm>
      <PostForm action={paths.editSeats.at(language, { edition: edition.slug })}>
        <Seen form={seatsForm} />
        <Stop legend={t.onSite}>
          <TextField
            form={seatsForm}
            name="seats"
            label={t.labels.seats}
            hint={t.hints.seatsOnSite(taken)}
            inputMode="numeric"
            optional
          />
          <Submit>{t.save}</Submit>
        </Stop>
      </PostForm>
    </Shell>
  )
}

/** The open points of the checklist, before registration opens all the same. */
function Points({ points }: { points: readonly CheckLine[] }) {
  const t = useEditing()
  return (
    <Notice kind="warning" title={t.checksOpen(points.length)}>
      <Stack>
        <p>{t.opensAnyway}</p>
        <List items={points.map(({ text, href }) => (href ? <a href={href}>{text}</a> : text))} />
      </Stack>
    </Notice>
  )
}

function Timeline({ zone, state, dates }: Pick<StateProps, 'zone' | 'state' | 'dates'>) {
  const { language } = useFrame()
  const t = useEditing()
  const from = (of: EditionState) => {
    const move = moves.find(({ to }) => to === of)
    const at = move && dates[move.at]
    return at ? momentText(language, zone, at) : move && t.undated
  }
  return (
    <Table
      caption={t.columns.state}
      isCaptionHidden
      rows={states}
      keyOf={(row) => row}
      columns={[
        {
          label: t.columns.state,
          kind: 'name',
          cell: (row) => (
            <>
              {row === state ? <StateMark state={row} /> : t.states[row].name}
              {row === state && ` (${t.stateNow})`}
            </>
          ),
        },
        { label: t.columns.meaning, cell: (row) => t.states[row].meaning },
        { label: t.columns.from, cell: from },
      ]}
    />
  )
}
