import { NotFound, type Visit } from '../../platform/visit.ts'
import { type Block, blocksFrom, why, whyBlocks } from '../model/story.ts'
import { stories } from '../permissions.ts'
import { text } from '../text.ts'
import { type Story, story } from './story.ts'
import { type ViewData, viewData } from './view.ts'

const columns = ['id', 'slug', 'title', 'lead', 'changes', 'changedAt', 'publishedAt'] as const

/** The stories the viewer may see, the newest first. */
export const allStories = (visit: Visit) =>
  stories(visit).select(columns).orderBy('changedAt', 'desc').orderBy('id').limit(200).execute()

/** One story with its parts. Throws NotFound for what is none, or not for the viewer. */
export async function storyAt(visit: Visit, by: { id: string } | { slug: string }) {
  const all = stories(visit)
  const one = 'id' in by ? all.where('id', '=', by.id) : all.where('slug', '=', by.slug)
  const row = await one.select([...columns, 'blocks']).executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...row, blocks: blocksFrom(row.blocks) }
}

export type ReadBlock = Exclude<Block, { kind: 'view' }> | { kind: 'view'; data: ViewData }
/** A story to read: what its views show, and what is computed, where it has such parts. */
export type Reading = {
  head: Pick<Awaited<ReturnType<typeof storyAt>>, 'title' | 'lead'>
  blocks: ReadBlock[]
  computed: Story | undefined
}

/** A story as its readers see it. A view whose indicator has gone is left out. */
export async function readStory(visit: Visit, slug: string): Promise<Reading> {
  return read(visit, await storyAt(visit, { slug }))
}

/** Why a metropolitan region: as the office has written it, else what the figures tell. */
export async function readWhy(visit: Visit): Promise<Reading> {
  const own = await stories(visit)
    .where('slug', '=', why)
    .where('publishedAt', 'is not', null)
    .select('slug')
    .executeTakeFirst()
  if (own) return readStory(visit, why)
  const told = (what: 'title' | 'lead') => ({ de: text.de.story[what], en: text.en.story[what] })
  return read(visit, { title: told('title'), lead: told('lead'), blocks: whyBlocks })
}

async function read(
  visit: Visit,
  { title, lead, blocks }: Reading['head'] & { blocks: readonly Block[] },
): Promise<Reading> {
  const read = await Promise.all(
    blocks.map(async (block): Promise<ReadBlock[]> => {
      if (block.kind !== 'view') return [block]
      const data = await viewData(visit, block.view, block.query).catch(missing)
      return data ? [{ kind: 'view', data }] : []
    }),
  )
  const isComputed = blocks.some(({ kind }) => kind === 'part')
  return { head: { title, lead }, blocks: read.flat(), computed: isComputed ? await story(visit) : undefined }
}

function missing(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error
}
