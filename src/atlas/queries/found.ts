import { sql } from 'kysely'
import type { Findings } from '../../platform/finding.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { latestMunicipalities } from '../../region/index.ts'
import { answers, askedOf, type Candidate, findingsOf } from '../../search/index.ts'
import { paths } from '../paths.ts'
import { indicators } from '../permissions.ts'
import { text } from '../text.ts'
import { landOf } from './atlas.ts'

/** What the search over all rooms finds in the atlas: regions and districts by their names, indicators by what they count. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const t = text[visit.language].found
  const all = await placesFound(visit, answers(query))
  const fine = await municipalitiesFound(visit, answers(query))
  const places = [...all, ...fine]
  const kinds = await indicatorsFound(visit, answers(query))
  return [
    { name: t.places, total: places.length, findings: await findingsOf(visit, query, places, atMost) },
    { name: t.indicators, total: kinds.length, findings: await findingsOf(visit, query, kinds, atMost) },
  ]
}

type Answers = ReturnType<typeof answers>

/** All names are looked through: there are some dozens. */
async function placesFound(visit: Visit, isFound: Answers): Promise<Candidate[]> {
  const { language } = visit
  const { regions, districts } = await landOf(visit)
  const t = text[language].found
  const all = [
    ...regions.map(({ id, name }) => ({
      id,
      title: inLanguage(language, name),
      names: Object.values(name),
      kind: t.region,
    })),
    ...districts.map(({ key, name, label }) => ({ id: key, title: label, names: [name, label], kind: t.district })),
  ]
  const names = JSON.stringify(all.map(({ id, names }) => ({ id, name: names.join(' ') })))
  const place = sql<{ id: string; name: string }>`json_to_recordset(${names}::json)`.as<'place'>(
    sql`place(id text, name text)`,
  )
  const rows = await visit.read.selectFrom(place).where(isFound(sql`both_words(place.name)`)).select('id').execute()
  const ids = new Set(rows.map(({ id }) => id))
  return all
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, kind }) => ({
      title,
      href: paths.territory.at(language, { territory: id }),
      kind,
      text: '',
    }))
}

/** Names are many where a country's municipalities are loaded: an index finds them. */
const mostMunicipalities = 200

async function municipalitiesFound(visit: Visit, isFound: Answers): Promise<Candidate[]> {
  const { language } = visit
  const rows = await latestMunicipalities(visit)
    .where(isFound(sql`both_words(municipalities.name || ' ' || coalesce(municipalities.name_en, ''))`))
    .select(['municipalities.key', 'municipalities.name', 'municipalities.nameEn', 'municipalities.kind', 'label'])
    .orderBy('municipalities.name')
    .limit(mostMunicipalities)
    .execute()
  return rows.map(({ key, name, nameEn, kind, label }) => ({
    title: (language === 'en' && nameEn) || name,
    href: paths.territory.at(language, { territory: key }),
    kind: kind ?? text[language].municipal.level,
    text: label,
  }))
}

async function indicatorsFound(visit: Visit, isFound: Answers): Promise<Candidate[]> {
  const { language } = visit
  const rows = await indicators(visit)
    .where(isFound(sql`bilingual_words(indicators.name, indicators.definition, '')`))
    .select(['id', 'name', 'definition', 'topic'])
    .orderBy('position')
    .execute()
  return rows.map(({ id, name, definition }) => ({
    title: inLanguage(language, name),
    href: paths.indicator.at(language, { indicator: id }),
    kind: '',
    text: inLanguage(language, definition),
  }))
}
