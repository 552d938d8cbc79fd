import type { Selectable } from 'kysely'
import type { Bilingual } from '../../platform/language.ts'
import type { Schema } from '../../platform/schema.ts'
import type { Change } from '../../platform/visit.ts'

type Row = Pick<
  Selectable<Schema['pieces']>,
  'id' | 'title' | 'text' | 'reason' | 'addressee' | 'reference' | 'figures'
>

/** Keeps a position's wording as it stands; undefined where the last one kept says the same. Its piece has to be locked. */
export async function keptWording({ write, now }: Change, row: Row, note: string) {
  const { id, title, text, reason, addressee, reference, figures } = row
  const [lines, last] = await Promise.all([
    write.selectFrom('positionPoints').where('pieceId', '=', id).select('text').orderBy('position').execute(),
    write
      .selectFrom('positionVersions')
      .where('pieceId', '=', id)
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  const points = lines.map((line): Bilingual => line.text)
  const words = { title, text, reason, addressee, reference, figures, points }
  if (last && isSame(words, { ...last, points: last.points as Bilingual[] })) return undefined
  const values = { ...words, points: JSON.stringify(words.points), pieceId: id, note, madeAt: now }
  return write
    .insertInto('positionVersions')
    .values({ ...values, number: (last?.number ?? 0) + 1 })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** What a wording says. */
export type Words = {
  title: Bilingual
  text: Bilingual | null
  reason: Bilingual | null
  addressee: Bilingual | null
  reference: string | null
  figures: readonly string[]
  points: readonly Bilingual[]
}

/** Whether two wordings say the same. */
export const isSame = (one: Words, other: Words) => flat(one) === flat(other)
const flat = ({ title, text, reason, addressee, reference, figures, points }: Words) =>
  JSON.stringify([
    reference,
    figures,
    ...[title, text, reason, addressee, ...points].map((said) => [said?.de, said?.en]),
  ])
