import {
  BilingualField,
  DateField,
  ErrorSummary,
  LastStop,
  Notice,
  Page,
  PostForm,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { type OperatorKey, operatorKinds, optionalOperatorKeys } from '../model.ts'
import { paths } from '../paths.ts'
import type { PageRow } from '../queries/pages.ts'
import { useText } from '../text.ts'

/** In the order in which an office has them at hand. */
const groups: readonly { name: 'operator' | 'duties' | 'accessibility'; keys: readonly OperatorKey[] }[] = [
  {
    name: 'operator',
    keys: ['operator_name', 'operator_address', 'operator_phone', 'operator_email', 'legal_form', 'representative'],
  },
  {
    name: 'duties',
    keys: ['supervisory_authority', 'vat_number', 'editor_responsible', 'data_protection_officer', 'hosting_provider'],
  },
  {
    name: 'accessibility',
    keys: ['accessibility_contact', 'accessibility_checked_on', 'accessibility_known_gaps', 'sign_language_video'],
  },
]

/** The field for what a fact is: words in both languages, an address, a number, a day. */
function Fact({ name, ...asked }: Omit<Parameters<typeof DateField>[0], 'name'> & { name: OperatorKey }) {
  const kind = operatorKinds[name]
  if (kind === 'words')
    return <BilingualField {...asked} name={name} rows={name === 'accessibility_known_gaps' ? 4 : 2} maxLength={2000} />
  if (kind === 'address') return <TextArea {...asked} name={name} rows={3} maxLength={2000} />
  if (kind === 'day') return <DateField {...asked} name={name} />
  const type = { email: 'email', phone: 'tel', link: 'url', line: 'text' } as const
  return <TextField {...asked} name={name} type={type[kind]} maxLength={kind === 'link' ? 2000 : 254} />
}

type Blank = { key: string; pages: readonly PageRow[] }

/** What only the operator knows: one field a fact, the blanks still open first told. */
export function OperatorPage({
  form,
  blanks,
  isSaved,
}: {
  form: FormState
  blanks: readonly Blank[]
  isSaved: boolean
}) {
  const { language } = useFrame()
  const t = useText().operator
  const usedOn = (key: string) => {
    const pages = blanks.find((blank) => blank.key === key)?.pages ?? []
    return pages.length ? `${t.usedOn}: ${pages.map(({ title }) => inLanguage(language, title)).join(', ')}` : undefined
  }
  return (
    <Page kind="office" title={t.title} lead={t.lead} hasProblems={form.problems.length > 0}>
      {isSaved && <Notice kind="success">{t.saved}</Notice>}
      <ErrorSummary form={form} />
      <p>{t.open(blanks.length)}</p>
      <PostForm action={paths.operator.at(language)}>
        {groups.map(({ name, keys }) => (
          <Stop key={name} legend={t.groups[name]}>
            {keys.map((key) => (
              <Fact
                key={key}
                form={form}
                name={key}
                label={t.keys[key]}
                hint={[t.hints[key], usedOn(key)].filter(Boolean).join(' ') || undefined}
                optional={optionalOperatorKeys.includes(key)}
              />
            ))}
          </Stop>
        ))}
        <LastStop title={t.save}>
          <Submit>{t.save}</Submit>
        </LastStop>
      </PostForm>
    </Page>
  )
}
