import type { Edition } from '../../congress/index.ts'
import { datedText } from '../../platform/dated.ts'
import { dates, inLanguage, type Language } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { countsOf, isAhead } from '../model.ts'
import { paths } from '../paths.ts'
import { text } from '../text/public.ts'
import type { Event } from './pieces.ts'
import { happenedSince } from './story.ts'
import { beforeEdition, type ResultCard } from './thread.ts'

/** “Since the last congress” in words, the same on the page and on paper. */
export type Report = Awaited<ReturnType<typeof reportFor>>

export async function reportFor(visit: Visit, edition: Edition) {
  const { language, now } = visit
  const t = text[language]
  const r = t.reportDoc
  const before = await beforeEdition(visit, edition.slug)
  const since = before ? await happenedSince(visit, before.results) : new Map<string, Event[]>()
  return {
    title: r.title,
    congress: inLanguage(language, edition.title),
    for: r.for(inLanguage(language, edition.title)),
    lead: before ? r.lead(inLanguage(language, before.edition.title), countsIn(language, before.results)) : r.none,
    honest: r.honest,
    regionNo: before?.edition.regionNo,
    isExample: edition.isExample,
    groups: groupsOf(language, before?.results ?? [], since),
    asOf: r.asOf(dates(language, edition.zone).day(now)),
  }
}

const countsIn = (language: Language, results: readonly ResultCard[]) => {
  const { thread, counts } = text[language]
  return `${thread.of(results.length)}: ${counts(countsOf(results.map(({ outcome }) => outcome)))}`
}

function groupsOf(language: Language, results: readonly ResultCard[], since: ReadonlyMap<string, readonly Event[]>) {
  const t = text[language]
  const groups = Map.groupBy(results, ({ group }) => (group ? inLanguage(language, group) : t.edition.noGroup))
  return [...groups].map(([name, own]) => ({
    name,
    results: own.map(({ id, slug, title, text: wording, outcome, work }) => ({
      id,
      href: paths.result.at(language, { piece: slug }),
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
