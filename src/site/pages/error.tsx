import { congressPaths } from '../../congress/index.ts'
import { Actions, ButtonLink, Note, Page, Prose } from '../../design/index.tsx'
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
        <Actions>
          <ButtonLink href={paths.home.at(language)}>{t.home}</ButtonLink>
          <FindLink status={status} label={t.findLink} language={language} />
          <ButtonLink href={congressPaths.congresses.at(language)} weight="second">
            {t.congresses}
          </ButtonLink>
        </Actions>
        {status >= 500 && <Note>{t.number(requestId)}</Note>}
      </Prose>
    </Page>
  )
}

/** Whoever comes with a broken personal link is shown how to get a new one. */
function FindLink({ status, label, language }: { status: number; label: string; language: Language }) {
  const { path } = useFrame()
  if (status !== 404 || !/^\/(anmeldung|en\/registration)\//.test(path)) return null
  return <ButtonLink href={registrationPaths.lostLink.at(language)}>{label}</ButtonLink>
}
