import { Bars, SmallLines, TwoWayBars } from '../bars.tsx'
import { Band, Col, Cols } from '../layout.tsx'
import { Sankey } from '../sankey.tsx'
import { Scatter } from '../scatter.tsx'
import { Dots, Pyramid, SeriesChart } from '../series.tsx'
import { CircleLegend, StepLegend, ThematicMap } from '../thematic.tsx'
import { map } from './samples.ts'
import { useSay } from './say.ts'

/** The atlas's maps and charts. */
export function LivingThematic() {
  const say = useSay()
  const unknown = say('keine Angabe', 'not known')
  return (
    <Band
      title={say('Karten und Reihen des Atlas', 'The atlas’s maps and charts')}
      intro={say('Grau heißt mehr oder weniger, Farbe heißt Ort.', 'Grey is more or less, colour is place.')}
    >
      <Cols>
        <Col span={5}>
          <ThematicMap
            drawing={map}
            id="living-steps"
            title={say('Dichte der Kreise', 'Density of the districts')}
            steps={{ S: 4, HN: 2, TÜ: 1 }}
          />
          <StepLegend
            steps={[
              { step: 1, words: say('unter 500', 'below 500') },
              { step: 2, words: say('bis unter 2 000', 'to below 2,000') },
              { step: 4, words: say('ab 2 000', '2,000 and more') },
              { step: 'unknown', words: unknown },
              { step: 'less', words: say('negativ', 'below zero') },
            ]}
          />
        </Col>
        <Col span={7}>
          <ThematicMap
            drawing={map}
            id="living-circles"
            title={say('Bevölkerung der Kreise', 'Population of the districts')}
            circles={[
              { key: 'S', radius: 40 },
              { key: 'HN', radius: 20, isNegative: true },
            ]}
            notes={{ S: '600' }}
          />
          <CircleLegend width={730} circles={[{ radius: 40, label: '600' }]} />
        </Col>
      </Cols>
      <LivingBars />
      <LivingFlows />
      <LivingSeries />
    </Band>
  )
}

function LivingBars() {
  const say = useSay()
  const unknown = say('keine Angabe', 'not known')
  return (
    <>
      <Bars
        caption={say('Dichte nach Kreisen', 'Density by district')}
        words={{ name: say('Gebiet', 'Territory'), value: say('je km²', 'per km²') }}
        mark={{ value: 356, label: say('gestrichelt: Mittel', 'dashed: mean') }}
        rows={[
          { key: 'S', region: 1, name: 'Stuttgart', value: 2939, text: '2939' },
          { key: 'CW', region: 4, name: 'Calw', value: undefined, text: unknown },
          { key: 'all', name: say('alle', 'all'), value: 356, text: '356', isFocus: true },
        ]}
      />
      <TwoWayBars
        caption={say('Hinein und hinaus', 'In and out')}
        region={3}
        words={{ into: say('hinein', 'in'), name: say('Gebiet', 'Territory'), out: say('hinaus', 'out'), unknown }}
        rows={[
          { key: 'S', region: 1, name: 'Stuttgart', into: 1360, out: 5090 },
          { key: 'HN', region: 2, name: 'Heilbronn', into: 30, out: undefined },
        ]}
      />
      <SmallLines
        base={100}
        lines={[
          { key: 'S', region: 1, name: 'Stuttgart', values: [100, 99.6], text: '−0,4' },
          { key: 'HN', region: 2, name: 'Heilbronn', values: [100, 102], text: '+2,0', isFocus: true },
        ]}
      />
    </>
  )
}

function LivingFlows() {
  const say = useSay()
  return (
    <Cols>
      <Col span={6}>
        <Sankey
          id="living-sankey"
          title={say('Ströme zwischen zwei Regionen', 'Flows between two regions')}
          description={say('Von Stuttgart nach Neckar-Alb 30', 'From Stuttgart to Neckar-Alb 30')}
          format={String}
          nodes={[
            { key: 'a', region: 1, name: 'Stuttgart', out: 30, into: 10 },
            { key: 'b', region: 3, name: 'Neckar-Alb', out: 10, into: 30 },
          ]}
          flows={[
            { from: 'a', to: 'b', value: 30 },
            { from: 'b', to: 'a', value: 10 },
          ]}
        />
      </Col>
      <Col span={6}>
        <Scatter
          id="living-scatter"
          title={say('Streudiagramm', 'Scatter plot')}
          description={say('Zwei Orte nach zwei Kennzahlen', 'Two places by two measures')}
          across={{ label: say('Dichte', 'Density'), ticks: [0, 100].map((value) => ({ value, text: `${value}` })) }}
          up={{ label: say('Anteil', 'Share'), ticks: [0, 50].map((value) => ({ value, text: `${value}` })) }}
          points={[
            { key: 'S', region: 1, label: 'Stuttgart', x: 90, y: 40, said: 'Stuttgart' },
            { key: 'TÜ', region: 3, label: 'Tübingen', x: 30, y: 20, said: 'Tübingen' },
          ]}
        />
      </Col>
    </Cols>
  )
}

const ticks = [0, 50, 100].map((value) => ({ value, text: `${value}` }))
const series = [
  { key: 'S', region: 1, name: 'Stuttgart', values: [80, 90, 95], texts: ['80', '90', '95'] },
  { key: 'TÜ', region: 3, name: 'Tübingen', values: [undefined, 20, 40], texts: ['–', '20', '40'] },
]
const firstAndLast = <T,>([first, , last]: readonly T[]) => [first!, last!]

function LivingSeries() {
  const say = useSay()
  const unknown = say('keine Angabe', 'not known')
  return (
    <Cols>
      <Col span={6}>
        <Dots
          id="living-dots"
          title={say('Punkte: Anteil nach Kreisen', 'Dots: share by district')}
          ticks={ticks}
          mark={{ value: 60, text: say('Mittel 60', 'mean 60') }}
          dots={[
            { key: 'S', region: 1, name: 'Stuttgart', value: 95, text: '95' },
            { key: 'CW', region: 4, name: 'Calw', value: undefined, text: unknown },
          ]}
        />
        <SeriesChart
          id="living-series"
          title={say('Linien über drei Jahre', 'Lines over three years')}
          ticks={ticks}
          columns={['2021', '2022', '2023']}
          series={series}
        />
      </Col>
      <Col span={6}>
        <SeriesChart
          id="living-slope"
          title={say('Wandel zwischen zwei Jahren', 'Change between two years')}
          ticks={ticks}
          columns={['2021', '2023']}
          series={series.map(({ values, texts, ...one }) => ({
            ...one,
            values: firstAndLast(values),
            texts: firstAndLast(texts),
          }))}
        />
        <Pyramid
          id="living-pyramid"
          title={say('Bevölkerung nach Alter', 'Population by age')}
          region={2}
          names={[say('Frauen', 'Women'), say('Männer', 'Men')]}
          bands={[
            { name: '0–17', left: 17, right: 18, texts: ['17', '18'] },
            { name: '18–64', left: 60, right: 62, texts: ['60', '62'] },
            { name: '65+', left: 25, right: undefined, texts: ['25', unknown] },
          ]}
        />
      </Col>
    </Cols>
  )
}
