import { Busy } from './problem.ts'

/** Who waits: those with the same name share their turns. */
export type Waiter = { who: string; isGone: () => boolean }
type Waiting = Waiter & { run: () => Promise<unknown>; leave: (busy: Busy) => void }

/**
 * Work that is done one piece after the other, each who waits in turn, however much others have asked for. It throws
 * `Busy` for more than `each` of one at once, for more than `all` together, and for who has gone meanwhile.
 */
export function fairLine({ each, all }: { each: number; all: number }) {
  let waiting: Waiting[] = []
  let isAtWork = false
  async function work() {
    isAtWork = true
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { who, isGone, run, leave } = next
      if (isGone()) leave(new Busy('nobody waits any more'))
      else await run()
      const isOwn = (other: Waiting) => other.who === who
      waiting = [...waiting.filter((other) => !isOwn(other)), ...waiting.filter(isOwn)]
    }
    isAtWork = false
  }
  return <Made>({ who, isGone }: Waiter, make: () => Promise<Made>): Promise<Made> =>
    new Promise((resolve, reject) => {
      const own = waiting.filter((other) => other.who === who).length
      if (own >= each || waiting.length >= all) return reject(new Busy('too many wait'))
      const run = () => make().then(resolve, reject)
      waiting.push({ who, isGone, run, leave: reject })
      if (!isAtWork) void work()
    })
}
