import {
  Checkbox,
  Confirm,
  DateTimeField,
  ErrorSummary,
  Hidden,
  LastStop,
  List,
  More,
  Notice,
  PostButton,
  PostForm,
  Radios,
  Select,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type Group, groupPaths, Inner } from '../../groups/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { bases, majorities, methods } from '../model.ts'
import { paths } from '../paths.ts'
import type { Electorate } from '../queries/electorate.ts'
import type { Elector, Vote } from '../queries/votes.ts'
import { useText } from '../text/text.ts'
import { useWay } from './parts.tsx'

type AddProps = { group: Group; form: FormState; zone: string }

/** Prepares a vote. */
export function AddPage({ group, form, zone }: AddProps) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner group={group} tab="votes" title={t.add} form={form} below={[{ label: t.add }]}>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.add.at(language, { group: group.id })}>
        <VoteFields form={form} zone={zone} />
      </PostForm>
    </Inner>
  )
}

/** Changes a draft, or takes it away. */
export function EditPage({ group, vote, form, zone }: AddProps & { vote: Vote }) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, vote: vote.id }
  return (
    <Inner group={group} tab="votes" title={t.form.edit} form={form} below={useWay(group, vote, t.form.edit)}>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.edit.at(language, at)}>
        <Hidden name="seen" value={valueOf(form, 'seen')} />
        <VoteFields form={form} zone={zone} />
      </PostForm>
      <PostButton action={paths.removal.at(language, at)} weight="danger">
        {t.remove}
      </PostButton>
    </Inner>
  )
}

function VoteFields({ form, zone }: Omit<AddProps, 'group'>) {
  const t = useText()
  const f = t.form
  return (
    <>
      <Stop legend={f.what}>
        <TextField form={form} name="title" label={f.title} hint={f.titleHint} maxLength={300} />
        <TextArea form={form} name="text" label={f.text} maxLength={20_000} rows={8} optional />
      </Stop>
      <Stop legend={f.how}>
        <Radios
          form={form}
          name="method"
          options={methods.map((value) => ({ value, label: t.methods[value], hint: t.methodHints[value] }))}
        />
        <TextArea
          form={form}
          name="options"
          label={f.options}
          hint={f.optionsHint}
          maxLength={6000}
          optional="sometimes"
        />
        <Checkbox form={form} name="isSecret" label={f.isSecret} />
      </Stop>
      <Stop legend={f.who}>
        <Radios
          form={form}
          name="basis"
          options={bases.map((value) => ({ value, label: t.bases[value], hint: t.baseHints[value] }))}
        />
        <Checkbox form={form} name="isWeighted" label={f.isWeighted} />
        <Checkbox form={form} name="maySplit" label={f.maySplit} />
      </Stop>
      <Stop legend={f.rule}>
        <Select
          form={form}
          name="majority"
          label={f.majority}
          hint={f.majorityHint}
          options={majorities.map((value) => ({ value, label: t.majorities[value] }))}
        />
        <TextField form={form} name="quorumPercent" type="number" label={f.quorum} min={1} max={100} optional />
        <TextField
          form={form}
          name="mostProxies"
          type="number"
          label={f.mostProxies}
          hint={f.mostProxiesHint}
          min={0}
          max={100}
        />
      </Stop>
      <Stop legend={f.until(zone)}>
        <DateTimeField form={form} name="closesAt" label={f.closesAt} hint={f.closesAtHint} optional="sometimes" />
      </Stop>
      <LastStop title={f.save}>
        <Submit>{f.save}</Submit>
      </LastStop>
    </>
  )
}

type OneProps = { group: Group; vote: Vote; refused?: string | undefined }

/** Shows who would be entitled, and asks before a vote is opened. */
export function OpeningPage({
  group,
  vote,
  electorate,
  why,
  refused,
}: OneProps & { electorate: Electorate; why: string | undefined }) {
  const said = why ?? refused
  const { language } = useFrame()
  const { opening, roll, votes } = useText()
  const at = { group: group.id, vote: vote.id }
  const { electors, without, unconfirmed, names } = electorate
  const all = electors.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <Inner group={group} tab="votes" title={opening.title} below={useWay(group, vote, opening.button)}>
      {said && <Notice kind="warning" title={said} />}
      {!why && (
        <Confirm
          action={paths.opening.at(language, at)}
          submit={opening.submit}
          back={paths.vote.at(language, at)}
          keep={opening.keep}
          weight="primary"
        >
          <p>{vote.title}</p>
          <p>{opening.text}</p>
        </Confirm>
      )}
      <h2>{opening.entitled(electors.length, all)}</h2>
      {without.length > 0 && <p>{opening.without(without.join(', '))}</p>}
      {unconfirmed.length > 0 && (
        <>
          <p>
            {opening.unconfirmed(
              unconfirmed.map(({ name, organisation }) => opening.names(name || roll.noName, organisation)).join(', '),
            )}
          </p>
          <More href={groupPaths.members.at(language, { group: group.id })}>{opening.confirm}</More>
        </>
      )}
      <List
        items={electors.map(({ name, weight, speakers }) => (
          <>
            {name || roll.noName}
            {vote.isWeighted && `, ${votes(weight)}`}{' '}
            {(vote.basis === 'organisation' || speakers.length > 1) && (
              <span class="small">
                {opening.by(speakers.map(({ memberId }) => names.get(memberId) || roll.noName).join(', '))}
              </span>
            )}
          </>
        ))}
      />
    </Inner>
  )
}

/** Asks before a vote is closed and counted. */
export function ClosingPage({
  group,
  vote,
  electors,
  refused,
  now,
}: OneProps & { electors: readonly Elector[]; now: Date }) {
  const { language } = useFrame()
  const { closing } = useText()
  const at = { group: group.id, vote: vote.id }
  const left = electors.filter(({ hasCast }) => !hasCast).length
  const isHeld = vote.closesAt !== null && vote.closesAt > now && left > 0
  return (
    <Inner group={group} tab="votes" title={closing.title} below={useWay(group, vote, closing.button)}>
      {(isHeld || refused) && <Notice kind="warning" title={refused ?? closing.holds} />}
      {left > 0 && <p>{closing.left(left)}</p>}
      {!isHeld && (
        <Confirm
          action={paths.closing.at(language, at)}
          submit={closing.submit}
          back={paths.vote.at(language, at)}
          keep={closing.keep}
          weight="primary"
        >
          <p>{vote.title}</p>
          <p>{closing.text}</p>
        </Confirm>
      )}
    </Inner>
  )
}

/** Ends a vote without a result, with a reason. */
export function CancellingPage({ group, vote, form }: OneProps & { form: FormState }) {
  const { language } = useFrame()
  const { cancelling: c, fields } = useText()
  const at = { group: group.id, vote: vote.id }
  return (
    <Inner group={group} tab="votes" title={c.title} lead={c.text} form={form} below={useWay(group, vote, c.button)}>
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={paths.cancelling.at(language, at)}>
        <Stop legend={vote.title}>
          <TextArea form={form} name="reason" label={c.reason} maxLength={2000} rows={3} />
        </Stop>
        <LastStop title={c.submit}>
          <Submit weight="danger">{c.submit}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}
