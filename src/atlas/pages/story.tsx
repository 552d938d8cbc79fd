import {
  AtlasHead,
  Band,
  Details,
  Facts,
  List,
  More,
  Note,
  Page,
  Place,
  Prose,
  Spans,
  Table,
} from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import type { SafeHtml } from '../../platform/html.tsx'
import { decimal, inLanguage, type Language, number } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import type { StoryPart } from '../model/story.ts'
import { paths } from '../paths.ts'
import type { Story } from '../queries/story.ts'
import { useText } from '../text.ts'
import type { Drawn } from './drawn/index.ts'
import { Shown } from './view.tsx'
import { dateText, namesOf, sourceLine } from './words.ts'

type Props = {
  title: string
  lead: string
  lang?: Language | undefined
  blocks: readonly ShownBlock[]
  story: Story | undefined
}
/** A block as it is set: text, a view, or a part computed from the figures. */
export type ShownBlock =
  | { kind: 'text'; html: SafeHtml; lang: string | undefined }
  | { kind: 'view'; drawn: Drawn }
  | { kind: 'part'; part: StoryPart }

/** A story: text, views and what is computed, in the order the office gave them. */
export function StoryPage({ title, lead, lang, blocks, story }: Props) {
  const { language } = useFrame()
  const words = useText()
  return (
    <Page
      kind="public"
      title={title}
      lead={lead}
      contentLang={lang}
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: words.home, href: home.at(language) },
        { label: words.title, href: paths.atlas.at(language) },
        { label: title },
      ]}
    >
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} story={story} />
      ))}
    </Page>
  )
}

function OneBlock({ block, story }: { block: ShownBlock; story: Story | undefined }) {
  const { language } = useFrame()
  const t = useText()
  if (block.kind === 'text')
    return (
      <Band>
        <Prose html={block.html} lang={block.lang} />
      </Band>
    )
  if (block.kind === 'view') {
    const { kind, query } = block.drawn
    return (
      <Band ground="ground">
        <Shown drawn={block.drawn} />
        <p>
          <More href={paths.view.at(language, { view: kind }, query)}>{t.views.ofThis}</More>
        </p>
      </Band>
    )
  }
  const Part = parts[block.part]
  return story && <Part story={story} />
}

function Method({ story }: { story: Story }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.story
  return (
    <Band title={t.method}>
      <Facts
        facts={[
          { label: t.shares, value: t.sharesMethod },
          { label: t.intramax, value: t.intramaxMethod },
          { label: t.zones, value: t.zonesMethod },
          { label: words.source, value: sourceLine(language, story.sources) },
        ]}
      />
    </Band>
  )
}

const percent = (language: 'de' | 'en', share: number) =>
  `${decimal(language, share * 100, 1)}${language === 'de' ? '\u00a0' : ''}%`

function Core({ story: { core, shares, land } }: { story: Story }) {
  const { language } = useFrame()
  const t = useText().story
  if (shares.length === 0) return null
  const name = namesOf(language, land).get(core?.id ?? '')?.name ?? ''
  const spans = shares.map(({ indicator, share, asOf }) => ({
    value: share,
    text: t.shareOf(inLanguage(language, indicator.name), dateText(language, asOf)),
  }))
  const least = Math.min(...shares.map(({ share }) => share))
  return (
    <Band title={t.core(name)} intro={t.coreText(name, percent(language, least))}>
      <Spans spans={spans} format={(share) => percent(language, share)} />
      <Note>{t.oneScale}</Note>
    </Band>
  )
}

function Ties({ story: { leaving, inside, across, flows } }: { story: Story }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.story
  if (!flows) return null
  const all = leaving === undefined ? [] : [{ value: leaving, text: t.leaving }]
  const intro = leaving === undefined ? undefined : t.tiesText(percent(language, inside / leaving))
  return (
    <Band ground="ground" title={t.ties} intro={intro}>
      <Spans spans={[...all, { value: inside, text: t.inside }, { value: across, text: t.across }]} format={number} />
      <Note>
        {words.asOf(dateText(language, flows.asOf))}. {words.flows.ownText}
      </Note>
    </Band>
  )
}

function Together({ story: { groups, joinings, land } }: { story: Story }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.story
  if (joinings.length === 0) return null
  const names = namesOf(language, land)
  const list = (keys: readonly string[]) => keys.map((key) => names.get(key)?.name ?? key).join(', ')
  const sorted = groups.toSorted((a, b) => b.length - a.length)
  return (
    <Band title={t.together} intro={t.togetherText(groups.length, percent(language, joinings.at(-1)?.inside ?? 0))}>
      <List
        items={sorted.map((keys) => (
          <ul class="together">
            {keys.toSorted().map((key) => (
              <li key={key}>
                <Place region={names.get(key)?.region ?? 1}>
                  <a href={paths.territory.at(language, { territory: key })}>{names.get(key)?.name}</a>
                </Place>
              </li>
            ))}
          </ul>
        ))}
      />
      <Note>{t.togetherNote}</Note>
      <Details summary={t.steps}>
        <Table
          caption={t.steps}
          density="dense"
          rows={joinings.map((joining, index) => ({ ...joining, no: index + 1 }))}
          keyOf={({ no }) => no}
          columns={[
            { label: t.step, kind: 'name', cell: ({ no }) => no },
            { label: t.joined, cell: ({ first }) => list(first) },
            { label: t.with, cell: ({ second }) => list(second) },
            { label: t.insideShare, kind: 'number', cell: ({ inside }) => percent(language, inside) },
          ]}
        />
      </Details>
    </Band>
  )
}

function Zones({ story: { zones, land } }: { story: Story }) {
  const { language } = useFrame()
  const t = useText().story
  const names = namesOf(language, land)
  const name = (key: string) => names.get(key)?.name ?? key
  const cities = [...new Set(zones?.values() ?? [])]
  return (
    <Band ground="ground" title={t.zones} intro={t.zonesText}>
      {zones ? (
        <List
          items={cities.map((city) => {
            const others = [...zones].filter(([key, to]) => to === city && key !== city).map(([key]) => name(key))
            return t.zone(name(city), others.join(', '))
          })}
        />
      ) : (
        <Prose>
          <p>{t.noEmployed}</p>
        </Prose>
      )}
    </Band>
  )
}

const parts = { core: Core, ties: Ties, together: Together, zones: Zones, method: Method }
