import { Checkboxes, type Choice, Details } from '../../design/index.tsx'
import { type FormState, valuesOf } from '../../platform/forms.ts'
import { useText } from '../text.ts'

type Props = { form: FormState; name: string; label: string; options: readonly Choice[] }
/** More than so many are folded. */
const mostShown = 12

/** Any number of many: a long list is folded and says how many of it are chosen. */
export function LongList({ label, ...asked }: Props) {
  const { chosenOf } = useText().office
  const { form, name, options } = asked
  if (options.length === 0) return null
  if (options.length <= mostShown) return <Checkboxes {...asked} label={label} optional />
  const values = valuesOf(form, name)
  const chosen = options.filter(({ value }) => values.includes(value)).length
  return (
    <Details summary={`${label}: ${chosenOf(chosen, options.length)}`}>
      <Checkboxes {...asked} label={<span class="hide">{label}</span>} />
    </Details>
  )
}
