import {
  Actions,
  ButtonLink,
  DateField,
  Empty,
  ErrorSummary,
  LastStop,
  Page,
  PostForm,
  Stack,
  Stop,
  Submit,
  Table,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, number } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { WeightVersion } from '../queries/weights.ts'
import { useText } from '../text/text.ts'

/** Every version of the weights. */
export function WeightsPage({ versions }: { versions: readonly WeightVersion[] }) {
  const { language } = useFrame()
  const { weights: w } = useText()
  const day = (on: string) => dates(language).day(new Date(`${on}T12:00:00Z`))
  return (
    <Page kind="office" title={w.title} lead={w.lead}>
      <Stack>
        <Actions>
          <ButtonLink href={paths.addWeights.at(language)}>{w.add}</ButtonLink>
        </Actions>
        {versions.length === 0 && <Empty title={w.none} />}
        {versions.map(({ id, inForceOn, source, weights }) => (
          <Table
            key={id}
            caption={`${w.from(day(inForceOn))}: ${source}`}
            rows={weights}
            keyOf={({ name }) => name}
            columns={[
              { label: w.organisation, kind: 'name', cell: ({ name }) => name },
              { label: w.weight, kind: 'number', cell: ({ weight }) => number(weight) },
            ]}
          />
        ))}
      </Stack>
    </Page>
  )
}

/** Enters a version of the weights. */
export function AddWeightsPage({ form }: { form: FormState }) {
  const { language } = useFrame()
  const { weights: w, fields } = useText()
  const crumbs = [{ label: w.title, href: paths.weights.at(language) }, { label: w.add }]
  return (
    <Page kind="office" title={w.add} crumbs={crumbs} hasProblems={form.problems.length > 0}>
      <Stack>
        <ErrorSummary form={form} labels={fields} />
        <PostForm action={paths.addWeights.at(language)}>
          <Stop legend={w.title}>
            <DateField form={form} name="inForceOn" label={w.inForceOn} />
            <TextField form={form} name="source" label={w.source} hint={w.sourceHint} maxLength={300} />
            <TextArea form={form} name="lines" label={w.lines} hint={w.linesHint} maxLength={100_000} rows={12} />
          </Stop>
          <LastStop title={w.save}>
            <Submit>{w.save}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}
