import { sessions } from '../../congress/index.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { type Change, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import { consentName, missingConsent, overlapping } from '../model.ts'
import { consentTexts } from '../permissions.ts'
import type { TicketType } from '../queries/ticket-types.ts'

export type ChosenSession = {
  id: string
  title: Bilingual
  startsAt: Date | null
  endsAt: Date | null
  capacityId: string | null
}

/**
 * The bookable sessions with these ids of an edition, in order of time. Refuses at `sessions` what is not
 * bookable there, everything for who comes online (a session's seats are in its room), and two at the same time, naming
 * both.
 */
export async function chosenSessions(
  change: Change,
  { edition, attendance }: { edition: string; attendance: TicketType['attendance'] },
  ids: readonly string[],
): Promise<ChosenSession[] | Refusal<'unknownSession' | 'sessionsOnSite' | 'sessionsOverlap'>> {
  if (ids.length === 0) return []
  if (attendance === 'online') return refuse('sessionsOnSite', 'sessions')
  const chosen = await sessions(change)
    .where('sessions.editionId', '=', edition)
    .where('sessions.id', 'in', ids)
    .where('isBookable', '=', true)
    .select(['sessions.id', 'title', 'startsAt', 'endsAt', 'capacityId'])
    .orderBy('startsAt')
    .orderBy('position')
    .execute()
  if (chosen.length < ids.length) return refuse('unknownSession', 'sessions')
  const both = overlapping(chosen)
  return both ? refuse('sessionsOverlap', 'sessions', ...both.map(({ title }) => nameOf(change, title))) : chosen
}

const nameOf = ({ language }: Change, title: Bilingual) => inLanguage(language, title)

/** What a ticket type and some sessions take places of: the type's own, on site the edition's, each limited session's. */
export function capacitiesOf(
  edition: { capacityId: string | null },
  ticketType: Pick<TicketType, 'attendance' | 'capacityId'>,
  chosen: readonly ChosenSession[],
): string[] {
  const whole = ticketType.attendance === 'on_site' ? edition.capacityId : null
  const all = [ticketType.capacityId, whole, ...chosen.map(({ capacityId }) => capacityId)]
  return [...new Set(all.filter((id) => id !== null))]
}

/** Refuses at `sessions` when one of these is a full session, naming those. */
export function refuseFullSession(change: Change, full: readonly string[], chosen: readonly ChosenSession[]) {
  const names = chosen.filter(({ capacityId }) => capacityId && full.includes(capacityId))
  if (names.length === 0) return undefined
  return refuse('sessionFull', 'sessions', names.map(({ title }) => nameOf(change, title)).join(', '))
}

/**
 * The consent texts agreed to, in the version that was shown. Refuses at `consents` when a required text is missing,
 * also when it has changed since the page was shown.
 */
export async function agreedConsents(change: Change, ids: readonly string[]) {
  const texts = await consentTexts(change).select(['id', 'isRequired', 'text']).orderBy('key').execute()
  const missing = missingConsent(texts, ids)
  if (missing) return refuse('consentMissing', 'consents', consentName(inLanguage(change.language, missing.text)))
  return texts.filter(({ id }) => ids.includes(id)).map(({ id }) => id)
}

/**
 * Gives or takes back one of the texts that are freely agreed to: given in its present version, taken back in whatever
 * version it had been given. What is so already stays. Throws NotFound for a text that is none of them.
 */
export async function decideConsent(
  change: Change,
  { id: registrationId, editionId: edition }: { id: string; editionId: string },
  { consent: key, isGiven }: { consent: string; isGiven: boolean },
) {
  const text = await consentTexts(change)
    .where('key', '=', key)
    .where('isRequired', '=', false)
    .select('id')
    .executeTakeFirst()
  if (!text) throw new NotFound()
  if ((await hasGiven(change, registrationId, key)) === isGiven) return
  await (isGiven ? give(change, registrationId, text.id) : withdraw(change, registrationId, key))
  const deed = isGiven ? 'registration.consent_given' : 'registration.consent_withdrawn'
  await change.record(deed, registrationId, { edition, after: { consent: key } })
}

async function hasGiven({ read }: Change, registrationId: string, key: string) {
  const given = await read
    .selectFrom('consents')
    .innerJoin('consentTexts', 'consentTexts.id', 'consents.consentTextId')
    .where('registrationId', '=', registrationId)
    .where('withdrawnAt', 'is', null)
    .where('key', '=', key)
    .select('key')
    .executeTakeFirst()
  return given !== undefined
}

const give = ({ write, now }: Change, registrationId: string, consentTextId: string) =>
  write
    .insertInto('consents')
    .values({ registrationId, consentTextId, givenAt: now })
    .onConflict((conflict) =>
      conflict.columns(['registrationId', 'consentTextId']).doUpdateSet({ givenAt: now, withdrawnAt: null }),
    )
    .execute()

const withdraw = ({ read, write, now }: Change, registrationId: string, key: string) =>
  write
    .updateTable('consents')
    .set({ withdrawnAt: now })
    .where('registrationId', '=', registrationId)
    .where('consentTextId', 'in', read.selectFrom('consentTexts').where('key', '=', key).select('id'))
    .where('withdrawnAt', 'is', null)
    .execute()
