import { Actions, ButtonLink, Confirm, Details, Dialog, More, PostButton } from '../actions.tsx'
import { Facts, Figures } from '../facts.tsx'
import { Aside, Band, Col, Cols, Field, Note, Prose } from '../layout.tsx'
import { Empty, Example, ExampleFrame, Notice, State } from '../notice.tsx'
import { Place } from '../place.tsx'

/** Fields, text, buttons, marks, messages. */
export const LivingWords = () => (
  <>
    <Field region={2} joins>
      <Cols>
        <Col span={4}>
          <h2 class="huge">Auf dem Feld</h2>
        </Col>
        <Col span={8}>
          <p>
            Ein Verweis <a href="#main">im Text</a>, eine Marke <Place region={1} /> und ein <Example />.
          </p>
          <Actions>
            <ButtonLink href="#main">Anmelden</ButtonLink>
            <ButtonLink href="#main" weight="second">
              Programm
            </ButtonLink>
          </Actions>
        </Col>
      </Cols>
    </Field>
    <Band title="Text und Marken" intro="Was ist, in kurzen Hauptsätzen. Quelle und Stand bei jeder Zahl.">
      <Cols>
        <Col span={8}>
          <Prose>
            <h2>Zwischentitel</h2>
            <p>
              Die Region hat <a href="#main">fünf Träger der Regionalplanung</a>. <strong>Jede Zahl</strong> nennt ihre
              Quelle.
            </p>
            <ul>
              <li>Verkehr</li>
              <li>Energie</li>
            </ul>
            <blockquote>
              <p>„Weil die Transformation nur gemeinsam gelingt“</p>
            </blockquote>
          </Prose>
          <p class="acts">
            <Place region={1} /> <Place region={2} /> <Place region={3} /> <Place region={4} /> <Place region={5} />
          </p>
          <p class="acts">
            <State form="done">bestätigt</State> <State form="waiting">Warteliste</State>{' '}
            <State form="open">zu prüfen</State> <State form="off">abgesagt</State>
          </p>
          <Figures
            figures={[
              { label: 'bestätigt', value: '241' },
              { label: 'zu prüfen', value: '22' },
              { label: 'Warteliste', value: '9' },
            ]}
          />
          <Note>Statistik der Bundesagentur für Arbeit, Juni 2023; Summen sind eigene Berechnungen.</Note>
        </Col>
        <Aside title="Angaben">
          <Facts
            facts={[
              { label: 'Tag', value: 'Donnerstag, 19. Oktober 2028' },
              { label: 'Ort', value: 'Pforzheim' },
              { label: 'Kosten', value: 'keine' },
            ]}
          />
          <More href="#main">Geschäftsstelle erreichen</More>
        </Aside>
      </Cols>
    </Band>
    <Band title="Meldungen und Knöpfe" ground="ground">
      <Cols>
        <Col span={6}>
          <Notice>Die Anmeldung öffnet am 10. August 2028.</Notice>
          <Notice kind="success" title="Gespeichert">
            Die Änderung gilt sofort.
          </Notice>
          <Notice kind="warning" title="Noch nicht veröffentlicht">
            Diese Seite sieht nur die Geschäftsstelle.
          </Notice>
          <ExampleFrame label="Beispieltext">
            <p>So sähe ein Eintrag aus, wenn ein Gremium nach dem Stand fragt.</p>
          </ExampleFrame>
        </Col>
        <Col span={6}>
          <Actions>
            <ButtonLink href="#main">Weiter</ButtonLink>
            <ButtonLink href="#main" weight="second">
              Zurück
            </ButtonLink>
            <PostButton action="#main" weight="danger" about="Nr. 286">
              Endgültig löschen
            </PostButton>
          </Actions>
          <Details summary="Alle Angaben">
            <p>Aufgeklappter Text.</p>
          </Details>
          <Dialog id="living-dialog" opener="Fenster öffnen" title="Was wird gespeichert?">
            <p>Name, Einrichtung und E-Mail-Adresse.</p>
          </Dialog>
          <Empty title="Noch keine Dokumente">
            <p>Die Papiere der Arbeitsgruppen erscheinen nach dem Kongress.</p>
          </Empty>
          <Confirm action="#main" submit="Anmeldung absagen" back="#main">
            <h3>Anmeldung absagen?</h3>
            <p>Der Platz geht an die Warteliste. Das lässt sich nicht zurücknehmen.</p>
          </Confirm>
        </Col>
      </Cols>
    </Band>
  </>
)
