import { projectStates, type State } from '../model.ts'
import type { Filter } from '../queries/register.ts'

const names = ['feld', 'region', 'stand']

/** The filter's part of an address's query. */
export const ownQuery = (query: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    names.flatMap((name) => (/^[a-z0-9_-]{1,60}$/.test(query[name] ?? '') ? [[name, query[name]!]] : [])),
  )

/** What it asks for; what is no state of a project narrows nothing. */
export const filterFrom = ({ feld, region, stand }: Record<string, string>): Filter => ({
  field: feld,
  region,
  state: projectStates.find((one: State) => one === stand),
})

/** The page of a long list that is asked for; the first for anything else. */
export const pageFrom = ({ seite = '' }: Readonly<Record<string, string>>) =>
  /^[1-9]\d{0,3}$/.test(seite) ? Number(seite) : 1
