import { AtlasHead, Band, Count, List, More, Page, Place } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { topics } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import type { Start } from '../queries/start.ts'
import { useText } from '../text.ts'
import { FlowStage, FlowTableBand, IndicatorStage, IndicatorTableBand } from './stage.tsx'

/** The atlas: one topic large, with its finding and its numbers; beside it all that is measured, below the territories. */
export function AtlasPage({ start }: { start: Start }) {
  const { language } = useFrame()
  const t = useText()
  const { land, flows, view } = start
  const lead = land.districts.length > 0 ? t.lead(land.regions.length, land.districts.length) : t.leadEmpty
  return (
    <Page kind="public" title={t.title} description={lead} meta={<AtlasHead />} wide head="none">
      <section class="atlas wrap">
        <div class="opening">
          <h1>{t.title}</h1>
          <p>{lead}</p>
        </div>
        {flows ? <FlowStage view={flows} /> : view ? <IndicatorStage view={view} /> : <p>{t.noValues}</p>}
        <Topics start={start} />
      </section>
      {flows ? <FlowTableBand view={flows} /> : view && <IndicatorTableBand view={view} />}
      <Views stories={start.stories} />
      {land.regions.length > 0 && (
        <Band ground="ground" title={t.overview.territories} intro={t.overview.territoriesText}>
          <Territories land={land} />
          <p>
            <More href={paths.feed.at(language)}>{t.overview.feed}</More>{' '}
            <More href={paths.catalogue.at(language)}>{t.overview.catalogue}</More>{' '}
            <More href={paths.openApi.at(language)}>{t.overview.openApi}</More>
          </p>
        </Band>
      )}
    </Page>
  )
}

/** All topics, each folding out its measures, the one shown unfolded; what there are no numbers for is named and says so on its own page. */
function Topics({ start: { indicators, flows, view } }: { start: Start }) {
  const { language } = useFrame()
  const t = useText()
  const at = (thema?: string) => paths.atlas.at(language, {}, thema ? { thema } : undefined)
  return (
    <nav class="topics" aria-label={t.overview.topics}>
      <ul>
        <li>
          <a href={at()} aria-current={flows ? 'page' : undefined}>
            {t.flows.title}
          </a>
        </li>
      </ul>
      {topics.map((topic) => {
        const own = indicators.filter((one) => one.topic === topic)
        return (
          own.length > 0 && (
            <details key={topic} open={own.some(({ id }) => id === view?.indicator.id)}>
              <summary>
                {t.topics[topic]} <Count>{own.length}</Count>
              </summary>
              <ul>
                {own.map(({ id, name, isKnown }) => (
                  <li key={id}>
                    <a
                      href={isKnown ? at(id) : paths.indicator.at(language, { indicator: id })}
                      aria-current={id === view?.indicator.id ? 'page' : undefined}
                    >
                      {inLanguage(language, name)}
                    </a>
                    {!isKnown && <small> {t.overview.noNumbers}</small>}
                  </li>
                ))}
              </ul>
            </details>
          )
        )
      })}
    </nav>
  )
}

/** What is more than one indicator. */
function Views({ stories }: Pick<Start, 'stories'>) {
  const { language } = useFrame()
  const t = useText()
  const views = [
    { title: t.story.title, href: paths.story.at(language), text: t.overview.story },
    ...stories.map(({ slug, title, lead }) => ({
      title: inLanguage(language, title),
      href: paths.told.at(language, { told: slug }),
      text: inLanguage(language, lead),
    })),
    { title: t.flows.title, href: paths.flows.at(language), text: t.overview.flows },
    { title: t.interlinkage.title, href: paths.interlinkage.at(language), text: t.interlinkage.lead },
    { title: t.relation.title, href: paths.relation.at(language), text: t.overview.relation },
    {
      title: t.views.names.slope,
      href: paths.view.at(language, { view: 'slope' }),
      text: t.views.leads.slope,
    },
    { title: t.comparison.title, href: paths.comparison.at(language), text: t.overview.comparison },
  ]
  return (
    <Band title={t.overview.views}>
      <List
        items={views.map(({ title, href, text }) => (
          <>
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p>{text}</p>
          </>
        ))}
      />
    </Band>
  )
}

function Territories({ land: { regions, districts } }: { land: Start['land'] }) {
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
