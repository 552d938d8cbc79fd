import type { Bilingual } from '../platform/language.ts'
import type { Measured } from './measured.ts'

type Verdict = 'taken_up' | 'partly' | 'not' | 'open'
export type MadeUp = {
  kind: 'result' | 'project' | 'position'
  slug: string
  title: Bilingual
  text: Bilingual
  addressee?: Bilingual
  edition?: string
  group?: string
  field: string
  starts?: string
  districts: string[]
  leads: string[]
  partners: string[]
  events: {
    kind: 'note' | 'planned' | 'begun' | 'paused' | 'completed' | 'abandoned' | 'handed_over' | 'heard' | 'answered'
    title: Bilingual
    text?: Bilingual
    plannedFor?: string
    happenedOn?: string
  }[]
  measured?: Measured
  points?: { text: Bilingual; verdict: Verdict; evidence: Bilingual | null }[]
}
type Thread = { pieces: MadeUp[]; relations: [from: string, kind: 'led_to', to: string][] }

const words = (de: string, en: string) => ({ de, en })
const dayMs = 86_400_000
const office = ['Regionalverband Nordschwarzwald']

/** A thread that did not take place: five results of the example's congress, and what could become of each. */
export function madeUpThread(now: Date, edition: string): Thread {
  const day = (fromNow: number) => new Date(now.getTime() + fromNow * dayMs).toISOString().slice(0, 10)
  const bare = { districts: [], leads: office, partners: [], events: [] }
  return {
    pieces: [...results(edition, bare), ...projects(day, bare), position(day, bare)],
    relations: [
      ['beispiel-kalender', 'led_to', 'beispiel-projekt-kalender'],
      ['beispiel-hochwasserdaten', 'led_to', 'beispiel-projekt-hochwasserdaten'],
      ['beispiel-testfeld', 'led_to', 'beispiel-projekt-testfeld'],
      ['beispiel-schatten', 'led_to', 'beispiel-position-schatten'],
    ],
  }
}

type Bare = Pick<MadeUp, 'districts' | 'leads' | 'partners' | 'events'>
type Day = (fromNow: number) => string

function results(edition: string, bare: Bare): MadeUp[] {
  const result = (slug: string, group: string, field: string) => (title: Bilingual, text: Bilingual) => ({
    ...bare,
    ...{ kind: 'result' as const, slug: `beispiel-${slug}`, edition, group, field, title, text },
  })
  return [
    result(
      'kalender',
      'Regionale Kooperation',
      'zusammenarbeit',
    )(
      words('Ein Kalender für alle Termine der Region', 'One calendar for all dates of the region'),
      words(
        'Beispieltext: Die Regionalverbände tragen ihre Termine in einen gemeinsamen Kalender ein.',
        'Example text: the regional bodies enter their dates into one calendar.',
      ),
    ),
    result(
      'hochwasserdaten',
      'Wasser, Hochwasser, Trinkwasser',
      'wasser-klima',
    )(
      words('Pegel und Hochwasserdaten gemeinsam nutzen', 'Using gauges and flood data together'),
      words(
        'Beispieltext: Kreise an Nagold und Enz tauschen ihre Messwerte aus und warnen einander.',
        'Example text: districts on the Nagold and Enz exchange their readings and warn each other.',
      ),
    ),
    result(
      'schatten',
      'Klimaangepasste Entwicklung',
      'wasser-klima',
    )(
      words('Das Land soll Schatten auf Plätzen fördern', 'The state should fund shade on squares'),
      words(
        'Beispieltext: Für Bäume und Dächer auf öffentlichen Plätzen braucht es eine Förderung.',
        'Example text: trees and roofs on public squares need funding.',
      ),
    ),
    result(
      'testfeld',
      'Zukunftstechnologien',
      'ki',
    )(
      words('Ein Testfeld für Busse ohne Fahrer', 'A test field for buses without drivers'),
      words(
        'Beispieltext: Auf einer Strecke über eine Kreisgrenze wird der Betrieb erprobt.',
        'Example text: operation is tried on a line across a district border.',
      ),
    ),
    result(
      'fachkraefte',
      'Wirtschaft',
      'wirtschaft',
    )(
      words(
        'Ankommen erleichtern: eine Anlaufstelle je Region',
        'Making arrival easier: one contact point in each region',
      ),
      words(
        'Beispieltext: Wer für eine Arbeit in die Region zieht, findet alle Ämter an einer Stelle.',
        'Example text: those who move here for work find all offices in one place.',
      ),
    ),
  ]
}

