import { congressPaths, dayText, momentText, placeText } from '../../congress/index.ts'
import { Actions, Band, ButtonLink, More, Page, Route, type RouteStop } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { FormContent } from '../queries/form.ts'
import { useText } from '../text.ts'
import { crumbsOf } from './register.tsx'

type Props = { edition: FormContent['edition']; stage: 'announced' | 'closed' | 'held' }

/** What stands there while one can't register: where the congress is on its way, and the one thing to do now. */
export function ShutPage({ content }: { content: FormContent }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.shut
  const { edition } = content
  const stage = stageOf(edition.state)
  const stops = useStops({ edition, stage })
  const at = { announced: edition.opensAt, closed: edition.closesAt, held: null }[stage]
  return (
    <Page
      kind="public"
      title={t.title[stage]}
      lead={t.lead[stage](at ? momentText(language, edition.zone, at) : undefined)}
      over={inLanguage(language, edition.title)}
      region={edition.regionNo ?? undefined}
      head={edition.regionNo === null ? 'plain' : 'field'}
      beside={<Onward edition={edition} stage={stage} />}
      example={edition.isExample}
      crumbs={crumbsOf(content, language, words.form)}
      wide
    >
      {stops.length > 1 && (
        <Band title={t.route}>
          <Route stops={stops} region={edition.regionNo ?? undefined} />
        </Band>
      )}
    </Page>
  )
}

const stageOf = (state: FormContent['edition']['state']): Props['stage'] =>
  state === 'closed' ? 'closed' : state === 'held' || state === 'documented' ? 'held' : 'announced'

/** The congress's way: registration, congress; what is still ahead as a ring. */
function useStops({ edition, stage }: Props): RouteStop[] {
  const { language } = useFrame()
  const t = useText().shut
  const { opensAt, closesAt, startsAt, dateText, zone, slug } = edition
  const { short, time } = dates(language, zone)
  const stop = (at: Date | null) => (at ? { when: short(at), text: time(at) } : { when: t.later })
  const stops = [
    { title: t.opens, ...stop(opensAt), isOpen: stage === 'announced' },
    { title: t.closes, ...stop(closesAt), isOpen: stage === 'announced' },
    {
      title: inLanguage(language, edition.title),
      href: congressPaths.edition.at(language, { edition: slug }),
      when: dateText || !startsAt ? dayText(language, zone, edition) : short(startsAt),
      text: placeText(edition),
      isOpen: stage !== 'held',
    },
  ]
  return stage === 'held' ? stops.slice(2) : stops
}

function Onward({ edition, stage }: Props) {
  const { language } = useFrame()
  const words = useText()
  const t = words.shut
  const { slug, startsAt, endsAt } = edition
  const congress = congressPaths.edition.at(language, { edition: slug })
  const hasCalendar = stage === 'announced' && startsAt !== null && endsAt !== null
  return (
    <Actions>
      {hasCalendar ? (
        <>
          <ButtonLink href={congressPaths.calendar.at(language, { edition: slug })}>{t.calendar}</ButtonLink>
          <More href={congress}>{t.back}</More>
        </>
      ) : (
        <ButtonLink href={congress}>{stage === 'held' ? t.results : t.back}</ButtonLink>
      )}
      {stage === 'closed' && <More href={paths.lostLink.at(language)}>{words.form.lost}</More>}
    </Actions>
  )
}
