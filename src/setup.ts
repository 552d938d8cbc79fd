import { fillIndicators } from './atlas/index.ts'
import { fillAtlas, fillExample, fillGroup, fillLibrary, fillThread } from './example/index.ts'
import { createSignInLink } from './people/index.ts'
import type { Database } from './platform/database.ts'
import { Problem } from './platform/problem.ts'
import { type House, inChange, isRefusal } from './platform/visit.ts'
import { fillDefaultPages } from './site/index.ts'

/**
 * What a new installation starts with: the example, unless it begins empty, and the pages that law asks for. May run
 * again; what is there stays. Gives one line on what was done.
 */
export async function fill(db: Database, house: House, now: Date, isEmpty: boolean): Promise<{ done: string }> {
  const isFilled = !isEmpty && (await fillExample(db, now))
  const base = { house, now, language: 'de', viewer: { kind: 'system' } } as const
  await inChange(db, base, fillIndicators)
  if (!isEmpty) {
    await inChange(db, base, fillLibrary)
    await inChange(db, base, fillThread)
    await inChange(db, base, fillGroup)
    await inChange(db, base, fillAtlas)
  }
  await inChange(db, base, fillDefaultPages)
  return {
    done: isFilled
      ? 'Die Beispielinstallation ist gefüllt.'
      : 'Es gibt schon eine Installation; sie bleibt, wie sie ist.',
  }
}

/** A one-time sign-in link while nobody has ever signed in; undefined afterwards. */
export async function firstLink(db: Database, house: House, now: Date): Promise<string | undefined> {
  const somebody = await db.selectFrom('signIns').select('id').limit(1).executeTakeFirst()
  if (somebody) return undefined
  const owner = await db
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'personId')
    .where('role', '=', 'administrator')
    .select('email')
    .executeTakeFirst()
  return invite(db, house, now, owner?.email ?? `verwaltung@${new URL(house.publicUrl).hostname}`)
}

/** A one-time sign-in link for an address; the first one ever becomes the administrator. */
export async function invite(db: Database, house: House, now: Date, email: string): Promise<string> {
  const answer = await inChange(db, { house, now, language: 'de', viewer: { kind: 'system' } }, (change) =>
    createSignInLink(change, { email, role: 'administrator', minutes: 24 * 60 }),
  )
  if (isRefusal(answer)) throw new Problem(`Für ${email} gibt es kein offenes Konto.`)
  return answer.url
}
