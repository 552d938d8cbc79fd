import { atomType } from '../../platform/atom.ts'
import { inLanguage, type Language } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { type Record as DataRecord, dcatOf } from '../model/dcat.ts'
import { openApi } from '../model/open-api.ts'
import { paths } from '../paths.ts'
import { type Catalogue, catalogue, type Dataset, newestLoads } from '../queries/catalogue.ts'
import { flowText, text } from '../text.ts'

/** What catalogues and readers of feeds ask for. */
export function machineRoutes(web: Web) {
  web.get(paths.catalogue, async (visit) => ({
    text: JSON.stringify(catalogueOf(visit, await catalogue(visit))),
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

const files = ['csv', 'xlsx', 'json-stat', 'json'] as const

/** The indicators and flows as data sets of a catalogue. */
function catalogueOf({ language, house: { publicUrl } }: Visit, { datasets, ...about }: Catalogue) {
  const homepage = publicUrl + paths.atlas.at('de')
  return dcatOf({
    ...about,
    address: publicUrl + paths.catalogue.at(language),
    homepage,
    title: { de: text.de.title, en: text.en.title },
    description: { de: text.de.catalogue, en: text.en.catalogue },
    records: datasets.map((set) => ('indicator' in set ? indicatorRecord(publicUrl, set) : flowRecord(publicUrl, set))),
  })
}

type Of<Key extends string> = Extract<Dataset, { [key in Key]: unknown }>

function indicatorRecord(publicUrl: string, { indicator, ...rest }: Of<'indicator'>): DataRecord {
  const { id, name, definition, topic, frequency } = indicator
  const at = { indicator: id }
  return {
    ...rest,
    address: publicUrl + paths.indicator.at('de', at),
    identifier: id,
    title: name,
    description: definition,
    keywords: [name, { de: text.de.topics[topic], en: text.en.topics[topic] }],
    topic,
    isYearly: frequency === 'year',
    files: files.map((as) => ({
      as,
      address: publicUrl + paths.indicatorData.at('de', { ...at, as }),
      title: { de: `${name.de} (${as})`, en: `${name.en ?? name.de} (${as})` },
    })),
  }
}

function flowRecord(publicUrl: string, { flows: kind, levels, ...rest }: Of<'flows'>): DataRecord {
  const words = (of: 'title' | 'people') => ({ de: flowText('de', kind)[of], en: flowText('en', kind)[of] })
  const kinds = { de: text.de.office.kinds[kind], en: text.en.office.kinds[kind] }
  const asked = kind === 'commuters' ? {} : { art: kind }
  return {
    ...rest,
    address: publicUrl + paths.flows.at('de', {}, asked),
    identifier: `flows-${kind}`,
    title: words('title'),
    description: { de: text.de.flowRecord(kinds.de), en: text.en.flowRecord(kinds.en) },
    keywords: [kinds, words('people')],
    topic: kind === 'publications' || kind === 'projects' ? 'science' : 'people',
    isYearly: true,
    files: levels.flatMap((level) =>
      (['csv', 'xlsx', 'json'] as const).map((as) => ({
        as,
        address:
          publicUrl +
          paths.flowData.at('de', { as }, { ...asked, ebene: level === 'municipalities' ? 'gemeinden' : undefined }),
        title: { de: `${kinds.de} (${as})`, en: `${kinds.en} (${as})` },
      })),
    ),
  }
}

type Loads = Awaited<ReturnType<typeof newestLoads>>

/** The newest loads as an Atom feed (RFC 4287). */
function feedOf({ language, now, house: { publicUrl } }: Visit, publisher: string, loads: Loads): string {
  const self = xml(publicUrl + paths.feed.at(language))
  const t = text[language]
  const entries = loads.map(({ id, no, publishedAt, kind, source }) => {
    const at = (publishedAt ?? now).toISOString()
    const asked = kind === 'moves' || kind === 'projects' || kind === 'publications' ? { art: kind } : {}
    const isFlows = kind === 'commuters' || 'art' in asked
    const page = publicUrl + (isFlows ? paths.flows.at(language, {}, asked) : paths.atlas.at(language))
    return `<entry><id>urn:uuid:${id}</id><title>${xml(`${t.office.version(String(no))}: ${t.office.kinds[kind]}`)}</title><link href="${xml(page)}"/><published>${at}</published><updated>${at}</updated><summary>${xml(inLanguage(language, source))}</summary></entry>`
  })
  const updated = (loads[0]?.publishedAt ?? now).toISOString()
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${self}</id><title>${xml(feedTitle(language, publisher))}</title><updated>${updated}</updated><link rel="self" href="${self}"/><link href="${xml(publicUrl + paths.atlas.at(language))}"/><author><name>${xml(publisher)}</name></author>${entries.join('')}</feed>\n`
}

const feedTitle = (language: Language, publisher: string) => `${text[language].office.title}, ${publisher}`
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const xml = (value: string) =>
  value.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (sign) => entities[sign]!)
