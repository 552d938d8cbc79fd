import { type Api, described, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, moment, address, list, object } = shape

/** What the votes give programs. */
export const api: Api = {
  paths: {
    [described(paths.api.de)]: reading(
      'findVotes',
      'What a working group carried by a vote and shows, the latest first',
      {
        ...{ shape: 'Votes', of: ['group'] },
      },
    ),
  },
  schemas: {
    Votes: object({ votes: list('Vote') }),
    Vote: object({
      ...{ id, title: text, text, method: text, closedAt: moment, address },
      chosen: { type: 'array', items: text, description: 'Of a choice among options those that were chosen' },
    }),
  },
}
