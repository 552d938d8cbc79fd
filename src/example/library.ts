import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
  addCollection,
  addDocument,
  addVersion,
  type CollectionInput,
  type DocumentInput,
  publishDocument,
} from '../library/index.ts'
import type { Bilingual } from '../platform/language.ts'
import { packageRoot } from '../platform/package-root.ts'
import { type Change, isRefusal, type Refusal } from '../platform/visit.ts'
import { congressFile } from './content.ts'
import { exampleReport, reportTitle } from './documents/report.ts'

type RecordFile = Pick<DocumentInput, 'slug' | 'type' | 'title' | 'translatedTitle' | 'publisher' | 'subjects'> & {
  subtitle?: string
  abstract?: Bilingual
  organisations?: string[]
  dated?: string
  /** Of the congresses' sources the one that tells of it; where that has no address, none is known. */
  source?: string
  link?: string
  /** The congress it belongs to, and of its programme what presented it, by its German title. */
  edition?: string
  session?: string
}

type CollectionFile = Pick<CollectionInput, 'slug' | 'title' | 'introduction' | 'documents'> & { edition?: string }

const rowsOf = <T>(name: string): T[] => JSON.parse(readFileSync(join(packageRoot, 'example', name), 'utf8'))
export const records = () => rowsOf<RecordFile>('library.json')

/**
 * Fills the example's library: what is known of the congresses' documents, as records without files and in collections,
 * and one report that is an example. Does nothing where there are documents already, or the installation is no example.
 */
export async function fillLibrary(change: Change) {
  const { read } = change
  const [example, there] = await Promise.all([
    read.selectFrom('installation').where('isExample', '=', true).select('isOnly').executeTakeFirst(),
    read.selectFrom('documents').select('id').limit(1).executeTakeFirst(),
  ])
  if (!example || there) return
  for (const { organisations = [], edition, session, source, link, ...record } of records()) {
    const belongsTo = await placeOf(change, edition, session)
    const authors = organisations.map((name) => ({ kind: 'organisation', name, identifier: null }) as const)
    await published(change, { ...plain, ...record, link: link ?? addressOf(source), authors, belongsTo })
  }
  for (const { edition, ...collection } of rowsOf<CollectionFile>('collections.json')) {
    const editionId = await placeOf(change, edition)
    wanted(await addCollection(change, { ...collection, editionId, isPublished: true }))
  }
  await addReport(change)
}

async function placeOf({ read }: Change, slug: string | undefined, title?: string): Promise<string | null> {
  if (!slug) return null
  const { id } = await read.selectFrom('editions').where('slug', '=', slug).select('id').executeTakeFirstOrThrow()
  if (!title) return id
  const session = read.selectFrom('sessions').where('editionId', '=', id).where(sql`title ->> 'de'`, '=', title)
  return (await session.select('id').executeTakeFirstOrThrow()).id
}

/** The whole address of a source; some are known only by their site. */
function addressOf(source: string | undefined): string | null {
  const address = congressFile().sources.find(({ id }) => id === source)?.address ?? ''
  return /^https?:\/\/\S+$/.test(address) ? address : null
}

const plain = {
  language: 'de',
  subtitle: '',
  dated: null,
  abstract: null,
  licence: 'all-rights-reserved',
  access: 'public',
  regions: [],
} as const satisfies Partial<DocumentInput>

async function addReport(change: Change) {
  const { id } = wanted(
    await addDocument(change, {
      ...plain,
      slug: 'beispielbericht-wege-zur-arbeit',
      type: 'study',
      title: reportTitle,
      subtitle: 'Pendlerverflechtungen zwischen den Kreisen der Metropolregion',
      translatedTitle: 'Ways to work: commuting between the districts of the metropolitan region',
      abstract: {
        de: 'Ein Beispiel, für diese Installation gemacht: Wie viele Menschen pendeln zwischen den zwanzig Kreisen, und was folgt daraus für Bus, Bahn und Rad? Mit einer Tabelle der stärksten Verflechtungen.',
        en: 'An example made for this installation: how many people commute between the twenty districts, and what follows for bus, rail and bicycle? With a table of the strongest ties.',
      },
      publisher: 'Metropol',
      dated: change.now.toISOString().slice(0, 7),
      licence: 'CC0-1.0',
      link: null,
      isExample: true,
      authors: [{ kind: 'organisation', name: 'Metropol', identifier: null }],
      subjects: ['mobility', 'planning'],
      belongsTo: null,
    }),
  )
  const file = { name: 'wege-zur-arbeit.pdf', bytes: await exampleReport() }
  wanted(await addVersion(change, { id, file, note: null }))
  wanted(await publishDocument(change, { id }))
}

async function published(change: Change, input: DocumentInput) {
  const { id } = wanted(await addDocument(change, input))
  wanted(await publishDocument(change, { id }))
}

function wanted<T extends object>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`the example's library: ${(result as Refusal).refused}`)
  return result as T
}
