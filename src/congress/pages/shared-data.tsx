import { Preview } from '../../design/index.tsx'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import type { Edition, EditionContent } from '../queries/edition.ts'
import type { Session } from '../queries/programme.ts'
import { text, useText } from '../text/public.ts'
import { plain } from './content.tsx'

/** What other sites show of an edition when somebody shares its address. */
export function PreviewTags({ edition, description }: { edition: Edition; description: string }) {
  const { language } = useFrame()
  const t = useText()
  const picture = paths.picture.at(language, { edition: edition.slug })
  return <Preview title={nameOf(edition, language, t.exampleShort)} description={description} picture={picture} />
}

/** An edition as schema.org Event; what is not known is left out. */
export function eventData(edition: EditionContent, { language, publicUrl }: Frame, description: string) {
  const { hosts, startsAt, endsAt, doorsAt } = edition
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: nameOf(edition, language, text[language].exampleShort),
    description,
    url: publicUrl + paths.edition.at(language, { edition: edition.slug }),
    image: publicUrl + paths.picture.at(language, { edition: edition.slug }),
    ...datesOf(startsAt, endsAt),
    ...(doorsAt ? { doorTime: doorsAt.toISOString() } : {}),
    ...placeData(edition),
    ...(hosts.length
      ? {
          organizer: hosts.map(({ name, website }) => ({
            '@type': 'Organization',
            name,
            ...(website ? { url: website } : {}),
          })),
        }
      : {}),
  }
}

/** A session as part of its edition. */
export function sessionData(edition: EditionContent, session: Session, { language, publicUrl }: Frame) {
  const { slug } = edition
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: plain(language, session.title),
    url: publicUrl + paths.session.at(language, { edition: slug, session: session.id }),
    ...datesOf(session.startsAt, session.endsAt),
    ...(session.language ? { inLanguage: session.language } : {}),
    ...placeData(edition),
    superEvent: {
      '@type': 'Event',
      name: nameOf(edition, language, text[language].exampleShort),
      url: publicUrl + paths.edition.at(language, { edition: slug }),
      ...datesOf(edition.startsAt, edition.endsAt),
    },
  }
}

/** Title and theme; an example says so wherever it is copied to. */
function nameOf({ title, theme, isExample }: Edition, language: Frame['language'], example: string) {
  const name = theme ? `${plain(language, title)}: ${plain(language, theme)}` : plain(language, title)
  return isExample ? `${name} (${example})` : name
}

const datesOf = (startsAt: Date | null, endsAt: Date | null) => ({
  ...(startsAt ? { startDate: startsAt.toISOString() } : {}),
  ...(endsAt ? { endDate: endsAt.toISOString() } : {}),
})

function placeData({ venue, town, address, latitude, longitude }: Edition) {
  const name = venue ?? town
  if (!name) return {}
  const geo = latitude === null || longitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }
  return { location: { '@type': 'Place', name, address: address ?? town ?? undefined, ...geo } }
}
