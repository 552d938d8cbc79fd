import { room } from '../platform/room.ts'

export type { Colours, District, Installation, Region } from './queries.ts'
export { districts, installation, regions } from './queries.ts'
export const region = room({ name: 'region' })
