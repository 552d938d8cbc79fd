import { room } from '../platform/room.ts'

export { linesOf, mailLook } from './mail-look.ts'
export { regionMap } from './map.ts'
export { type Figure, figures, type RegionPlan, regionPlan } from './plan.ts'
export type { Colours, District, Installation, Region } from './queries.ts'
export { districts, installation, regions } from './queries.ts'
export const region = room({ name: 'region' })
