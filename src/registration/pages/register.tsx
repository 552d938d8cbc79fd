import { congressPaths, momentText, placeText, whenText } from '../../congress/index.ts'
import {
  Actions,
  Aside,
  ButtonLink,
  Checkboxes,
  Cols,
  ErrorSummary,
  Facts,
  LastStop,
  Notice,
  Page,
  PostForm,
  Submit,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { Html } from '../../platform/html.tsx'
import { inLanguage, langOf } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import { contact, home, privacyNotice } from '../../platform/paths.ts'
import { paths } from '../paths.ts'
import type { ConsentText, FormContent } from '../queries/form.ts'
import type { Made } from '../queries/made-here.ts'
import { useText } from '../text.ts'
import { type FormWords, hasToWait, NeedsStop, PersonStop, SessionsStop, TicketStop } from './fields.tsx'

type Props = {
  content: FormContent
  form: FormState
  labels: Readonly<Record<string, string>>
  /** What this browser has registered under the same address already. */
  before?: readonly Made[]
}

/** The registration on one page: a line with a stop for each question. */
export function RegisterPage({ content, form, labels, before = [] }: Props) {
  const { language } = useFrame()
  const t = useText().form
  const { edition } = content
  const title = inLanguage(language, edition.title)
  const asked = { form, content, words: t }
  return (
    <Page
      kind="public"
      title={t.title(title)}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      hasProblems={form.problems.length > 0}
      crumbs={crumbsOf(content, language, t)}
    >
      <Cols>
        <div class="c8 stack">
          {before.length > 0 && <Before before={before} />}
          <ErrorSummary form={form} labels={labels} />
          {edition.isExample && <Notice kind="info">{t.example}</Notice>}
          <PostForm action={congressPaths.register.at(language, { edition: edition.slug })}>
            <p>{t.intro}</p>
            <PersonStop {...asked} email="required" />
            <TicketStop {...asked} />
            <SessionsStop {...asked} />
            <NeedsStop {...asked} />
            <LastStop title={t.before}>
              <p>
                {t.beforeText(edition.closesAt ? momentText(language, edition.zone, edition.closesAt) : undefined)}{' '}
                <a href={privacyNotice.at(language)}>{t.privacy}</a>
              </p>
              <ConsentBoxes {...asked} />
              <Send content={content} />
            </LastStop>
          </PostForm>
        </div>
        <Summary content={content} />
      </Cols>
    </Page>
  )
}

export const crumbsOf = (
  { edition }: FormContent,
  language: 'de' | 'en',
  t: { home: string; congresses: string; crumb: string },
) => [
  { label: t.home, href: home.at(language) },
  { label: t.congresses, href: congressPaths.congresses.at(language) },
  {
    label: inLanguage(language, edition.title),
    href: congressPaths.edition.at(language, { edition: edition.slug }),
  },
  { label: t.crumb },
]

/** Who is registered already, with the way there: for who went back and sent the form once more. */
function Before({ before }: { before: readonly Made[] }) {
  const { language } = useFrame()
  const t = useText().form
  return (
    <Notice kind="warning" title={t.already}>
      <ul>
        {before.map(({ name, number, secret }) => (
          <li key={secret}>
            <a href={paths.own.at(language, { secret })}>{t.alreadyWho(name, number)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Registers, or says that it puts on the waiting list: for the choice that is full, or where all are. */
function Send({ content: { ticketTypes } }: { content: FormContent }) {
  const t = useText().form
  const waiting = { label: t.sendWaiting, note: t.waiting }
  return (
    <Submit waiting={ticketTypes.some(hasToWait) ? waiting : undefined} isWaiting={ticketTypes.every(hasToWait)}>
      {t.send}
    </Submit>
  )
}

type ConsentProps = { content: FormContent; form: FormState; words: FormWords; said?: string }

/**
 * The texts to agree to, each its own box with links that work; what may be left out stands apart. `said` stands before
 * each where somebody else ticks it for the person.
 */
export function ConsentBoxes({ content, form, words: t, said }: ConsentProps) {
  const { language } = useFrame()
  const [free, required] = [false, true].map((needed) =>
    content.consents.filter(({ isRequired }) => isRequired === needed),
  ) as [ConsentText[], ConsentText[]]
  const options = [...required, ...free].map(({ id, text, isRequired }) => ({
    value: id,
    label: (
      <>
        {said && <span>{said}</span>}
        <Html html={markdown(inLanguage(language, text))} />
      </>
    ),
    lang: langOf(language, text),
    hint: isRequired ? undefined : t.freeHint,
    isRequired,
    group: isRequired ? undefined : t.freeConsents,
  }))
  return <Checkboxes form={form} name="consents" options={options} optional />
}

function Summary({ content: { edition } }: { content: FormContent }) {
  const { language } = useFrame()
  const t = useText().form
  return (
    <Aside title={t.yours}>
      <Facts
        facts={[
          { label: t.day, value: whenText(language, edition.zone, edition) },
          { label: t.venue, value: placeText(edition) },
          { label: t.cost, value: t.free },
        ]}
      />
      <p class="small">
        {t.questions} <a href={contact.at(language)}>{t.contact}</a>
      </p>
      <p class="small">
        <a href={paths.lostLink.at(language)}>{t.lost}</a>
      </p>
    </Aside>
  )
}

/** The same form came again with other content: what was sent first stands, and where to change it. */
export function AlreadySentPage({ content, first }: { content: FormContent; first: string | undefined }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.sent
  const { edition } = content
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      over={inLanguage(language, edition.title)}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={crumbsOf(content, language, words.form)}
    >
      <Actions>
        {first && <ButtonLink href={first}>{t.first}</ButtonLink>}
        <ButtonLink href={congressPaths.register.at(language, { edition: edition.slug })} weight="second">
          {t.another}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
