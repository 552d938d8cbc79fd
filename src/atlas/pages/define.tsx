import {
  BilingualField,
  ErrorSummary,
  LastStop,
  Page,
  PostForm,
  Radios,
  Select,
  Stack,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { type Indicator, topics, ways } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

/** A new indicator: what it counts, how it is added up, or from what it is computed. */
export function DefinePage({ indicators, form }: { indicators: readonly Indicator[]; form: FormState }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.define
  const parts = indicators.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  return (
    <Page
      kind="office"
      title={t.title}
      lead={t.lead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: words.office.title, href: paths.office.at(language) }, { label: t.title }]}
    >
      <Stack>
        <ErrorSummary form={form} />
        <PostForm action={paths.define.at(language)}>
          <Stop legend={t.what}>
            <BilingualField form={form} name="name" label={t.labels.name} maxLength={120} />
            <BilingualField
              form={form}
              name="definition"
              label={t.labels.definition}
              hint={t.definitionHint}
              maxLength={500}
              rows={2}
            />
            <BilingualField form={form} name="unit" label={t.labels.unit} hint={t.unitHint} maxLength={60} />
            <BilingualField form={form} name="method" label={t.labels.method} maxLength={1000} rows={2} optional />
            <Select
              form={form}
              name="topic"
              label={t.labels.topic}
              options={topics.map((value) => ({ value, label: words.topics[value] }))}
            />
            <TextField form={form} name="decimals" label={t.labels.decimals} inputMode="numeric" maxLength={1} />
          </Stop>
          <Stop legend={t.how}>
            <Radios
              form={form}
              name="way"
              label={t.labels.way}
              options={ways.map((value) => ({ value, label: t.ways[value] }))}
            />
            <Select form={form} name="first" label={t.labels.first} empty={t.none} optional options={parts} />
            <Select form={form} name="second" label={t.labels.second} empty={t.none} optional options={parts} />
            <TextField
              form={form}
              name="factor"
              label={t.labels.factor}
              hint={t.factorHint}
              inputMode="numeric"
              maxLength={9}
              optional
            />
          </Stop>
          <LastStop title={t.finish}>
            <p>{t.finishText}</p>
            <Submit>{t.save}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}
