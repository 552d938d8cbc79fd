import {
  Docs,
  Empty,
  Facts,
  FilterBar,
  JsonLd,
  More,
  Page,
  Place,
  Prose,
  Select,
  Stack,
  Table,
  TextField,
} from '../../design/index.tsx'
import { organisationKinds } from '../../people/index.ts'
import { readableEmail } from '../../platform/address.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import { isSafeLink, markdown } from '../../platform/markdown.ts'
import { home } from '../../platform/paths.ts'
import type { Related } from '../../platform/room.ts'
import type { Tie } from '../model.ts'
import { paths } from '../paths.ts'
import type { ShownContact } from '../queries/keeping.ts'
import type { Partner } from '../queries/network.ts'
import type { Organisation } from '../queries/register.ts'
import { useText } from '../text.ts'
import { Neighbourhood } from './network.tsx'

type Props = {
  kind: 'public' | 'office'
  form: FormState
  rows: readonly Organisation[]
  districts: readonly { key: string; label: string }[]
  /** Those the viewer looks after. */
  own: readonly { id: string; name: string }[]
  isNarrowed: boolean
}

/** The register, for everybody, or as the office's way to each form. */
export function RegisterPage({ kind, form, rows, districts, own, isNarrowed }: Props) {
  const { language } = useFrame()
  const t = useText()
  const list = kind === 'public' ? paths.register : paths.office
  return (
    <Page
      kind={kind}
      title={t.title}
      lead={kind === 'public' ? t.lead : t.office.lead}
      crumbs={kind === 'public' ? [{ label: t.home, href: home.at(language) }, { label: t.title }] : undefined}
      meta={isNarrowed && <meta name="robots" content="noindex" />}
    >
      {rows.length === 0 && !isNarrowed ? (
        <Empty title={t.empty} office={paths.office.at(language)} />
      ) : (
        <Stack>
          {own.length > 0 && (
            <>
              <h2>{t.own}</h2>
              <Docs
                docs={own.map(({ id, name }) => ({ title: name, href: paths.care.at(language, { organisation: id }) }))}
              />
            </>
          )}
          <FilterBar action={list.at(language)} clear={isNarrowed ? list.at(language) : undefined}>
            <TextField form={form} name="q" type="search" label={t.q} maxLength={100} optional />
            <Select
              form={form}
              name="art"
              label={t.kind}
              empty={t.all}
              options={organisationKinds.map((value) => ({ value, label: t.kinds[value] }))}
              optional
            />
            <Select
              form={form}
              name="kreis"
              label={t.district}
              empty={t.all}
              options={districts.map(({ key, label }) => ({ value: key, label }))}
              optional
            />
          </FilterBar>
          {rows.length > 0 && <h2>{t.found(rows.length)}</h2>}
          {rows.length === 0 ? <Empty title={t.none} /> : <Register kind={kind} rows={rows} />}
          {kind === 'public' && <More href={paths.network.at(language)}>{t.network.title}</More>}
        </Stack>
      )}
    </Page>
  )
}

function Register({ kind, rows }: Pick<Props, 'kind' | 'rows'>) {
  const { language } = useFrame()
  const t = useText()
  const { columns } = t
  const path = kind === 'public' ? paths.organisation : paths.edit
  return (
    <Table
      caption={t.found(rows.length)}
      isCaptionHidden
      density={kind === 'office' ? 'dense' : 'normal'}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: columns.name,
          kind: 'name',
          cell: ({ id, name }) => <a href={path.at(language, { organisation: id })}>{name}</a>,
        },
        { label: columns.kind, cell: (row) => t.kinds[row.kind] },
        { label: columns.district, cell: (row) => <Where of={row} /> },
        ...(rows.some(({ officialKey }) => officialKey)
          ? [{ label: columns.key, kind: 'labelled' as const, cell: ({ officialKey }: Organisation) => officialKey }]
          : []),
      ]}
    />
  )
}

const Where = ({ of: { district, regionNo } }: { of: Organisation }) =>
  regionNo === null ? district : <Place region={regionNo}>{district}</Place>

/** What an organisation is and what it takes part in. */
export function OrganisationPage({
  organisation,
  related,
  contacts,
  isKept,
  partners,
  ties,
}: {
  organisation: Organisation
  related: readonly Related[]
  contacts: readonly ShownContact[]
  isKept: boolean
  partners: readonly Partner[]
  ties: readonly Tie[]
}) {
  const { language, publicUrl } = useFrame()
  const t = useText()
  const { id, name, kind, website, officialKey, about, regionNo } = organisation
  const link = website && isSafeLink(website) ? website : undefined
  return (
    <Page
      kind="public"
      title={name}
      over={t.kinds[kind]}
      region={regionNo ?? undefined}
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.register.at(language) },
        { label: name },
      ]}
    >
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'Organization',
          name,
          url: publicUrl + paths.organisation.at(language, { organisation: id }),
          ...(link ? { sameAs: link } : {}),
          ...(officialKey ? { identifier: officialKey } : {}),
        }}
      />
      <Stack>
        <Facts
          facts={[
            { label: t.kind, value: t.kinds[kind] },
            { label: t.district, value: organisation.district && <Where of={organisation} /> },
            { label: t.key, value: officialKey },
            { label: t.website, value: link && <a href={link}>{URL.parse(link)?.hostname ?? link}</a> },
          ]}
        />
        {about && (
          <Prose html={markdown(inLanguage(language, about), { topLevel: 3 })} lang={langOf(language, about)} />
        )}
        <Contacts contacts={contacts} />
        <h2>{t.takesPart}</h2>
        <TakesPart related={related} />
        <Neighbourhood of={organisation} {...{ partners, ties }} />
        {isKept && <More href={paths.care.at(language, { organisation: id })}>{t.care.open}</More>}
      </Stack>
    </Page>
  )
}

/** Who can be asked there, each with what they agreed to show. */
function Contacts({ contacts }: { contacts: readonly ShownContact[] }) {
  const t = useText()
  if (contacts.length === 0) return null
  return (
    <>
      <h2>{t.contacts}</h2>
      {contacts.map(({ id, name, task, email, phone }) => (
        <Facts
          key={id}
          facts={[
            { label: t.pieces.name, value: name },
            { label: t.pieces.task, value: task },
            { label: t.contactPage.email, value: email && <a href={`mailto:${email}`}>{readableEmail(email)}</a> },
            { label: t.contactPage.phone, value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> },
          ]}
        />
      ))}
    </>
  )
}

/** What the rooms have that names an organisation. */
export function TakesPart({ related }: { related: readonly Related[] }) {
  const t = useText()
  if (related.length === 0) return <p>{t.takesPartNone}</p>
  return (
    <Docs
      docs={related.map(({ text, href, kind, detail, lang }) => ({ title: text, href, kind, text: detail, lang }))}
    />
  )
}
