import {
  Actions,
  ButtonLink,
  Checkbox,
  DateField,
  Details,
  ErrorSummary,
  LastStop,
  More,
  Note,
  Notice,
  Page,
  Pair,
  Paragraphs,
  PostButton,
  PostForm,
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
import { inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Consultation, Contribution, Whole } from '../queries/consultations.ts'
import { useConsultations } from '../text/consultations.ts'
import { Received, useConsultationCrumbs } from './contribution.tsx'
import { Opened } from './words.tsx'

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

/** A consultation is entered. */
export function NewConsultationPage({ form }: { form: FormState }) {
  const { language } = useFrame()
  const t = useConsultations()
  return (
    <Page
      kind="office"
      title={t.add}
      hasProblems={form.problems.length > 0}
      crumbs={useConsultationCrumbs({ label: t.add })}
    >
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
          <Checkbox form={form} name="isPublic" label={fields.isPublic} hint={t.publicHint} />
          <Opened form={form} />
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
      crumbs={useConsultationCrumbs({ label: title })}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.saved} />}
        {consultation.isPublic && <More href={paths.call.at(language, { consultation: id })}>{t.calls.view}</More>}
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
                <Paragraphs of={text} />
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
