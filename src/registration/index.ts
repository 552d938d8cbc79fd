import { room } from '../platform/room.ts'

export const registration = room({ name: 'registration' })
