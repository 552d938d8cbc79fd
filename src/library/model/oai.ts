import { isId } from '../../platform/id.ts'

/** What a harvester asks for (OAI-PMH 2.0, section 4), read and checked. */
export type Harvest = {
  prefix: Prefix
  set?: string
  from?: Date
  /** Before this moment. */
  before?: Date
  after?: { changed: string; id: string }
  /** How many records came before. */
  cursor: number
}
export const prefixes = ['oai_dc', 'datacite'] as const
export type Prefix = (typeof prefixes)[number]
export type OaiRequest =
  | { verb: 'Identify' }
  | { verb: 'ListSets' }
  | { verb: 'ListMetadataFormats'; id?: string }
  | { verb: 'GetRecord'; id: string; prefix: Prefix }
  | { verb: 'ListRecords' | 'ListIdentifiers'; harvest: Harvest }
/** The protocol's own error codes (section 3.6). */
export type OaiError = {
  error:
    | 'badVerb'
    | 'badArgument'
    | 'badResumptionToken'
    | 'cannotDisseminateFormat'
    | 'idDoesNotExist'
    | 'noRecordsMatch'
  says: string
}
export const oaiError = (error: OaiError['error'], says: string): OaiError => ({ error, says })

const lists = { required: ['metadataPrefix'], optional: ['from', 'until', 'set', 'resumptionToken'] }
const verbs: Readonly<Record<string, { required: readonly string[]; optional: readonly string[] }>> = {
  Identify: { required: [], optional: [] },
  ListSets: { required: [], optional: ['resumptionToken'] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListRecords: lists,
  ListIdentifiers: lists,
}

/** Reads a request; `host` is the part of identifiers that names this repository. */
export function oaiRequest(query: URLSearchParams, host: string): OaiRequest | OaiError {
  const verb = query.get('verb') ?? ''
  const known = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
  if (!known || query.getAll('verb').length !== 1)
    return oaiError('badVerb', 'There is no such verb, or more than one.')
  const given = [...query.keys()].filter((name) => name !== 'verb')
  const twice = given.find((name) => query.getAll(name).length > 1)
  const strange = given.find((name) => ![...known.required, ...known.optional].includes(name))
  if (twice || strange) return oaiError('badArgument', `${twice ?? strange} is not allowed, or not twice.`)
  const token = query.get('resumptionToken')
  if (token !== null) return resumed(verb, token, given.length)
  const missing = known.required.find((name) => !query.get(name))
  if (missing) return oaiError('badArgument', `${missing} is missing.`)
  if (verb === 'Identify') return { verb }
  if (verb === 'ListSets') return { verb }
  return asked(verb, query, host)
}

function asked(verb: string, query: URLSearchParams, host: string): OaiRequest | OaiError {
  const prefix = prefixes.find((one) => one === query.get('metadataPrefix'))
  const identifier = query.get('identifier')
  if (verb === 'ListMetadataFormats') {
    if (identifier === null) return { verb }
    const id = idFrom(identifier, host)
    return id ? { verb, id } : oaiError('idDoesNotExist', 'There is no such record.')
  }
  const illegal = ['metadataPrefix', 'set'].find((name) => !isName(query.get(name) ?? 'none'))
  if (illegal) return oaiError('badArgument', `${illegal} is written with letters that it cannot have.`)
  if (!prefix) return oaiError('cannotDisseminateFormat', `Formats are ${prefixes.join(' and ')}.`)
  if (verb === 'GetRecord') {
    const id = idFrom(identifier!, host)
    return id ? { verb, id, prefix } : oaiError('idDoesNotExist', 'There is no such record.')
  }
  const span = spanFrom(query.get('from'), query.get('until'))
  if ('error' in span) return span
  const set = query.get('set')
  return { verb: verb as 'ListRecords', harvest: { prefix, ...(set ? { set } : {}), ...span, cursor: 0 } }
}

/** What names of formats and sets are made of (sections 2.6 and 3.4). */
const isName = (value: string) => /^[\w\-.!~*'()]+(:[\w\-.!~*'()]+)*$/.test(value)

const dayOnly = /^\d{4}-\d{2}-\d{2}$/
const second = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** Both ends are part of the span, as exact as they are written: a day or a second. */
function spanFrom(from: string | null, until: string | null): { from?: Date; before?: Date } | OaiError {
  const given = [from, until].filter((one) => one !== null)
  const isExact = given.every((one) => second.test(one))
  if (!isExact && !given.every((one) => dayOnly.test(one)))
    return oaiError('badArgument', 'Dates are days (2026-05-04) or seconds (2026-05-04T10:00:00Z), both of one kind.')
  const start = from === null ? undefined : new Date(from)
  const last = until === null ? undefined : new Date(until)
  if ([start, last].some((one) => one && Number.isNaN(one.getTime())))
    return oaiError('badArgument', 'There is no such day.')
  if (start && last && start > last) return oaiError('badArgument', 'from is later than until.')
  const before = last && new Date(last.getTime() + (isExact ? 1000 : 86_400_000))
  return { ...(start ? { from: start } : {}), ...(before ? { before } : {}) }
}

const idFrom = (identifier: string, host: string) => {
  const start = `oai:${host}:`
  const id = identifier.startsWith(start) ? identifier.slice(start.length) : ''
  return isId(id) ? id : undefined
}

/** A token holds the whole request and where it goes on, so that nothing is remembered and none ever runs out. */
export const tokenOf = ({ prefix, set, from, before, after, cursor }: Harvest) =>
  Buffer.from(
    JSON.stringify([prefix, set ?? '', from ?? '', before ?? '', after!.changed, after!.id, cursor]),
  ).toString('base64url')

function resumed(verb: string, token: string, arguments_: number): OaiRequest | OaiError {
  if (arguments_ > 1) return oaiError('badArgument', 'A resumptionToken stands alone.')
  const bad = oaiError('badResumptionToken', 'This is no token of this repository.')
  if (verb === 'ListSets') return bad
  try {
    const [named, set, from, before, changed, id, cursor] = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    ) as string[]
    const prefix = prefixes.find((one) => one === named)
    const moments = [from, before, changed].filter(Boolean).map((one) => new Date(one!))
    if (!prefix || !id || !isId(id) || !changed || !/^\d{4}-\d{2}-\d{2} [\d:.]+\+00$/.test(changed)) return bad
    if (typeof set !== 'string' || !Number.isInteger(cursor) || moments.some((one) => Number.isNaN(one.getTime())))
      return bad
    const harvest = {
      ...{ prefix, after: { changed, id }, cursor: Number(cursor) },
      ...(set ? { set } : {}),
      ...(from ? { from: new Date(from) } : {}),
      ...(before ? { before: new Date(before) } : {}),
    }
    return { verb: verb as 'ListRecords', harvest }
  } catch {
    return bad
  }
}
