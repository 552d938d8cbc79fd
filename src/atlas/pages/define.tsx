import {
  BilingualField,
  ErrorSummary,
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
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { directions, type Indicator, sexes, topics, ways } from '../model/indicator.ts'
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
          <WhatItSays form={form} />
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
        <Order indicators={indicators} />
      </Stack>
    </Page>
  )
}

/** Other words for an indicator that is there. */
export function RedefinePage({ indicator, form }: { indicator: Indicator; form: FormState }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.define
  const name = inLanguage(language, indicator.name)
  return (
    <Page
      kind="office"
      title={name}
      lead={t.leadEdit}
      hasProblems={form.problems.length > 0}
      crumbs={[
        { label: words.office.title, href: paths.office.at(language) },
        { label: t.title, href: paths.define.at(language) },
        { label: name },
      ]}
    >
      <Stack>
        <ErrorSummary form={form} />
        <PostForm action={paths.indicatorEdit.at(language, { indicator: indicator.id })}>
          <WhatItSays form={form} />
          <Stop legend={t.labels.direction}>
            <Radios
              form={form}
              name="direction"
              label={t.labels.direction}
              options={directions.map((value) => ({ value, label: t.directions[value] }))}
            />
          </Stop>
          <LastStop title={t.finishEdit}>
            <Submit>{t.saveEdit}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}

function WhatItSays({ form }: { form: FormState }) {
  const words = useText()
  const t = words.define
  return (
    <>
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
      <Stop legend={t.ages}>
        <Select
          form={form}
          name="sex"
          label={t.labels.sex}
          hint={t.agesHint}
          empty={t.noAges}
          optional
          options={sexes.map((value) => ({ value, label: words.views[value] }))}
        />
        <Pair>
          <TextField form={form} name="ageFrom" label={t.labels.ageFrom} inputMode="numeric" maxLength={3} optional />
          <TextField form={form} name="ageTo" label={t.labels.ageTo} inputMode="numeric" maxLength={3} optional />
        </Pair>
      </Stop>
    </>
  )
}

/** All indicators in the order of the atlas, each a place up or down. */
function Order({ indicators }: { indicators: readonly Indicator[] }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.define
  const rows = topics.flatMap((topic) => indicators.filter((one) => one.topic === topic))
  const move = ({ id, name }: Indicator, direction: 'up' | 'down') => (
    <PostButton
      action={paths.indicatorPlace.at(language, { indicator: id })}
      weight="second"
      values={{ direction }}
      about={inLanguage(language, name)}
    >
      {t[direction]}
    </PostButton>
  )
  return (
    <Table
      caption={t.order}
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      anchorOf={({ id }) => id}
      columns={[
        {
          label: t.labels.name,
          kind: 'name',
          cell: ({ id, name }) => (
            <a href={paths.indicatorEdit.at(language, { indicator: id })}>{inLanguage(language, name)}</a>
          ),
        },
        { label: t.labels.topic, cell: ({ topic }) => words.topics[topic] },
        { label: t.up, kind: 'action', cell: (one) => move(one, 'up') },
        { label: t.down, kind: 'action', cell: (one) => move(one, 'down') },
      ]}
    />
  )
}
