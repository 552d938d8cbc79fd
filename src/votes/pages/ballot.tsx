import {
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Facts,
  Hidden,
  LastStop,
  Notice,
  PostForm,
  Radios,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner, Written } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { choicesOf, isSplit } from '../model.ts'
import { ballotText, choiceName } from '../naming.ts'
import { paths } from '../paths.ts'
import type { Elector, Vote } from '../queries/votes.ts'
import { useText } from '../text/text.ts'
import { useWay } from './parts.tsx'

type Props = { group: Group; vote: Vote; options: readonly string[]; elector: Elector; form: FormState }

/** The ballot of one elector. */
export function BallotPage({ group, vote, options, elector, form }: Props) {
  const { language } = useFrame()
  const t = useText()
  const b = t.ballot
  const hint = vote.isSecret ? b.secretHint : vote.method === 'consent' ? b.consentHint : b.openHint
  const send = vote.isSecret ? b.look : vote.method === 'consent' ? b.answer : b.submit
  return (
    <Inner
      group={group}
      tab="votes"
      title={vote.title}
      form={form}
      lead={t.yours.for(elector.name || t.roll.noName)}
      below={useWay(group, vote, t.yours.title)}
    >
      <ErrorSummary form={form} labels={t.fields} />
      {vote.text && <Written text={vote.text} />}
      <PostForm action={paths.ballot.at(language, { group: group.id, vote: vote.id, elector: elector.id })}>
        <Stop legend={isSplit(vote, elector) ? b.split(elector.weight) : b.choose}>
          <ChoiceFields {...{ vote, options, elector, form }} />
        </Stop>
        {vote.method === 'consent' && (
          <Stop legend={b.reason}>
            <TextArea
              form={form}
              name="reason"
              label={t.fields.reason}
              hint={b.reasonHint}
              maxLength={5000}
              optional="sometimes"
            />
          </Stop>
        )}
        <Replacing {...{ group, vote, options, elector, form }} />
        <LastStop title={send}>
          <p>{hint}</p>
          {elector.weight > 1 && !isSplit(vote, elector) && <p>{b.weight(elector.weight)}</p>}
          <Submit>{send}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

/** Where another has cast for the organisation already: who and what, and whether this one is to hold instead. */
function Replacing({ group, vote, options, elector, form }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { castById, castBy, organisationId, parts, name } = elector
  if (!castById || !organisationId || castById === group.ownMemberId) return null
  const who = castBy || t.roll.noName
  return (
    <Stop legend={t.ballot.castBefore(who, name)}>
      {parts && <p>{t.yours.chosen(ballotText(language, { vote, options }, parts))}</p>}
      <Checkboxes form={form} name="replaces" options={[{ value: castById, label: t.ballot.replace(who) }]} />
    </Stop>
  )
}

function ChoiceFields({ vote, options, elector, form }: Omit<Props, 'group'>) {
  const { language } = useFrame()
  const { ballot: b } = useText()
  const name = choiceName(language, { vote, options })
  const all = choicesOf(vote, options.length)
  const choices = all.map((choice) => ({ value: String(choice), label: name(choice) }))
  if (vote.method === 'several')
    return (
      <>
        <p>{b.several}</p>
        <Checkboxes form={form} name="choices" options={choices} />
      </>
    )
  if (!isSplit(vote, elector)) return <Radios form={form} name="choice" options={choices} />
  return (
    <>
      <p>{b.splitHint}</p>
      {all.map((choice) => (
        <TextField
          key={choice}
          form={form}
          name={`part${choice}`}
          type="number"
          label={name(choice)}
          min={0}
          max={elector.weight}
          optional="sometimes"
        />
      ))}
    </>
  )
}

type CastingProps = Omit<Props, 'form'> & { choices: readonly number[]; code: string }

/** A secret ballot once more before it is cast, with the receipt that is shown this once. */
export function CastingPage({ group, vote, options, elector, choices, code }: CastingProps) {
  const { language } = useFrame()
  const t = useText()
  const c = t.casting
  const at = { group: group.id, vote: vote.id, elector: elector.id }
  const name = choiceName(language, { vote, options })
  return (
    <Inner
      group={group}
      tab="votes"
      title={c.title}
      lead={t.yours.for(elector.name || t.roll.noName)}
      below={useWay(group, vote, c.title)}
    >
      <Facts
        facts={[
          { label: c.choice, value: <b>{choices.map(name).join(', ')}</b> },
          { label: c.code, value: <code>{code}</code> },
        ]}
      />
      <p>{c.note}</p>
      <Notice kind="warning" title={c.warning} />
      <PostForm action={paths.casting.at(language, at)}>
        {choices.map((choice) => (
          <Hidden key={choice} name="choices" value={choice} />
        ))}
        <Hidden name="code" value={code} />
        <Submit
          beside={
            <ButtonLink href={paths.ballot.at(language, at)} weight="second">
              {c.back}
            </ButtonLink>
          }
        >
          {c.submit}
        </Submit>
      </PostForm>
    </Inner>
  )
}
