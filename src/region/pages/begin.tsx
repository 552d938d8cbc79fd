import { Page, Prose } from '../../design/index.tsx'
import { useText } from '../text.ts'

/** What everybody but the administrator sees of an installation that is still empty: how it is begun, nothing more. */
export function BeginPage() {
  const t = useText().begin
  return (
    <Page title={t.title} kind="public" lead={t.lead} head="plain">
      <Prose>
        <h2>{t.how}</h2>
        <ol>
          <li>{t.link}</li>
          <li>
            {t.again} <code>{t.command}</code>
          </li>
          <li>{t.onward}</li>
        </ol>
        <p>{t.visitor}</p>
      </Prose>
    </Page>
  )
}
