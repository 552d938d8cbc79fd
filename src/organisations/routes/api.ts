import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Room } from '../../platform/room.ts'
import type { Web } from '../../platform/web.tsx'
import { paths } from '../paths.ts'
import { register } from '../queries/register.ts'

/** The register for programs, as everybody may know it. */
export function apiRoutes(web: Web, rooms: readonly Room[]) {
  web.get(
    paths.api,
    async (visit) => {
      const organisations = (await register(strangerOf(visit), rooms)).map(
        ({ id, name, kind, about, district, districtKey, officialKey, website }) => ({
          ...{ id, name, kind, about, district, districtKey, officialKey, website },
          address: visit.house.publicUrl + paths.organisation.at('de', { organisation: id }),
        }),
      )
      return jsonAnswer({ organisations })
    },
    'searches',
  )
}
