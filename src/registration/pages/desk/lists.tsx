import { Notice, Page, Table } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { deskPaths } from '../../paths.ts'
import type { DeskEdition } from '../../queries/desk.ts'
import type { ListedPerson, NeedRow } from '../../queries/desk-one.ts'
import { useDeskText } from '../../text/desk.ts'
import { useListCrumb } from './crumbs.ts'

/** Food and access needs, for caterer and venue. */
export function NeedsPage({ edition, rows }: { edition: DeskEdition; rows: readonly NeedRow[] }) {
  const { language } = useFrame()
  const t = useDeskText()
  const n = t.need
  const at = { edition: edition.slug }
  return (
    <Page
      kind="office"
      title={n.title}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={[useListCrumb(edition), { label: n.title }]}
    >
      <Notice kind="info">{n.lead}</Notice>
      <FoodCounts rows={rows} />
      <Table
        caption={n.count(rows.length)}
        rows={rows}
        keyOf={({ code }) => code}
        empty={n.empty}
        aside={{ href: deskPaths.needsCsv.at(language, at), label: t.csv }}
        columns={[
          { label: n.name, kind: 'name', cell: (row) => row.name },
          { label: n.organisation, cell: (row) => row.organisation },
          { label: n.food, cell: (row) => row.food },
          { label: n.access, cell: (row) => row.access },
        ]}
      />
    </Page>
  )
}

/** What the kitchen counts: the same words, however they are capitalised, are one line. */
function FoodCounts({ rows }: { rows: readonly NeedRow[] }) {
  const n = useDeskText().need
  const said = rows.map(({ food }) => food).filter(Boolean)
  const foods = [...Map.groupBy(said, (food) => food.toLowerCase()).values()].sort((a, b) => b.length - a.length)
  if (foods.length === 0) return null
  return (
    <Table
      caption={n.foods}
      rows={foods}
      keyOf={([food]) => food!}
      columns={[
        { label: n.food, kind: 'name', cell: ([food]) => food },
        { label: n.times, kind: 'number', cell: ({ length }) => length },
      ]}
    />
  )
}

/** Those who agreed to be listed, to print. */
export function ListedPage({ edition, rows }: { edition: DeskEdition; rows: readonly ListedPerson[] }) {
  const t = useDeskText().list
  return (
    <Page
      kind="office"
      title={t.title}
      lead={t.lead}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={[useListCrumb(edition), { label: t.title }]}
    >
      <Table
        caption={t.title}
        isCaptionHidden
        rows={rows}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          { label: t.name, kind: 'name', cell: (row) => row.name },
          { label: t.organisation, cell: (row) => [row.function, row.organisation].filter(Boolean).join(', ') },
        ]}
      />
    </Page>
  )
}
