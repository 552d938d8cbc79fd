import type { MapDrawing } from '../map.tsx'
import type { PlanDrawing, PlanSection, PlanStop } from '../plan.tsx'

const stop = (x: number, y: number, radius: number, name: string, short: string, isFocus = false): PlanStop => ({
  x,
  y,
  radius,
  isFocus,
  name: { x: x + radius + 12, y: y - 14, anchor: 'start', text: name, isStrong: isFocus },
  short: { x: x + radius + 12, y: y - 14, anchor: 'start', text: short, isStrong: isFocus },
})

const section = (from: string, to: string, total: number, strands: PlanSection['strands']): PlanSection => ({
  from,
  to,
  total,
  path: strands[0]!.path,
  caseWidth: undefined,
  strands: [],
  ...(total > 0 && { caseWidth: strands.reduce((sum, { width }) => sum + width, 2), strands }),
})

/** Five stops, one in each region: a plan in small. */
export const plan: PlanDrawing = {
  width: 900,
  height: 430,
  sections: [
    section('Calw', 'Tübingen', 0, [{ region: 4, path: 'M180 220L280 320L310 380', width: 0 }]),
    section('Calw', 'Stuttgart', 33_140, [{ region: 4, path: 'M180 220H450', width: 12 }]),
    section('Stuttgart', 'Tübingen', 37_230, [{ region: 3, path: 'M450 220L310 380', width: 14 }]),
    section('Stuttgart', 'Aalen', 11_960, [{ region: 5, path: 'M450 220H740', width: 8 }]),
    section('Heilbronn', 'Stuttgart', 58_680, [
      { region: 2, path: 'M443 60V220', width: 14 },
      { region: 1, path: 'M457 60V220', width: 14 },
    ]),
  ],
  stops: [
    stop(450, 60, 18, 'Heilbronn', 'HN'),
    stop(180, 220, 12, 'Calw', 'CW'),
    stop(310, 380, 14, 'Tübingen', 'TÜ'),
    stop(740, 220, 11, 'Aalen', 'AA'),
    stop(450, 220, 24, 'Stuttgart', 'S', true),
  ],
}

const area = (region: number, label: string, path: string, middle: readonly [number, number]) => ({
  key: label,
  label,
  region,
  path,
  middle,
})

/** Five areas, one in each region: a map in small. */
export const map: MapDrawing = {
  width: 600,
  height: 400,
  areas: [
    area(1, 'S', 'M200 130H400V270H200Z', [300, 200]),
    area(2, 'HN', 'M150 20H450L400 130H200Z', [300, 75]),
    area(3, 'TÜ', 'M200 270H400L450 380H150Z', [300, 325]),
    area(4, 'CW', 'M150 20L200 130V270L150 380L60 200Z', [135, 200]),
    area(5, 'AA', 'M450 20L540 200L450 380L400 270V130Z', [465, 200]),
  ],
  places: [[130, 200]],
}

const day = 86_400_000
export const opened = Date.UTC(2028, 7, 10)
/** Registrations of six weeks. */
export const points = Array.from({ length: 42 }, (_, index) => ({
  at: opened + index * day,
  value: Math.round(44 + 60 * Math.log2(1 + index) - (index > 30 ? 12 : 0)),
}))
export const after = (days: number) => opened + days * day

/** Those online: a fifth of them, opened a week later. */
export const online = points.map(({ at }, index) => ({ at, value: Math.max(0, Math.round((index - 7) * 1.4)) }))
