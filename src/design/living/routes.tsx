import { Band, Col, Cols, Stack } from '../layout.tsx'
import { Steps } from '../navigation.tsx'
import { type OutcomeForm, OutcomeLine, OutcomeMark } from '../outcomes.tsx'
import { Route, Thread, TimeRoute } from '../route.tsx'
import { SpanLine, SpanScale } from '../spans.tsx'
import { Table } from '../table.tsx'
import { useSay } from './say.ts'

/** Time as lines: steps, programme, threads, the way there. */
export const LivingRoutes = () => (
  <>
    <LivingProgramme />
    <LivingThread />
    <LivingWay />
    <LivingOutcomes />
  </>
)

function LivingProgramme() {
  const say = useSay()
  return (
    <Band title={say('Programm', 'Programme')}>
      <Stack>
        <h3 class="day">{say('Donnerstag, 19. Oktober 2028', 'Thursday, 19 October 2028')}</h3>
        <Route
          region={4}
          stops={[
            { when: say('9.00 Uhr', '9:00'), title: say('Anmeldung', 'Registration'), text: 'Foyer' },
            {
              when: say('9.30 Uhr', '9:30'),
              title: say('Begrüßung', 'Welcome'),
              href: '#main',
              text: say('Stadt Pforzheim', 'City of Pforzheim'),
            },
            { when: say('13.30 Uhr', '13:30'), title: say('Zwei zur selben Zeit', 'Two at once'), text: <Parallel /> },
            {
              title: say('Übergabe', 'Handover'),
              text: say('Der Staffelstab geht an Stuttgart.', 'The baton goes to Stuttgart.'),
              region: 1,
            },
          ]}
        />
      </Stack>
    </Band>
  )
}

function Parallel() {
  const say = useSay()
  return (
    <ul class="parallel">
      {[say('Wirtschaft', 'Economy'), say('Wasser, Hochwasser, Trinkwasser', 'Water')].map((title, index) => (
        <li key={title}>
          <h4>
            <a href="#main">{title}</a>
          </h4>
          <p class="small">{say(`bis 15.00 Uhr · Raum ${index + 1}`, `until 15:00 · Room ${index + 1}`)}</p>
        </li>
      ))}
    </ul>
  )
}

function LivingThread() {
  const say = useSay()
  return (
    <Band title={say('Strecken', 'Routes')} ground="ground">
      <Steps
        steps={[
          { label: say('Person', 'Person'), note: say('seit gestern', 'since yesterday'), href: '#1', state: 'done' },
          { label: say('Teilnahme', 'Attendance'), state: 'now' },
          { label: say('Bestätigung', 'Confirmation'), state: 'next' },
        ]}
      />
      <Cols>
        <Col span={9}>
          <Thread
            region={2}
            entries={[
              {
                regions: [2],
                when: say('20. September 2022', '20 September 2022'),
                place: 'Heilbronn',
                kind: say('Ergebnis', 'Result'),
                title: say('Thesen', 'Theses'),
                state: 'own',
              },
              {
                regions: [3, 5],
                when: say('Zeitpunkt nicht erfasst', 'Time not recorded'),
                place: 'Reutlingen, Heidenheim',
                kind: say('Projekt', 'Project'),
                title: 'Hy-FIVE',
              },
              {
                regions: [1],
                when: say('März 2025', 'March 2025'),
                kind: say('Beispieltext', 'Example text'),
                title: say('Frage aus der Regionalversammlung', 'Question from the regional assembly'),
                state: 'example',
              },
              {
                regions: [1],
                when: say('Ende 2026, geplant', 'End of 2026, planned'),
                place: 'Stuttgart',
                kind: say('offen', 'open'),
                title: say('Elektrolyseur', 'Electrolyser'),
                state: 'open',
              },
            ]}
          />
        </Col>
      </Cols>
    </Band>
  )
}

function LivingWay() {
  const say = useSay()
  return (
    <Band title={say('Der Weg dorthin', 'The way there')}>
      <TimeRoute
        region={2}
        stops={[
          {
            at: new Date('2021-06-17'),
            when: say('17. Juni 2021', '17 June 2021'),
            title: say('Impulsgruppe', 'Steering group'),
            text: say('Sitzung zum Kongress', 'Meeting on the congress'),
          },
          {
            at: new Date('2021-11-08'),
            when: say('8. November 2021', '8 November 2021'),
            title: say('Auftakt in Neckarwestheim', 'Start in Neckarwestheim'),
          },
          {
            at: new Date('2022-09-20'),
            when: say('20. September 2022', '20 September 2022'),
            title: say('Kongress in Heilbronn', 'Congress in Heilbronn'),
            isOpen: true,
          },
        ]}
      />
    </Band>
  )
}

function LivingOutcomes() {
  const say = useSay()
  const words: Record<OutcomeForm, string> = {
    done: say('umgesetzt', 'carried out'),
    going: say('in Arbeit', 'under way'),
    stopped: say('nicht weitergeführt', 'not continued'),
    unknown: say('hier nicht bekannt', 'not known here'),
  }
  const forms = Object.keys(words) as OutcomeForm[]
  return (
    <Band title={say('Was daraus wurde', 'What became of it')} ground="ground">
      <Stack>
        <OutcomeLine
          id="living-outcomes"
          title={say('Vier Ergebnisse, jedes anders', 'Four results, each different')}
          region={3}
          stops={forms}
          most={4}
        />
        {forms.map((form) => (
          <p key={form}>
            <OutcomeMark form={form}>{words[form]}</OutcomeMark>
          </p>
        ))}
        <LivingSpans />
      </Stack>
    </Band>
  )
}

const spans: { id: string; from?: number; to?: number; form: OutcomeForm; regions?: number[] }[] = [
  { id: 'A', from: 2012, to: 2019.5, form: 'done', regions: [2] },
  { id: 'B', from: 2016, form: 'going', regions: [1] },
  { id: 'C', form: 'going', regions: [1, 3, 5] },
  { id: 'D', to: 2028, form: 'unknown', regions: [4] },
  { id: 'E', from: 2018, to: 2023, form: 'stopped', regions: [3] },
]

function LivingSpans() {
  const say = useSay()
  const scale = { first: 2010, last: 2029, now: 2026.8 }
  return (
    <Table
      caption={say('Vorhaben im Lauf der Zeit', 'Undertakings over time')}
      rows={spans}
      keyOf={({ id }) => id}
      columns={[
        { label: say('Vorhaben', 'Undertaking'), kind: 'name', cell: ({ id }) => id },
        { label: say('Beginn', 'Begin'), kind: 'labelled', cell: ({ from }) => from ?? say('unbekannt', 'unknown') },
        {
          label: '2010 – 2029',
          kind: 'span',
          head: <SpanScale scale={scale} today={say('heute', 'today')} />,
          cell: ({ from, to, form, regions }) => <SpanLine {...{ scale, from, to, form, regions }} />,
        },
      ]}
    />
  )
}
