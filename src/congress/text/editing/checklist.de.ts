/** What is missing before registration, and in English. */
export const de = {
  checklist: 'Was fehlt noch vor der Anmeldung?',
  checksOpen: (count: number) =>
    count === 0 ? 'Nichts fehlt.' : count === 1 ? 'Ein Punkt ist offen.' : `${count} Punkte sind offen.`,
  openChecks: (title: string, count: number) =>
    `${title}: Vor der Anmeldung ${count === 1 ? 'ist noch ein Punkt' : `sind noch ${count} Punkte`} offen.`,
  done: 'erledigt',
  checks: {
    date: 'Beginn und Ende stehen fest',
    place: 'Ort und Haus stehen fest',
    address: 'Die Anschrift steht da',
    arrival: 'Anreise mit Bus und Bahn ist beschrieben',
    stepFree: 'Der stufenlose Weg ist beschrieben',
    programme: 'Das Programm hat Punkte mit Zeit',
    ticketTypes: 'Es gibt Ticketarten',
    quotas: 'Die Plätze sind begrenzt',
    consents: 'Es gibt Texte zur Einwilligung',
    opening: 'Ankündigung und Öffnung der Anmeldung haben einen Tag',
    english: 'Alle Texte gibt es auch auf Englisch',
  },
  englishLead: (count: number) =>
    count === 0 ? 'Alle Texte gibt es auf Englisch.' : count === 1 ? 'Ein Text fehlt.' : `${count} Texte fehlen.`,
  translate: 'Übersetzen',
}
