import {
  Col,
  Cols,
  Docs,
  Empty,
  Facts,
  FilterBar,
  JsonLd,
  List,
  More,
  Page,
  Place,
  relatedDoc,
  Select,
  Stack,
  Table,
  TextField,
} from '../../design/index.tsx'
import { organisationKinds } from '../../people/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { home } from '../../platform/paths.ts'
import type { Related } from '../../platform/room.ts'
import { paths } from '../paths.ts'
import type { Organisation } from '../queries/register.ts'
import { useText } from '../text.ts'

type Props = {
  kind: 'public' | 'office'
  form: FormState
  rows: readonly Organisation[]
  districts: readonly { key: string; label: string }[]
  isNarrowed: boolean
}

/** The register, for everybody, or as the office's way to each form. */
export function RegisterPage({ kind, form, rows, districts, isNarrowed }: Props) {
  const { language } = useFrame()
  const t = useText()
  const own = kind === 'public' ? paths.register : paths.office
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
          <FilterBar action={own.at(language)} clear={isNarrowed ? own.at(language) : undefined}>
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

const Where = ({ of: { district, regionNo }, href }: { of: Organisation; href?: string }) => {
  const name = href ? <a href={href}>{district}</a> : district
  return regionNo === null ? name : <Place region={regionNo}>{name}</Place>
}

type OrganisationProps = {
  organisation: Organisation
  /** What names it, and what happens in its district. */
  related: readonly Related[]
  /** Others of its district, or of its kind where that is not known. */
  beside: readonly Pick<Organisation, 'id' | 'name'>[]
  mayKeep: boolean
}

/** What an organisation is and what it takes part in; beside it others like it, and what goes on around it. */
export function OrganisationPage({ organisation, related, beside, mayKeep }: OrganisationProps) {
  const { language } = useFrame()
  const t = useText()
  const { id, name, kind, districtKey, regionNo } = organisation
  const own = related.filter(({ to }) => to === id)
  const near = related.filter((one) => one.to === districtKey && !own.some(({ href }) => href === one.href))
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
      <OrganisationData organisation={organisation} />
      <Cols>
        <Col span={7}>
          <section>
            <h2>{t.takesPart}</h2>
            <TakesPart related={own} />
          </section>
          {near.length > 0 && (
            <section>
              <h2>{t.near}</h2>
              <TakesPart related={near} />
            </section>
          )}
          {mayKeep && <More href={paths.edit.at(language, { organisation: id })}>{t.edit}</More>}
        </Col>
        <Col span={5}>
          <OrganisationFacts organisation={organisation} />
          <Beside {...{ organisation, beside }} />
        </Col>
      </Cols>
    </Page>
  )
}

const linkOf = ({ website }: Organisation) => (website && isSafeLink(website) ? website : undefined)

function OrganisationData({ organisation }: Pick<OrganisationProps, 'organisation'>) {
  const { language, publicUrl } = useFrame()
  const { id, name, officialKey } = organisation
  const link = linkOf(organisation)
  return (
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
  )
}

function OrganisationFacts({ organisation }: Pick<OrganisationProps, 'organisation'>) {
  const { language } = useFrame()
  const t = useText()
  const { kind, district, districtKey, officialKey } = organisation
  const link = linkOf(organisation)
  const inDistrict = districtKey ? paths.register.at(language, {}, { kreis: districtKey }) : ''
  return (
    <Facts
      facts={[
        { label: t.kind, value: <a href={paths.register.at(language, {}, { art: kind })}>{t.kinds[kind]}</a> },
        { label: t.district, value: district && <Where of={organisation} href={inDistrict} /> },
        { label: t.key, value: officialKey },
        { label: t.website, value: link && <a href={link}>{URL.parse(link)?.hostname ?? link}</a> },
      ]}
    />
  )
}

function Beside({ organisation: { kind, districtKey }, beside }: Pick<OrganisationProps, 'organisation' | 'beside'>) {
  const { language } = useFrame()
  const t = useText()
  if (beside.length === 0) return null
  return (
    <section class="same-time">
      <h2>{districtKey ? t.besideInDistrict : t.besideOfKind}</h2>
      <List
        items={beside.map(({ id, name }) => <a href={paths.organisation.at(language, { organisation: id })}>{name}</a>)}
      />
      <p>
        <More href={paths.register.at(language, {}, districtKey ? { kreis: districtKey } : { art: kind })}>
          {t.allBeside}
        </More>
      </p>
    </section>
  )
}

/** What the rooms have that names an organisation. */
export function TakesPart({ related }: { related: readonly Related[] }) {
  const t = useText()
  if (related.length === 0) return <p>{t.takesPartNone}</p>
  return <Docs docs={related.map(relatedDoc)} />
}
