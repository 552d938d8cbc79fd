import { createServer } from 'node:net'
import type { Settings } from '../platform/settings.ts'

/** Why nobody can listen at this port and host just now, as the system says it; undefined where it is free. */
export async function listeningProblem({ port, host }: Pick<Settings, 'port' | 'host'>): Promise<unknown> {
  const probe = createServer()
  const error = await new Promise<unknown>((resolve) => {
    probe.once('error', resolve).listen(port, host, () => resolve(undefined))
  })
  await new Promise((resolve) => probe.close(resolve))
  return error
}
