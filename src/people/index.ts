import { room } from '../platform/room.ts'

export { whoIs } from './queries/who-is.ts'
export const people = room({ name: 'people' })
