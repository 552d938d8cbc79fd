import { z } from 'zod'
import {
  bilingual,
  bilingualFields,
  type FormState,
  field,
  readForm,
  startWith,
  withRefusal,
} from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { isRefusal, type Refusal, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { beginStory, publishStory, withdrawStory, writeStory } from '../commands/stories.ts'
import { type Block, type BlockKind, blockKinds, mostBlocks } from '../model/story.ts'
import { viewAt } from '../model/views.ts'
import { StoriesPage, StoryEditPage } from '../pages/stories.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { allStories, storyAt } from '../queries/stories.ts'
import { text } from '../text.ts'

const heads = { ...bilingualFields('title', 160), ...bilingualFields('lead', 500) }
const beginForm = z.object({ ...heads, isWhy: field.flag() })

/** The office writes stories: text and views in an order. */
export function storyRoutes(web: Web) {
  web.get(paths.stories, async (visit) => {
    mustKeep(visit)
    return { page: <StoriesPage stories={await allStories(visit)} form={startWith()} /> }
  })

  web.post(paths.stories, async (visit, { body }) => {
    mustKeep(visit)
    const read = readForm(beginForm, body, visit.language, text[visit.language].stories.fields)
    return submitted(visit, read, {
      page: async (form) => <StoriesPage stories={await allStories(visit)} form={form} />,
      run: (change, data) => beginStory(change, { ...headOf(data), isWhy: data.isWhy }),
      next: ({ id }) => ({ seeOther: paths.storyEdit.at(visit.language, { story: id }) }),
    })
  })

  editRoutes(web)
}

function editRoutes(web: Web) {
  web.get(paths.storyEdit, async (visit, { params, query }) => {
    mustKeep(visit)
    const story = await storyAt(visit, { id: idFrom(params.story) })
    return { page: <StoryEditPage story={story} form={formOf(visit, story)} isSaved={query.info === 'saved'} /> }
  })

  web.post(paths.storyEdit, async (visit, { params, body }) => {
    mustKeep(visit)
    const story = await storyAt(visit, { id: idFrom(params.story) })
    const count = Math.min(mostBlocks, story.blocks.length) + 1
    const { fields, refused } = text[visit.language].stories
    return submitted(visit, readForm(writeForm(count), body, visit.language, fields), {
      page: (form) => <StoryEditPage story={story} form={form} />,
      run: async (change, data) => {
        const wrong = noViewIn(data, count)
        if (wrong) return wrong
        const all = { id: story.id, seen: data.seen, ...headOf(data), blocks: blocksIn(data, count) }
        const written = await writeStory(change, all)
        return isRefusal(written) || !data.publishes ? written : publishStory(change, story.id)
      },
      next: () => ({ seeOther: paths.storyEdit.at(visit.language, { story: story.id }, { info: 'saved' }) }),
      refused: (form, refusal: Refusal) => withRefusal(form, refusal, refused, labelsOf(fields, count)),
    })
  })

  web.post(paths.storyWithdraw, async (visit, { params }) => {
    mustKeep(visit)
    const { id } = await storyAt(visit, { id: idFrom(params.story) })
    return changed(visit, {
      run: (change) => withdrawStory(change, id),
      next: () => ({ seeOther: paths.storyEdit.at(visit.language, { story: id }) }),
    })
  })
}

type Head = { titleDe: string; titleEn: string; leadDe: string; leadEn: string }
const headOf = ({ titleDe, titleEn, leadDe, leadEn }: Head) => ({
  title: bilingual(titleDe, titleEn),
  lead: bilingual(leadDe, leadEn),
})

const names = ['kind', 'order', 'textDe', 'textEn', 'address'] as const
const named = (name: (typeof names)[number], index: number) => `${name}${index}`
const headForm = z.object({ seen: field.whole(0, 1_000_000), publishes: field.flag(), ...heads })

function writeForm(count: number) {
  const blocks = Array.from({ length: count }, (_, index) => [
    [named('kind', index), field.optionalChoice(blockKinds)],
    [named('order', index), field.optionalWhole(0, 1000)],
    [named('textDe', index), field.optionalText(10_000)],
    [named('textEn', index), field.optionalText(10_000)],
    [named('address', index), field.optionalLine(500)],
  ])
  // What a head holds is typed; the parts are read by their names.
  return headForm.extend(Object.fromEntries(blocks.flat())) as unknown as typeof headForm
}

/** What the fields of the parts are called; each says of which part it is. */
const labelsOf = (fields: Readonly<Record<string, string>>, count: number) => ({
  ...fields,
  ...Object.fromEntries(
    Array.from({ length: count }, (_, index) => [named('address', index), `${fields.address} (${index + 1})`]),
  ),
})

/** Refuses an address that leads to no view, where one is to stand. */
function noViewIn(data: Readonly<Record<string, unknown>>, count: number) {
  const is = (index: number) => data[named('kind', index)] === 'view' && !viewAt(String(data[named('address', index)]))
  const index = Array.from({ length: count }, (_, index) => index).find(is)
  return index === undefined ? undefined : refuse('noView', named('address', index))
}

/** The parts in the order of their numbers; one without a kind, or without what its kind needs, is gone. */
function blocksIn(data: Readonly<Record<string, unknown>>, count: number): Block[] {
  const at = (name: (typeof names)[number], index: number) => String(data[named(name, index)] ?? '')
  return Array.from({ length: count }, (_, index) => ({
    index,
    order: Number(at('order', index) || (index + 1) * 10),
    block: blockFrom(at('kind', index) as BlockKind | '', {
      de: at('textDe', index),
      en: at('textEn', index),
      address: at('address', index),
    }),
  }))
    .sort((a, b) => a.order - b.order || a.index - b.index)
    .flatMap(({ block }) => block ?? [])
}

type Typed = { de: string; en: string; address: string }
function blockFrom(kind: BlockKind | '', { de, en, address }: Typed): Block | undefined {
  if (kind === '') return undefined
  if (kind === 'text') return de ? { kind, text: bilingual(de, en) } : undefined
  if (kind !== 'view') return { kind: 'part', part: kind }
  const view = viewAt(address)
  return view && { kind, view: view.kind, query: view.query }
}

function formOf({ language }: Visit, { title, lead, changes, blocks }: Awaited<ReturnType<typeof storyAt>>): FormState {
  const parts = blocks.map((block, index) => ({
    [named('kind', index)]: block.kind === 'part' ? block.part : block.kind,
    [named('order', index)]: (index + 1) * 10,
    ...(block.kind === 'text'
      ? { [named('textDe', index)]: block.text.de, [named('textEn', index)]: block.text.en }
      : {}),
    ...(block.kind === 'view'
      ? { [named('address', index)]: paths.view.at(language, { view: block.view }, block.query) }
      : {}),
  }))
  return startWith({
    ...{ seen: changes, titleDe: title.de, titleEn: title.en, leadDe: lead.de, leadEn: lead.en },
    ...Object.assign({}, ...parts),
    [named('order', blocks.length)]: (blocks.length + 1) * 10,
  })
}
