import { ErrorSummary, Facts, More, Page, PostButton, PostForm, Prose, Submit, TextField } from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { AskedEmail } from '../queries/email.ts'
import type { Own } from '../queries/own.ts'
import { useEmailText } from '../text/email.ts'

type AskProps = { own: Own; secret: string; form: FormState; labels: Readonly<Record<string, string>> }

/** Asks for another address, and says what will happen. */
export function EmailPage({ own, secret, form, labels }: AskProps) {
  const { language } = useFrame()
  const t = useEmailText().ask
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      over={inLanguage(language, own.edition.title)}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      example={own.edition.isExample}
      hasProblems={form.problems.length > 0}
    >
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={paths.email.at(language, { secret })}>
        <Facts facts={[{ label: t.old, value: readableEmail(own.email) || t.none }]} />
        <TextField form={form} name="email" label={t.email} type="email" autocomplete="email" maxLength={254} />
        <Prose>
          <h2>{t.next}</h2>
          <ol>
            {t.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Prose>
        <Submit beside={<a href={paths.own.at(language, { secret })}>{t.back}</a>}>{t.send}</Submit>
      </PostForm>
    </Page>
  )
}

type LinkProps = { asked: AskedEmail; secret: string; kind: 'confirm' | 'keep' }

/** Where the link of the mail to the new or the old address leads: what it does, and the button that does it. */
export function EmailLinkPage({ asked, secret, kind }: LinkProps) {
  const { language } = useFrame()
  const t = useEmailText()
  const { edition, refused } = asked
  const path = kind === 'confirm' ? paths.confirmEmail : paths.keepEmail
  return (
    <Page
      kind="public"
      title={refused ? t.stopped.title : t[kind].title}
      over={inLanguage(language, edition.title)}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
    >
      <Prose>
        {refused ? (
          <>
            <p>{t.stopped[refused]}</p>
            <More href={paths.lostLink.at(language)}>{t.stopped.lost}</More>
          </>
        ) : (
          <>
            <Effect asked={asked} kind={kind} />
            <PostButton action={path.at(language, { secret })}>{t[kind].send}</PostButton>
          </>
        )}
      </Prose>
    </Page>
  )
}

function Effect({ asked, kind }: Omit<LinkProps, 'secret'>) {
  const { language } = useFrame()
  const { confirm, keep } = useEmailText()
  const [before, after] = [readableEmail(asked.oldEmail), readableEmail(asked.newEmail)]
  if (kind === 'confirm') return <p>{confirm.text(after, inLanguage(language, asked.edition.title))}</p>
  return (
    <>
      <p>{asked.confirmedAt ? keep.done(after) : keep.open(after)}</p>
      <p>{keep.text(before)}</p>
    </>
  )
}
