import { dates, decimal, type Language, type Zone } from '../platform/language.ts'
import { abstention, object, type Part, type Result } from './model.ts'
import type { Vote } from './queries/votes.ts'
import { text } from './text/text.ts'

type Asked = { vote: Pick<Vote, 'method'>; options: readonly string[] }

/** What a choice is called in a vote. */
export const choiceName =
  (language: Language, { vote, options }: Asked) =>
  (choice: number): string => {
    const { choices } = text[language]
    if (vote.method === 'consent') return choice === object ? choices.object : choices.agree
    if (choice === abstention) return choices.abstention
    if (vote.method === 'yes_no') return choice === object ? choices.no : choices.yes
    return options[choice - 1] ?? String(choice)
  }

/** A ballot in a line: what was chosen, with numbers where the votes were split. */
export function ballotText(language: Language, asked: Asked, parts: readonly Part[]): string {
  const name = choiceName(language, asked)
  const isSplit = parts.length > 1 && asked.vote.method !== 'several'
  return parts
    .map(({ choice, weight }) => (isSplit ? text[language].part(name(choice), weight) : name(choice)))
    .join(', ')
}

/** Donnerstag, 19. Oktober 2028, 9.30 Uhr. */
export function momentText(language: Language, zone: Zone, at: Date): string {
  const f = dates(language, zone)
  return `${f.weekday(at)}, ${f.time(at)}`
}

/** What came out, in a line: the outcome, or the options that were chosen. */
export function outcomeText(language: Language, asked: Asked & { vote: Pick<Vote, 'result'> }): string {
  const { result } = asked.vote
  if (!result) return ''
  const t = text[language].result
  const name = choiceName(language, asked)
  if (result.chosen.length > 0) return t.chosen(result.chosen.map(name).join(', '))
  const hasOptions = asked.options.length > 0
  return result.outcome === 'rejected' && hasOptions ? t.none : t.outcomes[result.outcome]
}

type Share = { choice: number; votes: number; result: Pick<Result, 'base' | 'valid'> }

/** The share that the rule looks at, in per cent; none of an abstention that the rule leaves out. */
export function shareText(language: Language, { choice, votes, result: { base, valid } }: Share): string {
  if (base === 0 || (choice === abstention && base === valid)) return ''
  return `${decimal(language, (votes / base) * 100, 1)} %`
}
