import { Band, Place, Sankey, Stack, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, number } from '../../platform/language.ts'
import { balances } from '../model/flows.ts'
import type { FlowsView } from '../queries/flows.ts'
import { useText } from '../text.ts'

/** What goes from each region to each other: as bands, in a sentence, and as the table behind them. */
export function BetweenRegions({ view: { regions, land } }: { view: FlowsView }) {
  const { language } = useFrame()
  const t = useText().flows
  const sums = new Map(
    balances(
      land.regions.map(({ id }) => id),
      regions,
    ).map((one) => [one.key, one]),
  )
  const nodes = land.regions.map(({ id, no, name }) => ({
    key: id,
    region: no,
    name: inLanguage(language, name),
    out: sums.get(id)?.out ?? 0,
    into: sums.get(id)?.into ?? 0,
  }))
  const nameOf = (key: string | undefined) => nodes.find((node) => node.key === key)?.name ?? ''
  const strongest = regions.toSorted((a, b) => b.value - a.value)[0]
  const gaining = [...sums.values()].toSorted((a, b) => b.net - a.net)[0]
  const said =
    strongest && gaining
      ? t.betweenFinding(
          { from: nameOf(strongest.from), to: nameOf(strongest.to), people: number(strongest.value) },
          { name: nameOf(gaining.key), people: number(gaining.net) },
        )
      : ''
  return (
    <Band ground="ground" title={t.betweenRegions} intro={t.betweenRegionsText}>
      <Stack>
        {strongest && (
          <>
            <p>{said}</p>
            <Sankey
              nodes={nodes}
              flows={regions}
              id="between"
              title={t.betweenTitle}
              description={said}
              format={number}
            />
          </>
        )}
        <RegionTable regions={regions} land={land} />
      </Stack>
    </Band>
  )
}

function RegionTable({ regions, land }: Pick<FlowsView, 'regions' | 'land'>) {
  const { language } = useFrame()
  const t = useText().flows
  const value = (from: string, to: string) => regions.find((one) => one.from === from && one.to === to)?.value
  return (
    <Table
      caption={t.betweenRegions}
      isCaptionHidden
      rows={land.regions}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t.home,
          kind: 'name',
          cell: ({ no, name }) => <Place region={no}>{inLanguage(language, name)}</Place>,
        },
        ...land.regions.map(({ id, name }) => ({
          label: t.to(inLanguage(language, name)),
          kind: 'number' as const,
          cell: (from: { id: string }) => {
            const people = from.id === id ? undefined : value(from.id, id)
            return people === undefined ? '–' : number(people)
          },
        })),
      ]}
    />
  )
}
