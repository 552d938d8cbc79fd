import { congressPaths } from '../../congress/index.ts'
import { Actions, ButtonLink, Note, Page, Prose } from '../../design/index.tsx'
import { peoplePaths } from '../../people/index.ts'
import { useFrame } from '../../platform/frame.ts'
import type { Language } from '../../platform/language.ts'
import { registrationPaths } from '../../registration/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

type Known = 403 | 404 | 409 | 413 | 429 | 500 | 503
const isKnown = (status: number): status is Known => status in text.de.error

/** What a visitor reads when there is no page of a room to show. */
export function errorPage(language: Language, status: number, requestId: string) {
  const t = text[language].error
  const words = isKnown(status) ? t[status] : t.other
  return (
    <Page kind="public" title={words.title} lead={words.text} head="plain">
      <div class="dead-end" aria-hidden="true" />
      <Prose>
        <Ways status={status} language={language} />
        {status >= 500 && <Note>{t.number(requestId)}</Note>}
      </Prose>
    </Page>
  )
}

/**
 * Where to go from here. Whoever comes with a broken personal link is first shown how to get a new one, and who comes to
 * the office signed out where to sign in, whether there is such a page or not.
 */
function Ways({ status, language }: { status: number; language: Language }) {
  const { path, person } = useFrame()
  const t = text[language].error
  const isOffice = status === 404 && !person && /^\/(verwaltung|en\/office)(\/|$)/.test(path)
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
