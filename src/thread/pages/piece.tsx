import type { ComponentChildren } from 'preact'
import type { Quoted } from '../../atlas/index.ts'
import { congressPaths } from '../../congress/index.ts'
import {
  Address,
  Aside,
  Col,
  Cols,
  type Fact,
  Facts,
  JsonLd,
  List,
  Note,
  Page,
  Place,
  PlotStyle,
} from '../../design/index.tsx'
import { organisationPaths } from '../../organisations/index.ts'
import { datedText } from '../../platform/dated.ts'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, type Language, langOf } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { contact } from '../../platform/paths.ts'
import { isOver, isWork, type Outcome } from '../model.ts'
import { paths } from '../paths.ts'
import type { Card, Piece } from '../queries/pieces.ts'
import type { Position } from '../queries/positions.ts'
import type { Story } from '../queries/story.ts'
import { positions } from '../text/positions.ts'
import { text as words } from '../text/projects.ts'
import { text, useText } from '../text/public.ts'
import { PositionParts, positionFacts } from './position.tsx'
import { provenanceOf } from './shared-data.tsx'
import { StoryThread } from './story.tsx'
import { Wording } from './wording.tsx'
import { crumbsTo, hrefOf, listOf, OutcomeWord, Said, SourceLine, StateWord, StillMark, Way } from './words.tsx'

type Props = {
  piece: Piece
  story: Story
  outcome: Outcome
  work: readonly Pick<Card, 'kind' | 'outcome' | 'publishedAt'>[]
  zone: string
  mayEdit: boolean
  /** Whether nothing has moved for a year with what is not over. */
  isStill: boolean
  /** What only a position has. */
  position?: Position | undefined
  figures?: readonly Quoted[]
  /** The consultation that a position answers. */
  call?: { id: string; title: string } | undefined
  /** Whether the viewer signs it for an organisation. */
  maySign?: boolean
  /** What a project has beside. */
  project: Project | undefined
}
type Project = {
  matter: ComponentChildren
  beside: ComponentChildren
  hasPlot: boolean
  firstStarts: string | null
  firstEnds: string | null
}

/** A result, project or position: what it says, its story, and where it stands. */
export function PiecePage(props: Props) {
  const { piece, story, mayEdit, isStill, position, figures = [], zone, maySign, project } = props
  const frame = useFrame()
  const t = useText()
  const { language } = frame
  const region = regionOf(piece)
  return (
    <Page
      kind="public"
      title={inLanguage(language, piece.title)}
      titleLang={langOf(language, piece.title)}
      contentLang={langOf(language, piece.text ?? piece.title)}
      over={overOf(piece, frame)}
      lead={piece.kind === 'result' ? resultLead(props, frame) : undefined}
      region={region}
      head={region === undefined ? 'plain' : 'field'}
      crumbs={crumbsOf(props, frame)}
      example={piece.isExample && t.example}
      description={piece.text ? inLanguage(language, piece.text) : undefined}
      meta={
        <>
          {piece.publishedAt === null && <meta name="robots" content="noindex" />}
          {project?.hasPlot && <PlotStyle />}
        </>
      }
    >
      <JsonLd data={provenanceOf(piece, story, frame)} />
      <Cols>
        <Col span={8}>
          <Wording piece={piece} />
          {position && <PositionParts {...{ piece, position, figures, zone }} />}
          {project?.matter}
          <StoryPart title={t.result.story} piece={piece} stops={story.stops.filter((stop) => stop.dated !== null)} />
          <StoryPart title={t.noDate} piece={piece} stops={story.stops.filter((stop) => stop.dated === null)} />
        </Col>
        <Aside title={t.result.facts} span={4}>
          <PieceFacts {...props} />
          {isStill && <StillMark />}
          <SourceLine of={piece.source} />
          {story.stops.length > 1 && <Note>{t.result.order}</Note>}
          {project?.beside}
          {mayEdit && <Way href={paths.edit.at(language, { piece: piece.id })}>{t.edit}</Way>}
          {maySign && <Way href={paths.sign.at(language, { piece: piece.slug })}>{positions[language].sign.own}</Way>}
          <Way href={contact.at(language)}>{t.result.report}</Way>
        </Aside>
      </Cols>
    </Page>
  )
}

/** What became of it; that something was made of it is told even where that has not begun. */
function resultLead({ outcome, work }: Props, { language }: Frame) {
  const { result: r } = text[language]
  const made = work.filter(({ publishedAt }) => publishedAt !== null)
  const hasBegun = outcome !== 'under_way' || made.some((one) => one.outcome !== 'open')
  return made.length === 0 || hasBegun ? r.outcomeLead[outcome] : r.notBegun(made.length, workIn(made, language))
}

const workIn = (work: Props['work'], language: Language) => {
  const count = (kind: string) => work.filter((one) => one.kind === kind).length
  return text[language].result.work(count('project'), count('position'))
}

function StoryPart({ title, piece, stops }: { title: string; piece: Piece; stops: Story['stops'] }) {
  if (stops.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <StoryThread piece={piece} stops={stops} region={regionOf(piece) ?? 0} />
    </>
  )
}

/** The region a page takes its colour from: where a result was handed over, or the only one a project works in. */
function regionOf({ edition, districts }: Piece) {
  const own = [...new Set(districts.map(({ regionNo }) => regionNo))]
  return edition?.regionNo ?? (own.length === 1 ? own[0] : undefined)
}

