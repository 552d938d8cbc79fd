import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDocument, addVersion, type DocumentInput, publishDocument } from '../library/index.ts'
import type { Bilingual } from '../platform/language.ts'
import { packageRoot } from '../platform/package-root.ts'
import { type Change, isRefusal, type Refusal } from '../platform/visit.ts'
import { exampleReport, reportTitle } from './documents/report.ts'

type RecordFile = Pick<
  DocumentInput,
  'slug' | 'type' | 'title' | 'translatedTitle' | 'publisher' | 'link' | 'subjects'
> & {
  subtitle?: string
  abstract?: Bilingual
  organisations?: string[]
  dated: string
  edition: string
}

const records = (): RecordFile[] => JSON.parse(readFileSync(join(packageRoot, 'example/library.json'), 'utf8'))

/**
 * Fills the example's library: what is known of the congresses' documents, as records without files, and one report that
 * is an example. Does nothing where there are documents already, or the installation is no example.
 */
export async function fillLibrary(change: Change) {
  const { read } = change
  const [example, there] = await Promise.all([
    read.selectFrom('installation').where('isExample', '=', true).select('isOnly').executeTakeFirst(),
    read.selectFrom('documents').select('id').limit(1).executeTakeFirst(),
  ])
  if (!example || there) return
  for (const { organisations = [], edition, ...record } of records()) {
    const { id } = await read.selectFrom('editions').where('slug', '=', edition).select('id').executeTakeFirstOrThrow()
    const authors = organisations.map((name) => ({ kind: 'organisation', name, identifier: null }) as const)
    await published(change, { ...plain, ...record, authors, belongsTo: id })
  }
  await addReport(change)
}

const plain = {
  language: 'de',
  subtitle: '',
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
