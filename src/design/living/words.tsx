import { Actions, Ahead, ButtonLink, Confirm, Details, Dialog, Files, More, PostButton } from '../actions.tsx'
import { Difference } from '../difference.tsx'
import { Address, Count, Facts, Figures } from '../facts.tsx'
import { Aside, Band, Col, Cols, Field, Lead, Note, Paragraphs, Prose } from '../layout.tsx'
import { Empty, Example, ExampleFrame, Notice, State, Tick } from '../notice.tsx'
import { Mark, Place } from '../place.tsx'
import { useSay } from './say.ts'

/** Fields, text, buttons, marks, messages. */
export const LivingWords = () => (
  <>
    <LivingField />
    <LivingText />
    <LivingMessages />
  </>
)

function LivingField() {
  const say = useSay()
  return (
    <Field region={2} joins>
      <Cols>
        <Col span={4}>
          <h2 class="huge">{say('Auf dem Feld', 'On the field')}</h2>
        </Col>
        <Col span={8}>
          <p>
            {say('Ein Verweis ', 'A link ')}
            <a href="#main">{say('im Text', 'in the text')}</a>
            {say(', eine Marke ', ', a mark ')}
            <Place region={1} /> {say('und ein', 'and an')} <Example />.
          </p>
          <Actions>
            <ButtonLink href="#main">{say('Anmelden', 'Register')}</ButtonLink>
            <ButtonLink href="#main" weight="second">
              {say('Programm', 'Programme')}
            </ButtonLink>
          </Actions>
        </Col>
      </Cols>
    </Field>
  )
}

function LivingText() {
  const say = useSay()
  return (
    <Band
      title={say('Text und Marken', 'Text and marks')}
      intro={say('Was ist, in kurzen Hauptsätzen.', 'What is, in short sentences.')}
    >
      <Cols>
        <Col span={8}>
          <Prose>
            <h2>{say('Zwischentitel', 'Heading')}</h2>
            <p>
              <a href="#main">{say('Fünf Träger der Regionalplanung', 'Five regional planning bodies')}</a>.{' '}
              <strong>{say('Jede Zahl', 'Every figure')}</strong> {say('nennt ihre Quelle.', 'names its source.')}
            </p>
            <ul>
              <li>{say('Verkehr', 'Transport')}</li>
              <li>{say('Energie', 'Energy')}</li>
            </ul>
            <blockquote>
              <p>{say('„Weil die Transformation nur gemeinsam gelingt“', '“Transformation only succeeds together”')}</p>
            </blockquote>
          </Prose>
          <Paragraphs
            of={say(
              'Was jemand ohne Zeichen schreibt.\n\nEine Leerzeile beginnt einen Absatz.',
              'What somebody writes without marks.\n\nA blank line begins a paragraph.',
            )}
          />
          <Difference
            from={say('Der Plan gilt ab Mai.', 'The plan holds from May.')}
            to={say('Der neue Plan gilt ab Juni.', 'The new plan holds from June.')}
          />
          <Lead>{say('Ein Satz, mit dem eine Seite beginnt.', 'A sentence that a page begins with.')}</Lead>
          <p class="acts">
            <Mark region={1} /> <Place region={1} /> <Place region={2} /> <Place region={3} /> <Place region={4} />{' '}
            <Place region={5} />
          </p>
          <p class="acts">
            <State form="done">{say('bestätigt', 'confirmed')}</State>{' '}
            <State form="waiting">{say('Warteliste', 'waiting list')}</State>{' '}
            <State form="open">{say('zu prüfen', 'to check')}</State>{' '}
            <State form="off">{say('abgesagt', 'cancelled')}</State> <Tick />
          </p>
          <p>
            <a href="#main">{say('Projekte', 'Projects')}</a> <Count>{19}</Count>
          </p>
          <Figures
            figures={[
              { label: say('bestätigt', 'confirmed'), value: '241' },
              { label: say('zu prüfen', 'to check'), value: '22' },
              { label: say('Warteliste', 'waiting list'), value: '9' },
            ]}
          />
          <Note>{say('Quelle und Stand: Juni 2023.', 'Source and date: June 2023.')}</Note>
        </Col>
        <Aside title={say('Angaben', 'Facts')}>
          <Facts
            facts={[
              { label: say('Tag', 'Day'), value: say('Donnerstag, 19. Oktober 2028', 'Thursday, 19 October 2028') },
              { label: say('Ort', 'Place'), value: 'Pforzheim' },
              {
                label: say('E-Mail', 'E-mail'),
                value: <Address>{say('buero@region.example', 'office@area.example')}</Address>,
              },
              {
                label: say(
                  'Haushalt des Regionalverbands Heilbronn-Franken',
                  'Budget of the regional association Heilbronn-Franken',
                ),
                value: '105 000 Euro',
              },
            ]}
          />
          <More href="#main">{say('Geschäftsstelle erreichen', 'Reach the office')}</More>
        </Aside>
      </Cols>
    </Band>
  )
}

