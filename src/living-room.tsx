import { LivingPage } from './design/living.tsx'
import { path } from './platform/paths.ts'
import { room } from './platform/room.ts'

/** Every component in every state at `/design`, while developing. */
export const livingRoom = room({
  name: 'living',
  routes: (web) => web.get(path('/design', '/en/design'), async () => ({ page: <LivingPage /> })),
})
