import type { Edition } from '../../congress/index.ts'
import { datedText } from '../../platform/dated.ts'
import { dates, inLanguage, type Language } from '../../platform/language.ts'
import { pdf } from '../../platform/pdf.ts'
import type { Visit } from '../../platform/visit.ts'
import { linesOf, paperLines, regions } from '../../region/index.ts'
import { countsOf, isAhead } from '../model.ts'
import type { Event } from '../queries/pieces.ts'
import type { beforeEdition, ResultCard } from '../queries/thread.ts'
import { text } from '../text/public.ts'
import { reportTemplate } from './report.typ.ts'

type Input = {
  edition: Edition
  before: Awaited<ReturnType<typeof beforeEdition>>
  since: ReadonlyMap<string, readonly Event[]>
  publisher: string
}

/** “Since the last congress” as a tagged PDF: every result of last time, where it stands, and what happened, dated. */
export async function reportPdf(visit: Visit, { edition, before, since, publisher }: Input): Promise<Buffer> {
  const { language, now } = visit
  const t = text[language]
  const r = t.reportDoc
  const lines = linesOf(await regions(visit), language)
  const line = lines.find(({ no }) => no === before?.edition.regionNo)
  return pdf(
    reportTemplate,
    {
      publisher,
      lines: await paperLines(visit, before?.edition.regionNo),
      title: r.title,
      colour: line?.colour ?? '#15191d',
      example: edition.isExample ? t.exampleShort : null,
      for: r.for(inLanguage(language, edition.title)),
      lead: before ? r.lead(inLanguage(language, before.edition.title), countsIn(language, before.results)) : r.none,
      honest: r.honest,
      words: { outcome: r.outcome, happened: r.happened },
      groups: groupsOf(language, before?.results ?? [], since),
      asOf: r.asOf(dates(language, edition.zone).day(now)),
    },
    { language, title: r.title, author: publisher },
  )
}

const countsIn = (language: Language, results: readonly ResultCard[]) => {
  const { thread, counts } = text[language]
  return `${thread.of(results.length)}: ${counts(countsOf(results.map(({ outcome }) => outcome)))}`
}

function groupsOf(language: Language, results: readonly ResultCard[], since: Input['since']) {
  const t = text[language]
  const groups = Map.groupBy(results, ({ group }) => (group ? inLanguage(language, group) : t.edition.noGroup))
  return [...groups].map(([name, own]) => ({
    name,
    results: own.map(({ id, title, text: wording, outcome, work }) => ({
      title: inLanguage(language, title),
      text: wording && inLanguage(language, wording),
      outcome: [
        t.outcomes[outcome],
        ...work.map((one) => `${t.kinds[one.kind]}: ${inLanguage(language, one.title)}, ${t.states[one.state]}`),
      ].join('; '),
      happened: (since.get(id) ?? []).map((event) => happenedText(language, event)),
    })),
  }))
}

function happenedText(language: Language, event: Event) {
  const { noDate, result } = text[language]
  const dated = event.happenedOn ?? event.plannedFor
  const when = dated ? datedText(language, dated) : noDate
  return `${when}${isAhead(event) ? `, ${result.ahead}` : ''}: ${inLanguage(language, event.title)}`
}
