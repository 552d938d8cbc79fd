import {
  Actions,
  BilingualField,
  ButtonLink,
  ErrorSummary,
  Notice,
  Page,
  PostButton,
  PostForm,
  Stack,
  Stop,
  Submit,
  Table,
} from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Fund, Indicator, Kept, KeptPart, Material, Planned } from '../queries/projects.ts'
import { useProjectText } from '../text/projects.ts'
import { amountIn, moneyIn } from './project.tsx'
import { crumbsTo, listOf, Opened, Said, Way } from './words.tsx'

type Props = {
  kept: Kept
  indicators: readonly Indicator[]
  milestones: readonly Planned[]
  funds: readonly Fund[]
  materials: readonly Material[]
  done: 'saved' | 'removed' | undefined
  /** How the form of a part starts. */
  startOf: (part: KeptPart) => FormState
  /** What was typed about the part of the organisation `failed`. */
  form: FormState
  failed: string | undefined
}

/** What the viewer keeps of a project: their organisations' contributions, indicators, milestones, money and material. */
export function KeepPage(props: Props) {
  const { kept, done, startOf, form, failed } = props
  const { language } = useFrame()
  const t = useProjectText()
  const k = t.keeping
  return (
    <Page
      kind="office"
      title={k.title(inLanguage(language, kept.title))}
      lead={k.lead}
      hasProblems={form.problems.length > 0}
      crumbs={useKeepCrumbs(kept)}
    >
      <Stack>
        {done && <Notice kind="success" title={k[done]} />}
        <Way href={paths.project.at(language, { piece: kept.slug })}>{k.view}</Way>
        {kept.isWhole && (
          <p>
            {k.office} <a href={paths.edit.at(language, { piece: kept.id })}>{k.toOffice}</a>
          </p>
        )}
        <ErrorSummary form={form} labels={t.fields} />
        <Indicators {...props} />
        <Milestones {...props} />
        <Funds {...props} />
        <Materials {...props} />
        {kept.parts.map((part) => (
          <PartForm key={part.id} kept={kept} part={part} form={part.id === failed ? form : startOf(part)} />
        ))}
      </Stack>
    </Page>
  )
}

/** The way to what one keeps of a project, and further. */
export function useKeepCrumbs({ slug, title }: Kept, own?: string) {
  const { language } = useFrame()
  const t = useProjectText()
  const project = { label: inLanguage(language, title), href: paths.project.at(language, { piece: slug }) }
  const keep = { label: t.keep, href: paths.keep.at(language, { piece: slug }) }
  return crumbsTo(
    language,
    listOf(language, 'project'),
    project,
    ...(own ? [keep, { label: own }] : [{ label: t.keep }]),
  )
}

function PartForm({ kept, part, form }: { kept: Kept; part: KeptPart; form: FormState }) {
  const { language } = useFrame()
  const t = useProjectText().keeping
  return (
    <PostForm action={paths.keepPart.at(language, { piece: kept.slug, organisation: part.id })}>
      <Stop legend={t.contribution(part.name)}>
        <BilingualField form={form} name="task" label={t.task} hint={t.taskHint} rows={3} maxLength={2000} optional />
        <Opened form={form} />
        <Submit weight="second">{t.save}</Submit>
      </Stop>
    </PostForm>
  )
}

/** Whose part something is; said to the office and to who keeps several. */
function useOwner({ isWhole, parts }: Kept) {
  const { whole, keeping } = useProjectText()
  return <T extends { organisationId: string | null }>() =>
    isWhole || parts.length > 1
      ? [
          {
            label: keeping.owner,
            cell: ({ organisationId }: T) => parts.find(({ id }) => id === organisationId)?.name ?? whole,
          },
        ]
      : []
}

/** What something is, leading to where it is changed. */
const Name = ({ href, of }: { href: string; of: Bilingual }) => (
  <a href={href}>
    <Said of={of} />
  </a>
)

function Remove({ action, about }: { action: string; about: string }) {
  const t = useProjectText().keeping
  return (
    <PostButton action={action} weight="second" about={about}>
      {t.remove}
    </PostButton>
  )
}

const Add = ({ href, children }: { href: string; children: string }) => (
  <Actions>
    <ButtonLink href={href} weight="second">
      {children}
    </ButtonLink>
  </Actions>
)

