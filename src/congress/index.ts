import { room } from '../platform/room.ts'

export {
  type EditionDates,
  type Format,
  formats,
  isOver,
  moves,
  type State,
  stateAt,
  states,
} from './model.ts'
export { paths as congressPaths } from './paths.ts'
export { capacities, editions, may as mayCongress, sessions } from './permissions.ts'

export const congress = room({ name: 'congress' })
