import { type Api, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, textOrNull, words, moment, address, list, object } = shape

/** What the thread gives programs. */
export const api: Api = {
  paths: {
    [paths.api.de]: reading('findPieces', 'Results, projects and positions, the latest change first', {
      shape: 'Pieces',
    }),
  },
  schemas: {
    Pieces: object({ pieces: list('Piece') }),
    Piece: object({
      ...{ id, kind: { enum: ['result', 'project', 'position'] }, title: words, text: words, state: text },
      ...{ outcome: textOrNull, starts: textOrNull, ends: textOrNull, changedAt: moment, address },
    }),
  },
}
