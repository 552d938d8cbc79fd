import { Choropleth, Docs, type MapDrawing, More, Note, StepPlot, Table } from '../../design/index.tsx'
import { OrganisationContacts, organisationPaths, type ShownContact } from '../../organisations/index.ts'
import { datedText } from '../../platform/dated.ts'
import { filePath } from '../../platform/files.ts'
import { useFrame } from '../../platform/frame.ts'
import { decimal, inLanguage, type Language, langOf } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { beginOf, digitsOf } from '../model/projects.ts'
import { paths } from '../paths.ts'
import type { Piece } from '../queries/pieces.ts'
import type { Fund, Indicator, Material, ProjectDetails } from '../queries/projects.ts'
import { text, useProjectText } from '../text/projects.ts'
import { PlanTable } from './project-plan.tsx'
import { Said } from './words.tsx'

type Props = { piece: Piece; details: ProjectDetails; today: string }

/** What a project has beside what all pieces have: plan and reality, indicators, money, contributions, material. */
export function ProjectMatter({ piece, details, today }: Props) {
  return (
    <>
      <PlanTable {...{ piece, details, today }} />
      <Indicators indicators={details.indicators} piece={piece} today={today} />
      <Contributions piece={piece} tasks={details.tasks} />
      <Funds funds={details.funds} piece={piece} />
      <Materials materials={details.materials} />
    </>
  )
}

/** A number with the digits it needs, and its unit. */
export const amountIn = (language: Language, value: number, unit = '') =>
  `${decimal(language, value, digitsOf(value))}${unit ? `\u00a0${unit}` : ''}`

type IndicatorsProps = { indicators: readonly Indicator[]; piece: Piece; today: string }

function Indicators({ indicators, piece, today }: IndicatorsProps) {
  const t = useProjectText().indicators
  if (indicators.length === 0) return null
  const regions = new Set(piece.districts.map(({ regionNo }) => regionNo))
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      {indicators.map((one) => (
        <IndicatorPart key={one.id} indicator={one} today={today} region={regions.size === 1 ? [...regions][0] : 0} />
      ))}
      {indicators.some(isDrawn) && <Note>{t.reading}</Note>}
    </section>
  )
}

const isDrawn = ({ values }: Indicator) => values.length > 1 && values.every(({ value }) => value >= 0)

type PartProps = { indicator: Indicator; today: string; region: number | undefined }

function IndicatorPart({ indicator, today, region }: PartProps) {
  const { language } = useFrame()
  const { indicators: t } = useProjectText()
  const { name, unit, target, targetOn, firstTarget, firstTargetOn, values } = indicator
  const by = targetOn ? datedText(language, targetOn) : ''
  const goal = target === null ? '' : amountIn(language, target, unit)
  const wasOther = firstTarget !== null && (firstTarget !== target || firstTargetOn !== targetOn)
  return (
    <section class="stack">
      <h3>
        <Said of={name} />
      </h3>
      {goal && <p>{by ? t.targetOn(goal, by) : t.target(goal)}</p>}
      {wasOther && (
        <p>{t.first(amountIn(language, firstTarget, unit), firstTargetOn ? datedText(language, firstTargetOn) : '')}</p>
      )}
      {values.length === 0 ? (
        <p>{t.none}</p>
      ) : isDrawn(indicator) ? (
        <IndicatorPlot {...{ indicator, today, region }} />
      ) : (
        <ValuesTable indicator={indicator} />
      )}
    </section>
  )
}

function IndicatorPlot({ indicator, today, region }: PartProps) {
  const { language } = useFrame()
  const { indicators: t } = useProjectText()
  const { id, name, unit, target, targetOn, values } = indicator
  const [first, last] = [values[0]!, values.at(-1)!]
  const until = Math.max(beginOf(last.measuredOn), beginOf(targetOn ?? today))
  const ticks = [first.measuredOn, ...(targetOn && beginOf(targetOn) === until ? [targetOn] : [last.measuredOn])]
  return (
    <StepPlot
      id={`indicator-${id}`}
      title={t.plot(inLanguage(language, name), unit)}
      lines={[
        {
          label: amountIn(language, last.value, unit),
          points: values.map(({ measuredOn, value }) => ({ at: beginOf(measuredOn), value })),
        },
      ]}
      until={until}
      limit={
        target === null || target <= 0
          ? undefined
          : { value: target, label: t.target(amountIn(language, target, unit)) }
      }
      ticks={ticks.map((dated) => ({
        at: beginOf(dated),
        label: datedText(language, dated),
        short: dated.slice(0, 4),
      }))}
      region={region || undefined}
      summary={t.table}
    >
      <ValuesTable indicator={indicator} />
    </StepPlot>
  )
}

/** What was measured, in the order of time, and how much of the target it is. */
function ValuesTable({ indicator: { name, unit, target, values } }: { indicator: Indicator }) {
  const { language } = useFrame()
  const { indicators: t } = useProjectText()
  const share = (value: number) => (target ? `${decimal(language, (value / target) * 100, 0)}\u00a0%` : '')
  return (
    <Table
      caption={t.plot(inLanguage(language, name), unit)}
      rows={values}
      keyOf={({ id }) => id}
      columns={[
        { label: t.columns.when, kind: 'name', cell: ({ measuredOn }) => datedText(language, measuredOn) },
        { label: t.columns.value, kind: 'number', cell: ({ value }) => amountIn(language, value, unit) },
        ...(target
          ? [{ label: t.columns.share, kind: 'number' as const, cell: ({ value }: { value: number }) => share(value) }]
          : []),
        { label: t.columns.note, cell: ({ note }) => note },
      ]}
    />
  )
}

