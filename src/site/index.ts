import { room } from '../platform/room.ts'

export { fillDefaultPages } from './defaults/index.ts'
export { frameOf } from './frame.ts'
export { errorPage } from './pages/error.tsx'
export const site = room({ name: 'site' })
