import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual } from '../platform/language.ts'
import { packageRoot } from '../platform/package-root.ts'
import type { Colours } from '../region/index.ts'

type Source = { id: string; title: Bilingual; address?: string; licence?: string; note?: string }
type Body = { name: string; seat: string; website: string }

/** The example's region as it lies in `example/region/region.json`; a region of one's own has the same shape. */
export type RegionFile = {
  installation: { name: Bilingual; short: string; zone: string }
  regions: { id: string; no: number; name: Bilingual; colours: Colours; body: Body; source: string }[]
  districts: {
    key: string
    name: string
    kind: 'city' | 'district'
    region: string
    seat: string
    plate: string
    nuts: string
    label: string
    short: string
    longitude: number
    latitude: number
  }[]
  neighbours: { pairs: [string, string][] }
  flows: { asOf: string; source: string; rows: { from: string; to: string; value: number }[] }
  figures: { key: string; value: number; text: Bilingual; asOf: string; source: string }[]
  sources: Source[]
}

type Speaker = [name: string, office: Bilingual | null | undefined, organisation?: string]
export type SessionFile = {
  title: Bilingual
  format: 'opening' | 'talk' | 'panel' | 'presentation' | 'handover' | 'other'
  abstract?: Bilingual
  startsAt?: string
  endsAt?: string
  source: string
  speakers: Speaker[]
}
export type EditionFile = {
  number: number
  slug: string
  title: Bilingual
  theme: Bilingual
  motto?: Bilingual
  text: Bilingual
  sortOn: string
  startsAt?: string
  endsAt?: string
  dateText: Bilingual
  town: string
  venue?: string
  districtKey: string
  regionId: string
  stateByHand: 'held' | 'documented'
  hosts: string[]
  hostNote?: Bilingual
  facts: { label: Bilingual; value: Bilingual; source?: string }[]
  milestones: [on: string, title: Bilingual, text: Bilingual, source: string][]
  groupsNote?: Bilingual
  groups: { name: Bilingual; leads?: string; source: string }[]
  documents: { title: Bilingual; kind: Bilingual; year: number; note?: Bilingual; link?: string; source: string }[]
  programmeNote: Bilingual
  sessions: SessionFile[]
}
export type CongressFile = {
  series: { name: Bilingual; rhythm: Bilingual }
  sources: Source[]
  editions: EditionFile[]
  organisations: {
    name: string
    kind: 'regional_body' | 'district' | 'municipality' | 'university' | 'state' | 'chamber'
    districtKey: string
    website?: string
  }[]
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(packageRoot, 'example', file), 'utf8'))
export const regionFile = () => read<RegionFile>('region/region.json')
export const planFile = () => read<object>('region/layout.json')
export const boundariesFile = () => read<object>('region/districts.topo.json')
export const congressFile = () => read<CongressFile>('congresses.json')