function LivingMessages() {
  const say = useSay()
  return (
    <Band title={say('Meldungen und Knöpfe', 'Messages and buttons')} ground="ground">
      <Cols>
        <Col span={6}>
          <Notice>{say('Die Anmeldung öffnet am 10. August 2028.', 'Registration opens on 10 August 2028.')}</Notice>
          <Notice kind="success" title={say('Gespeichert', 'Saved')}>
            {say('Die Änderung gilt sofort.', 'The change holds at once.')}
          </Notice>
          <Notice kind="warning" title={say('Noch nicht veröffentlicht', 'Not yet published')}>
            {say('Diese Seite sieht nur die Geschäftsstelle.', 'Only the office sees this page.')}
          </Notice>
          <ExampleFrame label={say('Beispieltext', 'Example text')}>
            <p>{say('So sähe ein Eintrag aus.', 'An entry would look like this.')}</p>
          </ExampleFrame>
        </Col>
        <Col span={6}>
          <LivingActions />
        </Col>
      </Cols>
    </Band>
  )
}

function LivingActions() {
  const say = useSay()
  return (
    <>
      <Actions>
        <ButtonLink href="#main">{say('Weiter', 'Go on')}</ButtonLink>
        <ButtonLink href="#main" weight="second">
          {say('Zurück', 'Back')}
        </ButtonLink>
        <PostButton action="#main" weight="danger" about="286">
          {say('Endgültig löschen', 'Delete for good')}
        </PostButton>
      </Actions>
      <Ahead action={<ButtonLink href="#ahead">{say('Anmeldung eintragen', 'Enter a registration')}</ButtonLink>}>
        <More href="#ahead">{say('Einlassliste', 'Door list')}</More>
        <More href="#ahead">{say('Essen und Bedarf', 'Meals and needs')}</More>
      </Ahead>
      <Files files={{ CSV: '#csv', Excel: '#xlsx' }}>{say('Für die Küche', 'For the kitchen')}</Files>
      <Details summary={say('Alle Angaben', 'All details')}>
        <p>{say('Aufgeklappter Text.', 'Text folded out.')}</p>
      </Details>
      <Dialog
        id="living-dialog"
        opener={say('Fenster öffnen', 'Open the box')}
        title={say('Was wird gespeichert?', 'What is kept?')}
      >
        <p>{say('Name, Einrichtung und E-Mail-Adresse.', 'Name, organisation and e-mail address.')}</p>
      </Dialog>
      <Empty title={say('Noch keine Dokumente', 'No documents yet')}>
        <p>
          {say(
            'Die Papiere der Arbeitsgruppen erscheinen nach dem Kongress.',
            'The papers of the working groups appear after the congress.',
          )}
        </p>
      </Empty>
      <Confirm action="#main" submit={say('Anmeldung absagen', 'Cancel the registration')} back="#main">
        <h3>{say('Anmeldung absagen?', 'Cancel the registration?')}</h3>
        <p>{say('Das lässt sich nicht zurücknehmen.', 'This cannot be undone.')}</p>
      </Confirm>
    </>
  )
}