function Indicators({ kept, indicators }: Props) {
  const { language } = useFrame()
  const t = useProjectText()
  const owner = useOwner(kept)
  const at = { piece: kept.slug }
  const latest = ({ values, unit }: Indicator) => {
    const last = values.at(-1)
    return last ? `${amountIn(language, last.value, unit)} (${datedText(language, last.measuredOn)})` : ''
  }
  return (
    <>
      <Table
        caption={t.indicators.title}
        density="dense"
        rows={indicators}
        keyOf={({ id }) => id}
        empty={t.keeping.noIndicators}
        columns={[
          {
            label: t.fields.nameDe,
            kind: 'name',
            cell: ({ id, name }) => <Name href={paths.indicator.at(language, { ...at, item: id })} of={name} />,
          },
          { label: t.keeping.latest, cell: latest },
          { label: t.fields.target, cell: ({ target, unit }) => target !== null && amountIn(language, target, unit) },
          ...owner<Indicator>(),
          {
            label: t.keeping.columns.action,
            kind: 'action',
            cell: ({ id, name }) => (
              <Remove
                action={paths.removeIndicator.at(language, { ...at, item: id })}
                about={inLanguage(language, name)}
              />
            ),
          },
        ]}
      />
      <Add href={paths.addIndicator.at(language, at)}>{t.keeping.addIndicator}</Add>
    </>
  )
}

function Milestones({ kept, milestones }: Props) {
  const { language } = useFrame()
  const t = useProjectText()
  const owner = useOwner(kept)
  const at = { piece: kept.slug }
  const dated = (value: string | null) => value && datedText(language, value)
  return (
    <>
      <Table
        caption={t.plan.title}
        density="dense"
        rows={milestones}
        keyOf={({ id }) => id}
        empty={t.keeping.noMilestones}
        columns={[
          {
            label: t.plan.columns.what,
            kind: 'name',
            cell: ({ id, title }) => <Name href={paths.milestone.at(language, { ...at, item: id })} of={title} />,
          },
          { label: t.plan.columns.first, cell: ({ firstPlannedFor }) => dated(firstPlannedFor) },
          { label: t.plan.columns.planned, cell: ({ plannedFor }) => dated(plannedFor) },
          { label: t.plan.columns.happened, cell: ({ happenedOn }) => dated(happenedOn) },
          ...owner<Planned>(),
          {
            label: t.keeping.columns.action,
            kind: 'action',
            cell: ({ id, title }) => (
              <Remove
                action={paths.removeMilestone.at(language, { ...at, item: id })}
                about={inLanguage(language, title)}
              />
            ),
          },
        ]}
      />
      <Add href={paths.addMilestone.at(language, at)}>{t.keeping.addMilestone}</Add>
    </>
  )
}

function Funds({ kept, funds }: Props) {
  const { language } = useFrame()
  const t = useProjectText()
  const owner = useOwner(kept)
  const at = { piece: kept.slug }
  const money = ({ amountCents, ratePercent }: Fund) =>
    [
      amountCents !== null && moneyIn(language, amountCents),
      ratePercent !== null && t.funds.rate(amountIn(language, ratePercent)),
    ]
      .filter(Boolean)
      .join(', ')
  const nameOf = ({ kind, programme }: Fund) => [t.funds.kinds[kind], programme].filter(Boolean).join(': ')
  return (
    <>
      <Table
        caption={t.funds.title}
        density="dense"
        rows={funds}
        keyOf={({ id }) => id}
        empty={t.keeping.noFunds}
        columns={[
          {
            label: t.funds.columns.kind,
            kind: 'name',
            cell: (one) => <a href={paths.fund.at(language, { ...at, item: one.id })}>{nameOf(one)}</a>,
          },
          { label: t.funds.columns.amount, cell: money },
          { label: t.funds.columns.seen, cell: ({ isPublic }) => (isPublic ? t.funds.isPublic : t.funds.isHidden) },
          ...owner<Fund>(),
          {
            label: t.keeping.columns.action,
            kind: 'action',
            cell: (one) => (
              <Remove action={paths.removeFund.at(language, { ...at, item: one.id })} about={nameOf(one)} />
            ),
          },
        ]}
      />
      <Add href={paths.addFund.at(language, at)}>{t.keeping.addFund}</Add>
    </>
  )
}

function Materials({ kept, materials }: Props) {
  const { language } = useFrame()
  const t = useProjectText()
  const owner = useOwner(kept)
  const at = { piece: kept.slug }
  return (
    <>
      <Table
        caption={t.materials.title}
        density="dense"
        rows={materials}
        keyOf={({ id }) => id}
        empty={t.keeping.noMaterials}
        columns={[
          { label: t.fields.titleDe, kind: 'name', cell: ({ title }) => <Said of={title} /> },
          { label: t.fields.kind, cell: ({ kind }) => t.materials.kinds[kind] },
          ...owner<Material>(),
          {
            label: t.keeping.columns.action,
            kind: 'action',
            cell: ({ id, title }) => (
              <Remove
                action={paths.removeMaterial.at(language, { ...at, item: id })}
                about={inLanguage(language, title)}
              />
            ),
          },
        ]}
      />
      <Add href={paths.addMaterial.at(language, at)}>{t.keeping.addMaterial}</Add>
    </>
  )
}
