import type { Bilingual } from '../../platform/language.ts'
import { firstFree, slugFrom } from '../../platform/slug.ts'
import { type Change, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import { type Block, mostBlocks, why, whyBlocks } from '../model/story.ts'
import { mustKeep, stories } from '../permissions.ts'

/** A new story, for nobody but the office until it is published; `why` begins it with what the atlas computes. */
export async function beginStory(
  change: Change,
  { title, lead, isWhy }: { title: Bilingual; lead: Bilingual; isWhy: boolean },
) {
  mustKeep(change)
  const slugs = (await stories(change).select('slug').execute()).map(({ slug }) => slug)
  const wanted = isWhy && !slugs.includes(why) ? why : slugFrom(title.de, 'geschichte')
  const story = await change.write
    .insertInto('stories')
    .values({
      slug: firstFree(wanted, (slug) => slugs.includes(slug) || (slug === why && !isWhy)),
      ...{ title, lead, changedAt: change.now, blocks: JSON.stringify(isWhy ? whyBlocks : []) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('atlas.storyBegun', story.id, { after: { title: title.de } })
  return story
}

export type StoryInput = { id: string; seen: number; title: Bilingual; lead: Bilingual; blocks: readonly Block[] }

/** Writes a story down. Refuses when somebody else changed it meanwhile, and more than forty parts. */
export async function writeStory(
  change: Change,
  { id, seen, title, lead, blocks }: StoryInput,
): Promise<{ id: string } | Refusal> {
  mustKeep(change)
  const story = await stories(change).where('id', '=', id).select(['changes', 'title']).forUpdate().executeTakeFirst()
  if (!story) throw new NotFound()
  if (story.changes !== seen) return refuse('changedMeanwhile')
  if (blocks.length > mostBlocks) return refuse('tooManyBlocks')
  await change.write
    .updateTable('stories')
    .set({ title, lead, blocks: JSON.stringify(blocks), changes: seen + 1, changedAt: change.now })
    .where('id', '=', id)
    .execute()
  await change.record('atlas.storyWritten', id, { before: { title: story.title.de }, after: { title: title.de } })
  return { id }
}

/** Everybody may read it from now on. */
export const publishStory = (change: Change, id: string) => setPublished(change, id, change.now)
/** The office alone sees it again. */
export const withdrawStory = (change: Change, id: string) => setPublished(change, id, null)

async function setPublished(change: Change, id: string, publishedAt: Date | null) {
  mustKeep(change)
  const story = await change.write
    .updateTable('stories')
    .set({ publishedAt })
    .where('id', '=', id)
    .returning('title')
    .executeTakeFirst()
  if (!story) throw new NotFound()
  await change.record(publishedAt ? 'atlas.storyPublished' : 'atlas.storyWithdrawn', id, {
    after: { title: story.title.de },
  })
  return { id }
}
