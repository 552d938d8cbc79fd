import { type EditionForRegistration, editionForRegistration } from '../../congress/index.ts'
import { confirmedOrganisations } from '../../people/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { type District, districts, type Region, regions } from '../../region/index.ts'
import { consentTexts } from '../permissions.ts'
import { type TicketType, ticketTypesOf } from './ticket-types.ts'

export type ConsentText = { id: string; key: string; text: Bilingual; isRequired: boolean }
export type FormContent = {
  edition: EditionForRegistration
  ticketTypes: TicketType[]
  consents: ConsentText[]
  districts: District[]
  regions: Region[]
  organisations: string[]
}

/** Everything the registration form of an edition asks and shows. Throws NotFound like the edition's own page. */
export async function formContent(visit: Visit, slug: string): Promise<FormContent> {
  const edition = await editionForRegistration(visit, slug)
  const [ticketTypes, consents, all, lines, organisations] = await Promise.all([
    ticketTypesOf(visit, edition.id),
    consentTexts(visit).select(['id', 'key', 'text', 'isRequired']).execute(),
    districts(visit),
    regions(visit),
    confirmedOrganisations(visit).select('name').orderBy('name').limit(1000).execute(),
  ])
  return {
    edition,
    ticketTypes,
    consents,
    districts: all,
    regions: lines,
    organisations: organisations.map(({ name }) => name),
  }
}
