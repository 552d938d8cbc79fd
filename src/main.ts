import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { sql } from 'kysely'
import { alerts } from './alerts/index.ts'
import { atlas } from './atlas/index.ts'
import { congress } from './congress/index.ts'
import { files } from './files/index.ts'
import { groups } from './groups/index.ts'
import { intake } from './intake/index.ts'
import { library } from './library/index.ts'
import { livingRoom } from './living-room.tsx'
import { meetings } from './meetings/index.ts'
import { minutes } from './minutes/index.ts'
import { notices } from './notices/index.ts'
import { organisations } from './organisations/index.ts'
import { outbox } from './outbox/index.ts'
import { papers } from './papers/index.ts'
import { people, peoplePaths, whoIs } from './people/index.ts'
import { openAssets } from './platform/assets.ts'
import { PageCache } from './platform/cache.ts'
import { openDatabase } from './platform/database.ts'
import { health } from './platform/health.ts'
import { startJobs } from './platform/jobs.ts'
import { type Logger, pathForLog } from './platform/log.ts'
import { sendMailJob } from './platform/outbox.ts'
import { bodies } from './platform/parse.ts'
import { type Room, room } from './platform/room.ts'
import type { Secrets } from './platform/secrets.ts'
import type { Settings } from './platform/settings.ts'
import { bindTextsOfPages } from './platform/spaces.ts'
import type { House, Visit } from './platform/visit.ts'
import { type Web, web } from './platform/web.tsx'
import { bringsOf } from './platform/web-visit.ts'
import { installation, mailLook, region } from './region/index.ts'
import { registration } from './registration/index.ts'
import { search } from './search/index.ts'
import { fill, firstLink } from './setup.ts'
import { errorPage, frameOf, site } from './site/index.ts'
import { thread } from './thread/index.ts'
import { votes } from './votes/index.ts'

/** Every room, the ones below first. */
const ownRooms: readonly Room[] = [
  people,
  region,
  search,
  files,
  congress,
  organisations,
  library,
  groups,
  notices,
  meetings,
  minutes,
  votes,
  papers,
  intake,
  alerts,
  atlas,
  thread,
  registration,
  outbox,
  site,
]

export type HouseInput = {
  databaseUrl: string
  house: House
  log: Logger
  now?: () => Date
  /** Hashed URL of a built file by its plain name. */
  asset: (name: string) => string
  smtpUrl: string | undefined
  mailFrom: string
  /** Addresses of proxies whose X-Forwarded-For is believed; none by default. */
  trustProxy: string[] | false
  writesPerMinute: number
  searchesPerMinute?: number
  /** Whether pages are kept for signed-out visitors. */
  isCaching?: boolean
  connections?: number
  /** Further rooms, on top. */
  moreRooms?: readonly Room[]
}

export type OpenHouse = {
  app: FastifyInstance
  db: ReturnType<typeof openDatabase>['db']
  routes: Web['routes']
  cache: PageCache
  /** Starts working through the queue. */
  work(): Promise<void>
  close(): Promise<void>
}

/** Puts the house together: database, web, rooms, jobs. Does not listen yet. */
export async function openHouse(input: HouseInput): Promise<OpenHouse> {
  const { house, log } = input
  const rooms = [
    ...ownRooms,
    ...(process.env.NODE_ENV === 'development' ? [livingRoom] : []),
    ...(input.moreRooms ?? []),
  ]
  const now = input.now ?? (() => new Date())
  const { db, pool } = openDatabase(input.databaseUrl, input.connections)
  const cache = new PageCache()
  if (input.isCaching !== false) await cache.listen(input.databaseUrl)
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: input.trustProxy,
    genReqId: () => randomUUID().slice(0, 13),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    bodyLimit: 1024 * 1024,
    frameworkErrors(_error, _request, reply) {
      reply.raw.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      reply.raw.end('Diese Adresse gibt es nicht. / This address does not exist.\n')
    },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance
  const connections = silentConnections(app.server)
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  const parts = {
    app,
    db,
    house,
    cache,
    now,
    whoIs,
    languages,
    frame: frameOf(input.asset, rooms),
    errorPage,
    writesPerMinute: input.writesPerMinute,
    searchesPerMinute: input.searchesPerMinute ?? 120,
  }
  await bodies(app, (request) => bringsOf(parts, request))
  const site = web(parts)
  for (const { routes } of rooms) routes?.(site, rooms)
  const templates = Object.assign({}, ...rooms.map(({ mails }) => mails ?? {}))
  const post = room({
    name: 'post',
    jobs: {
      sendMail: sendMailJob({ smtpUrl: input.smtpUrl, from: input.mailFrom, templates, look: mailLook, languages }),
    },
  })
  let jobs: { stop(): Promise<void> } | undefined
  return {
    app,
    db,
    routes: site.routes,
    cache,
    async work() {
      jobs = await startJobs({ pool, db, house, now, rooms: [...rooms, post], log })
    },
    async close() {
      connections.closeSilent()
      await app.close()
      await jobs?.stop()
      await cache.close()
      await db.destroy()
    },
  }
}

/** Browsers open connections ahead: one that has asked for nothing would be waited for without end. */
function silentConnections(server: Server) {
  const open = new Set<Socket>()
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return {
    closeSilent() {
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
    },
  }
}

const languages = async (visit: Pick<Visit, 'read'>) => (await installation(visit)).languages

/** The house of these settings. */
export const houseOf = (settings: Settings, secrets: Secrets): House => ({
  publicUrl: settings.publicUrl,
  key: Buffer.from(secrets.installationKey, 'base64url'),
  data: settings.dataFolder,
  hostsInside: settings.hostsInside,
  filesUrl: settings.filesUrl,
})

export type ServeInput = {
  settings: Settings
  databaseUrl: string
  log: Logger
  secrets: Secrets
  isFirstStart: boolean
  isEmpty: boolean
}

/** Serves the installation. `close` stops accepting, waits for requests and running jobs, then lets the database go. */
export async function serve({ settings, databaseUrl, log, secrets, isFirstStart, isEmpty }: ServeInput) {
  bindTextsOfPages()
  const assets = await openAssets()
  const house = houseOf(settings, secrets)
  const open = await openHouse({
    databaseUrl,
    log,
    house,
    asset: assets.href,
    smtpUrl: settings.smtpUrl,
    mailFrom: settings.mailFrom ?? `Metropol <metropol@${new URL(settings.publicUrl).hostname}>`,
    trustProxy: settings.trustProxy,
    writesPerMinute: settings.writesPerMinute,
  })
  const { app, db } = open
  let isReady = false
  const databaseAnswers = async () => (await sql`select 1`.execute(db)).rows.length === 1
  await health({
    isReady: () => isReady,
    databaseAnswers,
    metricsToken: settings.metricsToken ?? secrets.metricsToken,
  })(app)
  assets.serve(app)
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method: request.method, path: pathForLog(request.url), status: reply.statusCode, ms })
  })
  try {
    if (isFirstStart) await fill(db, house, new Date(), isEmpty)
    await open.work()
    await app.listen({ port: settings.port, host: settings.host })
  } catch (error) {
    await open.close()
    throw error
  }
  isReady = true
  return {
    address: settings.publicUrl,
    access: settings.publicUrl + peoplePaths.access.at('de'),
    signInLink: await firstLink(db, house, new Date()),
    close: open.close,
  }
}
