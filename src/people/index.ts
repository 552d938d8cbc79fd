import { room } from '../platform/room.ts'

export { whoIs } from './queries.ts'
export const people = room({ name: 'people' })