function Contributions({ piece, tasks }: { piece: Piece; tasks: ProjectDetails['tasks'] }) {
  const { language } = useFrame()
  const t = useProjectText().parts
  if (tasks.length === 0) return null
  const taskOf = (id: string) => tasks.find(({ organisationId }) => organisationId === id)?.task
  return (
    <Table
      caption={t.title}
      rows={piece.organisations.filter(({ id }) => taskOf(id))}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t.columns.who,
          kind: 'name',
          cell: ({ id, name }) => (
            <a href={organisationPaths.organisation.at(language, { organisation: id })}>{name}</a>
          ),
        },
        { label: t.columns.part, cell: ({ part }) => t[part] },
        { label: t.columns.task, cell: ({ id }) => <Said of={taskOf(id)!} /> },
      ]}
    />
  )
}

export const moneyIn = (language: Language, cents: number) =>
  text[language].funds.euro(decimal(language, cents / 100, cents % 100 === 0 ? 0 : 2))

/** What it costs and who pays, as far as the viewer sees it. */
function Funds({ funds, piece }: { funds: readonly Fund[]; piece: Piece }) {
  const { language } = useFrame()
  const { funds: t, whole } = useProjectText()
  if (funds.length === 0) return null
  const nameOf = (id: string | null) => piece.organisations.find((one) => one.id === id)?.name ?? whole
  return (
    <Table
      caption={t.title}
      rows={funds}
      keyOf={({ id }) => id}
      columns={[
        { label: t.columns.kind, kind: 'name', cell: ({ kind }) => t.kinds[kind] },
        { label: t.columns.programme, cell: ({ programme }) => programme },
        {
          label: t.columns.amount,
          kind: 'number',
          cell: ({ amountCents }) => (amountCents === null ? '' : moneyIn(language, amountCents)),
        },
        {
          label: t.columns.rate,
          kind: 'number',
          cell: ({ ratePercent }) => (ratePercent === null ? '' : t.rate(amountIn(language, ratePercent))),
        },
        { label: t.columns.who, cell: ({ organisationId }) => nameOf(organisationId) },
        ...(funds.some(({ isPublic }) => !isPublic)
          ? [{ label: t.columns.seen, cell: ({ isPublic }: Fund) => (isPublic ? t.isPublic : t.isHidden) }]
          : []),
      ]}
    />
  )
}

/** Where a material is read, if that is an address that may be a link. */
export const hrefOfMaterial = ({ fileId, fileName, link }: Material) =>
  fileId && fileName ? filePath.at('de', { file: fileId, name: fileName }) : link && isSafeLink(link) ? link : undefined

function Materials({ materials }: { materials: readonly Material[] }) {
  const { language } = useFrame()
  const t = useProjectText().materials
  const pictures = materials.filter(({ kind }) => kind === 'picture')
  const papers = materials.filter(({ kind }) => kind !== 'picture')
  const kindOf = ({ kind, dated }: Material) =>
    dated ? `${t.kinds[kind]}, ${datedText(language, dated)}` : t.kinds[kind]
  return (
    <>
      {papers.length > 0 && (
        <section>
          <h2>{t.title}</h2>
          <Docs
            docs={papers.map((one) => ({
              title: inLanguage(language, one.title),
              lang: langOf(language, one.title),
              href: hrefOfMaterial(one),
              kind: kindOf(one),
            }))}
          />
        </section>
      )}
      {pictures.length > 0 && (
        <section class="stack prose">
          <h2>{t.pictures}</h2>
          {pictures.map((one) => (
            <figure key={one.id}>
              <img
                src={`${hrefOfMaterial(one)}?breite=800`}
                alt={inLanguage(language, one.title)}
                loading="lazy"
                decoding="async"
              />
              <figcaption class="note">
                <Said of={one.title} />
                {one.dated ? `, ${datedText(language, one.dated)}` : ''}
              </figcaption>
            </figure>
          ))}
        </section>
      )}
    </>
  )
}

type AsideProps = {
  piece: Piece
  contacts: readonly ShownContact[]
  map: { drawing: MapDrawing; source: string | undefined } | undefined
  keeps: boolean
}

/** What stands beside a project: where it works on the map, whom to ask, and the way in for who keeps it. */
export function ProjectAside({ piece, contacts, map, keeps }: AsideProps) {
  const { language } = useFrame()
  const t = useProjectText()
  const keys = piece.districts.map(({ key }) => key)
  return (
    <>
      {map && keys.length > 0 && (
        <Choropleth
          id="project-map"
          drawing={map.drawing}
          title={t.map}
          values={{}}
          breaks={[1]}
          focus={keys}
          legend={{ steps: [], focus: t.mapFocus }}
        />
      )}
      <OrganisationContacts contacts={contacts} />
      {keeps && <More href={paths.keep.at(language, { piece: piece.slug })}>{t.keep}</More>}
    </>
  )
}
