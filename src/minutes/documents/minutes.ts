import { dates } from '../../platform/language.ts'
import { pdf } from '../../platform/pdf.ts'
import type { Change } from '../../platform/visit.ts'
import type { Content } from '../model.ts'
import { de } from '../text/text.de.ts'
import { minutesTemplate } from './minutes.typ.ts'

/** Approved minutes as a tagged PDF. */
export function minutesPdf(
  { now }: Pick<Change, 'now'>,
  { content, publisher, group }: { content: Content; publisher: string; group: string },
): Promise<Buffer> {
  const t = de.document
  const heading = t.heading(content.title)
  const facts = [
    [t.when, content.when],
    [t.place, content.place ?? ''],
    [t.present, content.present.join(', ')],
    [t.absent, content.absent.join(', ')],
  ].flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return pdf(
    minutesTemplate,
    {
      ...{ publisher, group, heading, facts, approved: t.approved(dates('de').day(now)) },
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
