import {
  Actions,
  Band,
  ButtonLink,
  Col,
  Cols,
  Empty,
  Example,
  Facts,
  Field,
  type Host,
  Hosts,
  More,
  Page,
} from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { isFull, isOver } from '../model.ts'
import { paths } from '../paths.ts'
import type { EditionCard } from '../queries/editions.ts'
import { useText } from '../text/public.ts'
import { Content, plain } from './content.tsx'
import { placeText } from './place.ts'
import { dayText, whenText } from './when.ts'

type Props = {
  series: { name: Bilingual; rhythm: Bilingual | null } | undefined
  editions: readonly EditionCard[]
  next: EditionCard | undefined
  zone: string
}

/** The series: the next edition first, then all of them as their hosts' fields. */
export function CongressesPage({ series, editions, next, zone }: Props) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      wide
      head="plain"
      title={t.congresses}
      lead={series ? <Content of={series.rhythm ?? series.name} /> : undefined}
      description={series && plain(language, series.name)}
      crumbs={[{ label: t.home, href: home.at(language) }, { label: t.congresses }]}
    >
      {next && <Next edition={next} zone={zone} />}
      {editions.length > 0 ? (
        <AllEditions editions={editions} zone={zone} />
      ) : (
        <Band>
          <Empty title={t.none} office={paths.office.at(language)} />
        </Band>
      )}
      <Band>
        <More href={paths.workingGroups.at(language)}>{t.toWorkingGroups}</More>
      </Band>
    </Page>
  )
}

function Next({ edition, zone }: { edition: EditionCard; zone: string }) {
  const { language } = useFrame()
  const t = useText()
  const content = (
    <Cols>
      <Col span={7}>
        {edition.isExample && (
          <p>
            <Example>{t.example}</Example>
          </p>
        )}
        <p class="over">{t.next}</p>
        <h2 class="huge">
          <Content of={edition.theme ?? edition.title} />
        </h2>
        <Actions>
          <ButtonLink href={paths.edition.at(language, { edition: edition.slug })}>
            {isFull(edition) ? t.toWaitingList : edition.state === 'open' ? t.toRegistration : t.toCongress}
          </ButtonLink>
        </Actions>
      </Col>
      <Col span={5}>
        <Facts
          facts={[
            { label: t.facts.congress, value: edition.theme && <Content of={edition.title} /> },
            { label: t.facts.when, value: whenText(language, zone, edition) },
            { label: t.facts.where, value: placeText(edition) || t.noVenue },
            { label: t.facts.state, value: isFull(edition) ? t.stateFull : t.state[edition.state] },
          ]}
        />
      </Col>
    </Cols>
  )
  return edition.regionNo === null ? <Band>{content}</Band> : <Field region={edition.regionNo}>{content}</Field>
}

/** “Kongresse seit 2019”: every edition as a field of its region, its width the time until the next. */
export function AllEditions({ editions, zone }: { editions: readonly EditionCard[]; zone: string }) {
  const t = useText()
  const [first] = editions
  if (!first) return null
  return (
    <section class="band series" id="editions">
      <div class="wrap">
        <div class="head">
          <h2 class="huge">{t.allSince(first.sortOn.slice(0, 4))}</h2>
          <p>
            {t.allNote} <span class="noprint">{t.allWidth}</span>
          </p>
        </div>
      </div>
      <Hosts hosts={useHosts(editions, zone)} />
    </section>
  )
}

function useHosts(editions: readonly EditionCard[], zone: string): Host[] {
  const { language } = useFrame()
  const t = useText()
  return editions.map((edition, index) => ({
    region: edition.regionNo ?? 0,
    year: edition.sortOn.slice(0, 4),
    place: edition.town ?? inLanguage(language, edition.title),
    href: paths.edition.at(language, { edition: edition.slug }),
    lines: linesOf(edition),
    years: yearsUntil(edition, editions[index + 1]),
    isOpen: !isOver(edition.state),
  }))

  function linesOf(edition: EditionCard) {
    return [
      <Content of={edition.title} />,
      dayText(language, zone, edition),
      edition.theme && <Content of={edition.theme} />,
      !isOver(edition.state) && (isFull(edition) ? t.stateFull : t.state[edition.state]),
      edition.isExample && <Example />,
    ].filter(Boolean)
  }
}

const yearMs = 365.25 * 864e5
function yearsUntil(edition: EditionCard, next: EditionCard | undefined) {
  if (!next) return 1.6
  return Math.max(0.5, (Date.parse(next.sortOn) - Date.parse(edition.sortOn)) / yearMs)
}
