import type { de } from './flows.de.ts'

const others = (title: string, noun: string, sides: readonly [from: string, to: string]) => ({
  title,
  lead: (total: string, across: string) =>
    `${noun} between the districts of the metropolitan region: ${total}, of them ${across} between different regions.`,
  from: (count: string) => `of ${count} and more`,
  headline: (percent: string) => `${noun}: ${percent} in 100 between different regions`,
  planTitle: (name: string) => `Network plan, ${noun.toLowerCase()}: ${name}`,
  planText: 'Broad sections carry much. The numbers stand in the tables below.',
  planNote:
    'Every relation runs the shortest way through neighbouring districts; the loads are an own calculation. Colour: the region the relation comes from.',
  strongestText: (from: string, to: string, count: string, all: number) =>
    `From ${from} to ${to}: ${count}, more than in any other of the ${all} relations shown.`,
  ...{ home: sides[0], work: sides[1], people: noun },
  balanceText: 'Only within the metropolitan region: own sums of the published relations.',
  balanceMap: `Map: balance, ${noun.toLowerCase()}. The numbers stand in the table.`,
  betweenTitle: `${noun} between the regions: where from at the left, where to at the right. The numbers stand in the table.`,
  betweenFinding: (
    strongest: { from: string; to: string; people: string },
    gaining: { name: string; people: string },
  ) =>
    `Where from at the left, where to at the right. The strongest flow leads from ${strongest.from} to ${strongest.to}: ${strongest.people}. ${gaining.name} gains most: ${gaining.people} more in than out.`,
})

export const en: typeof de = {
  flowKinds: {
    moves: others('Moves', 'Moves', ['From', 'to']),
    projects: others('Joint projects', 'Projects', ['Led in', 'joined in']),
    publications: others('Joint publications', 'Publications', ['First author in', 'joined in']),
  },
  flowRecord: (kind) =>
    `${kind} from place to place: where from, where to, how many, with their day. What is not listed is not zero.`,
  catalogue: 'Indicators and flows of the metropolitan region by territory and year, with source and licence.',
  flowChoice: { kind: 'What', year: 'As of' },
  exchanged: {
    title: (kind) => `Exchange with other municipalities: ${kind}`,
    place: 'Municipality',
    into: 'to here',
    out: 'from here',
    none: 'not listed',
    shown: (shown, all) =>
      shown === all ? 'All relations that are listed.' : `The ${shown} strongest of ${all} listed relations.`,
    file: 'All relations of this municipality',
  },
  tooManyRows:
    'These are more rows than a worksheet holds (1,048,576). Please load the file as CSV, or ask for one territory.',
}
