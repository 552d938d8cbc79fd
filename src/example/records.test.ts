import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../platform/package-root.ts'
import { records } from './library.ts'

// The collected facts lie beside the checkout, or not at all.
const facts = ['../shared/facts', '../../shared/facts'].map((folder) => join(packageRoot, folder)).find(existsSync)
type Facts = {
  editions: { no: number; documents: { title: string; issuer?: string; year?: number }[] }[]
  sources: Record<string, { address: string }>
}
type Network = { network: { positions: { date: string | null; title: string }[] } }
const read = <T>(name: string) => JSON.parse(readFileSync(join(facts!, name), 'utf8')) as T

/** The record of each document that the facts name, by a word of its title there. */
const slugs: Readonly<Record<string, string>> = {
  'Dokumentation des Metropolkongresses 2019': 'dokumentation-metropolkongress-2019',
  'Kurzreport „Mobilität in Deutschland – Metropolregion Stuttgart“':
    'mobilitaet-in-deutschland-metropolregion-stuttgart',
  'Prognos study on the EMRS as an economic area': 'metropolregion-als-wirtschaftsraum-2022',
  'Protocols of the working groups': 'protokolle-der-arbeitsgruppen-2022',
  'Theses and project papers of the working groups': 'thesen-und-projektpapiere-2022',
  'Films of the working groups': 'filme-der-arbeitsgruppen-2022',
  'Six result papers (Ergebnispapiere), one per working group': 'sechs-ergebnispapiere-energie-2024',
  'Description of the working process': 'arbeitsprozess-2024',
  Programme: 'programm-2024',
  Presentations: 'praesentationen-2024',
  'Position on the Leitbilder der Raumordnung': 'ikm-leitbilder-der-raumordnung-2006',
  'Position paper on EU cohesion policy after 2020, presented in Brussels': 'ikm-kohaesionspolitik-nach-2020',
  'Demands to the EU: metropolitan regions as a statistical category, a change of perspective, gateways inward and outward, support for governance':
    'ikm-forderungen-an-die-eu',
}
/** Years that the facts give to a group of documents, not to each. */
const years: Readonly<Record<number, string>> = { 1: '2019', 2: '2022', 3: '2024' }

test.skipIf(!facts)(
  'every document that the facts name has its record, with the date that they give and no other',
  () => {
    const { editions } = read<Facts>('congresses.json')
    const { positions } = read<Network>('metropolregionen.json').network
    const datedOf = ({ no }: { no: number }, { title, year }: { title: string; year?: number }) =>
      title.startsWith('Kurzreport') ? undefined : (year?.toString() ?? years[no])
    const named = [
      ...editions.flatMap((edition) => edition.documents.map((one) => [one.title, datedOf(edition, one)])),
      ...positions.map(({ title, date }) => [title, date ?? undefined]),
    ] as [string, string | undefined][]
    const own = new Map(records().map((record) => [record.slug, record.dated]))
    expect(named.map(([title]) => [title, own.has(slugs[title] ?? '') && { dated: own.get(slugs[title]!) }])).toEqual(
      named.map(([title, dated]) => [title, { dated }]),
    )
  },
)

test.skipIf(!facts)('every record names a source of the facts, or where it is', () => {
  const { sources } = read<Facts>('congresses.json')
  const without = records().filter(({ source, link }) => !(source && sources[source]) && !link)
  expect(without.map(({ slug }) => slug)).toEqual([])
})
