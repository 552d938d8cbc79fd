import { atomType } from '../../platform/atom.ts'
import { inLanguage, type Language } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation, licenceOf } from '../../region/index.ts'
import type { Topic } from '../model/indicator.ts'
import { openApi } from '../model/open-api.ts'
import { sourceLine } from '../pages/words.ts'
import { paths } from '../paths.ts'
import { type Catalogue, catalogue, newestLoads } from '../queries/catalogue.ts'
import { text } from '../text.ts'

/** What catalogues and readers of feeds ask for. */
export function machineRoutes(web: Web) {
  web.get(paths.catalogue, async (visit) => ({
    text: JSON.stringify(dcatOf(visit, await catalogue(visit))),
    type: 'application/ld+json; charset=utf-8',
    isOpen: true,
  }))

  web.get(paths.openApi, async (visit) => {
    const { name } = await installation(visit)
    const title = `${text.en.title}, ${inLanguage('en', name)}`
    return {
      text: JSON.stringify(openApi(paths, title, visit.house.publicUrl)),
      type: 'application/json; charset=utf-8',
      isOpen: true,
    }
  })

  web.get(paths.feed, async (visit) => {
    const [loads, { name }] = await Promise.all([newestLoads(visit), installation(visit)])
    return {
      text: feedOf(visit, inLanguage(visit.language, name), loads),
      type: atomType,
      isOpen: true,
    }
  })
}

const files = [
  { as: 'csv', type: 'text/csv', format: 'CSV' },
  { as: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', format: 'XLSX' },
  { as: 'json-stat', type: 'application/json', format: 'JSON' },
  { as: 'json', type: 'application/json', format: 'JSON' },
]

/** The Publications Office’s themes of data. */
const themes: Readonly<Record<Topic, string>> = {
  people: 'http://publications.europa.eu/resource/authority/data-theme/SOCI',
  work: 'http://publications.europa.eu/resource/authority/data-theme/ECON',
  economy: 'http://publications.europa.eu/resource/authority/data-theme/ECON',
  science: 'http://publications.europa.eu/resource/authority/data-theme/TECH',
  land: 'http://publications.europa.eu/resource/authority/data-theme/REGI',
}
const frequencies = {
  year: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
  once: 'http://publications.europa.eu/resource/authority/frequency/IRREG',
} as const

/** The indicators as data sets of a catalogue (DCAT-AP 3 with what DCAT-AP.de adds, JSON-LD). */
function dcatOf({ language, house: { publicUrl } }: Visit, { publisher, datasets }: Catalogue) {
  const both = (at: { de: string; en?: string | undefined }) =>
    [at.de, at.en].flatMap((value, index) =>
      value ? [{ '@language': index === 0 ? 'de' : 'en', '@value': value }] : [],
    )
  const agent = { '@type': 'foaf:Agent', 'foaf:name': both(publisher) }
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      dcatde: 'http://dcat-ap.de/def/dcatde/',
    },
    '@id': publicUrl + paths.catalogue.at(language),
    '@type': 'dcat:Catalog',
    'dct:title': both({ de: text.de.title, en: text.en.title }),
    'dct:publisher': agent,
    'foaf:homepage': { '@id': publicUrl + paths.atlas.at(language) },
    'dcat:dataset': datasets.map(({ indicator, years, sources }) => {
      const at = { indicator: indicator.id }
      return {
        '@id': publicUrl + paths.indicator.at('de', at),
        '@type': 'dcat:Dataset',
        'dct:identifier': indicator.id,
        'dct:title': both(indicator.name),
        'dct:description': both(indicator.definition),
        'dct:publisher': agent,
        'dct:source': sourceLine(language, sources),
        'dcat:theme': { '@id': themes[indicator.topic] },
        'dct:accrualPeriodicity': { '@id': frequencies[indicator.frequency] },
        'dcatde:politicalGeocodingLevelURI': {
          '@id': 'http://dcat-ap.de/def/politicalGeocoding/Level/administrativeDistrict',
        },
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': `${years[0]}`,
          'dcat:endDate': `${years.at(-1)}`,
        },
        'dcat:landingPage': { '@id': publicUrl + paths.indicator.at(language, at) },
        'dcat:distribution': files.map(({ as, type, format }) => ({
          '@type': 'dcat:Distribution',
          'dct:title': as,
          'dct:format': format,
          'dcat:mediaType': type,
          ...licencesOf(sources),
          'dcatde:licenseAttributionByText': both({ de: sourceLine('de', sources), en: sourceLine('en', sources) }),
          'dcat:accessURL': { '@id': publicUrl + paths.indicatorData.at(language, { ...at, as }) },
        })),
      }
    }),
  }
}

/** Licences of the list by their address, others in words. */
function licencesOf(sources: Catalogue['datasets'][number]['sources']) {
  const all = [...new Set(sources.flatMap(({ licence }) => licence ?? []))].map(licenceOf)
  const ids = all.flatMap(({ uri }) => (uri ? [{ '@id': uri }] : []))
  const words = all.flatMap(({ name, uri }) =>
    uri ? [] : Object.entries(name).map(([language, value]) => ({ '@language': language, '@value': value })),
  )
  return {
    ...(ids.length > 0 ? { 'dct:license': ids.length === 1 ? ids[0] : ids } : {}),
    ...(words.length > 0 ? { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': words } } : {}),
  }
}

type Loads = Awaited<ReturnType<typeof newestLoads>>

/** The newest loads as an Atom feed (RFC 4287). */
function feedOf({ language, now, house: { publicUrl } }: Visit, publisher: string, loads: Loads): string {
  const self = xml(publicUrl + paths.feed.at(language))
  const t = text[language]
  const entries = loads.map(({ id, no, publishedAt, kind, source }) => {
    const at = (publishedAt ?? now).toISOString()
    const page = publicUrl + (kind === 'values' ? paths.atlas : paths.flows).at(language)
    return `<entry><id>urn:uuid:${id}</id><title>${xml(`${t.office.version(String(no))}: ${t.office.kinds[kind]}`)}</title><link href="${xml(page)}"/><published>${at}</published><updated>${at}</updated><summary>${xml(inLanguage(language, source))}</summary></entry>`
  })
  const updated = (loads[0]?.publishedAt ?? now).toISOString()
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${self}</id><title>${xml(feedTitle(language, publisher))}</title><updated>${updated}</updated><link rel="self" href="${self}"/><link href="${xml(publicUrl + paths.atlas.at(language))}"/><author><name>${xml(publisher)}</name></author>${entries.join('')}</feed>\n`
}

const feedTitle = (language: Language, publisher: string) => `${text[language].office.title}, ${publisher}`
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (value: string) =>
  value.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (sign) => entities[sign]!)
