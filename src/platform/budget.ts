import type {} from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { plainNetworkOf } from './tokens.ts'
import type { WebParts } from './web-parts.ts'

/** What costs more than a page of its own: a client may ask so only so often; without a query it costs nothing. */
export type Budget = 'searches' | 'suggestions'

/**
 * Refuses with 429 whoever has asked more often than that in a minute, on all addresses that take from the same budget.
 * Who asks is the network of the connection, or what a known proxy says of it; nothing that a client says of itself.
 */
export function budgetsOf({ app, searchesPerMinute }: Pick<WebParts, 'app' | 'searchesPerMinute'>) {
  const budget = (max: number) => {
    const keyGenerator = ({ ip }: FastifyRequest) => plainNetworkOf(ip)
    const spend = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator })
    return async (request: FastifyRequest, reply: FastifyReply) => {
      if (!request.url.includes('?')) return
      const spent = await spend(request)
      if (spent.isAllowed || !spent.isExceeded) return
      reply.header('retry-after', spent.ttlInSeconds)
      throw Object.assign(new Error('too many searches'), { statusCode: 429 })
    }
  }
  return { searches: budget(searchesPerMinute), suggestions: budget(searchesPerMinute * 5) }
}
