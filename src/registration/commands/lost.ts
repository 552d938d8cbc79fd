import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import type { Change } from '../../platform/visit.ts'
import { registrationsOfAddress } from '../permissions.ts'

/**
 * Asks for the links of an address. The same work for every address, so that neither the answer nor its time tells
 * whether somebody is registered: looking it up is the queue's work.
 */
export async function askForLinks(change: Change, input: { email: string }) {
  await change.record('registration.links_asked', null)
  await change.queue(
    'mailLostLinks',
    { email: input.email, language: change.language },
    { key: `lost ${input.email.toLowerCase()}` },
  )
  return { asked: true }
}

/** A stranger who asks again and again fills nobody's inbox. */
const pauseMinutes = 10

/** Gathers what has no mail of its own into one with all links of the address, at the next full ten minutes. */
export async function gatherLinks(change: Change, input: { email: string; language: Language }) {
  const pause = pauseMinutes * 60_000
  // A fixed moment: who goes on and on registering a stranger does not put off their mail.
  const runAt = new Date((Math.floor(change.now.getTime() / pause) + 1) * pause)
  await change.queue(
    'mailLostLinks',
    { ...input, isGathered: true },
    { key: `gathered ${input.email.toLowerCase()}`, runAt },
  )
}

/**
 * Queues one mail with the links of all registrations of an address whose edition is not over; none where there is
 * none. Where one has just been sent, what was gathered waits for the next, and what was asked for is not sent again.
 */
export async function mailLinks(change: Change, input: { email: string; isGathered: boolean }) {
  const mine = await registrationsOfAddress(change, input.email)
    .select(['registrations.id', 'email'])
    .executeTakeFirst()
  if (!mine) return
  if (await wasJustSent(change, mine.email)) {
    if (input.isGathered) await gatherLinks(change, { email: input.email, language: change.language })
    return
  }
  await queueMail(change, {
    template: 'registration.links',
    about: mine.id,
    recipient: mine.email,
    language: change.language,
  })
  await change.record('registration.links_sent', mine.id)
}

const wasJustSent = ({ read, now }: Change, recipient: string) =>
  read
    .selectFrom('mails')
    .where('template', '=', 'registration.links')
    .where((eb) => eb(eb.fn('lower', ['recipient']), '=', recipient.toLowerCase()))
    .where('queuedAt', '>', new Date(now.getTime() - pauseMinutes * 60_000))
    .select('id')
    .executeTakeFirst()
