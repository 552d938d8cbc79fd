import { pdf } from '../../platform/pdf.ts'
import type { Visit } from '../../platform/visit.ts'
import { linesOf, paperLines, regions } from '../../region/index.ts'
import type { Report } from '../queries/report.ts'
import { text } from '../text/public.ts'
import { reportTemplate } from './report.typ.ts'

/** “Since the last congress” as a tagged PDF: every result of last time, where it stands, and what happened, dated. */
export async function reportPdf(visit: Visit, report: Report, publisher: string): Promise<Buffer> {
  const { language } = visit
  const t = text[language]
  const lines = linesOf(await regions(visit), language)
  const line = lines.find(({ no }) => no === report.regionNo)
  return pdf(
    reportTemplate,
    {
      ...{ ...report, publisher },
      lines: await paperLines(visit, report.regionNo),
      colour: line?.colour ?? '#15191d',
      example: report.isExample ? t.exampleShort : null,
      words: { outcome: t.reportDoc.outcome, happened: t.reportDoc.happened },
    },
    { language, title: report.title, author: publisher },
  )
}
