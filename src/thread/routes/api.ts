import { type Api, jsonAnswer, reading, shape, strangerOf } from '../../platform/api.ts'
import type { Web } from '../../platform/web.tsx'
import { pathOf, paths } from '../paths.ts'
import { latestPieces } from '../queries/register.ts'

const most = 1000

/** Results, projects and positions for programs, as everybody may know them. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit) => {
    const cards = await latestPieces(strangerOf(visit), most)
    const pieces = cards.map(({ id, kind, slug, title, text, state, outcome, starts, ends, changedAt }) => ({
      ...{ id, kind, title, text, state, outcome, starts, ends, changedAt },
      address: visit.house.publicUrl + pathOf(kind).at('de', { piece: slug }),
    }))
    return jsonAnswer({ pieces })
  })
}

const { id, text, textOrNull, words, moment, address, list, object } = shape

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
