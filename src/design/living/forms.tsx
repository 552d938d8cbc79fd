import type { FormState } from '../../platform/forms.ts'
import { ButtonLink } from '../actions.tsx'
import { Facts } from '../facts.tsx'
import { Checkbox, Checkboxes, Radios } from '../forms/choices.tsx'
import { BilingualField, DateTimeField, FileField, Select, Suggest, TextArea, TextField } from '../forms/fields.tsx'
import { ErrorSummary, LastStop, Pair, PostForm, Stop, Submit } from '../forms/form.tsx'
import { Aside, Band, Cols } from '../layout.tsx'

const form: FormState = {
  values: {
    given: ['Vertretung'],
    family: ['Landkreis Calw'],
    mail: ['vertretung.landkreis-calw.example'],
    group: ['water'],
    list: ['on'],
    titleDe: ['Wasser, Hochwasser, Trinkwasser'],
    state: ['draft'],
  },
  problems: [
    { field: 'mail', message: 'Das Zeichen @ fehlt. Beispiel: name@landkreis.example' },
    { field: 'mode', message: 'Bitte wählen Sie eine Art der Teilnahme.' },
  ],
}

/** A form with problems, every kind of field in it. */
export const LivingForms = () => (
  <Band title="Formular">
    <Cols>
      <div class="c8">
        <ErrorSummary form={form} labels={{ mail: 'E-Mail-Adresse', mode: 'Teilnahme' }} />
        <PostForm action="#main" region={4} encoding="multipart">
          <LivingPerson />
          <Stop legend="Wie nehmen Sie teil?">
            <Radios
              form={form}
              name="mode"
              options={[
                { value: 'onsite', label: 'Vor Ort in Pforzheim', hint: '137 von 400 Plätzen sind frei' },
                { value: 'online', label: 'Nur Plenum, Übertragung im Netz', hint: 'mit Untertiteln' },
              ]}
            />
          </Stop>
          <Stop legend="Welche Arbeitsgruppe?">
            <Radios
              form={form}
              name="group"
              label="Am Nachmittag"
              options={[
                { value: 'economy', label: 'Wirtschaft', hint: 'ausgebucht', isDisabled: true },
                { value: 'water', label: 'Wasser, Hochwasser, Trinkwasser' },
              ]}
            />
            <Checkboxes
              form={form}
              name="topics"
              label="Weitere Themen"
              optional
              options={[
                { value: 'energy', label: 'Energie' },
                { value: 'ai', label: 'Künstliche Intelligenz' },
              ]}
            />
          </Stop>
          <LivingOffice />
          <LastStop title="Bevor Sie absenden">
            <Checkbox
              form={form}
              name="list"
              label="Mein Name darf in der Liste stehen"
              hint="Sie können das jederzeit ändern."
            />
            <Submit
              beside={
                <ButtonLink href="#main" weight="second">
                  Abbrechen
                </ButtonLink>
              }
            >
              Verbindlich anmelden
            </Submit>
          </LastStop>
        </PostForm>
      </div>
      <Aside title="Ihr Kongress">
        <Facts
          facts={[
            { label: 'Tag', value: 'Donnerstag, 19. Oktober 2028' },
            { label: 'Ort', value: 'Pforzheim' },
          ]}
        />
      </Aside>
    </Cols>
  </Band>
)

const LivingPerson = () => (
  <Stop legend="Wer kommt?">
    <Pair>
      <TextField form={form} name="given" label="Vorname" autocomplete="given-name" />
      <TextField form={form} name="family" label="Nachname" autocomplete="family-name" />
    </Pair>
    <Suggest
      form={form}
      name="organisation"
      label="Einrichtung"
      optional
      suggestions={['Landkreis Calw', 'Stadt Pforzheim']}
      autocomplete="organization"
    />
    <TextField
      form={form}
      name="mail"
      label="E-Mail-Adresse"
      type="email"
      autocomplete="email"
      hint="Dorthin schicken wir die Bestätigung und die Eintrittskarte."
    />
    <TextArea
      form={form}
      name="needs"
      label="Zugang, Verständigung, Essen"
      optional
      hint="Diese Angabe sieht nur die Geschäftsstelle."
    />
  </Stop>
)

const LivingOffice = () => (
  <Stop legend="Was die Geschäftsstelle pflegt">
    <BilingualField form={form} name="title" label="Titel" maxLength={120} />
    <BilingualField form={form} name="summary" label="Zusammenfassung" rows={4} optional />
    <Pair>
      <DateTimeField form={form} name="begins" label="Beginn" />
      <Select
        form={form}
        name="state"
        label="Stand"
        options={[
          { value: 'draft', label: 'Entwurf' },
          { value: 'public', label: 'Öffentlich' },
        ]}
      />
    </Pair>
    <FileField form={form} name="paper" label="Papier" accept=".pdf" hint="PDF, höchstens 20 MB" optional />
  </Stop>
)
