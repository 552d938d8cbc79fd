import {
  DateTimeField,
  ErrorSummary,
  Hidden,
  LastStop,
  PostForm,
  Radios,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner } from '../../groups/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { languages } from '../../platform/language.ts'
import { longestMinutes, mostOptions } from '../model.ts'
import { paths } from '../paths.ts'
import type { Meeting } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { zoneText } from '../times.ts'

const numbers = (most: number) => Array.from({ length: most }, (_, index) => index + 1)

type AddProps = { group: Group; form: FormState; zone: string }

/** Plans a meeting: with one date, or with several to ask about. */
export function AddPage({ group, form, zone }: AddProps) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner group={group} tab="meetings" title={t.add} form={form} below={[{ label: t.add }]}>
      <ErrorSummary form={form} />
      <PostForm action={paths.add.at(language, { group: group.id })}>
        <SaidFields form={form} />
        <Stop legend={t.fields.when}>
          <p>{t.form.whenHint(zoneText(language, zone))}</p>
          <LastsField form={form} />
          {numbers(mostOptions).map((n) => (
            <DateTimeField key={n} form={form} name={`start${n}`} label={t.form.option(n)} optional={n > 1} />
          ))}
        </Stop>
        <LastStop title={t.form.save}>
          <Submit>{t.form.save}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

function LastsField({ form }: { form: FormState }) {
  const { fields } = useText()
  return <TextField form={form} name="lasts" type="number" label={fields.lasts} min={1} max={longestMinutes} />
}

function SaidFields({ form }: { form: FormState }) {
  const { fields, form: f } = useText()
  return (
    <Stop legend={f.what}>
      <TextField form={form} name="title" label={fields.title} maxLength={200} />
      <TextField form={form} name="place" label={fields.place} hint={f.placeHint} maxLength={300} optional />
      <TextField form={form} name="link" type="url" label={fields.link} hint={f.linkHint} maxLength={2000} optional />
      <TextArea form={form} name="note" label={f.note} maxLength={5000} optional />
    </Stop>
  )
}

type OneProps = { group: Group; meeting: Meeting; form: FormState }

/** Changes what is said of a meeting. */
export function EditPage({ group, meeting, form, zone }: OneProps & { zone: string }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner
      group={group}
      tab="meetings"
      title={t.form.editTitle}
      form={form}
      below={useWay(group, meeting, t.form.editTitle)}
    >
      <ErrorSummary form={form} />
      <PostForm action={paths.edit.at(language, { group: group.id, meeting: meeting.id })}>
        <Hidden name="seen" value={valueOf(form, 'seen')} />
        <SaidFields form={form} />
        {meeting.startsAt && (
          <Stop legend={`${t.fields.when} (${zone})`}>
            <DateTimeField form={form} name="start" label={t.fields.start} />
            <LastsField form={form} />
          </Stop>
        )}
        <LastStop title={t.form.save}>
          <Submit>{t.form.save}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

/** The way from the list of meetings to one of them, and to a page below it. */
export function useWay(group: Group, { id, title }: Pick<Meeting, 'id' | 'title'>, own?: string) {
  const { language } = useFrame()
  const one = { label: title, href: paths.meeting.at(language, { group: group.id, meeting: id }) }
  return own ? [one, { label: own }] : [one]
}

/** The agenda, item by item, with room for more. */
export function AgendaPage({ group, meeting, form, rows }: OneProps & { rows: number }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner
      group={group}
      tab="meetings"
      title={t.agenda}
      lead={t.item.lead}
      form={form}
      below={useWay(group, meeting, t.agenda)}
    >
      <ErrorSummary form={form} />
      <PostForm action={paths.agenda.at(language, { group: group.id, meeting: meeting.id })}>
        <Hidden name="seen" value={valueOf(form, 'seen')} />
        {numbers(rows).map((n) => (
          <ItemFields key={n} form={form} n={n} />
        ))}
        <LastStop title={t.form.save}>
          <Submit>{t.form.save}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

function ItemFields({ form, n }: { form: FormState; n: number }) {
  const { item } = useText()
  return (
    <Stop legend={item.legend(n)}>
      <TextField form={form} name={`title${n}`} label={item.title} maxLength={300} optional="sometimes" />
      <TextField form={form} name={`who${n}`} label={item.who} maxLength={200} optional />
      <TextField
        form={form}
        name={`lasts${n}`}
        type="number"
        label={item.lasts}
        min={1}
        max={longestMinutes}
        optional
      />
      <TextField form={form} name={`place${n}`} type="number" label={item.place} min={1} max={99} optional />
      <Hidden name={`id${n}`} value={valueOf(form, `id${n}`)} />
    </Stop>
  )
}

/** Invites a guest who is no member. */
export function GuestPage({ group, meeting, form }: OneProps) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner group={group} tab="meetings" title={t.people.add} form={form} below={useWay(group, meeting, t.people.add)}>
      <ErrorSummary form={form} />
      <PostForm action={paths.guests.at(language, { group: group.id, meeting: meeting.id })}>
        <Stop legend={t.people.guest}>
          <TextField form={form} name="name" label={t.fields.name} maxLength={200} />
          <TextField form={form} name="email" type="email" label={t.fields.email} maxLength={254} />
          <Radios
            form={form}
            name="language"
            label={t.fields.language}
            options={languages.map((value) => ({ value, label: t.languages[value] }))}
          />
        </Stop>
        <LastStop title={t.people.add}>
          <Submit>{t.people.add}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}
