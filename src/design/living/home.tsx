import { number } from '../../platform/language.ts'
import { type Host, Hosts, Spans } from '../home.tsx'
import { Band } from '../layout.tsx'
import { useSay } from './say.ts'

/** The home page's lengths and hosts. */
export const LivingHome = () => (
  <>
    <LivingSpans />
    <LivingHosts />
  </>
)

function LivingSpans() {
  const say = useSay()
  return (
    <Band
      title={say('Was die Region verbindet', 'What binds the region')}
      intro={say('Drei Zahlen, ein Maßstab.', 'Three figures, one scale.')}
    >
      <Spans
        format={number}
        spans={[
          {
            value: 953810,
            text: say(
              'Menschen wohnen in einem der 20 Kreise und arbeiten in einem anderen Kreis.',
              'people live in one of the 20 districts and work in another.',
            ),
          },
          {
            value: 745680,
            text: say(
              'von ihnen bleiben dabei in der Metropolregion. Das sind 78 Prozent.',
              'of them stay within the metropolitan region. That is 78 per cent.',
            ),
          },
          {
            value: 215750,
            text: say(
              'fahren dafür über eine Grenze zwischen zwei der fünf Regionen. Sie wohnen in:',
              'cross a border between two of the five regions. They live in:',
            ),
            parts: [
              { region: 1, value: 68250 },
              { region: 2, value: 31630 },
              { region: 3, value: 44470 },
              { region: 4, value: 50090 },
              { region: 5, value: 21310 },
            ],
          },
        ]}
      />
    </Band>
  )
}

function LivingHosts() {
  const say = useSay()
  const host = (region: number, place: string, year: string, years: number, ...lines: string[]): Host => ({
    region,
    place,
    year,
    years,
    lines,
    href: `#${year}`,
    isOpen: year === '2028',
  })
  return (
    <Hosts
      hosts={[
        host(1, 'Stuttgart', '2019', 3.66, say('22. Januar 2019', '22 January 2019'), say('Mobilität', 'Mobility')),
        host(
          2,
          'Heilbronn',
          '2022',
          2.14,
          say('20. September 2022', '20 September 2022'),
          say('Wirtschaftliche Trans\u00adformation', 'Economic transformation'),
        ),
        host(1, 'Stuttgart', '2024', 1.95, say('8. November 2024', '8 November 2024'), say('Energie', 'Energy')),
        host(3, 'Reutlingen', '2026', 1.95, say('Oktober 2026', 'October 2026')),
        host(4, 'Pforzheim', '2028', 1.6, say('Oktober 2028', 'October 2028')),
      ]}
    />
  )
}
