import { Hidden, Select } from '../../design/index.tsx'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import type { Language } from '../../platform/language.ts'

type Props = { form: FormState; label: string; names: Readonly<Record<Language, string>> }

/** The language of mails to somebody, where there is a choice. */
export function LanguageField({ form, label, names }: Props) {
  const { languages } = useFrame()
  if (languages.length === 1)
    return <Hidden name="language" value={valueOf(form, 'language') || (languages[0] ?? '')} />
  const options = languages.map((value) => ({ value, label: names[value] }))
  return <Select form={form} name="language" label={label} options={options} />
}
