import { number } from '../../platform/language.ts'
import { Hosts, Spans } from '../home.tsx'
import { Band } from '../layout.tsx'

/** The home page's lengths and hosts. */
export const LivingHome = () => (
  <>
    <Band title="Was die Region verbindet" intro="Drei Zahlen, ein Maßstab.">
      <Spans
        format={number}
        spans={[
          { value: 953810, text: 'Menschen wohnen in einem der 20 Kreise und arbeiten in einem anderen Kreis.' },
          { value: 745680, text: 'von ihnen bleiben dabei in der Metropolregion. Das sind 78 Prozent.' },
          {
            value: 215750,
            text: 'fahren dafür über eine Grenze zwischen zwei der fünf Regionen. Sie wohnen in:',
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
    <Hosts
      hosts={[
        {
          region: 1,
          year: '2019',
          place: 'Stuttgart',
          href: '#2019',
          lines: ['1. Kongress, 22. Januar 2019', 'Nachhaltige Mobilität'],
          years: 3.66,
        },
        {
          region: 2,
          year: '2022',
          place: 'Heilbronn',
          href: '#2022',
          lines: ['2. Kongress, 20. September 2022', 'Wirtschaftliche Trans\u00adformation'],
          years: 2.14,
        },
        {
          region: 1,
          year: '2024',
          place: 'Stuttgart',
          href: '#2024',
          lines: ['3. Kongress, 8. November 2024', 'Energie'],
          years: 1.95,
        },
        {
          region: 3,
          year: '2026',
          place: 'Reutlingen',
          href: '#2026',
          lines: ['4. Kongress, Oktober 2026'],
          years: 1.95,
        },
        {
          region: 4,
          year: '2028',
          place: 'Pforzheim',
          href: '#2028',
          lines: ['5. Kongress, Oktober 2028'],
          years: 1.6,
          isOpen: true,
        },
      ]}
    />
  </>
)
