import { Docs, Empty, FilterBar, More, Page, Place, Select, Stack, Table, TextField } from '../../design/index.tsx'
import { organisationKinds } from '../../people/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { home } from '../../platform/paths.ts'
import { paths } from '../paths.ts'
import type { Organisation } from '../queries/register.ts'
import { useText } from '../text.ts'

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

/** A district in its region's colour. */
export const Where = ({ of: { district, regionNo }, href }: { of: Organisation; href?: string }) => {
  const name = href ? <a href={href}>{district}</a> : district
  return regionNo === null ? name : <Place region={regionNo}>{name}</Place>
}
