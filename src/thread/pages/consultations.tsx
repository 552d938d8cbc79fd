import {
  Actions,
  ButtonLink,
  DateField,
  Details,
  ErrorSummary,
  type Fact,
  Facts,
  Hidden,
  LastStop,
  More,
  Note,
  Notice,
  Page,
  Pair,
  PostButton,
  PostForm,
  Prose,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { paths } from '../paths.ts'
import type { Consultation, Contribution, Part, Whole } from '../queries/consultations.ts'
import { useConsultations } from '../text/consultations.ts'

type ListProps = { rows: readonly (Consultation & { isClosed: boolean })[] }

/** What the region answers together. */
export function ConsultationsPage({ rows }: ListProps) {
  const { language } = useFrame()
  const t = useConsultations()
  const { columns } = t
  return (
    <Page kind="office" title={t.title} lead={t.lead}>
      <Stack>
        <Actions>
          <ButtonLink href={paths.addConsultation.at(language)}>{t.add}</ButtonLink>
        </Actions>
        <Table
          caption={t.title}
          density="dense"
          rows={rows}
          keyOf={({ id }) => id}
          empty={t.empty}
          columns={[
            {
              label: columns.title,
              kind: 'name',
              cell: ({ id, title }) => <a href={paths.consultation.at(language, { consultation: id })}>{title}</a>,
            },
            { label: columns.due, cell: ({ due }) => datedText(language, due) },
            {
              label: columns.received,
              kind: 'number',
              cell: ({ received, asked }) => t.of(Number(received ?? 0), Number(asked ?? 0)),
            },
            {
              label: columns.answer,
              cell: ({ positionId, isClosed }) => t.states[positionId ? 'merged' : isClosed ? 'closed' : 'open'],
            },
          ]}
        />
      </Stack>
    </Page>
  )
}

const useCrumbs = (...below: { label: string; href?: string }[]) => {
  const { language } = useFrame()
  return [{ label: useConsultations().title, href: paths.consultations.at(language) }, ...below]
}

/** A consultation is entered. */
export function NewConsultationPage({ form }: { form: FormState }) {
  const { language } = useFrame()
  const t = useConsultations()
  return (
    <Page kind="office" title={t.add} hasProblems={form.problems.length > 0} crumbs={useCrumbs({ label: t.add })}>
      <ConsultationForm form={form} action={paths.addConsultation.at(language)} />
    </Page>
  )
}

function ConsultationForm({ form, action }: { form: FormState; action: string }) {
  const t = useConsultations()
  const { fields } = t
  return (
    <Stack>
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={action}>
        <Stop legend={t.about}>
          <TextField form={form} name="title" label={fields.title} maxLength={300} />
          <TextArea form={form} name="text" label={fields.text} rows={5} maxLength={5000} optional />
          <TextField form={form} name="addressee" label={fields.addressee} maxLength={300} optional />
          <TextField form={form} name="reference" label={fields.reference} maxLength={200} optional />
          <TextField form={form} name="link" label={fields.link} type="url" maxLength={2000} optional />
          <DateField form={form} name="due" label={fields.due} />
        </Stop>
        <LastStop title={t.save}>
          <Submit>{t.save}</Submit>
        </LastStop>
      </PostForm>
    </Stack>
  )
}

export type Forms = { about: FormState; asking: FormState; merging: FormState }
type WholeProps = { consultation: Whole; forms: Forms; zone: string; isSaved: boolean }

/** Who contributes what to a consultation; from it the answer is made. */
export function ConsultationPage({ consultation, forms, zone, isSaved }: WholeProps) {
  const { language } = useFrame()
  const t = useConsultations()
  const { id, title, due, position, isClosed } = consultation
  const { about, asking, merging } = forms
  const problems = [about, asking, merging].some((form) => form.problems.length > 0)
  return (
    <Page
      kind="office"
      title={title}
      lead={`${t.dueBy(datedText(language, due))}. ${t.states[position ? 'merged' : isClosed ? 'closed' : 'open']}.`}
      hasProblems={problems}
      crumbs={useCrumbs({ label: title })}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.saved} />}
        <ErrorSummary form={merging} labels={t.fields} />
        {position && (
          <More href={paths.edit.at(language, { piece: position.id })}>
            {t.toPosition}: {inLanguage(language, position.title)}
          </More>
        )}
        <Parts {...{ consultation, zone }} />
        {!consultation.positionId && <Asking form={asking} id={id} />}
        {!consultation.positionId && (
          <section class="stack">
            <h2>{t.merge}</h2>
            <p>{t.mergeText}</p>
            <Actions>
              <PostButton action={paths.merge.at(language, { consultation: id })}>{t.merge}</PostButton>
            </Actions>
          </section>
        )}
        <h2>{t.change}</h2>
        <ConsultationForm form={about} action={paths.consultation.at(language, { consultation: id })} />
      </Stack>
    </Page>
  )
}

