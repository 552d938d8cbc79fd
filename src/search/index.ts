import { room } from '../platform/room.ts'
import { publicRoutes } from './routes.tsx'

export { answers, askedOf, type Candidate, findingsOf, marker } from './few.ts'
export {
  type Asked,
  type Form,
  fold,
  isAsked,
  type Phrase,
  type Question,
  questionFrom,
  type Term,
  tsqueryOf,
} from './model.ts'
export { paths as searchPaths } from './paths.ts'
export { asked } from './queries.ts'
export { type Guess, type Guesser, guesser } from './sentence.ts'

export const search = room({ name: 'search', routes: publicRoutes })
