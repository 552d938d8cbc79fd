import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export type OutsideProblem = 'addressNotHttps' | 'addressPrivate' | 'notReached' | 'answerTooLarge' | 'answerRefused'
/** Another address was asked and did not give what was wanted. */
export class NotFromOutside extends Error {
  problem: OutsideProblem
  constructor(problem: OutsideProblem) {
    super(problem)
    this.problem = problem
  }
}

/** Networks that are nobody's public address (IANA special-purpose registries). */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, bits)
const outside6 = new BlockList()
outside6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  inside.addSubnet(network, bits, 'ipv6')

/** Whether an address lies in the public internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address)
  return isIP(address) === 6 && outside6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

/** Looks a name up, and gives only public addresses: what is asked is what was checked. */
const publicLookup: LookupFunction = (host, options, answer) =>
  resolve(host, { ...options, all: true }, (error, found) => {
    const open = error ? [] : found.filter(({ address }) => isPublic(address))
    if (error || open.length === 0) return answer(error ?? new NotFromOutside('addressPrivate'), '', 0)
    if (options.all) return answer(null, open)
    return answer(null, open[0]!.address, open[0]!.family)
  })

export type Limits = { bytes: number; seconds: number }
const mostMoves = 3

/**
 * Gets what an address of the public internet answers, by https and at most so much in so many seconds. Follows it when it has moved,
 * each place under the same rules. `hostsInside` are exceptions, as `name:port`. Throws NotFromOutside.
 */
export async function getOutside(url: URL, hostsInside: readonly string[], limits: Limits): Promise<Buffer> {
  const ends = AbortSignal.timeout(limits.seconds * 1000)
  let at = url
  for (let moves = 0; moves <= mostMoves; moves++) {
    const answer = await ask(at, hostsInside, ends)
    const status = answer.statusCode ?? 0
    if (status === 200) return await bodyOf(answer, limits.bytes)
    answer.destroy()
    const moved = status >= 300 && status < 400 && URL.parse(answer.headers.location ?? '', at)
    if (!moved) throw new NotFromOutside('answerRefused')
    at = moved
  }
  throw new NotFromOutside('answerRefused')
}

function ask(url: URL, hostsInside: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const { protocol, hostname, port } = url
  const host = hostname.replace(/^\[|\]$/g, '')
  const isInside = hostsInside.includes(`${host}:${port || (protocol === 'https:' ? 443 : 80)}`)
  const isAllowed = protocol === 'https:' || (isInside && protocol === 'http:')
  if (!isAllowed || url.username || url.password) throw new NotFromOutside('addressNotHttps')
  if (!isInside && isIP(host) && !isPublic(host)) throw new NotFromOutside('addressPrivate')
  const send = protocol === 'https:' ? securely : plainly
  const options = {
    signal,
    headers: { accept: 'application/xml, text/xml' },
    ...(isInside ? {} : { lookup: publicLookup }),
  }
  return new Promise((done, failed) => {
    send(url, options, done)
      .on('error', (error) => failed(error instanceof NotFromOutside ? error : new NotFromOutside('notReached')))
      .end()
  })
}

async function bodyOf(answer: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    for await (const piece of answer) {
      bytes += (piece as Buffer).length
      if (bytes > mostBytes) throw new NotFromOutside('answerTooLarge')
      pieces.push(piece as Buffer)
    }
  } catch (error) {
    throw error instanceof NotFromOutside ? error : new NotFromOutside('notReached')
  }
  return Buffer.concat(pieces)
}
