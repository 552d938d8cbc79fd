import { NetworkPlan, Sankey, ThematicMap } from '../../../design/index.tsx'
import { decimal, inLanguage, type Language, number } from '../../../platform/language.ts'
import { balances } from '../../model/flows.ts'
import { headlineOf } from '../../model/headline.ts'
import { themeOf } from '../../model/theme.ts'
import type { Cell } from '../../model/values.ts'
import { paths } from '../../paths.ts'
import type { FlowsView } from '../../queries/flows.ts'
import type { ViewData } from '../../queries/view.ts'
import { flowText, text } from '../../text.ts'
import { citedSource, dateText, headlineText, namesOf } from '../words.ts'
import type { Drawn } from './drawn.ts'

type Part = Pick<Drawn, 'title' | 'text' | 'chart' | 'size' | 'legend' | 'heads' | 'rows'>

/** The commuters: as a plan, as bands between the regions, or as what is left of in and out. */
export function drawnFlows(
  language: Language,
  { kind, query, standing, flows: view }: Extract<ViewData, { flows: unknown }>,
): Drawn {
  const t = text[language]
  const { flows, asked, land } = view
  const ft = flowText(language, asked.kind)
  const shared = { kind, query, standing }
  const place = asked.place ? namesOf(language, land).get(asked.place)?.name : undefined
  const what = asked.kind === 'commuters' ? [] : [ft.title]
  const name = [...what, t.views.names[kind], ...(place ? [place] : []), dateText(language, flows?.asOf ?? '')].join(
    ', ',
  )
  if (!flows)
    return {
      ...shared,
      name,
      title: t.noValues,
      text: '',
      note: '',
      source: '',
      chart: undefined,
      size: [730, 0],
      legend: [],
      heads: [t.indicator.territory],
      rows: [],
    }
  return {
    ...shared,
    name,
    source: citedSource(language, [flows.source], true),
    note: `${t.asOf(dateText(language, flows.asOf))}. ${t.source}: ${inLanguage(language, flows.source.title)}. ${flows.isInTens ? `${t.territory.underTenNote} ` : ''}${kind === 'paths' ? ft.planNote : ft.ownText}`,
    ...(kind === 'paths'
      ? planned(language, view)
      : kind === 'regions'
        ? banded(language, view)
        : balanced(language, view)),
  }
}

function planned(language: Language, { plan, rows, land, asked, total, across }: FlowsView): Part {
  const t = flowText(language, asked.kind)
  const names = namesOf(language, land)
  const name = (key: string) => names.get(key)?.name ?? key
  const strongest = rows[0]
  const drawing = plan?.drawing
  return {
    title: asked.place
      ? strongest
        ? t.strongestTitle(name(strongest.from), name(strongest.to))
        : t.none
      : t.headline(String(total > 0 ? Math.round((across / total) * 100) : 0)),
    text: strongest
      ? t.strongestText(name(strongest.from), name(strongest.to), number(strongest.value), rows.length)
      : t.none,
    chart: drawing && (
      <NetworkPlan
        drawing={drawing}
        id="plan"
        title={t.planTitle(asked.place ? name(asked.place) : t.all)}
        description={t.planText}
        hint={({ from, to, total: people }) => `${from} – ${to}: ${number(people)}`}
      />
    ),
    size: [drawing?.width ?? 730, drawing?.height ?? 0],
    legend: [],
    heads: [`${t.home} → ${t.work}`, t.people],
    rows: rows.map(({ from, to, value }) => ({
      key: `${from} ${to}`,
      name: `${name(from)} → ${name(to)}`,
      cells: [{ value, text: number(value) }],
    })),
  }
}

/** What goes from each region to each other, and what that says. */
export function banded(
  language: Language,
  { regions, land, asked }: Pick<FlowsView, 'regions' | 'land' | 'asked'>,
): Part {
  const t = flowText(language, asked.kind)
  const sums = new Map(
    balances(
      land.regions.map(({ id }) => id),
      regions,
    ).map((one) => [one.key, one]),
  )
  const nodes = land.regions.map(({ id, no, name }) => ({
    ...{ key: id, region: no, name: inLanguage(language, name) },
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
      : t.none
  const people = (from: string, to: string) => regions.find((one) => one.from === from && one.to === to)?.value
  return {
    title: strongest ? t.strongestTitle(nameOf(strongest.from), nameOf(strongest.to)) : t.none,
    text: said,
    chart: strongest && (
      <Sankey {...{ nodes, flows: regions }} id="between" title={t.betweenTitle} description={said} format={number} />
    ),
    size: [730, 494],
    legend: [],
    heads: [t.home, ...nodes.map(({ name }) => t.to(name))],
    rows: nodes.map(({ key, name, region }) => ({
      ...{ key, name, region },
      cells: nodes.map((to) => {
        const value = to.key === key ? undefined : people(key, to.key)
        return { value: value ?? null, text: value === undefined ? '–' : number(value) }
      }),
    })),
  }
}

/** What comes in more than goes out, by district. */
export function balanced(language: Language, { balances: all, land, map, flows, asked }: FlowsView): Part {
  const t = text[language]
  const ft = flowText(language, asked.kind)
  const names = namesOf(language, land)
  const signed = (value: number) => `${value > 0 ? '+' : ''}${decimal(language, value, 0)}`
  const cells = new Map(
    all.map(({ key, net }): [string, Cell] => [
      key,
      { value: net, status: 'final', asOf: flows?.asOf ?? '', isOwn: true, sourceId: '' },
    ]),
  )
  const keys = all.map(({ key }) => key)
  const theme = themeOf({ kind: 'count' }, cells, land, { level: 'districts', method: 'natural' })
  const headline = headlineOf({ kind: 'count' }, keys, cells)
  const sorted = all.toSorted((a, b) => b.net - a.net)
  const said = (key: string) => `${names.get(key)?.name}: ${signed(cells.get(key)?.value ?? 0)}`
  return {
    title: headline ? headlineText(language, { decimals: 0, unit: { de: ft.people } }, headline, names) : ft.balance,
    text: [sorted[0], sorted.at(-1)].flatMap((one) => (one ? said(one.key) : [])).join('; '),
    chart: map && (
      <ThematicMap
        drawing={map.drawing}
        id="balance"
        title={ft.balanceMap}
        circles={theme.circles}
        told={(key) => ({ text: said(key), href: paths.territory.at(language, { territory: key }) })}
      />
    ),
    size: [map?.drawing.width ?? 730, map?.drawing.height ?? 0],
    legend: (['more', 'less'] as const).map((step) => ({ step, words: t.indicator[step] })),
    heads: [t.indicator.territory, t.flows.balance],
    rows: sorted.map(({ key, net }) => ({
      ...{ key, name: names.get(key)?.name ?? key, region: names.get(key)?.region },
      cells: [{ value: net, text: signed(net) }],
    })),
  }
}
