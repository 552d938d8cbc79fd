import { Files, List, Note, Page, Stack } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import type { Report } from '../queries/report.ts'
import { useText } from '../text/public.ts'
import { crumbsTo, listOf } from './words.tsx'

/** “Since the last congress” as a page: every result of last time, where it stands, and what happened, dated. */
export function ReportPage({ edition, report }: { edition: { slug: string }; report: Report }) {
  const { language } = useFrame()
  const t = useText()
  const r = t.reportDoc
  const at = { edition: edition.slug }
  return (
    <Page
      kind="public"
      title={report.title}
      over={report.for}
      lead={report.lead}
      example={report.isExample && t.example}
      crumbs={crumbsTo(
        language,
        listOf(language, 'result'),
        { label: report.congress, href: paths.edition.at(language, at) },
        { label: report.title },
      )}
    >
      <Stack>
        {report.groups.map(({ name, results }) => (
          <section key={name}>
            <h2>{name}</h2>
            {results.map(({ id, href, title, text, outcome, happened }) => (
              <section key={id} class="prose">
                <h3>
                  <a href={href}>{title}</a>
                </h3>
                {text && <p>{text}</p>}
                <p>
                  <b>{r.outcome}:</b> {outcome}
                </p>
                {happened.length > 0 && <List items={happened} />}
              </section>
            ))}
          </section>
        ))}
        <Note>{report.honest}</Note>
        <Note>{report.asOf}</Note>
        <Files files={{ PDF: paths.report.at(language, at) }}>{t.edition.report}</Files>
      </Stack>
    </Page>
  )
}
