/** What is missing before registration, and in English. */
export const de = {
  checklist: 'Was noch zu tun ist',
  checksOpen: (count: number) =>
    count === 0 ? 'Alles Nötige ist da.' : count === 1 ? 'Ein Punkt ist offen.' : `${count} Punkte sind offen.`,
  openChecks: (title: string, count: number) =>
    `${title}: Vor der Anmeldung ${count === 1 ? 'ist noch ein Punkt' : `sind noch ${count} Punkte`} offen.`,
  made: {
    created: 'Der Kongress ist angelegt',
    copied: 'Die Kopie ist angelegt',
    text: 'Der neue Kongress ist ein Entwurf, den nur die Geschäftsstelle sieht. Was noch fehlt, steht in der Liste.',
  },
  /** Where only the day is known. */
  dateAbout: (day: string) => `Beginn und Ende festlegen; bisher ist nur der ungefähre Tag vermerkt: ${day}`,
  checks: {
    date: 'Beginn und Ende festlegen',
    place: 'Ort und Haus eintragen',
    address: 'Die Anschrift eintragen',
    arrival: 'Die Anreise mit Bus und Bahn beschreiben',
    stepFree: 'Den stufenlosen Weg beschreiben',
    programme: 'Programmpunkte mit Zeit anlegen',
    ticketTypes: 'Arten der Teilnahme anlegen',
    quotas: 'Die Plätze begrenzen',
    consents: 'Texte zur Einwilligung schreiben',
    opening: 'Tage für Ankündigung und Öffnung der Anmeldung festlegen',
    english: 'Fehlendes Englisch ergänzen',
  },
  englishLead: (count: number) =>
    count === 0 ? 'Alle Texte gibt es auf Englisch.' : count === 1 ? 'Ein Text fehlt.' : `${count} Texte fehlen.`,
  translate: 'Übersetzen',
}
