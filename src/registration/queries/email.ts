import { type EditionForRegistration, editionForRegistration, slugOf } from '../../congress/index.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { allowed } from '../model.ts'
import { confirmHours, emailChanges, keepDays } from '../permissions/email.ts'

const hourMs = 3_600_000
type Asked = { id: string; registrationId: string; askedAt: Date; confirmedAt: Date | null }
type WhyNot = 'emailDone' | 'emailReplaced' | 'emailExpired' | undefined
const isOlder = (now: Date, { askedAt }: Pick<Asked, 'askedAt'>, hours: number) =>
  now.getTime() - askedAt.getTime() > hours * hourMs

/** Why an asked change can't be confirmed (any more); undefined while it can. */
export async function whyNotConfirm({ read, now }: Pick<Visit, 'read' | 'now'>, asked: Asked): Promise<WhyNot> {
  if (asked.confirmedAt) return 'emailDone'
  const newer = await read
    .selectFrom('emailChanges')
    .where('registrationId', '=', asked.registrationId)
    .where('id', '>', asked.id)
    .select('id')
    .executeTakeFirst()
  if (newer) return 'emailReplaced'
  return isOlder(now, asked, confirmHours) ? 'emailExpired' : undefined
}

/** Why the old address can't be kept any more; undefined while it can. */
export const whyNotKeep = ({ now }: Pick<Visit, 'now'>, asked: Pick<Asked, 'askedAt'>): WhyNot =>
  isOlder(now, asked, keepDays * 24) ? 'emailExpired' : undefined

export type AskedEmail = {
  oldEmail: string
  newEmail: string
  confirmedAt: Date | null
  /** Why nothing can be done with this link; undefined while something can. */
  refused: WhyNot | 'over'
  edition: EditionForRegistration
}

/** The asked change whose link the viewer holds. Throws NotFound where there is none. */
export async function askedEmail(visit: Visit, link: 'confirmHash' | 'keepHash'): Promise<AskedEmail> {
  const row = await emailChanges(visit, link)
    .innerJoin('registrations', 'registrations.id', 'emailChanges.registrationId')
    .where('registrations.erasedAt', 'is', null)
    .select([
      'emailChanges.id',
      'emailChanges.registrationId',
      'registrations.editionId',
      'registrations.state',
      'oldEmail',
      'newEmail',
      'askedAt',
      'confirmedAt',
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const edition = await editionForRegistration(visit, await slugOf(visit, row.editionId))
  if (link === 'keepHash') return { ...row, refused: whyNotKeep(visit, row), edition }
  const may = allowed(row.state, { isOpen: false, endsAt: edition.endsAt }, visit.now)
  return { ...row, refused: (await whyNotConfirm(visit, row)) ?? (may.change ? undefined : 'over'), edition }
}

/** The address that waits for its confirmation, of the holder's own registration. */
export async function pendingEmail(visit: Visit, registrationId: string): Promise<string | undefined> {
  const row = await visit.read
    .selectFrom('emailChanges')
    .where('registrationId', '=', registrationId)
    .select(['newEmail', 'askedAt', 'confirmedAt'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && !row.confirmedAt && !isOlder(visit.now, row, confirmHours) ? row.newEmail : undefined
}
