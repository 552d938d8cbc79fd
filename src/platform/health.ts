import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { isSameSecret } from './secrets.ts'

type Health = {
  /** Migrated, and the jobs are being worked on. */
  isReady: () => boolean
  /** Asks the database for something small; throws or gives false when it does not answer. */
  databaseAnswers: () => Promise<boolean>
  metricsToken: string
}

const patienceMs = 2000

/**
 * `/healthz` (process and database answer), `/readyz` (migrated, jobs running), `/metrics` for Prometheus, the last from
 * this machine without a forwarding header or with the token only. 503 where the answer is no, 404 for strangers.
 */
export function health({ isReady, databaseAnswers, metricsToken }: Health) {
  return async (app: FastifyInstance) => {
    const registry = new Registry()
    measure(app, registry)
    app.get('/healthz', async (_, reply) => {
      const isWell = await inTime(databaseAnswers)
      return reply.code(isWell ? 200 : 503).send({ status: isWell ? 'ok' : 'database does not answer' })
    })
    app.get('/readyz', async (_, reply) => {
      const isFine = isReady() && (await inTime(databaseAnswers))
      return reply.code(isFine ? 200 : 503).send({ status: isFine ? 'ready' : 'not ready' })
    })
    app.get('/metrics', async (request, reply) => {
      if (!mayRead(request, metricsToken)) return reply.callNotFound()
      return reply.type(registry.contentType).send(await registry.metrics())
    })
  }
}

/** Loopback by the socket's own address. Behind a proxy every visitor comes from loopback, but with a forwarding header. */
function mayRead(request: FastifyRequest, token: string) {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (given !== undefined) return isSameSecret(given, token)
  const address = request.socket.remoteAddress ?? ''
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(address)
  return isLoopback && !['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((header) => header in request.headers)
}

async function inTime(ask: () => Promise<boolean>) {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(late.resolve, patienceMs, false)
  const answer = ask().catch(() => false)
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer))
}

function measure(app: FastifyInstance, registry: Registry) {
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
}
