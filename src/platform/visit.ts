import { type Kysely, sql, type Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Language } from './language.ts'
import { codeOf } from './problem.ts'
import type { Schema } from './schema.ts'
import { derivedSecret, hashOf, seal, unseal } from './tokens.ts'

export type { Language } from './language.ts'

/** What somebody may be, the widest first. */
export const roles = ['administrator', 'office', 'congress_team', 'door', 'group_lead', 'delegate', 'author'] as const
export type Role = (typeof roles)[number]

/** Who asks. A person's roles hold for the installation (`edition` null) or for one edition. */
export type Viewer =
  | { kind: 'nobody' }
  | { kind: 'holder'; secretHash: Buffer }
  | {
      kind: 'person'
      id: string
      name: string
      signIn: string
      roles: readonly { role: Role; edition: string | null }[]
    }
  | { kind: 'system' }

/** Who asks, when and in which language. Everything that reads takes one. */
export type Visit = {
  read: ReadonlyKysely<Schema>
  viewer: Viewer
  now: Date
  language: Language
  house: House
  /** A keyed hash of the network that asks; none where nobody does. */
  network?: Buffer
}

/** Who is signed in, by their id; null for everybody else. */
export const personOf = ({ viewer }: Pick<Visit, 'viewer'>) => (viewer.kind === 'person' ? viewer.id : null)

/** What the whole installation has in common and no request changes. */
export type House = {
  publicUrl: string
  key: Buffer
  data: string
  /** Where files lie, if not in the data folder. */
  filesUrl?: string | undefined
  /** Hosts of the operator's own network that may be asked, each with its port: see `outside.ts`. */
  hostsInside?: readonly string[]
}

/** A visit that may write: one transaction, which also holds its entries in the audit log and its jobs. */
export type Change = Visit & {
  write: Transaction<Schema>
  /** The person who acts, also where a secret link decides what is seen. */
  signedIn?: string | undefined
  /**
   * Writes the audit log: verb in the past, the row, and the changed values. `by` names the person where the viewer is
   * nobody yet: who signs in.
   */
  record(
    what: string,
    about: string | null,
    detail?: { edition?: string; before?: object; after?: object; by?: string },
  ): Promise<void>
  /** Queues a job in this transaction. A second job with the same `key` replaces the first while it waits; of those in one `queue` one runs at a time. A job of a higher `priority` waits until none of a lower one is left; 0 when not said. */
  queue(
    job: string,
    payload: object,
    options?: { runAt?: Date; key?: string; queue?: string; priority?: number },
  ): Promise<void>
}

/** What a person can cause. Returned, never thrown; the transaction is rolled back. */
export type Refusal<Key extends string = string> = { refused: Key; field?: string; names?: readonly string[] }

/** `names` fill the sentence: `refuse('sessionsOverlap', 'sessions', first, second)`. */
export const refuse = <const Key extends string>(refused: Key, field?: string, ...names: string[]): Refusal<Key> => ({
  refused,
  ...(field ? { field } : {}),
  ...(names.length ? { names } : {}),
})

export function isRefusal<T>(value: T): value is Extract<T, Refusal> {
  return typeof value === 'object' && value !== null && 'refused' in value
}

/** What the viewer may not see is not there. */
export class NotFound extends Error {}
/** The same form key came again with other content. `answer` is the first one's answer, once there is one. */
export class AlreadySent extends Error {
  answer: unknown
  constructor(answer?: unknown) {
    super('already sent')
    this.answer = answer
  }
}

/** Whether the viewer holds one of these roles for the installation, or for this edition. Administrators hold all. */
export function holds(viewer: Viewer, wanted: readonly Role[], edition?: string | null): boolean {
  if (viewer.kind === 'system') return true
  if (viewer.kind !== 'person') return false
  return viewer.roles.some(
    (held) =>
      (held.role === 'administrator' || wanted.includes(held.role)) &&
      (held.edition === null || (edition !== undefined && held.edition === edition)),
  )
}

/** The editions in which the viewer holds one of these roles; `all` when it holds one for the installation. */
export function editionsOf(viewer: Viewer, wanted: readonly Role[]): 'all' | string[] {
  if (holds(viewer, wanted)) return 'all'
  if (viewer.kind !== 'person') return []
  return viewer.roles.flatMap((held) => (wanted.includes(held.role) && held.edition ? [held.edition] : []))
}

/** Throws NotFound unless the viewer holds one of these roles (administrators always do). */
export function demand(viewer: Viewer, wanted: readonly Role[], edition?: string | null) {
  if (!holds(viewer, wanted, edition)) throw new NotFound()
}

