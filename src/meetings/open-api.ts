import { type Api, described, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, moment, address, list, object } = shape

/** What the meetings give programs. */
export const api: Api = {
  paths: {
    [described(paths.api.de)]: reading(
      'findMeetings',
      'The meetings of a working group that it shows, the latest first',
      {
        ...{ shape: 'Meetings', of: ['group'] },
      },
    ),
  },
  schemas: {
    Meetings: object({ meetings: list('Meeting') }),
    Meeting: object({ id, title: text, state: text, startsAt: moment, endsAt: moment, address }),
  },
}