function projects(day: Day, bare: Bare): MadeUp[] {
  return [
    {
      ...bare,
      ...{ kind: 'project', slug: 'beispiel-projekt-kalender', field: 'zusammenarbeit', starts: day(-40) },
      title: words('Gemeinsamer Kalender', 'Shared calendar'),
      text: words('Beispieltext: Ein Kalender für fünf Regionen.', 'Example text: one calendar for five regions.'),
      districts: ['08111', '08121', '08417', '08231', '08136'],
      events: [
        { kind: 'begun', title: words('Die fünf Verbände beginnen', 'The five bodies begin'), happenedOn: day(-40) },
        {
          kind: 'completed',
          title: words('Der Kalender ist öffentlich', 'The calendar is public'),
          plannedFor: day(-20),
          happenedOn: day(-6),
        },
      ],
    },
    {
      ...bare,
      ...{ kind: 'project', slug: 'beispiel-projekt-hochwasserdaten', field: 'wasser-klima', starts: day(-30) },
      title: words('Pegelverbund Nagold und Enz', 'Gauges of Nagold and Enz'),
      text: words(
        'Beispieltext: Messwerte von drei Kreisen an einer Stelle.',
        'Example text: readings of three districts in one place.',
      ),
      districts: ['08235', '08236', '08231'],
      partners: ['Landkreis Calw', 'Enzkreis', 'Stadt Pforzheim'],
      measured: gauges(day),
      events: [
        {
          kind: 'begun',
          title: words('Drei Kreise vereinbaren den Austausch', 'Three districts agree on the exchange'),
          happenedOn: day(-30),
        },
        {
          kind: 'note',
          title: words('Die ersten zwölf Pegel senden', 'The first twelve gauges report'),
          happenedOn: day(-9),
        },
        {
          kind: 'note',
          title: words('Warnung über Kreisgrenzen', 'Warning across district borders'),
          plannedFor: day(200).slice(0, 7),
        },
      ],
    },
    {
      ...bare,
      ...{ kind: 'project', slug: 'beispiel-projekt-testfeld', field: 'ki', starts: day(-35) },
      title: words('Testfeld Busse', 'Test field for buses'),
      text: words(
        'Beispieltext: Betrieb ohne Fahrer auf einer Strecke.',
        'Example text: operation without drivers on one line.',
      ),
      districts: ['08237'],
      events: [
        { kind: 'planned', title: words('Eine Strecke wird gesucht', 'A line is sought'), happenedOn: day(-35) },
        {
          kind: 'abandoned',
          title: words('Das Testfeld entfällt', 'The test field is dropped'),
          text: words(
            'Beispieltext: Keine Strecke erfüllte die Auflagen.',
            'Example text: no line met the requirements.',
          ),
          happenedOn: day(-12),
        },
      ],
    },
  ]
}

/** What the example's gauges are measured by, and what they cost. */
const gauges = (day: Day): Measured => ({
  indicators: [
    {
      name: words('Pegel, die ihre Werte teilen', 'Gauges that share their readings'),
      ...{ unit: '', target: 30, targetOn: day(200).slice(0, 7) },
      values: [
        { measuredOn: day(-28), value: 3 },
        { measuredOn: day(-18), value: 8 },
        { measuredOn: day(-9), value: 12 },
      ],
    },
  ],
  funds: [
    { kind: 'budget', programme: '', amountCents: 480_000_00 },
    { kind: 'funding', programme: 'EFRE', amountCents: 288_000_00, ratePercent: 60 },
    { kind: 'own', programme: 'Drei Kreise', amountCents: 192_000_00 },
  ],
})

function position(day: Day, bare: Bare): MadeUp {
  const point = (verdict: Verdict, text: Bilingual, evidence: Bilingual | null) => ({ verdict, text, evidence })
  return {
    ...bare,
    ...{ kind: 'position', slug: 'beispiel-position-schatten', field: 'wasser-klima' },
    title: words('Schatten auf öffentlichen Plätzen', 'Shade on public squares'),
    text: words('Beispieltext: Drei Forderungen an das Land.', 'Example text: three demands to the state.'),
    addressee: words('Land Baden-Württemberg', 'State of Baden-Württemberg'),
    events: [
      {
        kind: 'handed_over',
        title: words('Dem Ministerium übergeben', 'Handed over to the ministry'),
        happenedOn: day(-25),
      },
      { kind: 'answered', title: words('Das Ministerium antwortet', 'The ministry answers'), happenedOn: day(-4) },
    ],
    points: [
      point(
        'taken_up',
        words('Bäume auf Plätzen werden gefördert.', 'Trees on squares are funded.'),
        words('Beispieltext: Antwort, Seite 1.', 'Example text: answer, page 1.'),
      ),
      point(
        'partly',
        words('Auch Dächer und Segel werden gefördert.', 'Roofs and sails are funded as well.'),
        words('Beispieltext: Antwort, Seite 2: nur an Haltestellen.', 'Example text: answer, page 2: at stops only.'),
      ),
      point(
        'not',
        words(
          'Die Förderung gilt auch für kleine Gemeinden ohne Eigenanteil.',
          'Small municipalities are funded in full.',
        ),
        words('Beispieltext: Antwort, Seite 2: abgelehnt.', 'Example text: answer, page 2: declined.'),
      ),
    ],
  }
}
