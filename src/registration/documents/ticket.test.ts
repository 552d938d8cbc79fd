import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { linesOfPdf } from '../../../test/pdf.ts'
import { type TicketData, ticketPdf } from './ticket.ts'

const ticket: TicketData = {
  language: 'de',
  installation: 'Europäische Metropolregion Stuttgart',
  regions: [
    { no: 1, name: 'Region Stuttgart', colour: '#ffc61a', on: '#15191d' },
    { no: 2, name: 'Heilbronn-Franken', colour: '#6f1450', on: '#ffffff' },
    { no: 3, name: 'Neckar-Alb', colour: '#1673d1', on: '#ffffff' },
    { no: 4, name: 'Nordschwarzwald', colour: '#00694a', on: '#ffffff' },
    { no: 5, name: 'Ostwürttemberg', colour: '#f26a21', on: '#15191d' },
  ],
  line: 4,
  home: 4,
  title: '5. Metropolkongress Pforzheim',
  series: '5. Metropolkongress',
  facts: [{ term: 'Tag', text: 'Do, 19. Oktober 2028' }],
  name: 'Vertretung',
  organisation: 'Landkreis Calw',
  number: '286',
  code: '7KQ2',
  payload: 'https://kongress.example/t/286-7KQ2',
  sessions: [{ time: '9.00', title: 'Begrüßung' }],
  isExample: true,
}
const sessions = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    time: `${8 + at}.15`,
    title: 'Wasser, Hochwasser, Trinkwasser: was gemeinsam zu planen ist',
    room: 'CongressCentrum, Mittlerer Saal',
  }))

const cases: Record<string, Partial<TicketData>> = {
  'as drawn': {},
  'in English': { language: 'en' },
  'a guest without organisation': { home: undefined, organisation: '' },
  'seventy letters without a gap': { name: 'W'.repeat(70), organisation: 'W'.repeat(200), title: 'W'.repeat(90) },
  'a name of many parts': { name: 'Karl-Theodor Maria-Magdalena von Hohenlohe-Waldenburg-Schillingsfürst zu L' },
  'markup for a name': { name: '#panic() ] $x$ \\ *b*', organisation: '#read("/etc/passwd")' },
  'written from the right': { name: 'محمد بن عبد الله', organisation: 'שלום' },
  'no sessions': { sessions: [] },
  'twelve sessions': { sessions: sessions(12) },
  'more sessions than fit': { sessions: sessions(40) },
  'three days': { sessions: sessions(9).map((one, at) => ({ ...one, day: at % 3 ? undefined : `Tag ${at}` })) },
  'one region': { regions: ticket.regions.slice(0, 1), line: 1, home: 1 },
  'eleven regions': {
    regions: Array.from({ length: 11 }, (_, at) => ({ no: at + 1, name: 'R', colour: '#00694a', on: '#ffffff' })),
    line: 11,
    home: 11,
  },
}

test.each(Object.entries(cases))('a ticket is one tagged page that declares PDF/UA: %s', async (_, change) => {
  const file = (await ticketPdf({ ...ticket, ...change })).toString('latin1')
  expect(file.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(file).toMatch(/<pdfuaid:part>1</)
  expect(file).toContain(change.language === 'en' ? '<rdf:li>en' : '<rdf:li>de')
})

/** The sizes of type in the order in which they are set, in points; of the same ones in a row the first. */
function sizesOf(bytes: Buffer): number[] {
  const file = bytes.toString('latin1')
  const streams = [...file.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].flatMap(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1')
    } catch {
      return []
    }
  })
  const sizes = [...streams.join('\n').matchAll(/\/\w+ ([\d.]+) Tf/g)].map(([, size]) => Number(size))
  return sizes.filter((size, at) => size !== sizes[at - 1])
}

test.each([
  ['Vertretung', 'Landkreis Calw'],
  ['Karl-Theodor Maria-Magdalena von Hohenlohe-Waldenburg-Schillingsfürst', 'Stadt Calw'],
  ['Prof. Dr.-Ing. Annemarie-Luise Freifrau von Schwarzenberg-Hohenstaufen', 'W'.repeat(90)],
  ['W'.repeat(70), 'Stadt Calw'],
])(
  'a name is always set larger than whom it speaks for, on the ticket and on the badge: %s',
  async (name, organisation) => {
    const sizes = sizesOf(await ticketPdf({ ...ticket, isExample: false, sessions: [], name, organisation }))
    // both stand before a number of 34 points: the ticket's, and that of the region
    const numbers = sizes.flatMap((size, at) => (size === 34 ? [at] : []))
    expect(numbers).toHaveLength(2)
    for (const at of numbers) expect(sizes[at - 2]).toBeGreaterThan(sizes[at - 1]!)
  },
)

test('what is drawn can be heard: the lines and the code', async () => {
  const file = (await ticketPdf(ticket)).toString('latin1')
  expect(file.match(/\/Alt\s*(\(|<)/g)?.length).toBeGreaterThanOrEqual(3)
})

test('a line that is none of the regions is an error', () => {
  expect(() => ticketPdf({ ...ticket, line: 9 })).toThrow(RangeError)
})

test.each([
  ['de', 'Verbandsversammlungsvorbereitung', 'Donaudampfschifffahrtsgesellschaftsverwaltungsgebäude'],
  ['en', 'Intercommunicationalisationcongress', 'Institutionalisationofintercommunicationrepresentatives'],
] as const)('long words break by the rules of the language: %s', async (language, title, fact) => {
  const bytes = await ticketPdf({ ...ticket, language, title, facts: [{ term: 'Ort', text: fact }] })
  const lines = await linesOfPdf(bytes)
  const broken = [...lines.matchAll(/(\p{L}+)[\u00ad\ufffe]/gu)].map(([, part]) => part!)
  expect([title, fact].map((word) => broken.some((part) => word.startsWith(part)))).toEqual([true, true])
})
