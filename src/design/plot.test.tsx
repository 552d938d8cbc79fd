import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { roundHeights, StepPlot } from './plot.tsx'

const day = 86_400_000
const plot = render(
  <StepPlot
    id="p"
    title="Anmeldungen: 30 von 40 Plätzen."
    lines={[
      {
        points: [
          { at: 0, value: 10 },
          { at: 5 * day, value: 30 },
        ],
        label: '30 heute',
      },
      {
        points: [
          { at: 0, value: 0 },
          { at: 5 * day, value: 20 },
        ],
        label: '20 im Netz',
      },
    ]}
    until={10 * day}
    limit={{ value: 40, label: 'alle Plätze' }}
    ticks={[
      { at: 0, label: '10. August', short: '10. Aug.' },
      { at: 5 * day, label: '15. August' },
    ]}
    region={4}
    summary="Als Tabelle"
  >
    <p>Tabelle</p>
  </StepPlot>,
)
const [wide, narrow] = plot.split('</svg>')

test('registrations rise in stairs, the last value is named where it is, the limit is dashed', () => {
  expect(wide).toContain('<path class="step" d="M44.2 232.6V182.5H520.1V82.4"></path>')
  expect(wide).toContain('<circle class="dot" cx="520.1" cy="82.4" r="8.5"></circle>')
  expect(wide).toContain('<line class="cap" x1="44.2" x2="996" y1="32.3" y2="32.3"></line>')
  expect(wide!.match(/>30 heute</g)).toHaveLength(1)
})

test('a second line has its own label at its end, below the first one where there is little room', () => {
  expect(wide).toContain('<path class="step thin" d="M44.2 232.6V232.6H520.1V132.5"></path>')
  const labels = (picture: string | undefined) =>
    [...picture!.matchAll(/<text class="val" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</g)].map(([, , y, label]) => [
      label,
      Number(y),
    ])
  expect(labels(wide)).toEqual([
    ['30 heute', 90.1],
    ['20 im Netz', 140.2],
  ])
  expect(labels(narrow).map(([label]) => label)).toEqual(['30 heute', '20 im Netz'])
})

test('a narrow screen gets its own picture with short labels only', () => {
  expect(narrow).toContain('viewBox="0 0 380 250"')
  expect(narrow!.match(/>1\d\. Aug[^<]*</g)).toEqual(['>10. Aug.<'])
  expect(wide!.match(/>1\d\. Aug[^<]*</g)).toEqual(['>10. August<', '>15. August<'])
})

test('the picture names itself, hides its parts, and has its table behind it', () => {
  expect(plot.match(/role="img" aria-labelledby="p-(wide|narrow)"/g)).toHaveLength(2)
  expect(plot.match(/<g aria-hidden="true">/g)).toHaveLength(2)
  expect(plot).toContain('<details class="box"><summary>Als Tabelle</summary><p>Tabelle</p></details>')
  expect(plot.match(/style=/g)).toBeNull()
})

test('heights rise in round steps up to what is needed, also for nobody', () => {
  expect(roundHeights(400)).toEqual([0, 100, 200, 300, 400])
  expect(roundHeights(263)).toEqual([0, 100, 200, 300])
  expect(roundHeights(3)).toEqual([0, 1, 2, 3])
  expect(roundHeights(0)).toEqual([0, 1])
})

test('without a registration there is an axis and no stairs', () => {
  const empty = render(
    <StepPlot id="e" title="Noch keine" lines={[{ points: [], label: '0' }]} until={day} ticks={[]} summary="Tabelle">
      -
    </StepPlot>,
  )
  expect([empty.includes('class="step"'), empty.includes('NaN'), empty.includes('Noch keine')]).toEqual([
    false,
    false,
    true,
  ])
})
