/** How is chosen. With consent it holds where nobody objects until the deadline. */
export const methods = ['consent', 'yes_no', 'one', 'several'] as const
export type Method = (typeof methods)[number]

/** Who has a vote: every member, or every organisation that members speak for. */
export const bases = ['person', 'organisation'] as const
export type Basis = (typeof bases)[number]

/** What is needed: a share, and of which votes. `valid` are those cast without abstentions. `most` needs no share. */
const shares = {
  simple: { of: 'valid', isEnough: (votes: number, base: number) => votes * 2 > base },
  cast: { of: 'cast', isEnough: (votes: number, base: number) => votes * 2 > base },
  two_thirds: { of: 'valid', isEnough: (votes: number, base: number) => votes > 0 && votes * 3 >= base * 2 },
  absolute: { of: 'entitled', isEnough: (votes: number, base: number) => votes * 2 > base },
  two_thirds_entitled: { of: 'entitled', isEnough: (votes: number, base: number) => votes * 3 >= base * 2 },
  most: { of: 'valid', isEnough: (votes: number) => votes > 0 },
} as const
export const majorities = ['simple', 'cast', 'two_thirds', 'absolute', 'two_thirds_entitled', 'most'] as const
export type Majority = (typeof majorities)[number] | 'none'

export type State = 'draft' | 'open' | 'closed' | 'cancelled'
/** Every move of a vote. */
export const moves = [
  { from: 'draft', to: 'open' },
  { from: 'open', to: 'closed' },
  { from: 'open', to: 'cancelled' },
] as const satisfies readonly { from: State; to: State }[]

/** What a ballot names: the number of an option, or one of these. */
export const abstention = 0
export const yes = 1
export const no = 2
export const agree = 1
export const object = 2
export const mostOptions = 20
/** For how many others a proxy casts, unless a vote says otherwise. */
export const standardProxies = 2
/** With fewer ballots than this, a secret vote would tell who chose what: it is not opened, and not counted. */
export const fewestSecret = 3

/** A share of an elector's votes and what it was cast for. */
export type Part = { choice: number; weight: number }

export type Rule = {
  method: Method
  basis: Basis
  isWeighted: boolean
  isSecret: boolean
  maySplit: boolean
  majority: Majority
  quorumPercent: number | null
  /** For how many others somebody may cast as their proxy. */
  mostProxies: number
  closesAt: Date | null
}

/** What does not go together in a rule, and at which field; undefined where all does. */
export function ruleProblem(rule: Rule, options: readonly string[]) {
  const { method, basis, isWeighted, isSecret, maySplit, majority, closesAt } = rule
  const hasOptions = method === 'one' || method === 'several'
  if (hasOptions && options.length < 2) return { refused: 'optionsMissing', field: 'options' } as const
  if (options.length > mostOptions) return { refused: 'optionsTooMany', field: 'options' } as const
  if (new Set(options).size < options.length) return { refused: 'optionTwice', field: 'options' } as const
  if (isWeighted && basis !== 'organisation') return { refused: 'weightsOfOrganisations', field: 'basis' } as const
  if (isSecret && (isWeighted || method === 'consent'))
    return { refused: 'secretImpossible', field: 'isSecret' } as const
  if (maySplit && (!isWeighted || method === 'consent' || method === 'several'))
    return { refused: 'splitImpossible', field: 'maySplit' } as const
  if (majority === 'most' && !hasOptions) return { refused: 'mostOfOptions', field: 'majority' } as const
  if (method === 'consent' && !closesAt) return { refused: 'deadlineMissing', field: 'closesAt' } as const
  return undefined
}

/** What a ballot may name in a vote with so many options. */
export function choicesOf({ method }: Pick<Rule, 'method'>, options: number): number[] {
  if (method === 'consent') return [agree, object]
  if (method === 'yes_no') return [yes, no, abstention]
  return [...Array.from({ length: options }, (_, index) => index + 1), abstention]
}

/** Whether the votes of an elector are entered as numbers, one for each choice. */
export const isSplit = ({ maySplit }: Pick<Rule, 'maySplit'>, { weight }: { weight: number }) => maySplit && weight > 1

