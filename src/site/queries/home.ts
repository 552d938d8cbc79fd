import { atlasPaths } from '../../atlas/index.ts'
import { allEditions, type EditionCard, editions, nextOf } from '../../congress/index.ts'
import { latestResults } from '../../library/index.ts'
import { inLanguage } from '../../platform/language.ts'
import { onwardOf } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import {
  districts,
  type Figure,
  figures,
  installation,
  type RegionPlan,
  regionPlan,
  regions,
} from '../../region/index.ts'
import { relatedPieces } from '../../thread/index.ts'

export type HomeContent = {
  plan: RegionPlan | undefined
  figures: Figure[]
  editions: EditionCard[]
  next: EditionCard | undefined
  seats: { seats: number; taken: number } | undefined
  results: Awaited<ReturnType<typeof resultsAndOnward>>
  bodies: { no: number; name: string; href: string; text: string | null; districts: number }[]
  districts: number
  zone: string
  isSetUp: boolean
}

/** Everything the home page shows. */
export async function homeContent(visit: Visit): Promise<HomeContent> {
  const [{ zone, setUpAt }, plan, numbers, cards, lines, all] = await Promise.all([
    installation(visit),
    regionPlan(visit),
    figures(visit),
    allEditions(visit),
    regions(visit),
    districts(visit),
  ])
  const known = cards.filter(({ state }) => state !== 'draft')
  const next = nextOf(known, visit.now, zone)
  const [seats, results] = await Promise.all([seatsOf(visit, next?.id), resultsAndOnward(visit)])
  const count = (region: string) => all.filter(({ regionId }) => regionId === region).length
  return {
    plan,
    figures: numbers,
    editions: known,
    next,
    seats,
    results,
    bodies: lines.map(({ id, no, name, bodyName }) => ({
      no,
      name: inLanguage(visit.language, name),
      href: atlasPaths.territory.at(visit.language, { territory: id }),
      text: bodyName,
      districts: count(id),
    })),
    districts: all.length,
    zone,
    isSetUp: setUpAt !== null,
  }
}

/** The newest results, each with the way to what became of it, or of its congress's results. */
async function resultsAndOnward(visit: Visit) {
  const results = await latestResults(visit, 5)
  const related = await relatedPieces(visit, [...new Set(results.flatMap((one) => [one.id, one.editionId ?? one.id]))])
  return results.map(({ id, editionId, ...result }) => {
    const all = related.find(({ to }) => to === editionId)
    const onward = onwardOf(related, { of: id, edition: editionId }) ?? (all && { label: all.text, href: all.href })
    return { ...result, onward }
  })
}

const seatsOf = (visit: Visit, edition: string | undefined) =>
  edition === undefined
    ? undefined
    : editions(visit)
        .innerJoin('capacities', 'capacities.id', 'editions.capacityId')
        .where('editions.id', '=', edition)
        .select(['seats', 'taken'])
        .executeTakeFirst()
