import { Band, More, Note, Notice, Page } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { Html } from '../../platform/html.tsx'
import { dates, inLanguage, langOf } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import { fillBlanks, type OperatorKey } from '../model.ts'
import { paths } from '../paths.ts'
import type { PageText } from '../queries/pages.ts'
import { useText } from '../text.ts'

type Props = { page: PageText; facts: Readonly<Record<string, string>>; zone: string; mayEdit: boolean }

/** A page the office has written, its blanks filled as far as they are known. */
export function WrittenPage({ page, facts, zone, mayEdit }: Props) {
  const { language } = useFrame()
  const t = useText()
  const names: Record<string, string> = t.operator.keys satisfies Record<OperatorKey, string>
  const source = fillBlanks(
    inLanguage(language, page.text),
    facts,
    (key) => t.page.without[key] ?? t.page.gap(names[key] ?? key),
  )
  return (
    <Page
      kind="public"
      title={inLanguage(language, page.title)}
      head="plain"
      wide
      crumbs={[{ label: t.home.start, href: paths.home.at(language) }, { label: inLanguage(language, page.title) }]}
    >
      <Band>
        {!page.isPublished && <Notice kind="info">{t.page.draft}</Notice>}
        <div lang={langOf(language, page.text)}>
          <Html class="prose" html={markdown(source)} />
        </div>
        <Note>{t.page.changed(dates(language, zone).day(page.at))}</Note>
        {mayEdit && <More href={paths.editPage.at(language, { page: page.id })}>{t.page.edit}</More>}
      </Band>
    </Page>
  )
}
