import { type Api, described, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, textOrNull, moment, address, list, object } = shape

/** What the minutes give programs. */
export const api: Api = {
  paths: {
    [described(paths.api.de)]: reading(
      'findMinutes',
      'Approved minutes and decisions of a working group that it shows',
      {
        ...{ shape: 'MinutesAndDecisions', of: ['group'] },
      },
    ),
  },
  schemas: {
    MinutesAndDecisions: object({ minutes: list('Minutes'), decisions: list('Decision') }),
    Minutes: object({
      ...{ meeting: id, title: text, approvedAt: moment, sha256: textOrNull, address, document: address },
    }),
    Decision: object({ id, text, decidedAt: moment }),
  },
}
