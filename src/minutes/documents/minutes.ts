import { dates } from '../../platform/language.ts'
import { pdf } from '../../platform/pdf.ts'
import type { Change } from '../../platform/visit.ts'
import { paperLines } from '../../region/index.ts'
import type { Content } from '../model.ts'
import { de } from '../text/text.de.ts'
import { minutesTemplate } from './minutes.typ.ts'

/** Approved minutes as a tagged PDF. */
export async function minutesPdf(
  change: Pick<Change, 'now' | 'read'>,
  { content, publisher, group }: { content: Content; publisher: string; group: string },
): Promise<Buffer> {
  const t = de.document
  const heading = t.heading(content.title)
  const facts = [
    [t.when, content.when],
    [t.place, content.place ?? ''],
    [t.present, content.present.join(', ')],
    [t.absent, content.absent.join(', ')],
    [t.version, content.isPublic ? t.isPublic : ''],
  ].flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return pdf(
    minutesTemplate,
    {
      ...{ publisher, group, heading, facts, approved: t.approved(dates('de').day(change.now)) },
      lines: await paperLines(change),
      sections: content.sections.map(({ title, text, agreements }) => ({
        title,
        paragraphs: text.split(/\n{2,}/).flatMap((one) => (one.trim() ? [partsOf(one)] : [])),
        agreements: agreements.map(({ kind, text: said, who, due }) => ({
          kind: de.kinds[kind],
          text: [said, who, due && de.until(due)].filter(Boolean).join('; '),
        })),
      })),
    },
    { language: 'de', title: heading, author: publisher },
  )
}

/** A paragraph with its strong words told apart, as Markdown marks them. */
const partsOf = (paragraph: string) =>
  paragraph.split(/\*\*(.+?)\*\*/).map((text, index) => ({ text, isStrong: index % 2 === 1 }))
