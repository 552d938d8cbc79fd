import type { ComponentChildren } from 'preact'
import type { Quoted } from '../../atlas/index.ts'
import { Difference, type Fact, Files, Note, Page, Paragraphs, Prose, Stack, Table } from '../../design/index.tsx'
import { libraryPaths } from '../../library/index.ts'
import { organisationPaths } from '../../organisations/index.ts'
import { datedText } from '../../platform/dated.ts'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { type Bilingual, dates, inLanguage, type Language, langOf } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { answerIn } from '../model.ts'
import { paths } from '../paths.ts'
import type { Piece, Point } from '../queries/pieces.ts'
import type { Position, Proof, Signed, Version } from '../queries/positions.ts'
import { consultations } from '../text/consultations.ts'
import { positions, usePositions } from '../text/positions.ts'
import { useText } from '../text/public.ts'
import { Figures } from './figures.tsx'
import { crumbsTo, hrefOf, listOf, OutcomeWord, Said, SourceLine } from './words.tsx'

type Of = { piece: Piece; position: Position; zone: string }

/** What a position has below its text: the figures it quotes, its lines, the answer, who signed, its wordings. */
export function PositionParts({ piece, position, figures, zone }: Of & { figures: readonly Quoted[] }) {
  return (
    <>
      <Figures figures={figures} />
      <Points points={piece.points} proofs={position.proofs} />
      <Answer piece={piece} />
      <SignedTable signed={ofLast(position)} />
      <Versions {...{ piece, position, zone }} />
    </>
  )
}

/** The signatures of the last wording that anybody signed. */
const ofLast = ({ versions, signed }: Position) => {
  const last = versions.find(({ id }) => signed.some(({ versionId }) => versionId === id))
  return signed.filter(({ versionId }) => versionId === last?.id)
}

type Call = { id: string; title: string } | undefined

/** When it was handed over, heard and answered, and what it answers. */
export function positionFacts({ reference, events }: Piece, call: Call, { language }: Frame): Fact[] {
  const t = positions[language]
  const day = (kind: keyof typeof t.dates) => {
    const one = events.findLast((event) => event.kind === kind && event.happenedOn)
    return { label: t.dates[kind], value: one?.happenedOn && datedText(language, one.happenedOn) }
  }
  const { calls } = consultations[language]
  const answers = call && <a href={paths.call.at(language, { consultation: call.id })}>{call.title}</a>
  return [
    { label: calls.answers, value: answers },
    { label: t.reference, value: reference },
    day('handed_over'),
    day('heard'),
    day('answered'),
  ]
}

/** Its lines, each with what became of it and what shows it. */
function Points({ points, proofs }: { points: readonly Point[]; proofs: Position['proofs'] }) {
  const t = useText()
  if (points.length === 0) return null
  const { columns } = t.positions
  const forms = { taken_up: 'carried_out', partly: 'under_way', not: 'not_taken_up', open: 'open' } as const
  return (
    <Table
      caption={t.positions.points}
      rows={points}
      keyOf={({ id }) => id}
      columns={[
        { label: columns.text, kind: 'name', cell: (point) => <Said of={point.text} /> },
        {
          label: columns.verdict,
          cell: ({ verdict }) => <OutcomeWord of={forms[verdict]} words={t.verdicts[verdict]} />,
        },
        { label: columns.evidence, cell: (point) => <Evidence point={point} proof={proofs.get(point.id)} /> },
      ]}
    />
  )
}

function Evidence({ point: { evidence, source }, proof }: { point: Point; proof: Proof | undefined }) {
  const { language } = useFrame()
  const t = usePositions()
  const { document, page, link } = proof ?? {}
  return (
    <>
      {evidence && <Said of={evidence} />}
      {document && (
        <Note>
          <a href={pageHref(language, document.slug, page)}>{document.title}</a>
          {page && `, ${t.page(page)}`}
        </Note>
      )}
      {link && isSafeLink(link) && (
        <Note>
          <a href={link}>{t.evidenceLink}</a>
        </Note>
      )}
      <SourceLine of={source} />
    </>
  )
}

/** The reading version of the document, at the page. */
const pageHref = (language: Language, slug: string, page: number | null | undefined) =>
  page
    ? `${libraryPaths.text.at(language, { document: slug }, { ab: String(page) })}#seite-${page}`
    : libraryPaths.document.at(language, { document: slug })

function Answer({ piece: { events } }: { piece: Piece }) {
  const { language } = useFrame()
  const t = usePositions()
  const answer = answerIn(events)
  if (!answer?.text) return null
  return (
    <section id="antwort">
      <h2>{t.answer}</h2>
      <Paragraphs of={inLanguage(language, answer.text)} lang={langOf(language, answer.text)} />
      <SourceLine of={answer.source} />
    </section>
  )
}

