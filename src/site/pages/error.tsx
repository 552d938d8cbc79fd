import { congressPaths } from '../../congress/index.ts'
import { Actions, ButtonLink, Note, Page, Prose } from '../../design/index.tsx'
import type { Language } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

type Known = 403 | 404 | 409 | 413 | 429 | 500
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
          <ButtonLink href={congressPaths.congresses.at(language)} weight="second">
            {t.congresses}
          </ButtonLink>
        </Actions>
        {status >= 500 && <Note>{t.number(requestId)}</Note>}
      </Prose>
    </Page>
  )
}
