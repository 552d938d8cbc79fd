import {
  Actions,
  BilingualField,
  ButtonLink,
  Checkbox,
  DateField,
  Empty,
  ErrorSummary,
  Example,
  Hidden,
  LastStop,
  More,
  Page,
  Pair,
  PostForm,
  Stack,
  State,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../../design/index.tsx'
import { type FormState, valueOf } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../../platform/language.ts'
import { type State as EditionState, isOver } from '../../model.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { dayText } from '../when.ts'
import { type Edited, Saved } from './shell.tsx'

export type ListedEdition = Omit<Edited, 'regionNo'> & {
  id: string
  state: EditionState
  startsAt: Date | null
  endsAt: Date | null
  dateText: Bilingual | null
  town: string | null
  seats: number | null
  taken: number | null
}

type ListProps = { editions: readonly ListedEdition[]; zone: string; mayCreate: boolean; isSaved?: boolean }

/** Every edition the viewer works on. */
export function OfficeCongressesPage({ editions, zone, mayCreate, isSaved }: ListProps) {
  const { language } = useFrame()
  const t = useEditing()
  const create = mayCreate && (
    <Actions>
      <ButtonLink href={paths.newEdition.at(language)}>{t.newEdition}</ButtonLink>
      {editions.length > 0 && <More href={paths.editSeries.at(language)}>{t.series}</More>}
    </Actions>
  )
  return (
    <Page kind="office" title={t.office} head="slim">
      <Stack>
        {isSaved && <Saved />}
        {create}
        {editions.length === 0 ? (
          <Empty title={t.noEditions}>{t.noEditionsHint}</Empty>
        ) : (
          <Editions editions={editions} zone={zone} mayCreate={mayCreate} />
        )}
      </Stack>
    </Page>
  )
}

function Editions({ editions, zone, mayCreate }: ListProps) {
  const { language } = useFrame()
  const t = useEditing()
  return (
    <Table
      caption={t.office}
      isCaptionHidden
      rows={editions}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t.columns.edition,
          kind: 'name',
          cell: (row) => (
            <>
              <a href={paths.edit.at(language, { edition: row.slug })}>{inLanguage(language, row.title)}</a>
              {row.isExample && (
                <>
                  {' '}
                  <Example />
                </>
              )}
            </>
          ),
        },
        { label: t.columns.day, cell: (row) => dayText(language, zone, row) },
        { label: t.columns.town, cell: (row) => row.town },
        { label: t.columns.state, cell: (row) => <StateMark state={row.state} /> },
        {
          label: t.columns.places,
          kind: 'number',
          cell: (row) => row.seats !== null && t.booked(row.taken ?? 0, row.seats),
        },
        {
          label: t.columns.action,
          kind: 'action',
          cell: (row) =>
            mayCreate && (
              <a href={paths.copyEdition.at(language, { edition: row.slug })}>
                {t.copy}
                <span class="hide"> {inLanguage(language, row.title)}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

/** The state of an edition by form and word. */
export function StateMark({ state }: { state: EditionState }) {
  const t = useEditing()
  const form = state === 'open' ? 'open' : isOver(state) ? 'done' : 'waiting'
  return <State form={form}>{t.states[state].name}</State>
}

/** A new edition. `isFirst` asks for the name of the series too. */
export function NewEditionPage({ form, isFirst }: { form: FormState; isFirst: boolean }) {
  const { language } = useFrame()
  const t = useEditing()
  return (
    <Page
      kind="office"
      head="slim"
      title={t.newEdition}
      lead={t.newEditionLead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.office, href: paths.office.at(language) }, { label: t.newEdition }]}
    >
      <Stack>
        <ErrorSummary form={form} labels={t.labels} />
        <PostForm action={paths.newEdition.at(language)}>
          <Stop legend={t.stops.what}>
            {isFirst && <BilingualField form={form} name="series" label={t.texts.series} />}
            <TextField form={form} name="number" label={t.labels.number} inputMode="numeric" />
            <BilingualField form={form} name="title" label={t.texts.title} />
          </Stop>
          <Stop legend={t.stops.when}>
            <Pair>
              <DateField form={form} name="sortOn" label={t.labels.sortOn} />
              <TextField form={form} name="town" label={t.labels.town} optional />
            </Pair>
            <TextField form={form} name="slug" label={t.labels.slug} hint={t.hints.slugEmpty} optional />
          </Stop>
          <LastStop title={t.create}>
            <p>{t.newEditionLead}</p>
            <Submit>{t.create}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}

/** What the series is called and how often it comes together. */
export function SeriesPage({ form, isSaved }: { form: FormState; isSaved: boolean }) {
  const { language } = useFrame()
  const t = useEditing()
  return (
    <Page
      kind="office"
      head="slim"
      title={t.series}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.office, href: paths.office.at(language) }, { label: t.series }]}
    >
      <Stack>
        {isSaved && <Saved />}
        <ErrorSummary form={form} labels={t.labels} />
        <PostForm action={paths.editSeries.at(language)}>
          <Hidden name="seen" value={valueOf(form, 'seen')} />
          <Stop legend={t.stops.what}>
            <BilingualField form={form} name="name" label={t.texts.series} />
            <BilingualField form={form} name="rhythm" label={t.texts.rhythm} hint={t.hints.rhythm} rows={3} optional />
            <Submit>{t.save}</Submit>
          </Stop>
        </PostForm>
      </Stack>
    </Page>
  )
}

/** A copy of an edition. */
export function CopyPage({ form, edition }: { form: FormState; edition: Edited }) {
  const { language } = useFrame()
  const t = useEditing()
  const title = t.copyOf(inLanguage(language, edition.title))
  const slugHint = edition.isExample ? t.hints.slugYear : t.hints.slugEmpty
  return (
    <Page
      kind="office"
      head="slim"
      title={title}
      lead={edition.isExample ? t.copyLeadExample : t.copyLead}
      example={edition.isExample}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.office, href: paths.office.at(language) }, { label: title }]}
    >
      <Stack>
        <ErrorSummary form={form} labels={t.labels} />
        <PostForm action={paths.copyEdition.at(language, { edition: edition.slug })}>
          <Stop legend={t.stops.what}>
            <TextField form={form} name="number" label={t.labels.number} inputMode="numeric" />
            <BilingualField form={form} name="title" label={t.texts.title} hint={t.hints.titleCopied} />
          </Stop>
          <Stop legend={t.stops.when}>
            <DateField form={form} name="day" label={t.labels.day} hint={t.hints.day} />
            <TextField form={form} name="slug" label={t.labels.slug} hint={slugHint} optional />
          </Stop>
          <Stop legend={t.stops.takeOver}>
            <Checkbox form={form} name="withGroups" label={t.labels.withGroups} />
            {!edition.isExample && <Checkbox form={form} name="withOrganisations" label={t.labels.withOrganisations} />}
          </Stop>
          <LastStop title={t.copyNow}>
            <p>{t.newEditionLead}</p>
            <Submit>{t.copyNow}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}
