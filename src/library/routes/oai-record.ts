import { xml } from '../../platform/atom.ts'
import { isLicence, licences } from '../model/document.ts'
import type { Prefix } from '../model/oai.ts'
import { paths } from '../paths.ts'
import type { OaiRecord } from '../queries/records.ts'

type Where = { publicUrl: string; host: string }

export const identifierOf = ({ host }: Where, id: string) => `oai:${host}:${id}`
const addressOf = ({ publicUrl }: Where, id: string) => publicUrl + paths.document.at('de', { document: id })
const fileOf = ({ publicUrl }: Where, { slug, file }: OaiRecord) =>
  file && publicUrl + paths.file.at('de', { document: slug, version: file.version, name: file.name })

export function headerOf(where: Where, record: OaiRecord): string {
  const sets = [`type:${record.type}`, ...record.subjects.map(({ id }) => `subject:${id}`)]
  const status = record.isDeleted ? ' status="deleted"' : ''
  return `<header${status}><identifier>${xml(identifierOf(where, record.id))}</identifier><datestamp>${secondsOf(record.changedAt)}</datestamp>${sets.map((set) => `<setSpec>${xml(set)}</setSpec>`).join('')}</header>`
}

/** To the second, as the protocol has it. */
export const secondsOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, 'Z')

export const recordXml = (where: Where, prefix: Prefix, record: OaiRecord) =>
  `<record>${headerOf(where, record)}${record.isDeleted ? '' : `<metadata>${prefix === 'oai_dc' ? dublinCore(where, record) : dataCite(where, record)}</metadata>`}</record>`

const nameInFull = ({ title, subtitle }: OaiRecord) => (subtitle ? `${title}: ${subtitle}` : title)
const licenceAt = (licence: string) => (isLicence(licence) ? licences[licence] : undefined)

/** Dublin Core, unqualified (DCMES 1.1). */
function dublinCore(where: Where, record: OaiRecord): string {
  const { abstract, authors, subjects, publisher, dated, type, file, doi, language, licence } = record
  const fields: [string, string | null | undefined][] = [
    ['title', nameInFull(record)],
    ...authors.map(({ name }): [string, string] => ['creator', name]),
    ...subjects.map(({ name }): [string, string] => ['subject', name.de]),
    ['description', abstract?.de],
    ['publisher', publisher],
    ['date', dated],
    ['type', type],
    ['format', file?.mediaType],
    ['identifier', addressOf(where, record.id)],
    ['identifier', doi && `https://doi.org/${doi}`],
    ['relation', fileOf(where, record)],
    ['language', language],
    ['rights', licenceAt(licence) ?? licence],
  ]
  const inside = fields.map(([name, value]) => (value ? `<dc:${name}>${xml(value)}</dc:${name}>` : '')).join('')
  return `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">${inside}</oai_dc:dc>`
}

const general: Partial<Record<string, string>> = {
  study: 'Report',
  documentation: 'Report',
  data_set: 'Dataset',
  picture: 'Image',
  recording: 'Audiovisual',
}

/** DataCite Metadata Schema 4. A document without a DOI is named by its address. */
function dataCite(where: Where, record: OaiRecord): string {
  const { abstract, authors, subjects, publisher, dated, type, file, doi, language, licence } = record
  const creators =
    authors.length > 0 ? authors : [{ kind: 'organisation' as const, name: publisher || ':unav', identifier: null }]
  const one = ({ kind, name, identifier }: (typeof creators)[number]) =>
    `<creator><creatorName nameType="${kind === 'person' ? 'Personal' : 'Organizational'}">${xml(name)}</creatorName>${identifier ? `<nameIdentifier nameIdentifierScheme="${kind === 'person' ? 'ORCID' : 'ROR'}">${xml(identifier)}</nameIdentifier>` : ''}</creator>`
  const rightsAt = licenceAt(licence)
  const part = (name: string, inside: string) => (inside ? `<${name}>${inside}</${name}>` : '')
  return `<resource xmlns="http://datacite.org/schema/kernel-4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://datacite.org/schema/kernel-4 http://schema.datacite.org/meta/kernel-4.5/metadata.xsd">${[
    `<identifier identifierType="${doi ? 'DOI' : 'URL'}">${xml(doi ?? addressOf(where, record.id))}</identifier>`,
    part('creators', creators.map(one).join('')),
    part('titles', `<title xml:lang="${language}">${xml(nameInFull(record))}</title>`),
    part('publisher', xml(publisher || ':unav')),
    part('publicationYear', (dated ?? String((record.publishedAt ?? record.changedAt).getUTCFullYear())).slice(0, 4)),
    `<resourceType resourceTypeGeneral="${general[type] ?? 'Text'}">${xml(type)}</resourceType>`,
    part('subjects', subjects.map(({ name }) => `<subject xml:lang="de">${xml(name.de)}</subject>`).join('')),
    part('dates', dated ? `<date dateType="Issued">${xml(dated)}</date>` : ''),
    part('language', language),
    part(
      'alternateIdentifiers',
      doi
        ? `<alternateIdentifier alternateIdentifierType="URL">${xml(addressOf(where, record.id))}</alternateIdentifier>`
        : '',
    ),
    part('sizes', file ? `<size>${file.bytes} bytes</size>` : ''),
    part('formats', file ? `<format>${xml(file.mediaType)}</format>` : ''),
    part('rightsList', `<rights${rightsAt ? ` rightsURI="${xml(rightsAt)}"` : ''}>${xml(licence)}</rights>`),
    part(
      'descriptions',
      abstract ? `<description xml:lang="de" descriptionType="Abstract">${xml(abstract.de)}</description>` : '',
    ),
  ].join('')}</resource>`
}
