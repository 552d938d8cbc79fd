import { BilingualField, Select, Stop, TextField } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Lists } from '../queries/office.ts'
import { useOffice } from '../text/office.ts'

/** What shows it: a source of the register, or a new one. */
export function SourceStop({ form, sources }: { form: FormState; sources: Lists['sources'] }) {
  const { language } = useFrame()
  const { fields, hints, stops, noSource } = useOffice()
  return (
    <Stop legend={stops.source}>
      <Select
        form={form}
        name="sourceId"
        label={fields.sourceId}
        hint={hints.source}
        empty={noSource}
        options={sources.map(({ id, title }) => ({ value: id, label: inLanguage(language, title) }))}
        optional
      />
      <BilingualField form={form} name="sourceTitle" label={fields.sourceTitle} maxLength={500} optional />
      <TextField form={form} name="sourceAddress" label={fields.sourceAddress} type="url" maxLength={2000} optional />
    </Stop>
  )
}
