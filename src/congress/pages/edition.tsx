import { Band, Facts, JsonLd, Notice, Page, Prose, Stack } from '../../design/index.tsx'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import type { Related } from '../../platform/room.ts'
import { isOver } from '../model.ts'
import type { EditionContent } from '../queries/edition.ts'
import { useText } from '../text/public.ts'
import { Content, plain } from './content.tsx'
import { crumbsTo } from './crumbs.ts'
import { Documentation, Documents } from './documents.tsx'
import { editionFacts } from './facts.tsx'
import { placeText } from './place.ts'
import { ProgrammeBand } from './programme.tsx'
import { Arrival, Groups, type Map, Partners, Way } from './sections.tsx'
import { eventData, PreviewTags } from './shared-data.tsx'
import { Ref, Sources } from './sources.tsx'
import { Status } from './status.tsx'
import type { SetText, Texts } from './texts.ts'
import { dayText, whenText } from './when.ts'

type Props = { edition: EditionContent; texts: Texts; map: Map | undefined; related: readonly Related[] }

/** The page of an edition: what one needs now comes first; once it is over, what remains of it. */
export function EditionPage({ edition, texts, map, related }: Props) {
  const frame = useFrame()
  const t = useText()
  const { language } = frame
  return (
    <Page
      kind="public"
      wide
      title={inLanguage(language, edition.theme ?? edition.title)}
      titleLang={langOf(language, edition.theme ?? edition.title)}
      contentLang={edition.text ? langOf(language, edition.text) : undefined}
      over={edition.theme && <Content of={edition.title} />}
      region={edition.regionNo ?? undefined}
      head={edition.regionNo === null ? 'plain' : 'field'}
      crumbs={crumbsTo(language, edition)}
      example={edition.isExample && t.example}
      description={descriptionOf(frame, edition)}
      meta={<PreviewTags edition={edition} description={descriptionOf(frame, edition)} />}
      lead={<EditionLead edition={edition} />}
      beside={
        <Stack>
          <Status edition={edition} />
          <Facts facts={editionFacts(edition, frame)} />
        </Stack>
      }
    >
      <JsonLd data={eventData(edition, frame, descriptionOf(frame, edition))} />
      <Draft edition={edition} />
      {isOver(edition.state) ? (
        <Afterwards edition={edition} texts={texts} related={related} />
      ) : (
        <Beforehand edition={edition} texts={texts} map={map} related={related} />
      )}
      <Way edition={edition} />
      <Partners edition={edition} />
      <Sources edition={edition} />
    </Page>
  )
}

function Afterwards({ edition, texts, related }: Omit<Props, 'map'>) {
  return (
    <>
      <Documentation edition={edition} related={related} />
      <AboutBand about={texts.about} edition={edition} />
      <Groups edition={edition} related={related} />
      <ProgrammeBand edition={edition} />
    </>
  )
}

function Beforehand({ edition, texts, map, related }: Props) {
  return (
    <>
      <AboutBand about={texts.about} edition={edition} />
      <ProgrammeBand edition={edition} />
      <Arrival edition={edition} texts={texts} map={map} />
      <Groups edition={edition} related={related} />
      <Documents edition={edition} related={related} />
    </>
  )
}

function Draft({ edition }: { edition: EditionContent }) {
  const t = useText()
  if (edition.state !== 'draft') return null
  return (
    <Band>
      <Notice kind="warning" title={t.draft.title}>
        {t.draft.text}
      </Notice>
    </Band>
  )
}

function AboutBand({ about, edition }: { about: SetText | undefined; edition: EditionContent }) {
  const t = useText()
  if (!about) return null
  const title = (
    <>
      {t.about}
      <Ref of={edition.source} edition={edition} />
    </>
  )
  return (
    <Band title={title}>
      <Prose html={about.html} lang={about.lang} />
    </Band>
  )
}

function EditionLead({ edition }: { edition: EditionContent }) {
  const { language } = useFrame()
  const t = useText()
  const isPast = isOver(edition.state)
  const when = (isPast ? dayText : whenText)(language, edition.zone, edition)
  const place = [edition.venue, edition.town].filter(Boolean)
  return (
    <>
      {when}
      {place.length > 0 && `, ${placeText(edition)}`}.{!edition.venue && ` ${isPast ? t.noVenueKept : t.noVenue}.`}
      {edition.motto && (
        <>
          <br />
          {t.quote('')[0]}
          <Content of={edition.motto} />
          {t.quote('').at(-1)}
        </>
      )}
    </>
  )
}

function descriptionOf({ language }: Frame, edition: EditionContent) {
  const theme = edition.theme ? `: ${plain(language, edition.theme)}` : ''
  const place = placeText(edition)
  return `${plain(language, edition.title)}${theme}. ${dayText(language, edition.zone, edition)}${place && `, ${place}`}.`
}
