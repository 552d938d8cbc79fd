import type { ComponentChildren } from 'preact'
import {
  BilingualField,
  Checkbox,
  ErrorSummary,
  FileField,
  Hidden,
  LastStop,
  Page,
  Pair,
  PostButton,
  PostForm,
  Radios,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { fundKinds, materialKinds } from '../model/projects.ts'
import { paths } from '../paths.ts'
import type { Fund, Indicator, Kept, Planned } from '../queries/projects.ts'
import { useProjectText } from '../text/projects.ts'
import { amountIn } from './project.tsx'
import { useKeepCrumbs } from './project-keep.tsx'
import { Opened } from './words.tsx'

type FrameProps = { kept: Kept; title: string; form: FormState; after?: ComponentChildren } & {
  action: string
  encoding?: 'multipart'
  children: ComponentChildren
}

/** The page of one form, with whose part it is, and what else there is about it. */
function ItemFrame({ kept, title, form, action, encoding, children, after }: FrameProps) {
  const t = useProjectText()
  return (
    <Page kind="office" title={title} hasProblems={form.problems.length > 0} crumbs={useKeepCrumbs(kept, title)}>
      <Stack>
        <ErrorSummary form={form} labels={t.fields} />
        <PostForm action={action} {...(encoding ? { encoding } : {})}>
          {children}
          <Opened form={form} />
          <LastStop title={t.keeping.save}>
            <Owner kept={kept} form={form} />
            <Submit>{t.keeping.save}</Submit>
          </LastStop>
        </PostForm>
        {after}
      </Stack>
    </Page>
  )
}

function Owner({ kept: { isWhole, parts }, form }: { kept: Kept; form: FormState }) {
  const { whole, fields } = useProjectText()
  if (!isWhole && parts.length < 2) return null
  return (
    <Select
      form={form}
      name="organisationId"
      label={fields.organisationId}
      empty={isWhole ? whole : undefined}
      options={parts.map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
  )
}

type IndicatorProps = { kept: Kept; form: FormState; one: Indicator | undefined; values: FormState }

/** What a project is measured by, and its values. */
export function IndicatorPage({ kept, form, one, values }: IndicatorProps) {
  const { language } = useFrame()
  const { keeping, fields, hints } = useProjectText()
  const at = { piece: kept.slug }
  return (
    <ItemFrame
      {...{ kept }}
      form={form.problems.length > 0 ? form : { ...form, problems: values.problems }}
      title={one ? inLanguage(language, one.name) : keeping.addIndicator}
      action={one ? paths.indicator.at(language, { ...at, item: one.id }) : paths.addIndicator.at(language, at)}
      after={one && <Values {...{ kept, one }} form={values} />}
    >
      <Stop legend={fields.nameDe}>
        <BilingualField form={form} name="name" label={fields.nameDe} maxLength={200} />
        <TextField form={form} name="unit" label={fields.unit} hint={hints.unit} maxLength={30} optional />
        <Pair>
          <TextField form={form} name="target" label={fields.target} hint={hints.target} maxLength={40} optional />
          <TextField form={form} name="targetOn" label={fields.targetOn} hint={hints.dated} maxLength={10} optional />
        </Pair>
      </Stop>
    </ItemFrame>
  )
}

function Values({ kept, one, form }: { kept: Kept; one: Indicator; form: FormState }) {
  const { language } = useFrame()
  const { keeping, fields, hints, indicators } = useProjectText()
  const at = { piece: kept.slug, item: one.id }
  return (
    <>
      <PostForm action={paths.enterValue.at(language, at)}>
        <Stop legend={keeping.enterValue}>
          <Pair>
            <TextField form={form} name="measuredOn" label={fields.measuredOn} hint={hints.dated} maxLength={10} />
            <TextField form={form} name="value" label={fields.value} hint={hints.number} maxLength={40} />
          </Pair>
          <Hidden name="seen" value={valueOf(form, 'seen')} />
          <TextArea form={form} name="note" label={fields.note} rows={2} maxLength={500} optional />
          <Submit weight="second">{keeping.enterValue}</Submit>
        </Stop>
      </PostForm>
      <Table
        caption={keeping.values}
        density="dense"
        rows={one.values.toReversed()}
        keyOf={({ id }) => id}
        empty={indicators.none}
        columns={[
          { label: fields.measuredOn, kind: 'name', cell: ({ measuredOn }) => datedText(language, measuredOn) },
          { label: fields.value, kind: 'number', cell: ({ value }) => amountIn(language, value, one.unit) },
          { label: fields.note, cell: ({ note }) => note },
          {
            label: keeping.columns.action,
            kind: 'action',
            cell: ({ id, measuredOn }) => (
              <PostButton
                action={paths.removeValue.at(language, { ...at, value: id })}
                weight="second"
                about={datedText(language, measuredOn)}
              >
                {keeping.remove}
              </PostButton>
            ),
          },
        ]}
      />
    </>
  )
}

type Item<T> = { kept: Kept; form: FormState; one: T | undefined }

export function MilestonePage({ kept, form, one }: Item<Planned>) {
  const { language } = useFrame()
  const { keeping, fields, hints, plan } = useProjectText()
  const at = { piece: kept.slug }
  return (
    <ItemFrame
      {...{ kept, form }}
      title={one ? inLanguage(language, one.title) : keeping.addMilestone}
      action={one ? paths.milestone.at(language, { ...at, item: one.id }) : paths.addMilestone.at(language, at)}
    >
      <Stop legend={plan.columns.what}>
        <BilingualField form={form} name="title" label={fields.titleDe} maxLength={300} />
        <BilingualField form={form} name="text" label={fields.textDe} rows={3} maxLength={5000} optional />
        <p class="hint">{hints.dated}</p>
        <Pair>
          <TextField
            form={form}
            name="plannedFor"
            label={fields.plannedFor}
            hint={hints.plannedFor}
            maxLength={10}
            optional
          />
          <TextField
            form={form}
            name="happenedOn"
            label={fields.happenedOn}
            hint={hints.happenedOn}
            maxLength={10}
            optional
          />
        </Pair>
        {one?.firstPlannedFor && <p>{plan.firstly(datedText(language, one.firstPlannedFor))}</p>}
      </Stop>
    </ItemFrame>
  )
}

export function FundPage({ kept, form, one }: Item<Fund>) {
  const { language } = useFrame()
  const { keeping, fields, hints, funds } = useProjectText()
  const at = { piece: kept.slug }
  return (
    <ItemFrame
      {...{ kept, form }}
      title={one ? keeping.change : keeping.addFund}
      action={one ? paths.fund.at(language, { ...at, item: one.id }) : paths.addFund.at(language, at)}
    >
      <Stop legend={funds.title}>
        <Radios
          form={form}
          name="kind"
          label={fields.kind}
          options={fundKinds.map((value) => ({ value, label: funds.kinds[value] }))}
        />
        <TextField
          form={form}
          name="programme"
          label={fields.programme}
          hint={hints.programme}
          maxLength={200}
          optional
        />
        <Pair>
          <TextField form={form} name="amount" label={fields.amount} hint={hints.number} maxLength={40} optional />
          <TextField form={form} name="rate" label={fields.rate} hint={hints.rate} maxLength={40} optional />
        </Pair>
        <Checkbox form={form} name="isPublic" label={fields.isPublic} hint={hints.isPublic} />
      </Stop>
    </ItemFrame>
  )
}

export function MaterialPage({ kept, form }: { kept: Kept; form: FormState }) {
  const { language } = useFrame()
  const { keeping, fields, hints, materials } = useProjectText()
  return (
    <ItemFrame
      {...{ kept, form }}
      title={keeping.addMaterial}
      action={paths.addMaterial.at(language, { piece: kept.slug })}
      encoding="multipart"
    >
      <Stop legend={keeping.addMaterial}>
        <Radios
          form={form}
          name="kind"
          label={fields.kind}
          options={materialKinds.map((value) => ({ value, label: materials.kinds[value] }))}
        />
        <BilingualField form={form} name="title" label={fields.titleDe} hint={hints.pictureTitle} maxLength={300} />
        <FileField form={form} name="file" label={fields.file} hint={hints.file} optional />
        <TextField form={form} name="link" label={fields.link} hint={hints.link} type="url" maxLength={2000} optional />
        <TextField form={form} name="dated" label={fields.dated} hint={hints.dated} maxLength={10} optional />
      </Stop>
    </ItemFrame>
  )
}
