import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import { anEvent, aPiece } from './thread.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** Lets an organisation take part in a project. */
export async function takesPart(
  { db }: World,
  pieceId: string,
  organisationId: string,
  part: 'lead' | 'partner' = 'partner',
) {
  await db.insertInto('pieceOrganisations').values({ pieceId, organisationId, part, position: 0 }).execute()
}

export async function anIndicator({ db }: World, pieceId: string, values: Row<'projectIndicators'> = {}) {
  const row = { pieceId, name: { de: 'Gemeinsame Pegel' }, position: 1, ...values }
  return (await db.insertInto('projectIndicators').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function aValue({ db, clock }: World, indicatorId: string, measuredOn: string, value: number) {
  const row = { indicatorId, measuredOn, value, enteredAt: clock.now }
  return (await db.insertInto('projectValues').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** What a project costs, seen by nobody but the office and its organisation unless the values say so. */
export async function aFund({ db }: World, pieceId: string, values: Row<'projectFunds'> = {}) {
  const row = { pieceId, kind: 'budget', amountCents: 100_000, programme: 'Haushalt', position: 1, ...values } as const
  return (await db.insertInto('projectFunds').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function aMaterial({ db }: World, pieceId: string, values: Row<'projectMaterials'> = {}) {
  const row = { pieceId, kind: 'report', title: { de: 'Bericht' }, link: 'https://example.org', position: 1, ...values }
  return (
    await db
      .insertInto('projectMaterials')
      .values(row as never)
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

/** A public project with one of everything, all of it an organisation's part, and the ids by their part of an address. */
export async function aKeptProject(world: World, organisationId: string, values: Row<'pieces'> = {}) {
  const project = await aPiece(world, 'project', values)
  await takesPart(world, project.id, organisationId, 'lead')
  const kennzahlen = await anIndicator(world, project.id, { organisationId, target: 20 })
  const milestone = { title: { de: 'Pegel aufgestellt' }, plannedFor: '2026-05', organisationId }
  return {
    ...project,
    value: await aValue(world, kennzahlen, '2026-01', 12),
    items: {
      kennzahlen,
      meilensteine: await anEvent(world, project.id, milestone),
      mittel: await aFund(world, project.id, { organisationId, isPublic: true }),
      material: await aMaterial(world, project.id, { organisationId }),
    },
  }
}

/** What the forms of a page hold, unescaped; of several fields of one name the first, as the page starts. */
export function fieldsIn(page: string) {
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const fields: Record<string, string> = {}
  for (const [tag, kind, rest = ''] of page.matchAll(/<(input|textarea|option)\b([^>]*)>(?:[^<]*)/g)) {
    const name = /\bname="([^"]+)"/.exec(rest)?.[1] ?? ''
    if (
      !name ||
      name in fields ||
      kind === 'option' ||
      (/type="(checkbox|radio)"/.test(rest) && !/ checked/.test(rest))
    )
      continue
    fields[name] = plain(
      kind === 'textarea'
        ? tag.slice(tag.indexOf('>') + 1).replace(/^\n/, '')
        : (/\bvalue="([^"]*)"/.exec(rest)?.[1] ?? ''),
    )
  }
  for (const [, name, options] of page.matchAll(/<select\b[^>]*\bname="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] ??= plain(
      /<option[^>]*\bvalue="([^"]*)"[^>]* selected/.exec(options!)?.[1] ??
        /<option[^>]* selected[^>]*\bvalue="([^"]*)"/.exec(options!)?.[1] ??
        '',
    )
  return fields
}

/** What a page's first form carries along of what it was opened on. */
export async function carried(world: World, path: string, who: Awaited<ReturnType<World['person']>>) {
  const { seen, shown } = fieldsIn((await world.get(path, who)).body)
  return seen === undefined ? {} : { seen, shown: shown ?? '' }
}

/** What the form of a new value carries along: the last one of its page. */
export const valueSeen = (page: string) => [...page.matchAll(/name="seen" value="([^"]*)"/g)].at(-1)?.[1] ?? ''
