import { room } from '../platform/room.ts'

export const congress = room({ name: 'congress' })
