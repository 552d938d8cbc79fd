import {
  Band,
  Empty,
  FilterBar,
  More,
  NetworkPlan,
  Page,
  Pagination,
  Place,
  Select,
  Stack,
  Table,
} from '../../design/index.tsx'
import { organisationKinds } from '../../people/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { home } from '../../platform/paths.ts'
import { arcs } from '../drawing.ts'
import type { Tie } from '../model.ts'
import { paths } from '../paths.ts'
import type { Knot, Network, Partner } from '../queries/network.ts'
import { useText } from '../text.ts'

const drawnAtMost = 40
const onPage = 50
const namedAtMost = 8

/** How many pages the table of a network has; one, too, where it is empty. */
export const pagesOf = ({ knots }: Pick<Network, 'knots'>) => Math.max(1, Math.ceil(knots.length / onPage))

type Props = { network: Network; form: FormState; query: Readonly<Record<string, string>>; page: number }

/** Who works with whom: a drawing of those with most ties, and the table of all. */
export function NetworkPage({ network: { knots, ties, subjects }, form, query, page }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { network } = t
  const isNarrowed = Object.keys(query).length > 0
  const pages = pagesOf({ knots })
  const hrefOf = (no: number) => paths.network.at(language, {}, { ...query, ...(no > 1 ? { seite: String(no) } : {}) })
  return (
    <Page
      kind="public"
      title={network.title}
      lead={network.lead}
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.register.at(language) },
        { label: network.title },
      ]}
      meta={isNarrowed && <meta name="robots" content="noindex" />}
      wide
    >
      <Band>
        <Stack>
          <Filters {...{ subjects, form, isNarrowed }} />
          {knots.length === 0 ? (
            <Empty title={isNarrowed ? network.none : network.empty} />
          ) : (
            <>
              {page === 1 && <Drawing {...{ knots, ties }} />}
              <h2>{network.count(knots.length, ties.length)}</h2>
              <Knots knots={knots.slice((page - 1) * onPage, page * onPage)} />
              <Pagination {...{ page, pages, hrefOf }} />
            </>
          )}
        </Stack>
      </Band>
    </Page>
  )
}

function Filters({ subjects, form, isNarrowed }: { isNarrowed: boolean; form: FormState } & Pick<Network, 'subjects'>) {
  const { language } = useFrame()
  const t = useText()
  const own = paths.network.at(language)
  return (
    <FilterBar action={own} clear={isNarrowed ? own : undefined}>
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
        name="woran"
        label={t.network.subject}
        empty={t.all}
        options={subjects.map(({ id, text, group }) => ({ value: id, label: text, group }))}
        optional
      />
    </FilterBar>
  )
}

function Drawing({ knots, ties }: Pick<Network, 'knots' | 'ties'>) {
  const { network } = useText()
  const stops = knots.slice(0, drawnAtMost).sort(byPlace)
  return (
    <figure>
      <NetworkPlan drawing={arcs(stops, ties)} id="network" title={network.title} description={network.drawn} />
      <figcaption>{knots.length > drawnAtMost ? network.captionOf(drawnAtMost) : network.caption}</figcaption>
    </figure>
  )
}

/** Region by region, those without one last. */
const byPlace = (a: Knot, b: Knot) =>
  (a.regionNo ?? 99) - (b.regionNo ?? 99) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

function Knots({ knots }: Pick<Network, 'knots'>) {
  const t = useText()
  const { network } = t
  return (
    <Table
      caption={network.title}
      isCaptionHidden
      rows={knots}
      keyOf={({ id }) => id}
      columns={[
        { label: t.columns.name, kind: 'name', cell: (knot) => <To knot={knot} /> },
        { label: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
        { label: network.with, kind: 'number', cell: ({ partners }) => partners.length },
        { label: network.whom, kind: 'labelled', cell: ({ id, partners }) => <Named {...{ id, partners }} /> },
      ]}
    />
  )
}

function Named({ id, partners }: { id: string; partners: readonly Partner[] }) {
  const { language } = useFrame()
  const { network } = useText()
  const more = partners.length - namedAtMost
  return (
    <>
      {partners
        .slice(0, namedAtMost)
        .map(({ knot }) => knot.name)
        .join(', ')}
      {more > 0 && (
        <>
          {', '}
          <a href={`${paths.organisation.at(language, { organisation: id })}#network`}>{network.more(more)}</a>
        </>
      )}
    </>
  )
}

function To({ knot: { id, name, regionNo } }: { knot: Knot }) {
  const { language } = useFrame()
  const link = <a href={paths.organisation.at(language, { organisation: id })}>{name}</a>
  return regionNo === null ? link : <Place region={regionNo}>{link}</Place>
}

type NeighbourhoodProps = { of: Knot; partners: readonly Partner[]; ties: readonly Tie[] }

/** With whom one organisation works, and in what. */
export function Neighbourhood({ of, partners, ties }: NeighbourhoodProps) {
  const { language } = useFrame()
  const { network, columns } = useText()
  if (partners.length === 0) return null
  const stops = [of, ...partners.slice(0, drawnAtMost - 1).map(({ knot }) => knot)]
  return (
    <section class="stack" id="network">
      <h2>{network.own}</h2>
      <NetworkPlan
        drawing={arcs(stops, ties, of.id)}
        id="around"
        title={network.own}
        description={network.drawnAround(of.name, partners.length)}
      />
      <Table
        caption={network.own}
        isCaptionHidden
        rows={partners}
        keyOf={({ knot }) => knot.id}
        columns={[
          { label: columns.name, kind: 'name', cell: ({ knot }) => <To knot={knot} /> },
          {
            label: network.in,
            kind: 'labelled',
            cell: ({ things }) =>
              things.map(({ id, text, href, lang }, index) => (
                <>
                  {index > 0 && ', '}
                  <a key={id} href={href} lang={lang}>
                    {text}
                  </a>
                </>
              )),
          },
        ]}
      />
      <More href={paths.network.at(language)}>{network.title}</More>
    </section>
  )
}
