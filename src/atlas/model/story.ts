import { z } from 'zod'
import type { Bilingual } from '../../platform/language.ts'
import { askedOf, type ViewKind, type ViewQuery, viewKinds } from './views.ts'

/** What is computed from the figures of the day: the core's shares, ties across borders, groups, zones, how it is counted. */
export const storyParts = ['core', 'ties', 'together', 'zones', 'method'] as const
export type StoryPart = (typeof storyParts)[number]

export type Block =
  | { kind: 'text'; text: Bilingual }
  | { kind: 'view'; view: ViewKind; query: ViewQuery }
  | { kind: 'part'; part: StoryPart }
export const blockKinds = ['text', 'view', ...storyParts] as const
export type BlockKind = (typeof blockKinds)[number]
export const mostBlocks = 40

/** The story every atlas begins with. */
export const why = 'warum'
export const whyBlocks: Block[] = storyParts.map((part) => ({ kind: 'part', part }))

const stored = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.object({ de: z.string(), en: z.string().optional() }) }),
    z.object({ kind: z.literal('view'), view: z.enum(viewKinds), query: z.record(z.string(), z.string()) }),
    z.object({ kind: z.literal('part'), part: z.enum(storyParts) }),
  ]),
)

/** Blocks as they were stored. */
export const blocksFrom = (json: unknown) =>
  stored.parse(json).map((block): Block => {
    if (block.kind === 'view') return { ...block, query: askedOf(block.view, block.query) }
    if (block.kind !== 'text') return block
    const { de, en } = block.text
    return { kind: 'text', text: en ? { de, en } : { de } }
  })
