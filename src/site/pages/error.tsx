import { congressPaths } from '../../congress/index.ts'
import { Actions, ButtonLink, Note, Page, Prose } from '../../design/index.tsx'
import { peoplePaths } from '../../people/index.ts'
import { useFrame } from '../../platform/frame.ts'
import type { Language } from '../../platform/language.ts'
import { registrationPaths } from '../../registration/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

type What = { status: number; requestId: string; typed: readonly string[] }
type Known = 403 | 404 | 409 | 413 | 429 | 500 | 503
const isKnown = (status: number): status is Known => status in text.de.error

/** What a visitor reads when there is no page of a room to show. */
export function errorPage(language: Language, { status, requestId, typed }: What) {
  const t = text[language].error
  const words = typed.length > 0 ? t.keyGone : isKnown(status) ? t[status] : t.other
  return (
    <Page kind="public" title={words.title} lead={words.text} head="plain">
      <div class="dead-end" aria-hidden="true" />
      <Prose>
        <Typed texts={typed} language={language} />
        <Ways {...{ status, language }} isKeyGone={typed.length > 0} />
        {status >= 500 && <Note>{t.number(requestId)}</Note>}
      </Prose>
    </Page>
  )
}

/** What somebody has written and nobody has kept, to be copied, and where it was to go. */
function Typed({ texts, language }: { texts: readonly string[]; language: Language }) {
  const { path } = useFrame()
  const t = text[language].error
  if (texts.length === 0) return null
  return (
    <>
      <p>
        <a href={path}>{t.toForm}</a>
      </p>
      {texts.map((one) => (
        <pre key={one}>{one}</pre>
      ))}
    </>
  )
}

/**
 * Where to go from here. Whoever comes with a broken personal link is first shown how to get a new one, and who comes to
 * the office signed out where to sign in, whether there is such a page or not.
 */
function Ways({ status, language, isKeyGone }: { status: number; language: Language; isKeyGone: boolean }) {
  const { path, person } = useFrame()
  const t = text[language].error
  const isOffice = isKeyGone || (status === 404 && !person && /^\/(verwaltung|en\/office)(\/|$)/.test(path))
  const isLost = status === 404 && /^\/(anmeldung|en\/registration)\//.test(path)
  return (
    <Actions>
      {isOffice && <ButtonLink href={peoplePaths.access.at(language)}>{t.signIn}</ButtonLink>}
      {isLost && <ButtonLink href={registrationPaths.lostLink.at(language)}>{t.findLink}</ButtonLink>}
      <ButtonLink href={paths.home.at(language)} weight={isLost || isOffice ? 'second' : 'primary'}>
        {t.home}
      </ButtonLink>
      <ButtonLink href={congressPaths.congresses.at(language)} weight="second">
        {t.congresses}
      </ButtonLink>
    </Actions>
  )
}