/** Who signed: for which organisation, when, by which decision of its own. */
export function SignedTable({
  signed,
  action,
}: {
  signed: readonly Signed[]
  action?: (row: Signed) => ComponentChildren
}) {
  const { language } = useFrame()
  const t = usePositions().signed
  if (signed.length === 0) return null
  return (
    <Table
      caption={t.title}
      rows={signed}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t.columns.organisation,
          kind: 'name',
          cell: ({ organisationId, organisation }) => (
            <a href={organisationPaths.organisation.at(language, { organisation: organisationId })}>{organisation}</a>
          ),
        },
        { label: t.columns.person, cell: (one) => [one.person, one.function].filter(Boolean).join(', ') },
        { label: t.columns.day, cell: ({ signedOn }) => datedText(language, signedOn) },
        { label: t.columns.decision, cell: ({ decision }) => decision },
        ...(action ? [{ label: t.columns.action, kind: 'action' as const, cell: action }] : []),
      ]}
    />
  )
}

/** The wordings that were kept, each with its letter. */
export function Versions({ piece, position: { versions, signed }, zone }: Of) {
  const { language } = useFrame()
  const { versions: t } = usePositions()
  const at = (version: Version) => ({ piece: piece.slug, version: String(version.number) })
  if (versions.length === 0) return null
  return (
    <Table
      caption={t.title}
      rows={versions}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t.columns.number,
          kind: 'name',
          cell: (version) => <a href={paths.version.at(language, at(version))}>{t.one(version.number)}</a>,
        },
        { label: t.columns.day, cell: ({ madeAt }) => dates(language, zone).day(madeAt) },
        { label: t.columns.note, cell: ({ note, number }) => note || (number === 1 ? t.first : '') },
        {
          label: t.columns.signed,
          kind: 'number',
          cell: ({ id }) => signed.filter(({ versionId }) => versionId === id).length,
        },
        {
          label: t.columns.letter,
          cell: (version) => (
            <a href={paths.letter.at(language, at(version))}>
              {t.file}
              <span class="hide"> {t.letterOf(version.number)}</span>
            </a>
          ),
        },
      ]}
    />
  )
}

type VersionProps = Of & { figures: readonly Quoted[]; version: Version; before: Version | undefined }

/** A wording as it was kept, and what differs from the one before. */
export function VersionPage({ piece, position, figures, zone, version, before }: VersionProps) {
  const { language } = useFrame()
  const t = usePositions().versions
  const { example } = useText()
  const title = inLanguage(language, version.title)
  const signed = position.signed.filter(({ versionId }) => versionId === version.id)
  const at = { piece: piece.slug, version: String(version.number) }
  return (
    <Page
      kind="public"
      title={t.of(version.number, title)}
      lead={`${t.made} ${dates(language, zone).day(version.madeAt)}. ${version.note}`}
      crumbs={crumbsTo(
        language,
        listOf(language, 'position'),
        { label: inLanguage(language, piece.title), href: hrefOf(language, piece) },
        { label: t.one(version.number) },
      )}
      example={piece.isExample && example}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        <VersionText version={version} figures={figures} />
        {before && (
          <section>
            <h2>{t.changes(before.number)}</h2>
            <Difference from={plainOf(before, language)} to={plainOf(version, language)} />
          </section>
        )}
        <SignedTable signed={signed} />
        <Files files={{ PDF: paths.letter.at(language, at) }}>{t.letterOf(version.number)}</Files>
      </Stack>
    </Page>
  )
}

/** What a wording says. */
export function VersionText({ version, figures }: { version: Version; figures: readonly Quoted[] }) {
  const { text, points, reason } = version
  const { result } = useText()
  const t = usePositions()
  return (
    <>
      {text && (
        <section>
          <h2>{t.versions.now}</h2>
          <Paragraph of={text} />
        </section>
      )}
      {points.length > 0 && (
        <section class="prose">
          <h2>{t.sign.lines}</h2>
          <ol>
            {points.map((point, index) => (
              <li key={index}>
                <Said of={point} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {reason && (
        <section>
          <h2>{result.reason}</h2>
          <Paragraph of={reason} />
        </section>
      )}
      <Figures figures={figures} />
    </>
  )
}

const Paragraph = ({ of }: { of: Bilingual }) => (
  <Prose>
    <p>
      <Said of={of} />
    </p>
  </Prose>
)

/** All words of a wording, a paragraph each, to be compared. */
function plainOf({ title, addressee, reference, figures, text, points, reason }: Version, language: Language) {
  const said = [title, addressee, text, ...points, reason].map((words) => words && inLanguage(language, words))
  return [...said.slice(0, 2), reference, ...said.slice(2), ...figures].filter(Boolean).join('\n\n')
}
