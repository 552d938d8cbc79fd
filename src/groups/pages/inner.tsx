import {
  Actions,
  BilingualField,
  Checkboxes,
  ErrorSummary,
  Facts,
  Hidden,
  LastStop,
  List,
  More,
  Notice,
  PostButton,
  PostForm,
  Radios,
  Stop,
  Submit,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import type { Attention, Related } from '../../platform/room.ts'
import { joinings, nextStates, pieces, type State } from '../model.ts'
import { paths } from '../paths.ts'
import type { Group } from '../queries/groups.ts'
import { useText } from '../text/group.ts'
import { FromGroup, Inner, Running } from './parts.tsx'

type InnerProps = {
  group: Group
  asked: number
  related: readonly Related[]
  /** What waits for the viewer here. */
  waiting: readonly Attention[]
  done: 'joined' | undefined
}

/** What the group is about and where it stands, for those inside. */
export function InnerPage({ group, asked, related, waiting, done }: InnerProps) {
  const { language } = useFrame()
  const t = useText()
  const { inner } = t
  const at = { group: group.id }
  return (
    <Inner group={group} tab="inner">
      {done && <Notice kind="success" title={t.joinPage.outcome[done]} />}
      {asked > 0 && (
        <Notice kind="warning" title={inner.asked(asked)}>
          <More href={paths.members.at(language, at)}>{t.tabs.members}</More>
        </Notice>
      )}
      {waiting.length > 0 && (
        <>
          <h2>{inner.waiting}</h2>
          <List
            items={waiting.map(({ text, href }) => (
              <a key={href} href={href}>
                {text}
              </a>
            ))}
          />
        </>
      )}
      <Facts
        facts={[
          { label: t.state, value: group.state && t.states[group.state] },
          { label: t.joining, value: t.joinings[group.joining] },
          {
            label: inner.isShown,
            value: group.shown.length > 0 ? group.shown.map((piece) => t.shown[piece]).join(', ') : inner.nothingShown,
          },
        ]}
      />
      <h2>{t.mandate}</h2>
      {group.mandate ? <Running of={group.mandate} /> : <p>{t.noMandate}</p>}
      <FromGroup title={t.fromGroup} related={related} />
      <Actions>
        <More href={paths.group.at(language, at)}>{inner.publicPage}</More>
        {group.ownMemberId && (
          <>
            <More href={paths.own.at(language, at)}>{inner.own}</More>
            <More href={paths.notices.at(language, at)}>{inner.notices}</More>
          </>
        )}
      </Actions>
    </Inner>
  )
}

type SettingsProps = { group: Group; form: FormState; isSaved: boolean; refused?: string | undefined }

/** What the lead decides about the group: mandate, way in, what everybody may see, where it stands. */
export function SettingsPage({ group, form, isSaved, refused }: SettingsProps) {
  const { language } = useFrame()
  const t = useText()
  const { settings, fields } = t
  return (
    <Inner group={group} tab="settings" form={form}>
      {isSaved && <Notice kind="success" title={settings.saved} />}
      {refused && <Notice kind="warning" title={refused} />}
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={paths.settings.at(language, { group: group.id })}>
        <Hidden name="seen" value={group.revision} />
        <Stop legend={settings.what}>
          <BilingualField
            form={form}
            name="mandate"
            label={settings.mandate}
            hint={settings.mandateHint}
            rows={6}
            maxLength={10_000}
            optional
          />
          <Radios
            form={form}
            name="joining"
            label={settings.joining}
            options={joinings.map((value) => ({ value, label: t.joinings[value] }))}
          />
          <Checkboxes
            form={form}
            name="shown"
            label={settings.shown}
            hint={settings.shownHint}
            options={pieces.map((value) => ({ value, label: t.shown[value] }))}
            optional
          />
        </Stop>
        <LastStop title={settings.save}>
          <Submit>{settings.save}</Submit>
        </LastStop>
      </PostForm>
      <Moves group={group} />
    </Inner>
  )
}

function Moves({ group: { id, state } }: { group: Group }) {
  const { language } = useFrame()
  const t = useText()
  if (state === null) return null
  const label = (to: State) => (to === 'working' && state !== 'forming' ? t.goOn : t.moves[to])
  return (
    <>
      <h2>{t.settings.state}</h2>
      <p>{t.settings.stateNow(t.states[state])}</p>
      <Actions>
        {nextStates(state).map((to) => (
          <PostButton key={to} action={paths.state.at(language, { group: id })} values={{ to }} weight="second">
            {label(to)}
          </PostButton>
        ))}
      </Actions>
    </>
  )
}