class Refused extends Error {
  refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** A request's key, so that sending twice acts once; what is kept is sealed with it. */
export type Once = {
  key: string
  fingerprint: Buffer
  /** Whether the same key with other content may be told the first answer: only a form's own key. */
  isShown?: boolean
}

type Base = Omit<Visit, 'read'> & Pick<Change, 'signedIn'> & { requestId?: string | undefined }

/**
 * Runs a command in one transaction. A returned refusal rolls everything back; anything thrown is a bug.
 * With `once`, `keep` turns the result into the answer that is stored for 24 hours: the same key again gives that
 * answer without running; the same key with another fingerprint throws AlreadySent.
 */
export function inChange<Result, Kept = Result>(
  db: Kysely<Schema>,
  base: Base,
  run: (change: Change) => Promise<Result>,
  once?: Once,
  keep: (result: Exclude<Result, Refusal>) => Kept = (result) => result as never,
): Promise<Kept | Extract<Result, Refusal>> {
  return inTransaction(db, base, run, once, keep, false)
}

async function inTransaction<Result, Kept>(
  db: Kysely<Schema>,
  base: Base,
  run: (change: Change) => Promise<Result>,
  once: Once | undefined,
  keep: (result: Exclude<Result, Refusal>) => Kept,
  isLast: boolean,
): Promise<Kept | Extract<Result, Refusal>> {
  try {
    return await db.transaction().execute(async (write) => {
      if (once) {
        const before = await firstAnswer(write, base.now, once)
        if (before) return before.answer as Kept
      }
      const { change, recorded } = changeOf(write, base)
      const before = isWatched ? await rowsWritten(write) : 0
      const result = await run(change)
      if (isRefusal(result)) throw new Refused(result)
      if (isWatched && recorded() === 0 && (await rowsWritten(write)) > before) throw new Unrecorded()
      const kept = keep(result as Exclude<Result, Refusal>)
      if (once) await keepAnswer(write, once, kept)
      return kept
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal as Extract<Result, Refusal>
    if (isLast || !lostRaces.includes(codeOf(error) ?? '')) throw error
    return inTransaction(db, base, run, once, keep, true)
  }
}

/** Unique violation, serialisation failure, deadlock: somebody was first at the same moment. Run again, it sees them. */
const lostRaces = ['23505', '40001', '40P01']

function changeOf(write: Transaction<Schema>, base: Base) {
  let entries = 0
  const { requestId, ...visit } = base
  const byPerson = base.viewer.kind === 'person' ? base.viewer.id : base.signedIn
  const change: Change = {
    ...visit,
    read: write as never,
    write,
    async record(what, about, detail = {}) {
      entries++
      await write
        .insertInto('audit')
        .values({
          at: base.now,
          what,
          about,
          editionId: detail.edition ?? null,
          byKind: (detail.by ?? byPerson) ? 'person' : base.viewer.kind,
          byPerson: detail.by ?? byPerson ?? null,
          before: detail.before ? JSON.stringify(detail.before) : null,
          after: detail.after ? JSON.stringify(detail.after) : null,
          requestId: requestId ?? null,
        })
        .execute()
    },
    async queue(job, payload, options = {}) {
      await sql`select graphile_worker.add_job(${job}::text, ${JSON.stringify(payload)}::json,
        run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text, queue_name => ${options.queue ?? null}::text,
        priority => ${options.priority ?? null}::integer)`.execute(write)
    },
  }
  return { change, recorded: () => entries }
}

/** A change without an entry in the audit log is a bug, found where looking costs nobody anything. */
const isWatched = process.env.NODE_ENV === 'development' || process.env.NODE_ENV === 'test'
class Unrecorded extends Error {
  constructor() {
    super('a change wrote without recording what it did')
  }
}

/**
 * Rows that this connection has written and not yet reported: within a transaction it can only grow by our own.
 * What lives for minutes and says nothing of anybody's doing needs no entry: the answers kept for a form's key, links
 * that were asked for and challenges that nobody has met yet.
 */
async function rowsWritten(write: Transaction<Schema>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as count
    from pg_stat_xact_all_tables where schemaname = 'public' and relname not in ('answers', 'sign_in_links', 'challenges')`.execute(
    write,
  )
  return rows[0]?.count ?? 0
}

async function firstAnswer(
  write: Transaction<Schema>,
  now: Date,
  once: Once,
): Promise<{ answer: unknown } | undefined> {
  const keyHash = hashOf(once.key)
  const mine = await write
    .insertInto('answers')
    .values({ keyHash, fingerprint: once.fingerprint, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('keyHash')
    .executeTakeFirst()
  if (mine) return undefined
  const kept = await write
    .selectFrom('answers')
    .select(['fingerprint', 'sealed'])
    .where('keyHash', '=', keyHash)
    .executeTakeFirstOrThrow()
  const answer: unknown = kept.sealed ? JSON.parse(unseal(once.key, kept.sealed)) : undefined
  if (!kept.fingerprint.equals(once.fingerprint) || !kept.sealed)
    throw new AlreadySent(once.isShown ? answer : undefined)
  return { answer }
}

async function keepAnswer(write: Transaction<Schema>, once: Once, answer: unknown) {
  await write
    .updateTable('answers')
    .set({ sealed: seal(once.key, JSON.stringify(answer)) })
    .where('keyHash', '=', hashOf(once.key))
    .execute()
}

/** The secret of a link that can be made again (and its hash, which is all the database knows). */
export function linkSecret(house: House, kind: string, id: string, generation: number) {
  const secret = derivedSecret(house.key, kind, id, generation)
  return { secret, hash: hashOf(secret) }
}
