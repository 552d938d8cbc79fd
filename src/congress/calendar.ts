import type { Appointment } from '../platform/calendar.ts'
import { type Bilingual, inLanguage, type Language } from '../platform/language.ts'
import type { Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import type { Edition } from './queries/edition.ts'
import type { Session } from './queries/programme.ts'
import { text } from './text/public.ts'

type Asker = Pick<Visit, 'language' | 'house'>

/** The edition as an appointment; undefined while its start or end is not known. */
export function editionAppointment({ language, house }: Asker, edition: Edition): Appointment | undefined {
  const { startsAt, endsAt, theme } = edition
  if (!startsAt || !endsAt) return undefined
  return {
    id: edition.id,
    version: edition.version,
    title: asExample(language, edition, edition.title),
    begin: startsAt,
    end: endsAt,
    description: theme ? said(language, theme) : undefined,
    url: house.publicUrl + paths.edition.at(language, { edition: edition.slug }),
    place: placeOf(edition),
  }
}

/** A session as an appointment; undefined while its start or end is not known. */
export function sessionAppointment(
  { language, house }: Asker,
  edition: Edition,
  session: Session,
): Appointment | undefined {
  const { startsAt, endsAt, room } = session
  if (!startsAt || !endsAt) return undefined
  const place = placeOf(edition)
  return {
    id: session.id,
    version: session.version,
    title: asExample(language, edition, session.title),
    begin: startsAt,
    end: endsAt,
    description: said(language, edition.title),
    url: house.publicUrl + paths.session.at(language, { edition: edition.slug, session: session.id }),
    place: room ? { ...place, name: [said(language, room), place?.name].filter(Boolean).join(', ') } : place,
  }
}

function placeOf({ venue, town, address, latitude, longitude }: Edition): Appointment['place'] {
  const name = venue ?? town
  if (!name) return undefined
  const geo = latitude === null || longitude === null ? undefined : { lat: latitude, lon: longitude }
  return { name, address: address ?? undefined, geo }
}

/** A title that says at once where nothing of it takes place. */
const asExample = (language: Language, { isExample }: Edition, title: Bilingual) =>
  isExample ? `${text[language].exampleShort}: ${said(language, title)}` : said(language, title)

const said = (...[language, text]: Parameters<typeof inLanguage>) => inLanguage(language, text).replaceAll('\u00ad', '')
