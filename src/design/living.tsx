import type { Link } from '../platform/frame.ts'
import { Facts } from './facts.tsx'
import { Band } from './layout.tsx'
import { LivingDrawings } from './living/drawings.tsx'
import { LivingForms } from './living/forms.tsx'
import { LivingHome } from './living/home.tsx'
import { LivingLists } from './living/lists.tsx'
import { LivingRoutes } from './living/routes.tsx'
import { useSay } from './living/say.ts'
import { LivingThematic } from './living/thematic.tsx'
import { LivingWords } from './living/words.tsx'
import { Tabs } from './navigation.tsx'
import { OfficeStyle, Page } from './page.tsx'
import { AtlasStyle } from './thematic.tsx'

type Props = {
  /** The page in each mode, and the looks that are no page: mail, ticket. */
  views?: readonly Link[]
  /** The stylesheet that holds the page in one mode; without one the device decides. */
  mode?: string | undefined
}

/** Every component in every state, for looking at while working on them. Shown at `/design` in development. */
export function LivingPage({ views = [], mode }: Props) {
  const say = useSay()
  return (
    <Page
      kind="public"
      title={say('Bauteile', 'Components')}
      over={say('Gestaltung', 'Design')}
      lead={say(
        'Farbe heißt Ort. Eine Linie ist eine Region. Alles andere ist Schwarz, Weiß und Abstand.',
        'Colour means place. A line is a region. Everything else is black, white and space.',
      )}
      region={2}
      crumbs={[
        { label: say('Start', 'Home'), href: '/' },
        { label: say('Gestaltung', 'Design'), href: '/design' },
        { label: say('Bauteile', 'Components') },
      ]}
      example={say('Beispieldaten', 'Example data')}
      meta={
        <>
          <OfficeStyle />
          <AtlasStyle />
          {mode && <link rel="stylesheet" href={mode} />}
        </>
      }
      beside={
        <Facts
          facts={[
            { label: say('Schrift', 'Type'), value: say('Hanken Grotesk, eine Datei', 'Hanken Grotesk, one file') },
            { label: say('Abstand', 'Space'), value: '8, 16, 24, 32, 48, 72, 104' },
            { label: say('Ziele', 'Targets'), value: say('mindestens 44 Pixel hoch', 'at least 44 pixels high') },
          ]}
        />
      }
      wide
    >
      <LivingWords />
      {views.length > 0 && (
        <Band title={say('Ansichten', 'Views')}>
          <Tabs tabs={views} label={say('Ansichten dieser Seite', 'Views of this page')} />
        </Band>
      )}
      <LivingLists />
      <LivingRoutes />
      <LivingForms />
      <LivingDrawings />
      <LivingThematic />
      <LivingHome />
    </Page>
  )
}
