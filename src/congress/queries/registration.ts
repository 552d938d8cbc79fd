import { NotFound, type Visit } from '../../platform/visit.ts'
import { editions } from '../permissions.ts'
import { type Edition, editionBySlug } from './edition.ts'
import { programmeOf, type Session } from './programme.ts'

export type EditionForRegistration = Edition & { programme: Session[]; bookable: Session[] }

/**
 * What a registration needs of an edition: its state, its places on site, its programme and of that the sessions that
 * can be booked, in order of time. Throws NotFound like the edition's own page.
 */
export async function editionForRegistration(visit: Visit, slug: string): Promise<EditionForRegistration> {
  const edition = await editionBySlug(visit, slug)
  const programme = await programmeOf(visit, edition.id)
  return { ...edition, programme, bookable: programme.filter(({ isBookable }) => isBookable) }
}

/** The slug of an edition known by its id, for links. Throws NotFound when it is not for the viewer. */
export async function slugOf(visit: Visit, id: string): Promise<string> {
  const row = await editions(visit).where('editions.id', '=', id).select('slug').executeTakeFirst()
  if (!row) throw new NotFound()
  return row.slug
}
