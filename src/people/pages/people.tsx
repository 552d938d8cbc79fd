import {
  Band,
  ButtonLink,
  Confirm,
  Details,
  ErrorSummary,
  Facts,
  LastStop,
  More,
  Notice,
  Page,
  PostButton,
  PostForm,
  Radios,
  Select,
  Stack,
  State,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, dates, inLanguage, type Language } from '../../platform/language.ts'
import type { Role } from '../../platform/visit.ts'
import { closedDays } from '../model.ts'
import { paths } from '../paths.ts'
import type { HeldRole, PersonSeen } from '../queries/people.ts'
import { type Text, useText } from '../text.ts'
import { LanguageField } from './language-field.tsx'

export type Editions = readonly { id: string; title: Bilingual }[]
export type Done = 'invited' | 'given' | 'taken' | 'closed'

/** „Kongressteam (nur 4. Kongress)“ */
const roleWords = (t: Text, language: Language, { role, edition }: Pick<HeldRole, 'role' | 'edition'>) =>
  edition ? `${t.roles[role].name} (${t.inEdition(inLanguage(language, edition))})` : t.roles[role].name

const nameOf = ({ name, email }: Pick<PersonSeen, 'name' | 'email'>) => name || readableEmail(email)

function PersonState({ person }: { person: PersonSeen }) {
  const t = useText()
  if (person.closedAt) return <State form="off">{t.people.states.closed}</State>
  if (!person.seenAt) return <State form="waiting">{t.people.states.invited}</State>
  return <State form="done">{t.people.states.active}</State>
}

type PeopleProps = { people: readonly PersonSeen[]; zone: string; isErased: boolean }

/** Everybody with an account, as far as the viewer may see them. */
export function PeoplePage({ people, zone, isErased }: PeopleProps) {
  const t = useText()
  const { language } = useFrame()
  const { short } = dates(language, zone)
  const words = t.people
  return (
    <Page title={words.title} kind="office" lead={words.lead}>
      <Stack>
        {isErased && <Notice kind="success" title={words.erased} />}
        <p>
          <ButtonLink href={paths.invitation.at(language)}>{words.invite}</ButtonLink>
        </p>
        <Table
          caption={words.caption}
          rows={people}
          keyOf={({ id }) => id}
          empty={words.empty}
          columns={[
            {
              label: words.name,
              kind: 'name',
              cell: (person) => <a href={paths.person.at(language, { person: person.id })}>{nameOf(person)}</a>,
            },
            { label: words.email, cell: ({ email }) => readableEmail(email) },
            {
              label: words.roles,
              cell: ({ roles }) => roles.map((held) => roleWords(t, language, held)).join(', ') || words.noRoles,
            },
            { label: words.state, cell: (person) => <PersonState person={person} /> },
            { label: words.seen, cell: ({ seenAt }) => (seenAt ? short(seenAt) : words.notSeen) },
          ]}
        />
      </Stack>
    </Page>
  )
}

type RoleFieldsProps = {
  form: FormState
  /** What the viewer may give. */
  roles: readonly Role[]
  editions: Editions
  mayEverywhere: boolean
}

/** Which role, each with a sentence on what it may do, and how far it reaches. */
function RoleFields({ form, roles, editions, mayEverywhere }: RoleFieldsProps) {
  const t = useText()
  const { language } = useFrame()
  return (
    <>
      <Radios
        form={form}
        name="role"
        label={t.people.role}
        options={roles.map((role) => ({ value: role, label: t.roles[role].name, hint: t.roles[role].may }))}
      />
      <Select
        form={form}
        name="edition"
        label={t.people.edition}
        optional
        empty={mayEverywhere ? t.everywhere : undefined}
        options={editions.map(({ id, title }) => ({ value: id, label: t.inEdition(inLanguage(language, title)) }))}
      />
    </>
  )
}

export function InvitePage(props: RoleFieldsProps) {
  const t = useText()
  const { form } = props
  const { language } = useFrame()
  const words = t.invite
  return (
    <Page
      title={words.title}
      kind="office"
      lead={words.lead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.people.title, href: paths.people.at(language) }, { label: words.title }]}
    >
      <ErrorSummary form={form} />
      <PostForm action={paths.invitation.at(language)}>
        <Stop legend={words.who}>
          <TextField form={form} name="email" type="email" label={t.people.email} autocomplete="off" maxLength={254} />
          <TextField form={form} name="name" label={t.people.name} autocomplete="off" maxLength={200} />
          <LanguageField form={form} label={words.language} names={t.account.languages} />
        </Stop>
        <Stop legend={words.what}>
          <RoleFields {...props} />
        </Stop>
        <LastStop title={words.sending}>
          <Submit>{words.send}</Submit>
        </LastStop>
      </PostForm>
    </Page>
  )
}

