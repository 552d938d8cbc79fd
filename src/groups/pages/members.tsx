import {
  Actions,
  ButtonLink,
  Confirm,
  ErrorSummary,
  Facts,
  LastStop,
  More,
  Notice,
  PostButton,
  PostForm,
  Radios,
  Select,
  State,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { languages } from '../../platform/language.ts'
import { parts } from '../model.ts'
import { paths } from '../paths.ts'
import type { Group } from '../queries/groups.ts'
import type { Member } from '../queries/members.ts'
import { useText } from '../text/group.ts'
import { ConsentFields, Inner, OrganisationField, Written } from './parts.tsx'

type Done = 'invited' | 'saved' | undefined
type MembersProps = { group: Group; members: readonly Member[]; done: Done; refused?: string | undefined }

/** Who is in the group; to its lead also who is invited and who asks. */
export function MembersPage({ group, members, done, refused }: MembersProps) {
  const { language } = useFrame()
  const t = useText()
  const isLead = group.standing === 'lead'
  const of = (state: Member['state']) => members.filter((member) => member.state === state)
  return (
    <Inner group={group} tab="members">
      {done && <Notice kind="success" title={done === 'invited' ? t.members.invitedDone : t.members.done} />}
      {refused && <Notice kind="warning" title={refused} />}
      {isLead && (
        <Actions>
          <ButtonLink href={paths.invite.at(language, { group: group.id })}>{t.members.invite}</ButtonLink>
        </Actions>
      )}
      <Requests group={group} members={of('asked')} />
      <MemberTable group={group} caption={t.members.count(of('active').length)} members={of('active')} />
      {of('invited').length > 0 && <MemberTable group={group} caption={t.members.invited} members={of('invited')} />}
    </Inner>
  )
}

const nameIn = ({ name }: Pick<Member, 'name'>, noName: string) => name || noName

function Requests({ group, members }: Pick<MembersProps, 'group' | 'members'>) {
  const { language } = useFrame()
  const t = useText()
  if (members.length === 0) return null
  return (
    <>
      <h2>{t.members.requests}</h2>
      {members.map((member) => {
        const at = { group: group.id, member: member.id }
        const who = nameIn(member, t.noName)
        return (
          <div key={member.id} class="stack box">
            <Facts
              facts={[
                { label: t.fields.name, value: who },
                { label: t.fields.organisation, value: member.organisation },
                { label: t.fields.email, value: member.email && readableEmail(member.email) },
              ]}
            />
            {member.message && <Written text={member.message} />}
            <Actions>
              <PostButton action={paths.admission.at(language, at)} about={who}>
                {t.members.admit}
              </PostButton>
              <PostButton action={paths.memberEnd.at(language, at)} weight="second" about={who}>
                {t.members.end.asked}
              </PostButton>
            </Actions>
          </div>
        )
      })}
    </>
  )
}

function MemberTable({ group, caption, members }: Pick<MembersProps, 'group' | 'members'> & { caption: string }) {
  const { language } = useFrame()
  const t = useText()
  const { columns } = t.members
  const isLead = group.standing === 'lead'
  return (
    <Table
      caption={caption}
      rows={members}
      keyOf={({ id }) => id}
      empty={t.members.none}
      columns={[
        {
          label: columns.name,
          kind: 'name',
          cell: (member) => {
            const name = nameIn(member, t.noName)
            if (!isLead) return name
            return <a href={paths.member.at(language, { group: group.id, member: member.id })}>{name}</a>
          },
        },
        { label: columns.organisation, cell: (member) => <SpokenFor group={group} member={member} /> },
        {
          label: columns.part,
          cell: ({ part, deputyFor }) => {
            const stoodFor = members.find(({ id }) => id === deputyFor)
            return stoodFor ? `${t.parts[part]}, ${t.deputy(nameIn(stoodFor, t.noName))}` : t.parts[part]
          },
        },
        { label: columns.email, cell: ({ email }) => email && readableEmail(email) },
      ]}
    />
  )
}

/** For whom somebody speaks; where no lead has confirmed it, that is said, and the lead confirms it here. */
function SpokenFor({ group, member }: { group: Group; member: Member }) {
  const { language } = useFrame()
  const t = useText()
  const { organisation, organisationId, isSpeaker, part } = member
  if (!organisationId || isSpeaker || part === 'observer') return organisation
  return (
    <>
      {organisation} <State form="waiting">{t.members.unconfirmed}</State>
      {group.standing === 'lead' && (
        <PostButton
          action={paths.speaker.at(language, { group: group.id, member: member.id })}
          values={{ organisation: organisationId }}
          weight="second"
          about={t.members.speaks(nameIn(member, t.noName), organisation ?? '')}
        >
          {t.members.confirm}
        </PostButton>
      )}
    </>
  )
}

type InviteProps = { group: Group; form: FormState; names: readonly string[]; members: readonly Member[] }

/** The lead's form to invite somebody. */
export function InvitePage({ group, form, names, members }: InviteProps) {
  const { language } = useFrame()
  const t = useText()
  const { invite, fields } = t
  return (
    <Inner
      group={group}
      tab="members"
      title={invite.title}
      lead={invite.lead}
      form={form}
      below={[{ label: invite.title }]}
    >
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={paths.invite.at(language, { group: group.id })}>
        <Stop legend={invite.who}>
          <TextField form={form} name="name" label={fields.name} maxLength={200} />
          <TextField form={form} name="email" label={fields.email} type="email" maxLength={254} />
          <OrganisationField form={form} names={names} />
          <PartFields form={form} members={members} />
          <Radios
            form={form}
            name="language"
            label={fields.language}
            options={languages.map((value) => ({ value, label: t.languages[value] }))}
          />
        </Stop>
        <LastStop title={invite.send}>
          <Submit>{invite.send}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

function PartFields({ form, members }: Pick<InviteProps, 'form' | 'members'>) {
  const t = useText()
  return (
    <>
      <Radios
        form={form}
        name="part"
        label={t.fields.part}
        options={parts.map((value) => ({ value, label: t.parts[value] }))}
      />
      <Select
        form={form}
        name="deputyFor"
        label={t.fields.deputyFor}
        empty={t.noDeputy}
        options={members
          .filter(({ state }) => state === 'active')
          .map((member) => ({ value: member.id, label: nameIn(member, t.noName) }))}
        optional
      />
    </>
  )
}

type MemberProps = { group: Group; member: Member; form: FormState; members: readonly Member[] }

/** One membership, as the lead changes or ends it. */
export function MemberPage({ group, member, form, members }: MemberProps) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, member: member.id }
  const name = nameIn(member, t.noName)
  return (
    <Inner group={group} tab="members" title={t.members.editTitle(name)} form={form} below={[{ label: name }]}>
      <ErrorSummary form={form} labels={t.fields} />
      <Facts
        facts={[
          {
            label: t.members.columns.state,
            value: <State form={member.state === 'active' ? 'done' : 'waiting'}>{t.memberStates[member.state]}</State>,
          },
          { label: t.fields.organisation, value: member.organisation },
          { label: t.fields.email, value: member.email && readableEmail(member.email) },
        ]}
      />
      <PostForm action={paths.member.at(language, at)}>
        <Stop legend={t.fields.part}>
          <PartFields form={form} members={members.filter(({ id }) => id !== member.id)} />
        </Stop>
        <LastStop title={t.settings.save}>
          <Submit>{t.settings.save}</Submit>
        </LastStop>
      </PostForm>
      <PostButton action={paths.memberEnd.at(language, at)} weight="danger">
        {t.members.end[member.state]}
      </PostButton>
    </Inner>
  )
}

type OwnProps = { group: Group; form: FormState; names: readonly string[]; isSaved: boolean }

/** Whom one speaks for and what one shows. */
export function OwnPage({ group, form, names, isSaved }: OwnProps) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id }
  return (
    <Inner group={group} tab="members" title={t.own.title} form={form} below={[{ label: t.own.title }]}>
      {isSaved && <Notice kind="success" title={t.settings.saved} />}
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.own.at(language, at)}>
        <Stop legend={t.fields.organisation}>
          <OrganisationField form={form} names={names} />
        </Stop>
        <ConsentFields form={form} />
        <LastStop title={t.own.save}>
          <Submit>{t.own.save}</Submit>
        </LastStop>
      </PostForm>
      <More href={paths.leaving.at(language, at)}>{t.own.leave}</More>
    </Inner>
  )
}

/** Asks before somebody leaves. */
export function LeavingPage({ group, refused }: { group: Group; refused?: string | undefined }) {
  const { language } = useFrame()
  const { leaving } = useText()
  const at = { group: group.id }
  return (
    <Inner group={group} tab="members" title={leaving.title} below={[{ label: leaving.title }]}>
      {refused && <Notice kind="warning" title={refused} />}
      <Confirm
        action={paths.leaving.at(language, at)}
        submit={leaving.submit}
        back={paths.inner.at(language, at)}
        keep={leaving.keep}
      >
        <p>{leaving.text}</p>
      </Confirm>
    </Inner>
  )
}
