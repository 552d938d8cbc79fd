import { brotliCompressSync } from 'node:zlib'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { FlowTable } from './flow-table.tsx'
import { NetworkPlan, type PlanDrawing } from './plan.tsx'

const text = (words: string) => ({ x: 10, y: 12, anchor: 'start' as const, text: words })
const stop = (name: string, short: string) => ({
  x: 10,
  y: 10,
  radius: 11,
  isFocus: false,
  name: text(name),
  short: text(short),
})
const drawing: PlanDrawing = {
  width: 100,
  height: 50,
  sections: [
    { from: 'A & B', to: 'C', total: 0, path: 'M0 0L1 1', caseWidth: undefined, strands: [] },
    {
      from: 'C',
      to: 'D',
      total: 20,
      path: 'M0 0L2 2',
      caseWidth: 3.4,
      strands: [{ region: 2, path: 'M0 0L2 2', width: 2 }],
    },
  ],
  stops: [stop('A & B', 'AB')],
}

test('a plan is one picture with a title and a description, its parts silent, nothing styled in place', () => {
  const svg = render(<NetworkPlan drawing={drawing} id="p" title="Netzplan" description="Zwei Abschnitte." />)
  expect(svg).toBe(
    '<div class="net"><svg viewBox="0 0 100 50" role="img" aria-labelledby="p-title p-description">' +
      '<title id="p-title">Netzplan</title><desc id="p-description">Zwei Abschnitte.</desc><g aria-hidden="true">' +
      '<path class="quiet" d="M0 0L1 1"></path>' +
      '<g><path class="case" d="M0 0L2 2" stroke-width="3.4"></path>' +
      '<path class="strand" data-region="2" d="M0 0L2 2" stroke-width="2"></path></g>' +
      '<circle class="stop" cx="10" cy="10" r="11"></circle>' +
      '<text class="name halo" x="10" y="12" text-anchor="start">A &amp; B</text>' +
      '<text class="plate halo" x="10" y="12" text-anchor="start">AB</text></g></svg></div>',
  )
  expect(brotliCompressSync(svg).length).toBeLessThan(12_000)
})

test('the table behind a plan names both ends, the total and every region, and a dash for nobody', () => {
  const table = render(
    <FlowTable
      rows={[{ from: 'Stuttgart', to: 'Ludwigsburg', total: 104_240, byRegion: { 1: 87_910 } }]}
      regions={[
        { no: 1, name: 'Region Stuttgart' },
        { no: 5, name: 'Ostwürttemberg' },
      ]}
      words={{ caption: 'Je Abschnitt', section: 'Abschnitt', total: 'gesamt' }}
    />,
  )
  const cells = [...table.matchAll(/<t[hd](?: [^>]*)?>([^<]*)<\/t[hd]>/g)].map(([, cell]) => cell)
  expect(cells).toEqual([
    'Abschnitt',
    'gesamt',
    'Region Stuttgart',
    'Ostwürttemberg',
    'Stuttgart – Ludwigsburg',
    '104\u2009\u2060240',
    '87\u2009\u2060910',
    '–',
  ])
})
