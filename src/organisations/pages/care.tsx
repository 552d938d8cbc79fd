import {
  Band,
  BilingualField,
  ButtonLink,
  ErrorSummary,
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
import { languages } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Contact, KeptOrganisation, Steward } from '../queries/keeping.ts'
import { useText } from '../text.ts'

export type Done = 'saved' | 'asked' | 'invited' | 'removed' | 'joined'
type CareProps = {
  organisation: KeptOrganisation
  contacts: readonly Contact[]
  stewards: readonly Steward[]
  districts: readonly { key: string; label: string }[]
  form: FormState
  done: Done | undefined
  mayKeep: boolean
}

/** All that those who look after an organisation do: its entry, its contacts, who else looks after it. */
export function CarePage({ organisation, contacts, stewards, form, districts, done, mayKeep }: CareProps) {
  const { language } = useFrame()
  const t = useText()
  const { care } = t
  const at = { organisation: organisation.id }
  return (
    <Page
      kind="office"
      title={care.title(organisation.name)}
      lead={care.lead}
      crumbs={useCareCrumbs(organisation)}
      hasProblems={form.problems.length > 0}
    >
      <Band>
        <Stack>
          {done && <Notice kind="success" title={care.done[done]} />}
          {!organisation.isConfirmed && <Notice kind="info" title={care.unconfirmed} />}
          <ErrorSummary form={form} labels={t.fields} />
          <EntryForm {...{ organisation, form, districts }} />
          <p>
            <More href={paths.organisation.at(language, at)}>{care.publicPage}</More>
          </p>
          {mayKeep && (
            <p>
              <More href={paths.edit.at(language, at)}>{care.toEdit}</More>
            </p>
          )}
        </Stack>
      </Band>
      <Band>
        <Contacts {...{ organisation, contacts }} />
      </Band>
      <Band>
        <Stewards {...{ organisation, stewards }} />
      </Band>
    </Page>
  )
}

function EntryForm({ organisation, form, districts }: Pick<CareProps, 'organisation' | 'form' | 'districts'>) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={paths.care.at(language, { organisation: organisation.id })}>
      <Stop legend={t.care.entry}>
        <BilingualField
          form={form}
          name="about"
          label={t.fields.about}
          hint={t.care.aboutHint}
          rows={5}
          maxLength={4000}
          optional
        />
        <Select
          form={form}
          name="districtKey"
          label={t.fields.districtKey}
          empty={t.noDistrict}
          options={districts.map(({ key, label }) => ({ value: key, label }))}
          optional
        />
        <TextField form={form} name="website" label={t.fields.website} type="url" maxLength={2000} optional />
      </Stop>
      <LastStop title={t.care.save}>
        <Submit>{t.care.save}</Submit>
      </LastStop>
    </PostForm>
  )
}

function Contacts({ organisation, contacts }: Pick<CareProps, 'organisation' | 'contacts'>) {
  const { language } = useFrame()
  const t = useText()
  const { columns, ...care } = t.care
  const at = { organisation: organisation.id }
  return (
    <Stack>
      <h2>{care.contacts}</h2>
      <p>{care.contactsLead}</p>
      <Table
        caption={care.contacts}
        isCaptionHidden
        rows={contacts}
        keyOf={({ id }) => id}
        empty={care.noContacts}
        columns={[
          {
            label: columns.name,
            kind: 'name',
            cell: ({ id, name }) => <a href={paths.contact.at(language, { ...at, contact: id })}>{name}</a>,
          },
          { label: columns.task, cell: ({ task }) => task },
          {
            label: columns.state,
            cell: ({ confirmedAt }) =>
              confirmedAt ? <State form="done">{care.agreed}</State> : <State form="waiting">{care.waiting}</State>,
          },
          {
            label: columns.shown,
            kind: 'labelled',
            cell: ({ shown }) => shown.map((piece) => t.pieces[piece as 'name']).join(', ') || care.nothingShown,
          },
        ]}
      />
      <ButtonLink href={paths.contactNew.at(language, at)} weight="second">
        {care.addContact}
      </ButtonLink>
    </Stack>
  )
}

