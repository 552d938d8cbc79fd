import type { Language } from '../../platform/language.ts'
import type { MailBlock } from '../../platform/mail-blocks.ts'
import type { JobVisit } from '../../platform/room.ts'
import { paths } from '../paths.ts'
import { registrations } from '../permissions.ts'
import type { Own } from '../queries/own.ts'
import { text } from '../text.ts'

/**
 * Who else is registered with this address for the same edition, told to the address alone and never on a page; where it
 * is the same name, what to do if that was a mistake.
 */
export async function othersNote(
  visit: JobVisit,
  own: Own,
  { language, secret }: { language: Language; secret: string },
): Promise<MailBlock[]> {
  const rows = await othersAt(visit, own)
  const [doubles, others] = [true, false].map((isSame) => rows.filter((row) => row.isSame === isSame)) as [
    Other[],
    Other[],
  ]
  const t = text[language].mail
  const cancel = visit.house.publicUrl + paths.cancel.at(language, { secret })
  const numbers = doubles.map(({ number }) => String(number ?? '–')).join(', ')
  return [
    ...(doubles.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            parts: [{ strong: t.twice(numbers) }, ` ${t.twiceDo} `, { link: t.twiceLink, href: cancel }],
          },
        ]
      : []),
    ...(others.length > 0 ? [{ kind: 'small' as const, parts: [t.others(others.map(({ name }) => name))] }] : []),
  ]
}

type Other = { name: string; number: number | null; isSame: boolean }

async function othersAt(visit: JobVisit, own: Own): Promise<Other[]> {
  return registrations(visit)
    .where('editionId', '=', own.editionId)
    .where((row) => row(row.fn('lower', ['email']), '=', own.email.toLowerCase()))
    .where('id', '<>', own.id)
    .where('state', '<>', 'cancelled')
    .select(['name', 'number'])
    .select((row) => row(row.fn('folded', ['name']), '=', row.fn<string>('folded', [row.val(own.name)])).as('isSame'))
    .orderBy('createdAt')
    .limit(20)
    .$castTo<Other>()
    .execute()
}
