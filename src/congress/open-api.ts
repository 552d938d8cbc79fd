import { type Api, described, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, textOrNull, words, moment, address, list, object } = shape
const common = { id, slug: text, number: { type: 'integer' }, title: words, theme: words, state: text }
const congress = { ...common, startsAt: moment, endsAt: moment, town: textOrNull, venue: textOrNull, address }

/** What the congresses give programs. */
export const api: Api = {
  paths: {
    [paths.api.de]: reading('findCongresses', 'All congresses, the latest first', { shape: 'Congresses' }),
    [described(paths.apiCongress.de)]: reading('readCongress', 'A congress with its programme', {
      ...{ shape: 'CongressWithProgramme', of: ['edition'] },
    }),
  },
  schemas: {
    Congresses: object({ congresses: list('Congress') }),
    Congress: object(congress),
    CongressWithProgramme: object({ ...congress, sessions: list('Session') }),
    Session: object({
      ...{ id, title: words, abstract: words, startsAt: moment, endsAt: moment, room: words, track: words, address },
      ...{ language: textOrNull, format: text, speakers: { type: 'array', items: text } },
    }),
  },
}
