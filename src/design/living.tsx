import { Facts } from './facts.tsx'
import { LivingForms } from './living/forms.tsx'
import { LivingHome } from './living/home.tsx'
import { LivingLists } from './living/lists.tsx'
import { LivingWords } from './living/words.tsx'
import { Page } from './page.tsx'

/** Every component in every state, for looking at while working on them. Shown at `/design` in development. */
export const LivingPage = () => (
  <Page
    kind="public"
    title="Bauteile"
    over="Gestaltung"
    lead="Farbe heißt Ort. Eine Linie ist eine Region. Alles andere ist Schwarz, Weiß und Abstand."
    region={2}
    crumbs={[{ label: 'Start', href: '/' }, { label: 'Gestaltung', href: '/design' }, { label: 'Bauteile' }]}
    example="Beispieldaten"
    beside={
      <Facts
        facts={[
          { label: 'Schrift', value: 'Hanken Grotesk, eine Datei' },
          { label: 'Abstand', value: '8, 16, 24, 32, 48, 72, 104' },
          { label: 'Ziele', value: 'mindestens 44 Pixel hoch' },
        ]}
      />
    }
    wide
  >
    <LivingWords />
    <LivingLists />
    <LivingForms />
    <LivingHome />
  </Page>
)