function Parts({ consultation, zone }: Pick<WholeProps, 'consultation' | 'zone'>) {
  const { language } = useFrame()
  const t = useConsultations()
  const at = (one: Contribution) => ({ consultation: consultation.id, contribution: one.id })
  return (
    <Table
      caption={t.table}
      rows={consultation.contributions}
      keyOf={({ id }) => id}
      empty={t.none}
      columns={[
        {
          label: t.parts.organisation,
          kind: 'name',
          cell: ({ organisation, email }) => (
            <>
              {organisation}
              {email && <Note>{email}</Note>}
            </>
          ),
        },
        { label: t.parts.topic, cell: ({ topic }) => topic },
        { label: t.parts.received, cell: (one) => <Received of={one} zone={zone} /> },
        {
          label: t.parts.read,
          cell: ({ text, contributor }) =>
            text && (
              <Details summary={t.open}>
                <Prose>
                  {text.split(/\n{2,}/).map((paragraph, index) => (
                    <p key={index}>{paragraph}</p>
                  ))}
                </Prose>
                <Note>{contributor}</Note>
              </Details>
            ),
        },
        {
          label: t.parts.action,
          kind: 'action',
          cell: (one) =>
            !consultation.positionId && (
              <a href={paths.contribution.at(language, at(one))}>
                {t.parts.action}
                <span class="hide"> {one.organisation}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

function Received({ of, zone }: { of: Pick<Part, 'receivedAt'>; zone: string }) {
  const { language } = useFrame()
  const t = useConsultations()
  return of.receivedAt ? t.cameOn(dates(language, zone).short(of.receivedAt)) : t.notYet
}

function Asking({ form, id }: { form: FormState; id: string }) {
  const { language } = useFrame()
  const t = useConsultations()
  const { fields } = t
  return (
    <>
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={paths.askContribution.at(language, { consultation: id })}>
        <Stop legend={t.ask}>
          <Note>{t.askText}</Note>
          <Pair>
            <TextField form={form} name="organisation" label={fields.organisation} maxLength={200} />
            <TextField form={form} name="topic" label={fields.topic} maxLength={300} />
          </Pair>
          <Pair>
            <TextField form={form} name="email" label={fields.email} type="email" maxLength={320} optional />
            <Select
              form={form}
              name="language"
              label={fields.language}
              options={(['de', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
            />
          </Pair>
          <Submit weight="second">{t.ask}</Submit>
        </Stop>
      </PostForm>
    </>
  )
}

export type Writing = {
  form: FormState
  title: string
  text: string
  addressee: string
  reference: string
  link: string | null
  due: string
  organisation: string
  topic: string
  written: string
  isClosed: boolean
}

/** A contribution is written, by who was asked or by the office for them. */
export function ContributionPage({
  action,
  office,
  remove,
  others,
  isSaved,
  zone,
  ...of
}: Writing & {
  action: string
  /** Where the office came from; undefined for who holds the link. */
  office?: { label: string; href: string }
  remove?: string
  others?: readonly Part[]
  isSaved: boolean
  zone: string
}) {
  const t = useConsultations()
  return (
    <Page
      kind={office ? 'office' : 'public'}
      title={t.own.title(of.title)}
      lead={`${t.own.lead(of.organisation, of.topic)}`}
      hasProblems={of.form.problems.length > 0}
      {...(office ? { crumbs: useCrumbs(office, { label: of.organisation }) } : {})}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.own.saved} />}
        <About {...of} />
        {of.isClosed ? (
          <>
            <Notice kind="warning" title={t.own.closed} />
            <Prose>
              {of.written.split(/\n{2,}/).map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </Prose>
          </>
        ) : (
          <WritingForm form={of.form} action={action} />
        )}
        {others && others.length > 0 && (
          <Table
            caption={t.own.others}
            rows={others}
            keyOf={({ id }) => id}
            columns={[
              { label: t.parts.organisation, kind: 'name', cell: ({ organisation }) => organisation },
              { label: t.parts.topic, cell: ({ topic }) => topic },
              { label: t.parts.received, cell: (one) => <Received of={one} zone={zone} /> },
            ]}
          />
        )}
        {remove && (
          <PostButton action={remove} weight="danger">
            {t.remove}
          </PostButton>
        )}
      </Stack>
    </Page>
  )
}

function About({ text, addressee, reference, link, due }: Writing) {
  const { language } = useFrame()
  const t = useConsultations()
  const facts: Fact[] = [
    { label: t.by, value: addressee },
    { label: t.fields.reference, value: reference },
    { label: t.fields.due, value: datedText(language, due) },
    { label: t.papers, value: link && isSafeLink(link) && <a href={link}>{link}</a> },
  ]
  return (
    <>
      {text && (
        <Prose>
          {text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </Prose>
      )}
      <Facts facts={facts} />
    </>
  )
}

function WritingForm({ form, action }: { form: FormState; action: string }) {
  const t = useConsultations()
  const { fields } = t
  return (
    <>
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={action}>
        <Hidden name="seen" value={form.values.seen?.[0] ?? '0'} />
        <Stop legend={fields.contribution}>
          <TextArea form={form} name="text" label={fields.contribution} rows={12} maxLength={5000} />
          <TextField form={form} name="contributor" label={fields.contributor} maxLength={200} autocomplete="name" />
        </Stop>
        <LastStop title={t.own.submit}>
          <Note>
            {t.own.text} {t.own.purpose}
          </Note>
          <Submit>{t.own.submit}</Submit>
        </LastStop>
      </PostForm>
    </>
  )
}
