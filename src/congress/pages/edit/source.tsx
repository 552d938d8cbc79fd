import { BilingualField, type Option, Select, Stop, TextField } from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useEditing } from '../../text/editing.ts'

/** Where something is from: a source of the register, or a new one. */
export function SourceQuestion({ form, sources }: { form: FormState; sources: readonly Option[] }) {
  const t = useEditing()
  return (
    <Stop legend={t.stops.source}>
      <Select
        form={form}
        name="sourceId"
        label={t.labels.sourceId}
        hint={t.hints.sourceId}
        options={sources}
        empty={t.none}
        optional
      />
      <BilingualField
        form={form}
        name="sourceTitle"
        label={t.texts.sourceTitle}
        hint={t.hints.sourceTitle}
        maxLength={500}
        optional
      />
      <TextField
        form={form}
        name="sourceAddress"
        label={t.labels.sourceAddress}
        hint={t.hints.sourceAddress}
        type="url"
        optional
      />
    </Stop>
  )
}
