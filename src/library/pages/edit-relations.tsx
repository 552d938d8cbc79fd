import { Checkboxes, Pair, Stop, TextArea, TextField } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { relationKinds } from '../model/document.ts'
import { useText } from '../text.ts'

type Props = { form: FormState; districts: readonly { key: string; label: string }[] }

/** Under which numbers a document is registered, which districts it covers, and what it is to other documents. */
export function Relations({ form, districts }: Props) {
  const { fields, hints, parts } = useText().office
  return (
    <Stop legend={parts.relations}>
      <Pair>
        <TextField form={form} name="doi" label={fields.doi} hint={hints.doi} maxLength={300} optional />
        <TextField form={form} name="urn" label={fields.urn} hint={hints.urn} maxLength={300} optional />
      </Pair>
      {districts.length > 0 && (
        <Checkboxes
          form={form}
          name="districts"
          label={fields.districts}
          options={districts.map(({ key, label }) => ({ value: key, label }))}
          optional
        />
      )}
      {relationKinds.map((kind) => (
        <TextArea key={kind} form={form} name={kind} label={fields[kind]} hint={hints.relation} rows={2} optional />
      ))}
    </Stop>
  )
}
