import { walkXml } from '../library/index.ts'
import { printable } from '../platform/clean.ts'
import { getOutside } from '../platform/outside.ts'
import { said, withoutMarks } from './model/exports.ts'
import type { Said } from './model/fields.ts'

const limits = { bytes: 10 * 1024 * 1024, seconds: 60 }
const mostOfPage = 2000

export type Asked = { address: string; set: string; token: string | null }
export type Harvested = { records: Said[]; token: string | null; problem: string | null }

/** The next page of another repository's documents (OAI-PMH 2.0, oai_dc). Throws NotFromOutside. */
export async function harvest({ address, set, token }: Asked, hostsInside: readonly string[]): Promise<Harvested> {
  const url = new URL(address)
  url.search = new URLSearchParams(
    token
      ? { verb: 'ListRecords', resumptionToken: token }
      : { verb: 'ListRecords', metadataPrefix: 'oai_dc', ...(set ? { set } : {}) },
  ).toString()
  return recordsOf((await getOutside(url, hostsInside, limits)).toString('utf8'))
}

type Values = Partial<Record<string, string[]>>

/** What an answer to ListRecords holds, up to where it breaks off; what it says to be deleted is left out. */
export async function recordsOf(xml: string): Promise<Harvested> {
  const records: Said[] = []
  let token = ''
  let problem: string | null = null
  let isOai = false
  let values: Values | undefined
  let isDeleted = false
  let words = ''
  await walkXml([xml], {
    open(name, attributes) {
      words = ''
      isOai ||= name === 'OAI-PMH'
      if (name === 'record') {
        values = {}
        isDeleted = false
      }
      if (name === 'header') isDeleted = attributes.status === 'deleted'
      // Nothing there is an answer too (OAI-PMH 2.0, 3.6).
      if (name === 'error' && attributes.code !== 'noRecordsMatch') problem = 'harvestRefused'
    },
    close(name, isImplied) {
      if (name === 'OAI-PMH' && isImplied) problem ??= 'harvestCut'
      if (name === 'resumptionToken') token = words.trim()
      else if (name === 'record' && values) {
        if (!isDeleted && !isImplied && records.length < mostOfPage) records.push(fromDublinCore(values))
        values = undefined
      } else if (values && words.trim() && name !== 'metadata' && name !== 'dc') {
        values[name] ??= []
        values[name].push(words.trim())
      }
      words = ''
    },
    text(part) {
      if (words.length < 20_000) words += printable(part)
    },
  })
  if (!isOai) problem = 'harvestNotOai'
  return { records, token: token || null, problem }
}

/** What Dublin Core says of a document (oai_dc: each element any number of times). */
function fromDublinCore(values: Values): Said {
  const all = (name: string) => (values[name] ?? []).slice(0, 100)
  const [oai = ''] = all('identifier')
  const named = all('identifier').slice(1)
  const [title = ''] = all('title')
  const doi = named.map((one) => /\b10\.\d{4,9}\/\S+/.exec(one)?.[0]).find(Boolean) ?? ''
  const [abstract = ''] = all('description')
  return said({
    title,
    persons: [...all('creator')].join('\n'),
    publisher: all('publisher')[0] ?? '',
    dated: all('date').find((one) => /^\d{4}/.test(one)) ?? '',
    language: all('language')[0] ?? '',
    type: all('type')[0] ?? '',
    abstract: withoutMarks(abstract),
    subjects: all('subject').join(';'),
    licence: all('rights').find((one) => /^http|^cc/i.test(one)) ?? all('rights')[0] ?? '',
    link:
      named.find((one) => /^https?:\/\/(?!(dx\.)?doi\.org)/.test(one)) ??
      named.find((one) => /^https?:/.test(one)) ??
      '',
    doi,
    urn: named.find((one) => /^urn:[a-z0-9-]+:\S+$/.test(one)) ?? '',
    identifier: oai,
  })
}
