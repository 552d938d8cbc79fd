import { momentText } from '../../congress/index.ts'
import { Confirm, ErrorSummary, Hidden, LastStop, Notice, Page, PostForm, Submit } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { FormContent } from '../queries/form.ts'
import { useText } from '../text.ts'
import { NeedsStop, PersonStop, SessionsStop, TicketStop } from './fields.tsx'
import type { OwnProps } from './own.tsx'

type ChangeProps = OwnProps & { content: FormContent; form: FormState; labels: Readonly<Record<string, string>> }

/** Changing one's own registration; programme and ticket only while registration is open. */
export function ChangePage({ own, secret, may, content, form, labels }: ChangeProps) {
  const { language } = useFrame()
  const { change: t, form: words } = useText()
  const { edition } = own
  const asked = { form, content, words }
  return (
    <Page
      kind="public"
      title={t.title}
      over={inLanguage(language, edition.title)}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      hasProblems={form.problems.length > 0}
    >
      <ErrorSummary form={form} labels={labels} />
      {!may.rebook && edition.closesAt && (
        <Notice kind="info">{t.closed(momentText(language, edition.zone, edition.closesAt))}</Notice>
      )}
      <PostForm action={paths.change.at(language, { secret })}>
        <Hidden name="seen" value={form.values.seen?.[0] ?? String(own.version)} />
        <PersonStop {...asked} />
        {may.rebook && <TicketStop {...asked} current={own.state === 'confirmed' ? own.ticketTypeId : undefined} />}
        {may.rebook && <SessionsStop {...asked} />}
        <NeedsStop {...asked} />
        <LastStop title={t.send}>
          <Submit beside={<a href={paths.own.at(language, { secret })}>{t.back}</a>}>{t.send}</Submit>
        </LastStop>
      </PostForm>
    </Page>
  )
}

/** Asks before a registration is cancelled: giving the place back, or keeping it. */
export function CancelPage({ own, secret }: Pick<OwnProps, 'own' | 'secret'>) {
  const { language } = useFrame()
  const t = useText().cancel
  const state = own.state === 'waiting' ? 'waiting' : 'confirmed'
  return (
    <Page
      kind="public"
      title={t.title}
      over={inLanguage(language, own.edition.title)}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      example={own.edition.isExample}
    >
      <Confirm
        action={paths.cancel.at(language, { secret })}
        submit={t.send}
        keep={t.keep[state]}
        back={paths.own.at(language, { secret })}
      >
        <p>{t.text[state]}</p>
        <p>{t.needs}</p>
      </Confirm>
    </Page>
  )
}
