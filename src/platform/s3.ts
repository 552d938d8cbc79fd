import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type IncomingMessage, request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { Content, FileStore } from './file-store.ts'
import { StoreFailed } from './problem.ts'

/** A bucket as FILES_URL names it: `s3://key:secret@host/bucket/folder?region=…`; `s3+http` for one inside without TLS. */
export function readBucketUrl(filesUrl: string) {
  const { protocol, host, pathname, username, password, searchParams } = new URL(filesUrl)
  const [bucket = '', ...folders] = pathname.split('/').filter(Boolean)
  const folder = folders.map((one) => `${one}/`).join('')
  const origin = `${protocol === 's3:' ? 'https' : 'http'}://${host}`
  const guessed = /(?:^|\.)s3[.-]([a-z0-9-]+)\.amazonaws\.com$/.exec(host)?.[1]
  return {
    ...{ host, bucket, folder, base: `${origin}/${bucket}` },
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get('region') ?? guessed ?? 'us-east-1',
  }
}
type Bucket = ReturnType<typeof readBucketUrl>

/** The bucket of this address as a place for files (Amazon S3, 2006-03-01, and what is compatible with it). */
export function bucketOf(filesUrl: string): FileStore {
  const bucket = readBucketUrl(filesUrl)
  const at = (name: string) => `${bucket.base}/${bucket.folder}${name}`
  return {
    async put(name, bytes) {
      await emptied(there(bucket, await ask(bucket, { method: 'PUT', url: at(name), bytes })))
    },
    async open(name, range) {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const answer = await ask(bucket, { method: 'GET', url: at(name), headers })
      if (answer.statusCode !== 404) return answer
      const why = (await bodyOf(answer)).toString('utf8')
      if (why.includes('NoSuchBucket')) there(bucket, answer)
      return undefined
    },
    async size(name) {
      const answer = await ask(bucket, { method: 'HEAD', url: at(name) })
      await emptied(answer)
      return answer.statusCode === 404 ? undefined : Number(answer.headers['content-length'])
    },
    async remove(name) {
      const names: string[] = []
      for await (const one of listed(bucket, name)) names.push(one.name)
      for (const one of names) await emptied(await ask(bucket, { method: 'DELETE', url: at(one) }))
    },
    all: () => listed(bucket, ''),
  }
}

/** Everything whose name begins so, a thousand at a time. */
async function* listed(bucket: Bucket, prefix: string) {
  const { folder, base } = bucket
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query = new URLSearchParams({ 'list-type': '2', prefix: folder + prefix })
    if (token) query.set('continuation-token', token)
    const answer = there(bucket, await ask(bucket, { method: 'GET', url: `${base}?${query}` }))
    const xml = (await bodyOf(answer)).toString('utf8')
    for (const [, one = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const at = Date.parse(inside(one, 'LastModified') ?? '')
      yield { name: (inside(one, 'Key') ?? '').slice(folder.length), at }
    }
    token = inside(xml, 'NextContinuationToken')
  }
}

const inside = (xml: string, mark: string) =>
  new RegExp(`<${mark}>([^<]*)</${mark}>`).exec(xml)?.[1]?.replaceAll('&amp;', '&')

type Asked = {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  url: string
  bytes?: Content
  headers?: Readonly<Record<string, string>>
}
const tries = 4
const silenceMs = 120_000

/** Asks until there is an answer that counts: what the other side or the way to it did wrong is tried again. */
async function ask(bucket: Bucket, asked: Asked): Promise<IncomingMessage> {
  for (let no = 1; ; no++) {
    const answer = await askOnce(bucket, asked).catch((error: Error) => error)
    if (!(answer instanceof Error)) {
      const status = answer.statusCode ?? 0
      if ((status >= 200 && status < 300) || status === 404) return answer
      answer.destroy()
      // Asked too often, or not well at the moment; anything else would be refused again.
      if (status !== 429 && status < 500) throw new StoreFailed(`${bucket.host}: ${asked.method} ${status}`)
    }
    if (no === tries) {
      const why = answer instanceof Error ? answer.message : String(answer.statusCode)
      throw new StoreFailed(`${bucket.host}: ${asked.method} ${why}`)
    }
    await wait(100 * 4 ** (no - 1) * (0.5 + Math.random()))
  }
}

async function askOnce({ accessKeyId, secretAccessKey, region }: Bucket, { method, url, bytes, headers }: Asked) {
  const isFile = bytes && !Buffer.isBuffer(bytes)
  const sha256 = isFile
    ? bytes.sha256
    : createHash('sha256')
        .update(bytes ?? '')
        .digest()
  const size = isFile ? bytes.bytes : bytes?.length
  const signed = await new AwsV4Signer({
    ...{ method, url, accessKeyId, secretAccessKey, region, service: 's3' },
    headers: { ...headers, 'x-amz-content-sha256': sha256.toString('hex') },
  }).sign()
  const send = signed.url.protocol === 'https:' ? securely : plainly
  const length: Record<string, string> = bytes ? { 'content-length': String(size) } : {}
  return new Promise<IncomingMessage>((done, failed) => {
    const request = send(signed.url, { method, headers: { ...Object.fromEntries(signed.headers), ...length } }, done)
    request.on('error', failed)
    request.setTimeout(silenceMs, () => request.destroy(new Error('silence')))
    if (isFile) createReadStream(bytes.file).on('error', failed).pipe(request)
    else request.end(bytes)
  })
}

/** An answer of a bucket that is there. */
function there({ host, bucket }: Bucket, answer: IncomingMessage) {
  if (answer.statusCode === 404) throw new StoreFailed(`${host}: no bucket ${bucket}`)
  return answer
}

/** Reads an answer to its end, so that its connection can be used again. */
async function emptied(answer: IncomingMessage): Promise<undefined> {
  answer.resume()
  if (!answer.readableEnded) await new Promise((done) => answer.once('close', done))
}

/** All bytes of a stream. */
export async function bodyOf(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
