import { congressPaths } from '../../../congress/index.ts'
import {
  Actions,
  BilingualField,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  More,
  Notice,
  Page,
  PostButton,
  PostForm,
  Radios,
  State,
  Submit,
  Table,
  TextField,
} from '../../../design/index.tsx'
import { type FormState, valueOf } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { dates, inLanguage, number } from '../../../platform/language.ts'
import { attendances } from '../../model.ts'
import { deskPaths } from '../../paths.ts'
import type { DeskEdition } from '../../queries/desk.ts'
import type { ConsentVersion } from '../../queries/desk-one.ts'
import type { TicketType } from '../../queries/ticket-types.ts'
import { useDeskText } from '../../text/desk.ts'
import { useListCrumb } from './crumbs.ts'

type Labels = Readonly<Record<string, string>>
type Done = { done: 'saved' | 'removed' | undefined }

/** What one can choose when registering, with the places of each. */
export function TicketTypesPage({ edition, rows, done }: Done & { edition: DeskEdition; rows: readonly TicketType[] }) {
  const { language } = useFrame()
  const t = useDeskText()
  const s = t.ticket
  return (
    <Page
      kind="office"
      title={s.title}
      lead={s.lead}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={[useListCrumb(edition), { label: s.title }]}
    >
      {done && <Notice kind="success" title={t.done[done]} />}
      <Actions>
        <ButtonLink href={deskPaths.addTicketType.at(language, { edition: edition.slug })}>{s.add}</ButtonLink>
        <More href={congressPaths.edit.at(language, { edition: edition.slug })}>{t.edition}</More>
      </Actions>
      <Table
        caption={s.title}
        isCaptionHidden
        rows={rows}
        keyOf={({ id }) => id}
        empty={s.empty}
        columns={[
          {
            label: s.columns.name,
            kind: 'name',
            cell: ({ id, name }) => (
              <a href={deskPaths.ticketType.at(language, { edition: edition.slug, item: id })}>
                {inLanguage(language, name)}
              </a>
            ),
          },
          { label: s.columns.attendance, cell: ({ attendance }) => t.attendances[attendance] },
          {
            label: s.columns.seats,
            kind: 'number',
            cell: ({ seats }) => (seats === undefined ? s.unlimited : number(seats)),
          },
          { label: t.figures.left, kind: 'number', cell: ({ left }) => (left === undefined ? '–' : number(left)) },
        ]}
      />
    </Page>
  )
}

type TypeProps = { edition: DeskEdition; item: string | undefined; form: FormState; labels: Labels }

export function TicketTypePage({ edition, item, form, labels }: TypeProps) {
  const { language } = useFrame()
  const t = useDeskText()
  const s = t.ticket
  const at = { edition: edition.slug }
  return (
    <Page
      kind="office"
      title={item ? valueOf(form, 'nameDe') || s.title : s.add}
      region={edition.regionNo ?? undefined}
      head="slim"
      hasProblems={form.problems.length > 0}
      crumbs={[
        useListCrumb(edition),
        { label: s.title, href: congressPaths.ticketTypes.at(language, at) },
        { label: item ? valueOf(form, 'nameDe') || s.title : s.add },
      ]}
    >
      <ErrorSummary form={form} labels={labels} />
      <PostForm
        action={item ? deskPaths.ticketType.at(language, { ...at, item }) : deskPaths.addTicketType.at(language, at)}
      >
        <BilingualField form={form} name="name" label={s.name} maxLength={100} />
        <BilingualField form={form} name="note" label={s.note} maxLength={200} optional />
        <Radios
          form={form}
          name="attendance"
          label={s.attendance}
          options={attendances.map((value) => ({ value, label: t.attendances[value] }))}
        />
        <TextField
          form={form}
          name="seats"
          label={s.seats}
          hint={s.seatsHint}
          inputMode="numeric"
          optional
          maxLength={6}
        />
        <TextField form={form} name="position" label={s.position} inputMode="numeric" maxLength={3} />
        <Submit>{s.save}</Submit>
      </PostForm>
      {item && (
        <PostButton action={deskPaths.removeTicketType.at(language, { ...at, item })} weight="danger">
          {s.remove}
        </PostButton>
      )}
    </Page>
  )
}

/** The texts one agrees to, with all their versions. */
export function ConsentsPage({ rows, zone, done }: Done & { rows: readonly ConsentVersion[]; zone: string }) {
  const { language } = useFrame()
  const { consent: t, done: words } = useDeskText()
  const current = new Set([...Map.groupBy(rows, ({ key }) => key).values()].map((versions) => versions[0]!.id))
  return (
    <Page kind="office" title={t.title} lead={t.lead}>
      {done && <Notice kind="success" title={words[done]} />}
      <Actions>
        <ButtonLink href={deskPaths.addConsent.at(language)}>{t.add}</ButtonLink>
      </Actions>
      <Table
        caption={t.title}
        isCaptionHidden
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t.key,
            kind: 'name',
            cell: ({ id, key }) =>
              current.has(id) ? <a href={deskPaths.consent.at(language, { key })}>{key}</a> : key,
          },
          { label: t.version(0).replace(' 0', ''), kind: 'number', cell: ({ version }) => version },
          { label: t.text, cell: ({ text }) => inLanguage(language, text) },
          { label: t.isRequired, cell: ({ isRequired }) => (isRequired ? t.required : t.optional) },
          {
            label: t.current,
            cell: ({ id, validFrom }) => (
              <State form={current.has(id) ? 'done' : 'off'}>{t.since(dates(language, zone).short(validFrom))}</State>
            ),
          },
        ]}
      />
    </Page>
  )
}

export function ConsentPage({ form, labels, isNew }: { form: FormState; labels: Labels; isNew: boolean }) {
  const { language } = useFrame()
  const t = useDeskText().consent
  const key = form.values.key?.[0] ?? ''
  return (
    <Page
      kind="office"
      title={isNew ? t.add : key}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.title, href: congressPaths.consentTexts.at(language) }, { label: isNew ? t.add : key }]}
    >
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={isNew ? deskPaths.addConsent.at(language) : deskPaths.consent.at(language, { key })}>
        {isNew && <TextField form={form} name="key" label={t.key} hint={t.keyHint} maxLength={40} />}
        <BilingualField form={form} name="text" label={t.text} rows={4} maxLength={2000} />
        <Checkbox form={form} name="isRequired" label={t.isRequired} />
        <Submit>{t.save}</Submit>
      </PostForm>
    </Page>
  )
}