function overOf({ kind, group, publishedAt, addressee }: Piece, { language }: Frame) {
  const t = text[language]
  const name =
    kind === 'result' && group
      ? t.result.of(inLanguage(language, group.name))
      : [t.kinds[kind], kind === 'position' && addressee && t.positions.to(inLanguage(language, addressee))]
          .filter(Boolean)
          .join(' ')
  return publishedAt === null ? `${name} · ${t.draft}` : name
}

/** Up the thread: of a result its congress, of what was made of one result that result, else its list. */
function crumbsOf({ piece: { title, kind, edition }, story }: Props, { language }: Frame) {
  const own = { label: inLanguage(language, title) }
  const [origin, another] = story.linked.filter((one) => one.kind === 'result' && isWork(one.relation))
  if (kind !== 'result' && origin && !another) {
    const up = { label: inLanguage(language, origin.title), href: hrefOf(language, origin) }
    return crumbsTo(language, listOf(language, 'result'), up, own)
  }
  if (kind !== 'result' || !edition) return crumbsTo(language, listOf(language, kind), own)
  const { slug, title: congress } = edition
  const congressThread = { label: inLanguage(language, congress), href: paths.edition.at(language, { edition: slug }) }
  return crumbsTo(language, listOf(language, kind), congressThread, own)
}

function PieceFacts(props: Props) {
  const { piece } = props
  const frame = useFrame()
  return <Facts facts={piece.kind === 'result' ? resultFacts(props, frame) : undertakingFacts(props, frame)} />
}

function resultFacts({ piece, outcome, work, zone }: Props, frame: Frame): Fact[] {
  const { language } = frame
  const t = text[language]
  const r = t.result
  return [
    { label: r.state, value: <OutcomeWord of={outcome} /> },
    { label: r.became, value: workIn(work, language) },
    { label: r.congress, value: piece.edition && <EditionLink edition={piece.edition} /> },
    ...common(piece, frame),
    { label: r.asks, value: piece.addressee && <Said of={piece.addressee} /> },
    { label: r.until, value: piece.ends && datedText(language, piece.ends) },
    { label: r.responsible, value: namesOf(piece, 'lead', language) },
    { label: r.checked, value: lastEntry(piece, language, zone) },
  ]
}

function undertakingFacts({ piece, zone, story, project, call }: Props, frame: Frame): Fact[] {
  const { language } = frame
  const t = text[language]
  const p = t.projects
  const origins = story.linked.filter(({ kind }) => kind === 'result')
  const planned = (day: string | null, isAhead: boolean, first: string | null = null) => {
    const now = day && (isAhead ? p.planned(datedText(language, day)) : datedText(language, day))
    return now && first && first !== day ? `${now} (${words[language].plan.firstly(datedText(language, first))})` : now
  }
  return [
    { label: t.result.state, value: <StateWord of={piece.state} /> },
    ...common(piece, frame),
    { label: t.result.asks, value: piece.addressee && <Said of={piece.addressee} /> },
    ...(piece.kind === 'position' ? positionFacts(piece, call, frame) : []),
    { label: piece.kind === 'position' ? t.positions.carriers : p.leads, value: namesOf(piece, 'lead', language) },
    { label: p.partners, value: namesOf(piece, 'partner', language) },
    { label: p.begin, value: planned(piece.starts, ['idea', 'planned'].includes(piece.state), project?.firstStarts) },
    { label: p.end, value: planned(piece.ends, !isOver(piece.state), project?.firstEnds) },
    {
      label: p.origin,
      value: origins.length > 0 && (
        <List items={origins.map((one) => <a href={hrefOf(language, one)}>{inLanguage(language, one.title)}</a>)} />
      ),
    },
    {
      label: p.link,
      value: piece.link && isSafeLink(piece.link) && (
        <a href={piece.link}>
          <Address>{hostOf(piece.link)}</Address>
        </a>
      ),
    },
    { label: t.result.checked, value: lastEntry(piece, language, zone) },
  ]
}

/** The day of the last entry, where anything was entered since the piece itself was. */
const lastEntry = ({ movedAt, createdAt }: Piece, language: Language, zone: string) =>
  movedAt > createdAt && dates(language, zone).day(movedAt)

/** What results, projects and positions have in common. */
function common({ field, districts }: Piece, { language }: Frame): Fact[] {
  const t = text[language]
  const regions = [...Map.groupBy(districts, ({ regionNo }) => regionNo)]
  return [
    {
      label: t.result.field,
      value: field && <a href={paths.field.at(language, { field: field.id })}>{inLanguage(language, field.name)}</a>,
    },
    {
      label: t.projects.where,
      value:
        regions.length > 0 &&
        regions.map(([no, own]) => (
          <p key={no}>
            <Place region={no}>{own.map(({ label }) => label).join(', ')}</Place>
          </p>
        )),
    },
  ]
}

/** Who has this part, each leading to its page in the register. */
function namesOf({ organisations }: Piece, part: 'lead' | 'partner', language: Language) {
  const own = organisations.filter((one) => one.part === part)
  if (own.length === 0) return undefined
  return own.map(({ id, name }, index) => (
    <>
      {index > 0 && ', '}
      <a href={organisationPaths.organisation.at(language, { organisation: id })}>{name}</a>
    </>
  ))
}

const hostOf = (link: string) => URL.parse(link)?.hostname ?? link

function EditionLink({ edition: { slug, title } }: { edition: NonNullable<Piece['edition']> }) {
  const { language } = useFrame()
  return (
    <a href={congressPaths.edition.at(language, { edition: slug })}>
      <Said of={title} />
    </a>
  )
}
