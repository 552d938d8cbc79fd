import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const [key, secret, region, bucket] = ['schluessel', 'geheim/nis+', 'eu-test-1', 'ablage']
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const hmac = (by: Buffer | string, text: string) => createHmac('sha256', by).update(text).digest()

/**
 * A service as S3 is, on this machine: what it holds lies in `objects`. It takes nothing that is not signed as AWS
 * Signature Version 4 says, or whose content is not the one signed. `fail` answers so many requests with 503.
 */
export async function aBucket() {
  const objects = new Map<string, { bytes: Buffer; at: Date }>()
  const state = { fail: 0, requests: [] as string[] }
  const server = createServer((request, reply) => void answer(request, reply).catch(() => reply.writeHead(500).end()))
  async function answer(request: IncomingMessage, reply: ServerResponse) {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces)
    const url = new URL(request.url ?? '', 'http://s3')
    const [, named = '', ...rest] = url.pathname.split('/')
    const name = rest.join('/')
    state.requests.push(`${request.method} ${name || url.search}`)
    if (state.fail-- > 0) return reply.writeHead(503).end()
    if (!isSigned(request, url, body)) return reply.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>')
    if (named !== bucket) return reply.writeHead(404).end('<Code>NoSuchBucket</Code>')
    if (!name) return reply.end(list(objects, url.searchParams))
    if (request.method === 'PUT') objects.set(name, { bytes: body, at: new Date() })
    if (request.method === 'DELETE') return reply.writeHead(objects.delete(name) ? 204 : 404).end()
    const there = objects.get(name)
    if (!there) return reply.writeHead(404).end('<Code>NoSuchKey</Code>')
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const bytes = from ? there.bytes.subarray(Number(from), Number(to) + 1) : there.bytes
    reply.writeHead(from ? 206 : 200, { 'content-length': request.method === 'PUT' ? 0 : bytes.length })
    return reply.end(request.method === 'GET' ? bytes : undefined)
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const urlWith = (word: string, into = bucket) =>
    `s3+http://${key}:${encodeURIComponent(word)}@${at}/${into}/metropol?region=${region}`
  return {
    ...{ objects, state, urlWith },
    url: urlWith(secret),
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  }
}

/** Two a page, so that lists have several. */
function list(objects: ReadonlyMap<string, { at: Date }>, query: URLSearchParams) {
  const names = [...objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '')).sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const page = names
    .slice(from, from + 2)
    .map(
      (name) =>
        `<Contents><Key>${name}</Key><LastModified>${objects.get(name)!.at.toISOString()}</LastModified></Contents>`,
    )
  const next = from + 2 < names.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${page.join('')}${next}</ListBucketResult>`
}

function isSigned({ method, headers }: IncomingMessage, { pathname, searchParams }: URL, body: Buffer): boolean {
  const {
    credential = '',
    names = '',
    signature,
  } = /Credential=(?<credential>\S+), SignedHeaders=(?<names>\S+), Signature=(?<signature>\w+)/.exec(
    headers.authorization ?? '',
  )?.groups ?? {}
  const day = String(headers['x-amz-date']).slice(0, 8)
  if (credential !== `${key}/${day}/${region}/s3/aws4_request` || !names.includes('host')) return false
  if (headers['x-amz-content-sha256'] !== sha256(body)) return false
  const encode = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort()
  const lines = names.split(';').map((name) => `${name}:${headers[name]}`)
  const asked = [method, pathname, query.join('&'), ...lines, '', names, headers['x-amz-content-sha256']].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, sha256(asked)].join('\n')
  const by = ['s3', 'aws4_request'].reduce((last, part) => hmac(last, part), hmac(hmac(`AWS4${secret}`, day), region))
  return hmac(by, text).toString('hex') === signature
}