type PersonProps = RoleFieldsProps & { person: PersonSeen; zone: string; mayClose: boolean; done?: Done | undefined }

/** One person: roles to give and take, the invitation, closing the account. */
export function PersonPage(props: PersonProps) {
  const t = useText()
  const { person, form, zone, mayClose, done } = props
  const { language } = useFrame()
  const { short } = dates(language, zone)
  const words = t.people
  return (
    <Page
      title={nameOf(person)}
      kind="office"
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: words.title, href: paths.people.at(language) }, { label: nameOf(person) }]}
      wide
    >
      <Band>
        <Stack>
          {done && <Notice kind="success" title={words.done[done]} />}
          <ErrorSummary form={form} />
          <Facts
            facts={[
              { label: words.email, value: person.email },
              { label: words.state, value: <PersonState person={person} /> },
              { label: words.created, value: short(person.createdAt) },
              { label: words.seen, value: person.seenAt ? short(person.seenAt) : words.notSeen },
              { label: words.closed, value: person.closedAt && short(person.closedAt) },
              { label: words.language, value: t.account.languages[person.language] },
            ]}
          />
          <p>
            <More href={paths.audit.at(language, {}, { person: person.id })}>{words.log}</More>
          </p>
          <Roles person={person} zone={zone} />
        </Stack>
      </Band>
      {!person.closedAt && (
        <Band>
          <Stack>
            <Details summary={words.giveRole}>
              <PostForm action={paths.roles.at(language, { person: person.id })}>
                <RoleFields {...props} />
                <Submit>{words.give}</Submit>
              </PostForm>
            </Details>
            <Details summary={words.invitation}>
              <PostButton action={paths.personInvitation.at(language, { person: person.id })} weight="second">
                {words.inviteAgain}
              </PostButton>
            </Details>
            {mayClose && <Closing person={person} />}
          </Stack>
        </Band>
      )}
      {person.closedAt && mayClose && (
        <Band>
          <Erasing person={person} zone={zone} />
        </Band>
      )}
    </Page>
  )
}

function Closing({ person }: { person: PersonSeen }) {
  const words = useText().people
  const { language } = useFrame()
  return (
    <Details summary={words.close}>
      <Confirm
        action={paths.closing.at(language, { person: person.id })}
        submit={words.closeSure}
        back={paths.people.at(language)}
      >
        <p>{words.closeLead(closedDays)}</p>
      </Confirm>
    </Details>
  )
}

/** When a closed account is erased by itself, and doing it now. */
function Erasing({ person, zone }: { person: PersonSeen; zone: string }) {
  const words = useText().people
  const { language } = useFrame()
  const due = new Date((person.closedAt?.getTime() ?? 0) + closedDays * 86_400_000)
  return (
    <Stack>
      <p>{words.eraseDue(dates(language, zone).day(due))}</p>
      <Details summary={words.erase}>
        <Confirm
          action={paths.erasure.at(language, { person: person.id })}
          submit={words.eraseSure}
          back={paths.people.at(language)}
        >
          <p>{words.eraseLead}</p>
        </Confirm>
      </Details>
    </Stack>
  )
}

function Roles({ person, zone }: { person: PersonSeen; zone: string }) {
  const t = useText()
  const { language } = useFrame()
  const { short } = dates(language, zone)
  const words = t.people
  return (
    <Table
      caption={words.roles}
      rows={person.roles}
      keyOf={({ id }) => id}
      empty={words.noRoles}
      columns={[
        { label: words.role, kind: 'name', cell: (held) => roleWords(t, language, held) },
        { label: words.since, cell: ({ since }) => `${words.since} ${short(since)}` },
        {
          label: words.action,
          kind: 'action',
          cell: (held) =>
            held.mayTake && (
              <PostButton
                action={paths.roleRemoval.at(language, { person: person.id, role: held.id })}
                weight="second"
                about={roleWords(t, language, held)}
              >
                {words.take}
              </PostButton>
            ),
        },
      ]}
    />
  )
}
