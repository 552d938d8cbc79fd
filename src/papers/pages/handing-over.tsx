import {
  Checkbox,
  Details,
  ErrorSummary,
  LastStop,
  PostForm,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text/text.ts'
import { useWay } from './parts.tsx'

type Props = {
  group: Group
  paper: { id: string; title: string }
  parts: readonly { title: string }[]
  form: FormState
}

/** What of an adopted paper goes to the congress: the paper itself, and section by section the results. */
export function HandingOverPage({ group, paper, parts, form }: Props) {
  const { language } = useFrame()
  const t = useText().handingOver
  const { fields } = useText()
  const way = useWay(group, paper, { label: t.title })
  return (
    <Inner group={group} tab="papers" title={t.title} lead={t.lead} form={form} below={way}>
      <ErrorSummary form={form} labels={fields} />
      <PostForm keepsDraft action={paths.handingOver.at(language, { group: group.id, paper: paper.id })}>
        <Stop legend={t.paper}>
          <TextArea
            form={form}
            name="abstract"
            label={t.abstract}
            hint={t.abstractHint}
            rows={5}
            maxLength={2000}
            lang="de"
            optional
          />
        </Stop>
        {parts.map(({ title }, index) => (
          <Result key={index} no={index + 1} title={title} form={form} />
        ))}
        <LastStop title={t.send}>
          <p>{t.sendHint}</p>
          <Submit>{t.send}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

function Result({ no, title, form }: { no: number; title: string; form: FormState }) {
  const t = useText().handingOver
  const { results } = t
  return (
    <Stop legend={t.section(title)}>
      <Checkbox form={form} name={`isResult${no}`} label={results.isResult} />
      <TextField form={form} name={`title${no}`} label={results.title} maxLength={300} lang="de" optional="sometimes" />
      <TextField
        form={form}
        name={`addressee${no}`}
        label={results.addressee}
        hint={t.addresseeHint}
        maxLength={300}
        lang="de"
        optional
      />
      <TextField
        form={form}
        name={`responsible${no}`}
        label={results.responsible}
        hint={t.responsibleHint}
        maxLength={200}
        optional
      />
      <TextField form={form} name={`until${no}`} label={results.until} hint={t.untilHint} maxLength={10} optional />
      <Details summary={t.words}>
        <TextArea form={form} name={`text${no}`} label={results.text} rows={8} maxLength={20_000} lang="de" optional />
        <TextArea
          form={form}
          name={`reason${no}`}
          label={results.reason}
          rows={4}
          maxLength={5000}
          lang="de"
          optional
        />
      </Details>
    </Stop>
  )
}