function Stewards({ organisation, stewards }: Pick<CareProps, 'organisation' | 'stewards'>) {
  const { language } = useFrame()
  const { columns, ...care } = useText().care
  const at = { organisation: organisation.id }
  return (
    <Stack>
      <h2>{care.stewards}</h2>
      <p>{care.stewardsLead}</p>
      <Table
        caption={care.stewards}
        isCaptionHidden
        rows={stewards}
        keyOf={({ id }) => id}
        empty={care.noStewards}
        columns={[
          { label: columns.name, kind: 'name', cell: ({ name }) => name || care.noName },
          { label: columns.email, cell: ({ email }) => readableEmail(email) },
          {
            label: columns.state,
            cell: ({ joinedAt }) =>
              joinedAt ? <State form="done">{care.joined}</State> : <State form="waiting">{care.invited}</State>,
          },
          {
            label: columns.action,
            kind: 'action',
            cell: ({ id, name, email }) => (
              <PostButton
                action={paths.stewardEnd.at(language, { ...at, steward: id })}
                weight="second"
                about={name || email}
              >
                {care.end}
              </PostButton>
            ),
          },
        ]}
      />
      <ButtonLink href={paths.invite.at(language, at)} weight="second">
        {care.invite}
      </ButtonLink>
    </Stack>
  )
}

type InviteProps = { organisation: KeptOrganisation; form: FormState }

/** Invites somebody to look after an organisation. */
export function InvitePage({ organisation, form }: InviteProps) {
  const { language } = useFrame()
  const t = useText()
  const { care, fields } = t
  return (
    <Page
      kind="office"
      title={care.invite}
      over={organisation.name}
      lead={care.inviteLead}
      crumbs={useCareCrumbs(organisation, care.invite)}
      hasProblems={form.problems.length > 0}
    >
      <Stack>
        <ErrorSummary form={form} labels={fields} />
        <PostForm action={paths.invite.at(language, { organisation: organisation.id })}>
          <Stop legend={care.person}>
            <TextField form={form} name="name" label={fields.name} autocomplete="off" maxLength={200} />
            <TextField form={form} name="email" type="email" label={fields.email} autocomplete="off" maxLength={254} />
            <LanguageField form={form} />
          </Stop>
          <LastStop title={care.sendInvitation}>
            <Submit>{care.sendInvitation}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}

type ContactProps = { organisation: KeptOrganisation; form: FormState; contact?: Contact | undefined }

/** Enters a contact, or changes one. */
export function ContactPage({ organisation, form, contact }: ContactProps) {
  const { language } = useFrame()
  const t = useText()
  const { care, fields } = t
  const at = { organisation: organisation.id, contact: contact?.id ?? '' }
  const title = contact ? care.changeContact(contact.name) : care.newContact
  return (
    <Page
      kind="office"
      title={title}
      over={organisation.name}
      lead={contact ? care.askAgain : care.contactsLead}
      crumbs={useCareCrumbs(organisation, title)}
      hasProblems={form.problems.length > 0}
    >
      <Stack>
        <ErrorSummary form={form} labels={fields} />
        <PostForm action={(contact ? paths.contact : paths.contactNew).at(language, at)}>
          <Stop legend={care.person}>
            <TextField form={form} name="name" label={fields.name} autocomplete="off" maxLength={200} />
            <TextField form={form} name="task" label={fields.task} autocomplete="off" maxLength={200} optional />
            <TextField form={form} name="email" type="email" label={fields.email} autocomplete="off" maxLength={254} />
            <TextField
              form={form}
              name="phone"
              type="tel"
              label={fields.phone}
              autocomplete="off"
              maxLength={40}
              optional
            />
            <LanguageField form={form} />
          </Stop>
          <LastStop title={care.send}>
            <Submit>{care.send}</Submit>
          </LastStop>
        </PostForm>
        {contact && (
          <PostButton action={paths.contactRemoval.at(language, at)} weight="danger">
            {care.remove}
          </PostButton>
        )}
      </Stack>
    </Page>
  )
}

function LanguageField({ form }: { form: FormState }) {
  const t = useText()
  return (
    <Radios
      form={form}
      name="language"
      label={t.fields.language}
      options={languages.map((value) => ({ value, label: t.languages[value] }))}
    />
  )
}

function useCareCrumbs({ id, name }: KeptOrganisation, own?: string) {
  const { language } = useFrame()
  const t = useText()
  return [
    { label: t.title, href: paths.register.at(language) },
    { label: name, href: (own ? paths.care : paths.organisation).at(language, { organisation: id }) },
    { label: own ?? t.care.open },
  ]
}
