import { Details } from '../actions.tsx'
import { Figures } from '../facts.tsx'
import { FlowTable } from '../flow-table.tsx'
import { Hero } from '../home.tsx'
import { Band, Col, Cols, Note } from '../layout.tsx'
import { Choropleth, LocatorMap } from '../map.tsx'
import { Cover, Leaf, Picture } from '../pictures.tsx'
import { NetworkPlan } from '../plan.tsx'
import { StepPlot } from '../plot.tsx'
import { after, map, online, opened, plan, points } from './samples.ts'
import { useSay } from './say.ts'

/** Plans, plots, maps, pictures. */
export const LivingDrawings = () => (
  <>
    <LivingPlan />
    <LivingPlot />
    <LivingMaps />
  </>
)

const regions = [
  { no: 1, name: 'Region Stuttgart' },
  { no: 2, name: 'Heilbronn-Franken' },
  { no: 3, name: 'Neckar-Alb' },
  { no: 4, name: 'Nordschwarzwald' },
  { no: 5, name: 'Ostwürttemberg' },
]

function LivingPlan() {
  const say = useSay()
  return (
    <>
      <Hero
        title={say('Fünf Regionen sind fünf Linien', 'Five regions are five lines')}
        lead={say('Der Kopf der Startseite mit dem Netzplan.', 'The head of the home page with the network plan.')}
        regions={regions.map(({ no, name }) => ({ no, name, href: '#main', text: name, more: '4' }))}
      >
        <NetworkPlan
          drawing={plan}
          id="living-plan"
          title={say('Pendlerinnen und Pendler', 'Commuters')}
          description={say('Fünf Halte, fünf Abschnitte.', 'Five stops, five sections.')}
          hint={({ from, to, total }) => `${from} – ${to}: ${total}`}
        />
      </Hero>
      <div class="wrap under">
        <Note>{say('So lesen Sie den Plan: Ein Halt ist ein Kreis.', 'How to read it: a stop is a district.')}</Note>
        <Details summary={say('Alle Abschnitte als Tabelle', 'All sections as a table')}>
          <FlowTable
            rows={plan.sections.map(({ from, to, total, strands }) => ({
              from,
              to,
              total,
              byRegion: Object.fromEntries(strands.map(({ region }) => [region, Math.round(total / strands.length)])),
            }))}
            regions={regions}
            words={{
              caption: say('Je Abschnitt, beide Richtungen', 'By section, both directions'),
              section: say('Abschnitt', 'Section'),
              total: say('gesamt', 'total'),
            }}
          />
        </Details>
      </div>
    </>
  )
}

function LivingPlot() {
  const say = useSay()
  return (
    <Band title={say('Verlauf', 'Course')} intro={say('Treppe, nicht Kurve.', 'Stairs, not a curve.')}>
      <div class="over-plot">
        <Figures
          figures={[
            { label: say('bestätigt', 'confirmed'), value: '241' },
            { label: say('zu prüfen', 'to check'), value: '22' },
            { label: say('Warteliste', 'waiting list'), value: '9' },
            { label: say('abgesagt', 'cancelled'), value: '14' },
          ]}
        />
        <StepPlot
          id="living-plot"
          title={say('Anmeldungen seit dem 10. August', 'Registrations since 10 August')}
          lines={[
            { points, label: say(`${points.at(-1)!.value} vor Ort`, `${points.at(-1)!.value} on site`) },
            { points: online, label: say(`${online.at(-1)!.value} im Netz`, `${online.at(-1)!.value} online`) },
          ]}
          until={after(56)}
          limit={{ value: 400, label: say('Plätze vor Ort', 'places on site') }}
          ticks={[
            { at: opened, label: say('10. August', '10 August'), short: '10.8.' },
            { at: after(14), label: say('24. August', '24 August') },
            { at: after(28), label: say('7. September', '7 September'), short: '7.9.' },
            { at: after(56), label: say('Schluss', 'Close'), short: say('Schluss', 'Close') },
          ]}
          marks={[{ at: after(16), label: say('Rundbrief', 'Newsletter') }]}
          region={4}
          summary={say('Verlauf als Tabelle', 'Course as a table')}
        >
          <p>{say('Hier steht die Tabelle.', 'The table stands here.')}</p>
        </StepPlot>
      </div>
    </Band>
  )
}

function LivingMaps() {
  const say = useSay()
  return (
    <Band title={say('Karten und Bilder', 'Maps and pictures')} ground="ground">
      <Cols>
        <Col span={5}>
          <LocatorMap
            drawing={map}
            id="living-locator"
            title={say('Calw in der Region', 'Calw within the region')}
            place="Calw"
            district="CW"
          />
        </Col>
        <Col span={7}>
          <Choropleth
            drawing={map}
            id="living-choropleth"
            title={say('Wohin Tübingen pendelt', 'Where Tübingen commutes to')}
            region={3}
            values={{ S: 10_970, HN: 120, CW: 1_400 }}
            breaks={[100, 1_000, 5_000, 10_000]}
            focus="TÜ"
            legend={{
              steps: [
                say('unter 100', 'below 100'),
                say('ab 100', '100 and more'),
                say('ab 1 000', '1,000 and more'),
                say('ab 5 000', '5,000 and more'),
                say('ab 10 000', '10,000 and more'),
              ],
              focus: 'Tübingen',
              none: say('keine Angabe', 'not known'),
            }}
          />
        </Col>
      </Cols>
      <ul class="logos">
        <li>
          <Picture kind="logo" href="/bild.png" alt={say('Ein Logo', 'A logo')} />
        </li>
        <li>
          <Picture kind="portrait" href="/bild.png" alt={say('Ein Porträt', 'A portrait')} />
        </li>
      </ul>
      <Cover href="/bild.png" width={240} height={126} alt={say('Die erste Seite', 'The first page')} />
      <Leaf
        href="/bild.png"
        width={800}
        height={420}
        lines={[[40, 40, 300, 30, say('Text hinter dem Bild', 'Text behind the picture')]]}
      />
    </Band>
  )
}
