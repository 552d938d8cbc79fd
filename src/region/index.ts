import { room } from '../platform/room.ts'

export const region = room({ name: 'region' })
