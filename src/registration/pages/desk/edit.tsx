import {
  Checkbox,
  DateField,
  ErrorSummary,
  Hidden,
  LastStop,
  Page,
  PostForm,
  Radios,
  Submit,
  TextArea,
  TextField,
} from '../../../design/index.tsx'
import { readableEmail } from '../../../platform/address.ts'
import type { FormState } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { languages } from '../../../platform/language.ts'
import { consentWays } from '../../model.ts'
import { deskPaths } from '../../paths.ts'
import type { FormContent } from '../../queries/form.ts'
import type { Own } from '../../queries/own.ts'
import { useDeskText } from '../../text/desk.ts'
import { useText } from '../../text.ts'
import { NeedsStop, PersonStop, SessionsStop, TicketStop } from '../fields.tsx'
import { ConsentBoxes } from '../register.tsx'
import { useOneCrumbs } from './crumbs.ts'

type EditProps = {
  own: Own | undefined
  content: FormContent
  form: FormState
  labels: Readonly<Record<string, string>>
}

/** Editing a registration for somebody, or entering one. */
export function DeskEditPage({ own, content, form, labels }: EditProps) {
  const { language } = useFrame()
  const t = useDeskText()
  const at = { edition: content.edition.slug }
  const asked = { form, content, words: { ...useText().form, ...t.form } }
  const action = own ? deskPaths.edit.at(language, { ...at, registration: own.id }) : deskPaths.add.at(language, at)
  const back = own ? deskPaths.one.at(language, { ...at, registration: own.id }) : deskPaths.list.at(language, at)
  return (
    <Page
      kind="office"
      title={own ? t.edit.title : t.edit.add}
      lead={own?.name}
      region={content.edition.regionNo ?? undefined}
      head="slim"
      example={content.edition.isExample}
      hasProblems={form.problems.length > 0}
    >
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={action}>
        {own && <Hidden name="seen" value={form.values.seen?.[0] ?? String(own.version)} />}
        <PersonStop {...asked} email="optional" />
        <TicketStop {...asked} current={own?.state === 'confirmed' ? own.ticketTypeId : undefined} />
        <SessionsStop {...asked} />
        <NeedsStop {...asked} />
        <LastStop title={own ? t.edit.save : t.edit.consents}>
          {own ? (
            <Checkbox form={form} name="tells" label={t.edit.tells} hint={t.edit.tellsHint} />
          ) : (
            <>
              <ConsentBoxes {...asked} said={t.edit.agreed} />
              {content.consents.length > 0 && <Agreement form={form} />}
              <Radios
                form={form}
                name="language"
                label={t.edit.language}
                options={languages.map((value) => ({ value, label: t.one.languages[value] }))}
              />
              <Checkbox form={form} name="tells" label={t.edit.confirms} hint={t.edit.confirmsHint} />
            </>
          )}
          <Submit beside={<a href={back}>{t.edit.back}</a>}>{own ? t.edit.save : t.edit.send}</Submit>
        </LastStop>
      </PostForm>
    </Page>
  )
}

/** How and when the person told the office that they agree. */
function Agreement({ form }: { form: FormState }) {
  const t = useDeskText().edit
  return (
    <>
      <Radios
        form={form}
        name="consentWay"
        label={t.consentWay}
        options={consentWays.map((value) => ({ value, label: t.ways[value] }))}
      />
      <DateField form={form} name="consentOn" label={t.consentOn} />
    </>
  )
}

/** Writing to the person of a registration. */
export function DeskMessagePage({ own, form }: { own: Own; form: FormState }) {
  const { language } = useFrame()
  const t = useDeskText()
  const at = { edition: own.edition.slug, registration: own.id }
  const m = t.message
  return (
    <Page
      kind="office"
      title={m.title}
      lead={own.name}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      crumbs={useOneCrumbs(own)}
      hasProblems={form.problems.length > 0}
    >
      <ErrorSummary form={form} labels={{ subject: m.subject, text: m.text }} />
      <p>{own.email ? m.to(readableEmail(own.email)) : t.refused.noAddress}</p>
      {own.language === 'en' && <p>{m.inEnglish}</p>}
      <PostForm action={deskPaths.message.at(language, at)}>
        <TextField form={form} name="subject" label={m.subject} maxLength={200} />
        <TextArea form={form} name="text" label={m.text} rows={8} maxLength={5000} />
        <Submit beside={<a href={deskPaths.one.at(language, at)}>{t.edit.back}</a>}>{m.send}</Submit>
      </PostForm>
    </Page>
  )
}

/** Asks before a registration is cancelled for somebody. */
export function DeskCancelPage({ own, form }: { own: Own; form: FormState }) {
  const { language } = useFrame()
  const t = useDeskText().cancel
  const at = { edition: own.edition.slug, registration: own.id }
  return (
    <Page
      kind="office"
      title={t.title}
      lead={own.name}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      crumbs={useOneCrumbs(own)}
    >
      <p>{t.text}</p>
      <PostForm action={deskPaths.cancel.at(language, at)}>
        <TextField form={form} name="reason" label={t.reason} optional maxLength={300} />
        <Checkbox form={form} name="tells" label={t.tells} />
        <Submit weight="danger" beside={<a href={deskPaths.one.at(language, at)}>{useDeskText().edit.back}</a>}>
          {t.send}
        </Submit>
      </PostForm>
    </Page>
  )
}