type Ballot = { rule: Pick<Rule, 'method' | 'maySplit'>; options: number; weight: number; parts: readonly Part[] }

/** Whether a ballot is one: it names what is there, each once, and neither more nor less than the elector's votes. */
export function isBallot({ rule, options, weight, parts }: Ballot): boolean {
  const may = choicesOf(rule, options)
  const named = parts.map(({ choice }) => choice)
  if (parts.length === 0 || new Set(named).size < named.length) return false
  if (!parts.every((part) => may.includes(part.choice) && Number.isInteger(part.weight) && part.weight > 0))
    return false
  if (rule.method === 'several')
    return parts.every((part) => part.weight === weight) && (named.length === 1 || !named.includes(abstention))
  if (parts.length > 1 && !rule.maySplit) return false
  return parts.reduce((sum, part) => sum + part.weight, 0) === weight
}

export type Outcome = 'accepted' | 'rejected' | 'tie' | 'no_quorum' | 'too_few' | 'objected'

/** What came out, with everything that was counted, in votes; `electors` and `ballots` count heads. */
export type Result = {
  outcome: Outcome
  /** The options that were chosen; of yes and no or consent none is named. */
  chosen: number[]
  counts: { choice: number; votes: number }[]
  electors: number
  entitled: number
  ballots: number
  cast: number
  valid: number
  /** The number of votes of which the rule needs its share. */
  base: number
}

type Counting = {
  rule: Pick<Rule, 'method' | 'majority' | 'quorumPercent' | 'isSecret'>
  options: number
  electors: readonly { weight: number }[]
  /** One for each elector who has cast. */
  ballots: readonly { weight: number; parts: readonly Part[] }[]
}

/** Counts a vote by its rule. Abstentions count towards the quorum and towards `cast`, never for an option. */
export function count({ rule, options, electors, ballots }: Counting): Result {
  const votesFor = (choice: number) =>
    sum(ballots.flatMap(({ parts }) => parts.filter((part) => part.choice === choice).map((part) => part.weight)))
  const entitled = sum(electors.map(({ weight }) => weight))
  const cast = sum(ballots.map(({ weight }) => weight))
  const valid = cast - votesFor(abstention)
  const counts = choicesOf(rule, options).map((choice) => ({ choice, votes: votesFor(choice) }))
  const base = rule.majority === 'none' ? entitled : { entitled, cast, valid }[shares[rule.majority].of]
  const counted = { counts, electors: electors.length, entitled, ballots: ballots.length, cast, valid, base }
  if (rule.isSecret && ballots.length < fewestSecret)
    return { ...counted, outcome: 'too_few', chosen: [], counts: [], valid: 0, base: 0 }
  if (rule.quorumPercent !== null && cast * 100 < entitled * rule.quorumPercent)
    return { ...counted, outcome: 'no_quorum', chosen: [] }
  return { ...counted, ...decided(rule, counts, base) }
}

function decided(
  { method, majority }: Counting['rule'],
  counts: Result['counts'],
  base: number,
): Pick<Result, 'outcome' | 'chosen'> {
  const votesFor = (choice: number) => counts.find((one) => one.choice === choice)?.votes ?? 0
  if (method === 'consent') return { outcome: votesFor(object) > 0 ? 'objected' : 'accepted', chosen: [] }
  const { isEnough } = shares[majority === 'none' ? 'simple' : majority]
  if (method === 'yes_no') return { outcome: isEnough(votesFor(yes), base) ? 'accepted' : 'rejected', chosen: [] }
  const enough = counts.filter(({ choice, votes }) => choice !== abstention && isEnough(votes, base))
  if (enough.length === 0) return { outcome: 'rejected', chosen: [] }
  const isBestOnly = method === 'one' || majority === 'most'
  const most = Math.max(...enough.map(({ votes }) => votes))
  const chosen = enough.filter(({ votes }) => !isBestOnly || votes === most).map(({ choice }) => choice)
  return isBestOnly && chosen.length > 1 ? { outcome: 'tie', chosen: [] } : { outcome: 'accepted', chosen }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
