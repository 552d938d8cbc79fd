import type {} from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { plainNetworkOf } from './tokens.ts'
import type { WebParts } from './web-parts.ts'

/**
 * What costs more than a page of its own: a client may ask so only so often. Searches and suggestions cost nothing
 * without a query; of files those that are drawn, set or packed anew for each who asks cost always.
 */
export type Budget = 'searches' | 'suggestions' | 'files'

/**
 * Refuses with 429 whoever has asked more often than that in a minute, on all addresses that take from the same budget.
 * Who asks is the network of the connection, or what a known proxy says of it; nothing that a client says of itself.
 */
export function budgetsOf({ app, searchesPerMinute }: Pick<WebParts, 'app' | 'searchesPerMinute'>) {
  const budget = (max: number, costs = hasQuery) => {
    const keyGenerator = ({ ip }: FastifyRequest) => plainNetworkOf(ip)
    const spend = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator })
    return async (request: FastifyRequest, reply: FastifyReply) => {
      if (!costs(request)) return
      const spent = await spend(request)
      if (spent.isAllowed || !spent.isExceeded) return
      reply.header('retry-after', spent.ttlInSeconds)
      throw Object.assign(new Error('too many searches'), { statusCode: 429 })
    }
  }
  return {
    searches: budget(searchesPerMinute),
    suggestions: budget(searchesPerMinute * 5),
    files: budget(searchesPerMinute, isMade),
  }
}

const hasQuery = ({ url }: FastifyRequest) => url.includes('?')
/** A text that was made for everybody is kept; one with a question of its own is made anew. */
const isMade = ({ url }: FastifyRequest) =>
  /[./](?:pdf|docx|png|xlsx)(?:\?|$)/.test(url) || /[./](?:csv|json|json-stat|svg|html)\?/.test(url)
