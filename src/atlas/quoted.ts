import { NotFound, type Visit } from '../platform/visit.ts'
import { viewAt } from './model/views.ts'
import { drawn } from './pages/drawn/index.ts'
import { paths } from './paths.ts'
import { viewData } from './queries/view.ts'

/** A frozen view as another room shows it: what it is called and says, its address and picture, and how its data stand. */
export type Quoted = {
  name: string
  says: string
  href: string
  picture: string
  size: readonly [width: number, height: number]
  version: number
  /** Newer data exist; some of what it once showed has been taken back. */
  isOlder: boolean
  isReduced: boolean
}

/**
 * The lasting address of a view that somebody typed or pasted, in German, with the data version it names or else
 * today’s. Undefined for an address that shows no view.
 */
export async function frozenAddress(visit: Visit, typed: string): Promise<string | undefined> {
  const asked = viewAt(typed)
  if (!asked) return undefined
  const data = await viewData(visit, asked.kind, asked.query).catch(orNothing)
  if (!data || !drawn('de', data).chart) return undefined
  return paths.view.at('de', { view: asked.kind }, { ...asked.query, fassung: String(data.standing.version) })
}

/** The views at these addresses; one that is there no more is left out. */
export async function quoted(visit: Visit, addresses: readonly string[]): Promise<Quoted[]> {
  const { language } = visit
  const all = addresses.map(async (address): Promise<Quoted[]> => {
    const asked = viewAt(address)
    const data = asked && (await viewData(visit, asked.kind, asked.query).catch(orNothing))
    if (!data) return []
    const { name, title, text, size, standing } = drawn(language, data)
    const { version, newest, isReduced } = standing
    const href = paths.view.at(language, { view: data.kind }, data.query)
    const picture = paths.viewData.at(language, { view: data.kind, as: 'svg' }, data.query)
    return [{ name, says: `${title}. ${text}`, href, picture, size, version, isOlder: version < newest, isReduced }]
  })
  return (await Promise.all(all)).flat()
}

function orNothing(cause: unknown): undefined {
  if (!(cause instanceof NotFound)) throw cause
}
