import { useFrame } from '../../platform/frame.ts'

const de = {
  mark: 'seit über einem Jahr nichts Neues eingetragen',
  end: {
    title: 'Keine Mails mehr zu stillen Vorhaben',
    lead: 'Wir fragen höchstens einmal im Jahr nach, wenn zu einem Vorhaben nichts eingetragen wurde. Möchten Sie das nicht mehr?',
    button: 'Keine solchen Mails mehr',
    done: 'Sie bekommen keine solchen Mails mehr.',
  },
  mail: {
    title: 'Nachfrage, was daraus wurde',
    standard: {
      subject: 'Gibt es Neues zu: {{title}}?',
      body: `Guten Tag,

zu „{{title}}“ ist {{organisation}} als zuständig genannt. Seit über einem Jahr ist dazu nichts Neues eingetragen. Gibt es etwas zu berichten? Auch dass es ruht oder nicht weitergeht, hilft allen, die nachlesen.

{{link}}`,
    },
    example: { title: 'Pegel gemeinsam nutzen', organisation: 'Landkreis Calw' },
    button: 'Nachlesen, was hier steht',
    tell: 'Ein Satz an die Geschäftsstelle genügt:',
    contact: 'Ergänzung melden',
    why: 'Sie betreuen diese Organisation hier oder sind ihr Kontakt. Wir fragen zu einem Vorhaben höchstens einmal im Jahr.',
    end: 'Keine solchen Mails mehr',
  },
  deeds: { 'reminder.sent': 'Nachgefragt, was daraus wurde', 'reminder.ended': 'Nachfragen beendet' },
}
const en: typeof de = {
  mark: 'nothing new entered for more than a year',
  end: {
    title: 'No more mails about what stands still',
    lead: 'We ask at most once a year when nothing has been entered about a piece of work. Would you rather not be asked?',
    button: 'No more of these mails',
    done: 'You will get no more of these mails.',
  },
  mail: {
    title: 'Asking what became of it',
    standard: {
      subject: 'Is there news about: {{title}}?',
      body: `Hello,

{{organisation}} is named as responsible for “{{title}}”. Nothing new has been entered about it for more than a year. Is there something to tell? That it rests or does not go on helps everybody who reads it, too.

{{link}}`,
    },
    example: { title: 'Sharing river gauges', organisation: 'District of Calw' },
    button: 'Read what stands here',
    tell: 'A sentence to the office is enough:',
    contact: 'Report an addition',
    why: 'You look after this organisation here or are its contact. We ask at most once a year about the same thing.',
    end: 'No more of these mails',
  },
  deeds: { 'reminder.sent': 'Asked what became of it', 'reminder.ended': 'Asking ended' },
}

export const still = { de, en }
/** The words about what stands still, in the language of the page. */
export const useStill = () => still[useFrame().language]
