import { xml } from '../../platform/atom.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { types } from '../model/document.ts'
import { type OaiError, type OaiRequest, oaiError, oaiRequest, tokenOf } from '../model/oai.ts'
import { paths } from '../paths.ts'
import { earliest, recordOf, recordsAtOnce, recordsOf, subjectSets } from '../queries/records.ts'
import { text } from '../text.ts'
import { headerOf, identifierOf, recordXml, secondsOf } from './oai-record.ts'

/** OAI-PMH 2.0 (openarchives.org/OAI/openarchivesprotocol.html): the library for other catalogues. */
export function oaiRoutes(web: Web) {
  web.get(
    paths.oai,
    async (visit, { request, query }) => {
      // Read, so that a kept answer belongs to its query.
      void query.verb
      return answerTo(visit, new URLSearchParams(request.url.split('?')[1] ?? ''))
    },
    'searches',
  )
  const named = ([name, values]: [string, readonly string[]]) => values.map((value) => [name, value])
  web.receive('post')(
    paths.oai,
    async (visit, { body, request }) => {
      // As the protocol asks (3.1.1.2); an empty request names no type.
      const type = request.headers['content-type'] ?? ''
      if (type && !/^application\/x-www-form-urlencoded\b/.test(type)) return { headers: {}, status: 415 }
      return answerTo(visit, new URLSearchParams(Object.entries(body).flatMap(named)))
    },
    'searches',
  )
}

async function answerTo(visit: Visit, given: URLSearchParams) {
  const { publicUrl } = visit.house
  const where = { publicUrl, host: new URL(publicUrl).hostname }
  const asked = oaiRequest(given, where.host)
  const answer = 'error' in asked ? asked : await answered(visit, where, asked)
  return { text: envelope(visit, given, answer), type: 'text/xml; charset=utf-8', isOpen: true }
}

type Where = { publicUrl: string; host: string }

function answered(visit: Visit, where: Where, asked: OaiRequest): Promise<string | OaiError> {
  if (asked.verb === 'Identify') return identify(visit, where)
  if (asked.verb === 'ListSets') return listSets(visit)
  if (asked.verb === 'ListMetadataFormats') return listFormats(visit, asked.id)
  if (asked.verb === 'GetRecord') return getRecord(visit, where, asked)
  return list(visit, where, asked)
}

/**
 * The answer in what is the same for all; an error repeats no arguments when they are what is wrong, nor an identifier
 * that is no address of any kind.
 */
function envelope({ now, house }: Visit, given: URLSearchParams, answer: string | OaiError): string {
  const isError = typeof answer !== 'string'
  const isRepeated = !(isError && ['badVerb', 'badArgument'].includes(answer.error))
  const isLegal = ([name, value]: [string, string]) =>
    name !== 'identifier' || /^[\w\-.~:/?#@!$&'()*+,;=]+$/.test(value)
  const arguments_ = isRepeated
    ? [...given]
        .filter(isLegal)
        .map(([name, value]) => ` ${name}="${xml(value)}"`)
        .join('')
    : ''
  const inside = isError ? `<error code="${answer.error}">${xml(answer.says)}</error>` : answer
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"><responseDate>${secondsOf(now)}</responseDate><request${arguments_}>${xml(house.publicUrl + paths.oai.de)}</request>${inside}</OAI-PMH>\n`
}

async function identify(visit: Visit, { publicUrl, host }: Where): Promise<string> {
  const [{ name, contactEmail }, first] = await Promise.all([installation(visit), earliest(visit)])
  // The protocol knows only hosts with a dot, in addresses of people as in identifiers.
  const hasDomain = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/i.test(host)
  const email = contactEmail ?? `webmaster@${hasDomain ? host : 'localhost.invalid'}`
  const description = hasDomain ? identifierScheme({ publicUrl, host }) : ''
  return `<Identify><repositoryName>${xml(inLanguage('de', name))}</repositoryName><baseURL>${xml(publicUrl + paths.oai.de)}</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>${xml(email)}</adminEmail><earliestDatestamp>${secondsOf(first)}</earliestDatestamp><deletedRecord>transient</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity>${description}</Identify>`
}

/** How identifiers are made here (openarchives.org/OAI/2.0/guidelines-oai-identifier.htm). */
const identifierScheme = ({ publicUrl, host }: Where) =>
  `<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd"><scheme>oai</scheme><repositoryIdentifier>${xml(host)}</repositoryIdentifier><delimiter>:</delimiter><sampleIdentifier>${xml(identifierOf({ publicUrl, host }, '01890a5d-ac96-774b-bcce-b302099a8057'))}</sampleIdentifier></oai-identifier></description>`

async function listSets(visit: Visit): Promise<string> {
  const set = (spec: string, name: string) =>
    `<set><setSpec>${xml(spec)}</setSpec><setName>${xml(name)}</setName></set>`
  const ofTypes = types.map((type) => set(`type:${type}`, text.de.types[type]))
  const ofSubjects = (await subjectSets(visit)).map(({ id, name }) => set(`subject:${id}`, name.de))
  return `<ListSets>${[...ofTypes, ...ofSubjects].join('')}</ListSets>`
}

async function listFormats(visit: Visit, id: string | undefined): Promise<string | OaiError> {
  if (id && !(await recordOf(visit, id))) return oaiError('idDoesNotExist', 'There is no such record.')
  const format = (prefix: string, schema: string, space: string) =>
    `<metadataFormat><metadataPrefix>${prefix}</metadataPrefix><schema>${schema}</schema><metadataNamespace>${space}</metadataNamespace></metadataFormat>`
  const dc = 'http://www.openarchives.org/OAI/2.0/oai_dc'
  return `<ListMetadataFormats>${format('oai_dc', `${dc}.xsd`, `${dc}/`)}${format('datacite', 'http://schema.datacite.org/meta/kernel-4.5/metadata.xsd', 'http://datacite.org/schema/kernel-4')}</ListMetadataFormats>`
}

async function getRecord(visit: Visit, where: Where, { id, prefix }: OaiRequest & { verb: 'GetRecord' }) {
  const record = await recordOf(visit, id)
  if (!record) return oaiError('idDoesNotExist', 'There is no such record.')
  return `<GetRecord>${recordXml(where, prefix, record)}</GetRecord>`
}

async function list(
  visit: Visit,
  where: Where,
  { verb, harvest }: OaiRequest & { verb: 'ListRecords' | 'ListIdentifiers' },
) {
  const { total, records } = await recordsOf(visit, harvest)
  const told = records.slice(0, recordsAtOnce)
  const last = told.at(-1)
  if (!last) return oaiError('noRecordsMatch', 'No record is like this.')
  const one =
    verb === 'ListRecords' ? recordXml.bind(undefined, where, harvest.prefix) : headerOf.bind(undefined, where)
  const { cursor } = harvest
  const next = { ...harvest, after: { changed: last.changed, id: last.id }, cursor: cursor + told.length }
  const isMore = records.length > told.length
  const token =
    isMore || harvest.after
      ? `<resumptionToken completeListSize="${total}" cursor="${cursor}">${isMore ? tokenOf(next) : ''}</resumptionToken>`
      : ''
  return `<${verb}>${told.map(one).join('')}${token}</${verb}>`
}
