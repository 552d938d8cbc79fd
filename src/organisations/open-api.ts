import { type Api, reading, shape } from '../platform/api.ts'
import { paths } from './paths.ts'

const { id, text, textOrNull, words, address, list, object } = shape

/** What the register gives programs. */
export const api: Api = {
  paths: {
    [paths.api.de]: reading('findOrganisations', 'The organisations of the register, by name', {
      shape: 'Organisations',
    }),
  },
  schemas: {
    Organisations: object({ organisations: list('Organisation') }),
    Organisation: object({
      ...{ id, name: text, kind: text, about: words, district: textOrNull, districtKey: textOrNull },
      ...{ officialKey: textOrNull, website: textOrNull, address },
    }),
  },
}
