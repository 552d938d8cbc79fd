import { AllEditions, congressPaths, type EditionCard, isFull, placeText, whenText } from '../../congress/index.ts'
import { FlowTable } from '../../design/flow-table.tsx'
import {
  Actions,
  Band,
  ButtonLink,
  Col,
  Cols,
  Details,
  Docs,
  Empty,
  Example,
  Facts,
  Field,
  Hero,
  JsonLd,
  More,
  Note,
  Notice,
  Page,
  Preview,
  type Span,
  Spans,
} from '../../design/index.tsx'
import { NetworkPlan } from '../../design/plan.tsx'
import { libraryPaths } from '../../library/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, dates, inLanguage, langOf, number } from '../../platform/language.ts'
import { regionPaths } from '../../region/index.ts'
import { paths } from '../paths.ts'
import type { HomeContent } from '../queries/home.ts'
import { useText } from '../text.ts'

/** The home page: the region as a plan, the next congress, what binds, the congresses so far, their results. */
export function HomePage({ content }: { content: HomeContent }) {
  const { language, installation, regions, publicUrl } = useFrame()
  const t = useText().home
  const { plan, figures, next, editions, results, zone } = content
  const lead = regions.length > 1 ? t.lead(regions.length, content.districts) : t.leadPlain
  return (
    <Page
      kind="public"
      title={installation.name}
      description={lead}
      head="none"
      wide
      meta={<Preview title={installation.name} description={lead} picture={paths.picture.at(language)} />}
    >
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'Organization',
          name: installation.name,
          alternateName: installation.short,
          url: publicUrl + paths.home.at(language),
        }}
      />
      <Hero
        title={installation.name}
        lead={lead}
        regions={content.bodies.map(({ districts, text, ...region }) => ({
          ...region,
          text: text ?? undefined,
          more: districts > 0 ? t.districts(districts) : undefined,
        }))}
      >
        {plan && <NetworkPlan drawing={plan.drawing} id="plan" title={t.planTitle} description={t.planText} />}
      </Hero>
      {!content.isSetUp && (
        <Band>
          <Notice kind="info" title={t.empty}>
            <More href={regionPaths.setUp.at(language)}>{t.begin}</More>
          </Notice>
        </Band>
      )}
      {content.isSetUp && editions.length + figures.length + results.length === 0 && (
        <Band>
          <Empty title={t.nothingYet} office={congressPaths.office.at(language)} />
        </Band>
      )}
      {plan && <UnderPlan content={content} />}
      {next && <NextCongress next={next} seats={content.seats} zone={zone} />}
      {figures.length > 0 && (
        <Band title={t.binds} intro={figures.length > 1 ? t.oneScale(figures.length) : undefined}>
          <Spans spans={figures.map((figure) => spanOf(figure, content))} format={number} />
          <Note>
            <SourceName of={figures[0]?.source} />{' '}
            {t.asOf(dates(language, zone).day(new Date(`${figures[0]!.asOf}T12:00:00Z`)))}
          </Note>
        </Band>
      )}
      {editions.length > 0 && <AllEditions editions={editions} zone={zone} />}
      {results.length > 0 && (
        <Band>
          <Cols>
            <Col span={4}>
              <h2>{t.results}</h2>
              <p>{t.resultsText}</p>
              <More href={libraryPaths.library.at(language)}>{t.allDocuments}</More>
            </Col>
            <Col span={8}>
              <Docs
                docs={results.map(({ text, textLang, ...result }) => ({
                  ...result,
                  text: text && <span lang={textLang ?? undefined}>{text}</span>,
                }))}
              />
            </Col>
          </Cols>
        </Band>
      )}
    </Page>
  )
}

function spanOf(figure: HomeContent['figures'][number], { plan }: HomeContent): Span {
  const { language } = useFrame()
  const isAcross = plan !== undefined && figure.value === plan.across
  const parts = isAcross
    ? Object.entries(plan.byRegion).map(([no, value]) => ({ region: Number(no), value }))
    : undefined
  return { value: figure.value, text: inLanguage(language, figure.text), ...(parts ? { parts } : {}) }
}

function UnderPlan({ content: { plan, zone } }: { content: HomeContent }) {
  const { language, regions } = useFrame()
  const t = useText().home
  if (!plan?.busiest || !plan.asOf) return null
  const { from, to, total } = plan.busiest
  return (
    <div class="wrap under">
      <p class="note">
        <b>{t.howToRead}</b> {t.reading(from, to, number(total))}{' '}
        {t.own(dates(language, zone).day(new Date(`${plan.asOf}T12:00:00Z`)))} <SourceName of={plan.source} />
      </p>
      <Details summary={t.table}>
        <FlowTable
          rows={plan.rows}
          regions={regions}
          words={{ caption: t.tableCaption, section: t.section, total: t.total }}
        />
      </Details>
    </div>
  )
}

function SourceName({ of }: { of: Bilingual | undefined }) {
  const { language } = useFrame()
  const t = useText().home
  if (!of) return null
  return (
    <>
      {t.source}: <span lang={langOf(language, of)}>{inLanguage(language, of)}</span>.
    </>
  )
}

function NextCongress({ next, seats, zone }: { next: EditionCard; seats: HomeContent['seats']; zone: string }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.home
  const at = { edition: next.slug }
  return (
    <Field region={next.regionNo ?? 1}>
      <Cols>
        <Col span={7}>
          {next.isExample && (
            <p>
              <Example />
            </p>
          )}
          <h2 class="huge" lang={langOf(language, next.title)}>
            {inLanguage(language, next.title)}
            {next.town && ` in ${next.town}`}
          </h2>
          <p>
            {isFull(next) ? t.full : t.states[next.state]} {next.isExample && words.exampleNote}
          </p>
        </Col>
        <Col span={5}>
          <Facts
            facts={[
              { label: t.when, value: whenText(language, zone, next) },
              { label: t.where, value: placeText(next) },
              { label: t.until, value: next.closesAt && dates(language, zone).day(next.closesAt) },
              { label: t.seats, value: seats && seatsText(language, seats) },
            ]}
          />
          <Actions>
            {next.state === 'open' && (
              <ButtonLink href={congressPaths.register.at(language, at)}>
                {isFull(next) ? t.waitingList : t.register}
              </ButtonLink>
            )}
            <ButtonLink href={congressPaths.edition.at(language, at)} weight="second">
              {next.state === 'open' ? t.programme : t.toCongress}
            </ButtonLink>
          </Actions>
        </Col>
      </Cols>
    </Field>
  )
}

const seatsText = (language: 'de' | 'en', { seats, taken }: { seats: number; taken: number }) =>
  language === 'de'
    ? `${number(seats)}, davon ${number(taken)} vergeben`
    : `${number(seats)}, ${number(taken)} of them taken`
