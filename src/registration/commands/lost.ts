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

/**
 * Queues one mail with the links of all registrations of an address whose edition is not over; none where there is
 * none, or where one has just been sent.
 */
export async function mailLinks(change: Change, input: { email: string }) {
  const mine = await registrationsOfAddress(change, input.email)
    .select(['registrations.id', 'email'])
    .executeTakeFirst()
  if (!mine || (await wasJustSent(change, mine.email))) return
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
