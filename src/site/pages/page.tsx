import { Band, More, Note, Notice, Page } from '../../design/index.tsx'
import { startWith } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { Html } from '../../platform/html.tsx'
import { dates, inLanguage, langOf } from '../../platform/language.ts'
import type { OperatorFacts } from '../model.ts'
import { paths } from '../paths.ts'
import type { PageText } from '../queries/pages.ts'
import { useText } from '../text.ts'
import { ReportForm } from './report.tsx'
import { written } from './written.ts'

type Props = { page: PageText; facts: OperatorFacts; zone: string; mayEdit: boolean; mayTell: boolean }

/** A page the office has written, its blanks filled as far as they are known. */
export function WrittenPage({ page, facts, zone, mayEdit, mayTell }: Props) {
  const { language } = useFrame()
  const t = useText()
  const lang = langOf(language, page.text)
  const { html, hasBlanks } = written(inLanguage(language, page.text), { facts, zone, language: lang ?? language })
  return (
    <Page
      kind="public"
      title={inLanguage(language, page.title)}
      titleLang={langOf(language, page.title)}
      contentLang={lang}
      head="plain"
      wide
      crumbs={[{ label: t.home.start, href: paths.home.at(language) }, { label: inLanguage(language, page.title) }]}
    >
      <Band>
        {!page.isPublished && <Notice kind="info">{t.page.draft}</Notice>}
        <div lang={lang}>
          <Html class="prose" html={html} />
        </div>
        {page.kind === 'contact' && (
          <section aria-labelledby="frage">
            <h2 id="frage">{t.report.title.question}</h2>
            <ReportForm form={startWith({})} kind="question" />
          </section>
        )}
        {hasBlanks && <Note>{t.page.blanks}</Note>}
        <Note>{t.page.changed(dates(language, zone).day(page.at))}</Note>
        {hasBlanks && mayTell && <More href={paths.operator.at(language)}>{t.page.tell}</More>}
        {mayEdit && <More href={paths.editPage.at(language, { page: page.id })}>{t.page.edit}</More>}
      </Band>
    </Page>
  )
}
