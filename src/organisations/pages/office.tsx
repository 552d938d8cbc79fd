import {
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Hidden,
  LastStop,
  List,
  More,
  Notice,
  Page,
  Pair,
  PostForm,
  Select,
  Stack,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import { organisationKinds } from '../../people/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import type { Related } from '../../platform/room.ts'
import { paths } from '../paths.ts'
import type { Contact, Steward } from '../queries/keeping.ts'
import type { Organisation } from '../queries/register.ts'
import { useText } from '../text.ts'
import { TakesPart } from './organisation.tsx'

type Props = { organisation: Organisation; form: FormState }
type EditProps = Props & { districts: readonly { key: string; label: string }[]; done: 'saved' | 'merged' | undefined }

/** What the register says about an organisation. */
export function EditPage({ organisation, form, districts, done }: EditProps) {
  const { language } = useFrame()
  const t = useText()
  const { fields, office } = t
  const at = { organisation: organisation.id }
  return (
    <Page
      kind="office"
      title={organisation.name}
      hasProblems={form.problems.length > 0}
      crumbs={useCrumbs(organisation)}
    >
      <Stack>
        {done && <Notice kind="success" title={office[done]} />}
        {!organisation.isConfirmed && <Notice kind="info" title={office.unconfirmed} />}
        <ErrorSummary form={form} labels={fields} />
        <PostForm action={paths.edit.at(language, at)}>
          <Stop legend={office.what}>
            <TextField form={form} name="name" label={fields.name} maxLength={200} />
            <Pair>
              <Select
                form={form}
                name="kind"
                label={fields.kind}
                options={organisationKinds.map((value) => ({ value, label: t.kinds[value] }))}
              />
              <Select
                form={form}
                name="districtKey"
                label={fields.districtKey}
                empty={t.noDistrict}
                options={districts.map(({ key, label }) => ({ value: key, label }))}
                optional
              />
            </Pair>
            <TextField
              form={form}
              name="officialKey"
              label={fields.officialKey}
              hint={t.keyHint}
              maxLength={60}
              optional
            />
            <TextField form={form} name="website" label={fields.website} type="url" maxLength={2000} optional />
          </Stop>
          <LastStop title={office.save}>
            <Submit
              beside={
                <ButtonLink href={paths.merge.at(language, at)} weight="second">
                  {office.merge}
                </ButtonLink>
              }
            >
              {office.save}
            </Submit>
          </LastStop>
        </PostForm>
        <More href={paths.care.at(language, at)}>{t.care.open}</More>
      </Stack>
    </Page>
  )
}

function useCrumbs({ id, name }: Organisation, own?: string) {
  const { language } = useFrame()
  const t = useText()
  return [
    { label: t.title, href: paths.office.at(language) },
    { label: name, href: paths.edit.at(language, { organisation: id }) },
    ...(own ? [{ label: own }] : []),
  ]
}

type MergeProps = Props & {
  alike: readonly Organisation[]
  all: readonly Organisation[]
  other: Organisation | undefined
  related: readonly Related[]
  /** What is lost with it, in sentences. */
  lost: readonly string[]
  /** Who looks after the other, and who is named as its contact. */
  people: People
}
type People = { stewards: readonly Steward[]; contacts: readonly Contact[] }

/** Chooses the other organisation, then shows what will happen, then asks. */
export function MergePage({ organisation, form, alike, all, other, related, lost, people }: MergeProps) {
  const { language } = useFrame()
  const t = useText()
  const { office } = t
  const options = (list: readonly Organisation[], group: string) =>
    list.filter(({ id }) => id !== organisation.id).map(({ id, name }) => ({ value: id, label: name, group }))
  const action = paths.merge.at(language, { organisation: organisation.id })
  return (
    <Page
      kind="office"
      title={office.mergeTitle(organisation.name)}
      lead={office.mergeLead}
      hasProblems={form.problems.length > 0}
      crumbs={useCrumbs(organisation, office.merge)}
    >
      <Stack>
        <ErrorSummary form={form} labels={t.fields} />
        <form class="form" method="get" action={action}>
          <Stop legend={office.other}>
            <Select
              form={form}
              name="other"
              label={t.fields.other}
              empty=""
              options={[...options(alike, office.alike), ...options(all, office.every)]}
            />
            <Submit weight="second">{office.preview}</Submit>
          </Stop>
        </form>
        {other && (
          <PostForm action={action}>
            <Hidden name="other" value={other.id} />
            <Stop legend={office.happens}>
              <p>
                <a
                  href={paths.merge.at(
                    language,
                    { organisation: other.id },
                    { other: organisation.id, info: 'chosen' },
                  )}
                >
                  {office.turn(other.name, organisation.name)}
                </a>
              </p>
              <p>{office.willGo(other.name, organisation.name)}</p>
              {related.length === 0 ? <p>{office.nothing}</p> : <TakesPart related={related} />}
              {lost.length > 0 && (
                <>
                  <p>{office.lost}</p>
                  <List items={lost} />
                </>
              )}
              <Coming form={form} people={people} kept={organisation.name} />
            </Stop>
            <LastStop title={office.merge}>
              <p>{office.irreversible}</p>
              <Submit
                weight="danger"
                beside={
                  <ButtonLink href={action} weight="second">
                    {office.cancel}
                  </ButtonLink>
                }
              >
                {office.merge}
              </Submit>
            </LastStop>
          </PostForm>
        )}
      </Stack>
    </Page>
  )
}

/** Whose hands the one that stays comes into: its contacts come along, who looks after it only where ticked. */
function Coming({ form, people: { stewards, contacts }, kept }: { form: FormState; people: People; kept: string }) {
  const { fields, office } = useText()
  const said = ({ name, email }: Steward) => [name, email].filter(Boolean).join(', ')
  return (
    <>
      {contacts.length > 0 && (
        <>
          <p>{office.contactsCome(kept)}</p>
          <List items={contacts.map(({ name, task }) => [name, task].filter(Boolean).join(', '))} />
        </>
      )}
      {stewards.length > 0 && (
        <Checkboxes
          form={form}
          name="stewards"
          label={fields.stewards}
          hint={office.stewardsHint(kept)}
          options={stewards.map((one) => ({ value: one.id, label: said(one) }))}
          optional
        />
      )}
    </>
  )
}
