import { dates } from '../../platform/language.ts'
import { pdf } from '../../platform/pdf.ts'
import { type Refusal, refuse, type Visit } from '../../platform/visit.ts'
import { paperLines } from '../../region/index.ts'
import type { Content } from '../model.ts'
import { de } from '../text/text.de.ts'
import { minutesTemplate } from './minutes.typ.ts'

type Printed = { content: Content; publisher: string; group: string }

/** Minutes as a tagged PDF. Refuses `unsettable` with the title of the section that cannot be set. */
export async function minutesPdf(visit: Asker, printed: Printed): Promise<Buffer | Refusal<'unsettable'>> {
  try {
    return await setMinutes(visit, printed)
  } catch (error) {
    for (const section of printed.content.sections) {
      const alone = { ...printed, content: { ...printed.content, sections: [section] } }
      const isSet = await setMinutes(visit, alone).then(
        () => true,
        () => false,
      )
      if (!isSet) return refuse('unsettable', undefined, section.title)
    }
    throw error
  }
}

type Asker = Pick<Visit, 'now' | 'read'>

/** Approved minutes as a tagged PDF. */
export async function setMinutes(visit: Asker, { content, publisher, group }: Printed): Promise<Buffer> {
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
      ...{ publisher, group, heading, facts, approved: t.approved(dates('de').day(visit.now)) },
      lines: await paperLines(visit),
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
