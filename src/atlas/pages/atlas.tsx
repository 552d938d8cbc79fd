import { AtlasStyle, Band, List, MapShapes, More, Note, Page, Place, ThematicMap } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { findingOf } from '../model/finding.ts'
import { type Indicator, topics } from '../model/indicator.ts'
import { themeOf } from '../model/theme.ts'
import { whole } from '../model/values.ts'
import { paths } from '../paths.ts'
import type { Overview } from '../queries/indicator.ts'
import { useText } from '../text.ts'
import { dateText, findingText, namesOf, withUnit } from './words.ts'

/** The atlas: what is measured, each with its finding and a small map, and the territories. */
export function AtlasPage({ atlas }: { atlas: Overview }) {
  const { language } = useFrame()
  const t = useText()
  const { land, indicators, map } = atlas
  const { regions, districts } = land
  return (
    <Page
      kind="public"
      title={t.title}
      lead={districts.length > 0 ? t.lead(regions.length, districts.length) : t.leadEmpty}
      meta={<AtlasStyle />}
      wide
      crumbs={[{ label: t.home, href: home.at(language) }, { label: t.title }]}
    >
      <Views />
      {map && <MapShapes drawing={map.drawing} />}
      {topics.map((topic) => {
        const own = indicators.filter((one) => one.topic === topic)
        return own.length > 0 && <Topic key={topic} title={t.topics[topic]} indicators={own} atlas={atlas} />
      })}
      {regions.length > 0 && (
        <Band ground="ground" title={t.overview.territories} intro={t.overview.territoriesText}>
          <Territories land={land} />
          <p>
            <More href={paths.feed.at(language)}>{t.overview.feed}</More>{' '}
            <More href={paths.catalogue.at(language)}>{t.overview.catalogue}</More>
          </p>
        </Band>
      )}
    </Page>
  )
}

/** What is more than one indicator. */
function Views() {
  const { language } = useFrame()
  const t = useText()
  const views = [
    { title: t.story.title, href: paths.story.at(language), text: t.overview.story },
    { title: t.flows.title, href: paths.flows.at(language), text: t.overview.flows },
    { title: t.comparison.title, href: paths.comparison.at(language), text: t.overview.comparison },
  ]
  return (
    <Band>
      <ul class="measures">
        {views.map(({ title, href, text }) => (
          <li key={href}>
            <h2>
              <a href={href}>{title}</a>
            </h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Band>
  )
}

function Topic({ title, indicators, atlas }: { title: string; indicators: readonly Indicator[]; atlas: Overview }) {
  const t = useText()
  return (
    <Band title={title} intro={title === t.topics.people ? t.overview.legend : undefined}>
      <ul class="measures">
        {indicators.map((indicator) => (
          <li key={indicator.id}>
            <Measure indicator={indicator} atlas={atlas} />
          </li>
        ))}
      </ul>
    </Band>
  )
}

function Measure({ indicator, atlas: { land, values, map } }: { indicator: Indicator; atlas: Overview }) {
  const { language } = useFrame()
  const t = useText()
  const years = values.yearsOf(indicator.id)
  const year = years.at(-1)
  const cells = year === undefined ? new Map() : values.cells(indicator.id, year)
  const keys = land.districts.map(({ key }) => key)
  const finding = findingOf(keys, cells)
  const theme = themeOf(indicator, cells, land, { level: 'districts', method: 'natural' })
  const name = inLanguage(language, indicator.name)
  return (
    <>
      <h3>
        <a href={paths.indicator.at(language, { indicator: indicator.id })}>{name}</a>
      </h3>
      {finding?.whole !== undefined && <p class="num">{withUnit(language, indicator, finding.whole)}</p>}
      <div>
        <p>{findingText(language, indicator, finding && { ...finding, whole: undefined }, namesOf(language, land))}</p>
        {year !== undefined && <Note>{t.asOf(dateText(language, cells.get(whole)?.asOf ?? String(year)))}</Note>}
      </div>
      {map && finding && (
        <ThematicMap
          drawing={map.drawing}
          id={`map-${indicator.id}`}
          title={t.overview.mapTitle(name)}
          steps={theme.steps}
          circles={theme.circles}
          unknown={theme.unknown}
          isSmall
        />
      )}
    </>
  )
}

function Territories({ land: { regions, districts } }: { land: Overview['land'] }) {
  const { language } = useFrame()
  const at = (territory: string) => paths.territory.at(language, { territory })
  return (
    <List
      items={regions.map(({ id, no, name }) => (
        <>
          <h3>
            <Place region={no}>
              <a href={at(id)}>{inLanguage(language, name)}</a>
            </Place>
          </h3>
          <p>
            {districts
              .filter(({ regionId }) => regionId === id)
              .map(({ key, label }, index) => (
                <>
                  {index > 0 && ', '}
                  <a key={key} href={at(key)}>
                    {label}
                  </a>
                </>
              ))}
          </p>
        </>
      ))}
    />
  )
}
