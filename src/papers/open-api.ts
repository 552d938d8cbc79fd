import { type Api, described, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, moment, address, list, object } = shape

/** What the papers give programs. */
export const api: Api = {
  paths: {
    [described(paths.api.de)]: reading(
      'findPapers',
      'Adopted papers of a working group that it shows, the latest first',
      {
        ...{ shape: 'Papers', of: ['group'] },
      },
    ),
  },
  schemas: {
    Papers: object({ papers: list('Paper') }),
    Paper: object({ id, kind: text, title: text, adoptedAt: moment, address, document: address }),
  },
}
