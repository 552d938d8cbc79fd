import { room } from '../platform/room.ts'

export {
  type EditionDates,
  type Format,
  formats,
  isOver,
  moves,
  type Places,
  type State,
  stateAt,
  states,
} from './model.ts'
export { paths as congressPaths } from './paths.ts'
export { capacities, editions, may as mayCongress, sessions } from './permissions.ts'
export { type Edition, editionBySlug } from './queries/edition.ts'
export { allEditions, type EditionCard, nextEdition, nextOf, theSeries } from './queries/editions.ts'
export type { Session } from './queries/programme.ts'
export { type EditionForRegistration, editionForRegistration, slugOf } from './queries/registration.ts'

export const congress = room({ name: 'congress' })
