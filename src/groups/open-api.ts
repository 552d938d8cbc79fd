import { type Api, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, textOrNull, words, address, list, object } = shape

/** What the groups give programs. */
export const api: Api = {
  paths: { [paths.api.de]: reading('findGroups', 'The working groups of all congresses', { shape: 'Groups' }) },
  schemas: {
    Groups: object({ groups: list('Group') }),
    Group: object({
      ...{ id, name: words, text: words, leads: textOrNull, mandate: words, congress: text, address },
      state: { type: ['string', 'null'], description: 'Only where the group shows it' },
    }),
  },
}
