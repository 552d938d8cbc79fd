import type { WebParts } from '../platform/web.tsx'

type FrameOf = WebParts['frame']

/** What stands round every page: who publishes it, the menus, the regions' lines. */
export const frameOf =
  (asset: (name: string) => string): FrameOf =>
  async (visit) => ({
    installation: { name: 'Metropol', short: 'Metropol' },
    regions: [],
    menu: [],
    aids: [],
    footer: { links: [], notes: [] },
    person: visit.viewer.kind === 'person' ? { name: visit.viewer.name, menu: [], signOut: '/abmelden' } : undefined,
    asset,
  })
