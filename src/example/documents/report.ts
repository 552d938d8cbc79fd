import { number } from '../../platform/language.ts'
import { pdf } from '../../platform/pdf.ts'
import { regionFile } from '../content.ts'
import { reportTemplate } from './report.typ.ts'

export const reportTitle = 'Wege zur Arbeit'
const subtitle = 'Pendlerverflechtungen zwischen den Kreisen der Metropolregion'
const rowsInTable = 15

/** A report of our own making, labelled as an example, with the commuters between the districts as its figures. */
export const exampleReport = () =>
  pdf(
    reportTemplate,
    {
      example: 'Beispiel: für diese Installation gemacht, kein Bericht der Region',
      title: reportTitle,
      subtitle,
      imprint:
        'Text frei von Rechten (CC0 1.0). Zahlen: Statistik der Bundesagentur für Arbeit, Pendler nach Kreisen, Juni 2023.',
      contents: 'Inhalt',
      columns: ['Kreis', 'Kreis', 'Menschen'],
      sections: sections(),
    },
    { language: 'de', title: reportTitle, author: 'Metropol' },
  )

/** The pairs of districts between which most people commute, both directions together. */
function strongest() {
  const { districts, flows } = regionFile()
  const nameOf = (key: string) => {
    const district = districts.find((one) => one.key === key)
    return district?.kind === 'district' && !/kreis$/i.test(district.name)
      ? `Landkreis ${district.name}`
      : district?.name
  }
  const pairs = new Map<string, { a: string; b: string; people: number }>()
  for (const { from, to, value } of flows.rows) {
    const [a, b] = [from, to].sort() as [string, string]
    const pair = pairs.get(a + b) ?? { a, b, people: 0 }
    pairs.set(a + b, { ...pair, people: pair.people + value })
  }
  return [...pairs.values()]
    .sort((one, other) => other.people - one.people)
    .slice(0, rowsInTable)
    .map(({ a, b, people }) => [nameOf(a), nameOf(b), number(people)])
}

const sections = () =>
  texts.map(({ heading, paragraphs }, index) => ({ heading, paragraphs, rows: index === 2 ? strongest() : [] }))

const texts = [
  {
    heading: 'Warum dieser Bericht',
    paragraphs: [
      'Wer in einer Metropolregion wohnt, arbeitet oft in einem anderen Kreis. Diese Wege halten die Region zusammen, und sie kosten jeden Tag Zeit, Geld und Platz auf Straße und Schiene.',
      'Der Bericht ist ein Beispiel. Er zeigt, wie die Bibliothek einen Text von der Datei bis zum einzelnen Satz erschließt. Seine Zahlen sind echt, seine Absätze sind für diese Installation geschrieben.',
    ],
  },
  {
    heading: 'Woher die Zahlen kommen',
    paragraphs: [
      'Die Pendlerstatistik der Bundesagentur für Arbeit zählt sozialversicherungspflichtig Beschäftigte nach Wohnort und Arbeitsort. Wer selbständig oder verbeamtet ist, fehlt darin. Ebenso fehlt, wer an wenigen Tagen fährt und sonst zu Hause arbeitet: Gezählt wird der gemeldete Arbeitsort.',
      'Betrachtet werden nur Wege zwischen den zwanzig Kreisen der Metropolregion. Wege über ihre Grenze hinaus, etwa nach Karlsruhe oder Ulm, sind nicht enthalten.',
    ],
  },
  {
    heading: 'Die stärksten Verflechtungen',
    paragraphs: ['Die Tabelle nennt die Paare mit den meisten Pendlerinnen und Pendlern, beide Richtungen zusammen.'],
  },
  {
    heading: 'Was daraus folgt',
    paragraphs: [
      'Ein Verkehrskonzept, das an einer Kreisgrenze endet, hilft den Menschen auf diesen Wegen wenig. Die stärksten Beziehungen verbinden Stadt und Umland; auf ihnen entscheidet sich, ob der Umstieg auf Bus und Bahn gelingt.',
      'Drei Fragen gehören deshalb auf einen gemeinsamen Tisch: Wo fehlen Anschlüsse zwischen den Verkehrsverbünden? Wo können Radschnellwege kurze Pendelwege ersetzen? Und welche Gewerbegebiete lassen sich ohne Auto gar nicht erreichen?',
    ],
  },
  {
    heading: 'Grenzen dieses Berichts',
    paragraphs: [
      'Die Zahlen sagen, wie viele Menschen wo wohnen und arbeiten. Sie sagen nicht, womit sie fahren und welchen Weg sie nehmen. Dafür braucht es Befragungen wie die Studie „Mobilität in Deutschland“.',
    ],
  },
]
