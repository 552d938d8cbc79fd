import {
  Docs,
  Empty,
  Files,
  FilterBar,
  More,
  Notice,
  Page,
  Pagination,
  Place,
  Select,
  Stack,
  Table,
  TextField,
} from '../../design/index.tsx'
import { organisationKinds } from '../../people/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { paths } from '../paths.ts'
import type { Organisation } from '../queries/register.ts'
import { useText } from '../text.ts'

type Props = {
  kind: 'public' | 'office'
  form: FormState
  rows: readonly Organisation[]
  places: readonly { key: string; name: Bilingual }[]
  /** Those the viewer looks after. */
  looksAfter: readonly { id: string; name: string }[]
  /** How many there are on all pages. */
  count: number
  page: number
  /** The viewer has just declined an invitation. */
  isDeclined: boolean
  /** The filter as the page's query. */
  query: Record<string, string>
}

/** So many organisations stand on a page of the register. */
export const onPage = 100

/** The register, for everybody, or as the office's way to each form. */
export function RegisterPage(props: Props) {
  const { kind, rows, count, looksAfter, page, query } = props
  const { language } = useFrame()
  const t = useText()
  const list = kind === 'public' ? paths.register : paths.office
  const isNarrowed = Object.keys(query).length > 0
  const hrefOf = (no: number) => list.at(language, {}, { ...query, ...(no > 1 ? { seite: String(no) } : {}) })
  return (
    <Page
      kind={kind}
      title={t.title}
      lead={kind === 'public' ? t.lead : t.office.lead}
      crumbs={kind === 'public' ? [{ label: t.home, href: home.at(language) }, { label: t.title }] : undefined}
      meta={isNarrowed && <meta name="robots" content="noindex" />}
    >
      {props.isDeclined && <Notice kind="success" title={t.invitation.declined} />}
      {count === 0 && !isNarrowed ? (
        <Empty title={t.empty} office={paths.office.at(language)} />
      ) : (
        <Stack>
          <LookedAfter {...{ looksAfter }} />
          <Narrowing {...props} isNarrowed={isNarrowed} />
          {count > 0 && <h2>{t.found(count)}</h2>}
          {rows.length === 0 ? <Empty title={t.none} /> : <Register {...{ kind, rows, count }} />}
          <Pagination page={page} pages={Math.ceil(count / onPage)} hrefOf={hrefOf} />
          {kind === 'public' && <More href={paths.network.at(language)}>{t.network.title}</More>}
          {count > 0 && <RegisterFiles query={query} />}
        </Stack>
      )}
    </Page>
  )
}

function LookedAfter({ looksAfter }: Pick<Props, 'looksAfter'>) {
  const { language } = useFrame()
  const t = useText()
  if (looksAfter.length === 0) return null
  return (
    <>
      <h2>{t.own}</h2>
      <Docs
        docs={looksAfter.map(({ id, name }) => ({ title: name, href: paths.care.at(language, { organisation: id }) }))}
      />
    </>
  )
}

function Narrowing({ kind, form, places, isNarrowed }: Props & { isNarrowed: boolean }) {
  const { language } = useFrame()
  const t = useText()
  const own = (kind === 'public' ? paths.register : paths.office).at(language)
  return (
    <FilterBar action={own} clear={isNarrowed ? own : undefined}>
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
        options={places.map(({ key, name }) => ({ value: key, label: inLanguage(language, name) }))}
        optional
      />
    </FilterBar>
  )
}

function RegisterFiles({ query }: Pick<Props, 'query'>) {
  const { language } = useFrame()
  const fileAs = (as: string) => paths.registerFile.at(language, { as }, query)
  return <Files files={{ CSV: fileAs('csv'), Excel: fileAs('xlsx'), JSON: fileAs('json') }} />
}

function Register({ kind, rows, count }: Pick<Props, 'kind' | 'rows' | 'count'>) {
  const { language } = useFrame()
  const t = useText()
  const { columns } = t
  const path = kind === 'public' ? paths.organisation : paths.edit
  return (
    <Table
      caption={t.found(count)}
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
