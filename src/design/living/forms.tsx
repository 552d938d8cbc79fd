import type { FormState } from '../../platform/forms.ts'
import { ButtonLink } from '../actions.tsx'
import { Facts } from '../facts.tsx'
import { Checkbox, Checkboxes, Radios } from '../forms/choices.tsx'
import {
  BilingualField,
  DateField,
  DateTimeField,
  FileField,
  Select,
  Suggest,
  TextArea,
  TextField,
} from '../forms/fields.tsx'
import { ErrorSummary, Hidden, LastStop, Pair, PostForm, Stop, Submit } from '../forms/form.tsx'
import { Aside, Band, Cols } from '../layout.tsx'
import { useSay } from './say.ts'

type Say = ReturnType<typeof useSay>

const formIn = (say: Say): FormState => ({
  values: {
    given: [say('Vertretung', 'Deputy')],
    family: ['Landkreis Calw'],
    mail: ['vertretung.landkreis-calw.example'],
    group: ['water'],
    list: ['on'],
    titleDe: ['Wasser, Hochwasser, Trinkwasser'],
    state: ['draft'],
  },
  problems: [
    {
      field: 'mail',
      message: say(
        'Das Zeichen @ fehlt. Beispiel: name@landkreis.example',
        'The sign @ is missing. Example: name@landkreis.example',
      ),
    },
    { field: 'mode', message: say('Bitte wählen Sie eine Art der Teilnahme.', 'Please choose how you take part.') },
  ],
})

/** A form with problems, every kind of field in it. */
export function LivingForms() {
  const say = useSay()
  const form = formIn(say)
  return (
    <Band title={say('Formular', 'Form')}>
      <Cols>
        <div class="c8">
          <ErrorSummary
            form={form}
            labels={{ mail: say('E-Mail-Adresse', 'E-mail address'), mode: say('Teilnahme', 'Attendance') }}
          />
          <PostForm action="#main" region={4} encoding="multipart">
            <Hidden name="seen" value={3} />
            <LivingPerson say={say} form={form} />
            <LivingChoices say={say} form={form} />
            <LivingOffice say={say} form={form} />
            <LivingLast say={say} form={form} />
          </PostForm>
        </div>
        <Aside title={say('Ihr Kongress', 'Your congress')}>
          <Facts
            facts={[
              { label: say('Tag', 'Day'), value: say('Donnerstag, 19. Oktober 2028', 'Thursday, 19 October 2028') },
              { label: say('Ort', 'Place'), value: 'Pforzheim' },
            ]}
          />
        </Aside>
      </Cols>
    </Band>
  )
}

type Part = { say: Say; form: FormState }

const LivingPerson = ({ say, form }: Part) => (
  <Stop legend={say('Wer kommt?', 'Who is coming?')}>
    <Pair>
      <TextField form={form} name="given" label={say('Vorname', 'First name')} autocomplete="given-name" />
      <TextField
        form={form}
        name="family"
        label={say('Nachname', 'Last name')}
        hint={say('Wie auf dem Namensschild', 'As on the badge')}
        autocomplete="family-name"
      />
    </Pair>
    <Suggest
      form={form}
      name="organisation"
      label={say('Einrichtung', 'Organisation')}
      optional
      suggestions={['Landkreis Calw', 'Stadt Pforzheim']}
      autocomplete="organization"
    />
    <TextField
      form={form}
      name="mail"
      label={say('E-Mail-Adresse', 'E-mail address')}
      type="email"
      autocomplete="email"
      hint={say('Dorthin schicken wir die Bestätigung.', 'We send the confirmation there.')}
    />
    <TextArea
      form={form}
      name="needs"
      label={say('Zugang, Verständigung, Essen', 'Access, communication, food')}
      optional
      hint={say('Diese Angabe sieht nur die Geschäftsstelle.', 'Only the office sees this.')}
    />
  </Stop>
)

const LivingChoices = ({ say, form }: Part) => (
  <>
    <Stop legend={say('Wie nehmen Sie teil?', 'How do you take part?')}>
      <Radios
        form={form}
        name="mode"
        options={[
          {
            value: 'onsite',
            label: say('Vor Ort in Pforzheim', 'On site in Pforzheim'),
            hint: say('137 von 400 Plätzen sind frei', '137 of 400 places are left'),
          },
          { value: 'online', label: say('Im Netz', 'Online'), hint: say('mit Untertiteln', 'with subtitles') },
        ]}
      />
    </Stop>
    <Stop legend={say('Welche Arbeitsgruppe?', 'Which working group?')}>
      <Radios
        form={form}
        name="group"
        label={say('Am Nachmittag', 'In the afternoon')}
        options={[
          { value: 'economy', label: say('Wirtschaft', 'Economy'), hint: say('ausgebucht', 'full'), isDisabled: true },
          { value: 'water', label: say('Wasser, Hochwasser, Trinkwasser', 'Water') },
        ]}
      />
      <Checkboxes
        form={form}
        name="topics"
        label={say('Weitere Themen', 'More topics')}
        optional
        options={[
          { value: 'energy', label: say('Energie', 'Energy') },
          { value: 'ai', label: say('Künstliche Intelligenz', 'Artificial intelligence') },
        ]}
      />
    </Stop>
  </>
)

const LivingOffice = ({ say, form }: Part) => (
  <Stop legend={say('Was die Geschäftsstelle pflegt', 'What the office looks after')}>
    <BilingualField form={form} name="title" label={say('Titel', 'Title')} maxLength={120} />
    <BilingualField form={form} name="summary" label={say('Zusammenfassung', 'Summary')} rows={4} optional />
    <Pair>
      <DateTimeField form={form} name="begins" label={say('Beginn', 'Begin')} />
      <Select
        form={form}
        name="state"
        label={say('Stand', 'State')}
        options={[
          { value: 'draft', label: say('Entwurf', 'Draft') },
          { value: 'public', label: say('Öffentlich', 'Public') },
        ]}
      />
    </Pair>
    <DateField form={form} name="day" label={say('Tag', 'Day')} optional />
    <FileField
      form={form}
      name="paper"
      label={say('Papier', 'Paper')}
      accept=".pdf"
      hint={say('PDF, höchstens 20 MB', 'PDF, at most 20 MB')}
      optional
    />
  </Stop>
)

const LivingLast = ({ say, form }: Part) => (
  <LastStop title={say('Bevor Sie absenden', 'Before you send')}>
    <Checkbox
      form={form}
      name="list"
      label={say('Mein Name darf in der Liste stehen', 'My name may stand on the list')}
      hint={say('Sie können das jederzeit ändern.', 'You can change this at any time.')}
    />
    <Submit
      beside={
        <ButtonLink href="#main" weight="second">
          {say('Abbrechen', 'Cancel')}
        </ButtonLink>
      }
    >
      {say('Verbindlich anmelden', 'Register')}
    </Submit>
  </LastStop>
)
