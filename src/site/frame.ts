import { inLanguage } from '../platform/language.ts'
import type { Room } from '../platform/room.ts'
import type { WebParts } from '../platform/web.tsx'
import { installation, regions } from '../region/index.ts'

type FrameOf = WebParts['frame']

/** What stands round every page: who publishes it, the menus, the regions' lines. */
export const frameOf =
  (asset: (name: string) => string, rooms: readonly Room[]): FrameOf =>
  async (visit) => {
    const { language, viewer } = visit
    const [publisher, lines] = await Promise.all([installation(visit), regions(visit)])
    return {
      installation: { name: inLanguage(language, publisher.name), short: publisher.short },
      regions: lines.map(({ no, name }) => ({ no, name: inLanguage(language, name) })),
      menu: [],
      aids: [],
      footer: { links: [], notes: [] },
      person:
        viewer.kind === 'person'
          ? {
              name: viewer.name,
              menu: rooms.flatMap(({ menu }) => menu?.(visit) ?? []),
              signOut: language === 'de' ? '/abmelden' : '/en/sign-out',
            }
          : undefined,
      asset,
    }
  }
