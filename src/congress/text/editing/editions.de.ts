/** A congress itself: made, copied, its states, its hosts and partners. */
export const de = {
  noEditions: 'Noch kein Kongress',
  noEditionsHint: 'Legen Sie den ersten an. Er bleibt ein Entwurf, bis Sie ihn ankündigen.',
  newEdition: 'Neuer Kongress',
  newEditionLead: 'Er bleibt ein Entwurf, bis Sie ihn ankündigen.',
  create: 'Entwurf anlegen',
  copy: 'Kopieren',
  copyAsNext: 'Als neuen Kongress kopieren',
  copyOf: (title: string) => `„${title}“ kopieren`,
  copyLeadExample:
    'Räume, Stränge, Programm, Ticketarten und Plätze werden übernommen, die Zeiten auf den neuen Tag verschoben. Ort, Texte und Gastgeber des Beispiels sind erfunden und werden nicht übernommen; auch nicht Anmeldungen, Mitwirkende, Dokumente, Angaben und Stationen.',
  copyLead:
    'Texte, Ort, Räume, Stränge, Programm, Ticketarten und Plätze werden übernommen, die Zeiten auf den neuen Tag verschoben. Nie übernommen werden Anmeldungen, Mitwirkende, Dokumente, Angaben und Stationen.',
  copyNow: 'Kopie anlegen',
  series: 'Kongressreihe',
  removeEdition: 'Entwurf löschen',
  goesWithIt: 'Mit ihm wird gelöscht:',
  going: {
    sessions: (count: number) => (count === 1 ? 'ein Programmpunkt' : `${count} Programmpunkte`),
    rooms: (count: number) => (count === 1 ? 'ein Raum' : `${count} Räume`),
    tracks: (count: number) => (count === 1 ? 'ein Strang' : `${count} Stränge`),
    facts: (count: number) => (count === 1 ? 'eine Angabe' : `${count} Angaben`),
    milestones: (count: number) => (count === 1 ? 'eine Station' : `${count} Stationen`),
    groups: (count: number) => (count === 1 ? 'eine Arbeitsgruppe' : `${count} Arbeitsgruppen`),
    documents: (count: number) =>
      count === 1 ? 'ein Dokument, auch seine Datei' : `${count} Dokumente, auch ihre Dateien`,
    organisations: (count: number) =>
      count === 1
        ? 'die Angabe zu einem Gastgeber oder Partner; im Verzeichnis bleibt er'
        : `die Angaben zu ${count} Gastgebern und Partnern; im Verzeichnis bleiben sie`,
    ticketTypes: (count: number) => (count === 1 ? 'eine Ticketart' : `${count} Ticketarten`),
    roles: (count: number) =>
      count === 1
        ? 'ein Recht, das nur für diesen Kongress gilt'
        : `${count} Rechte, die nur für diesen Kongress gelten`,
  },
  openAnyway: 'Trotzdem öffnen',
  opensAnyway:
    'Noch ist nichts gespeichert. „Trotzdem öffnen“ am Ende dieses Formulars öffnet die Anmeldung; die Punkte lassen sich auch danach erledigen. Noch zu tun:',
  byDate: 'nach Datum',
  states: {
    draft: { name: 'Entwurf', meaning: 'Nur die Geschäftsstelle sieht den Kongress.' },
    announced: { name: 'angekündigt', meaning: 'Die Seite ist öffentlich, die Anmeldung noch nicht.' },
    open: { name: 'Anmeldung offen', meaning: 'Alle können sich anmelden.' },
    closed: { name: 'Anmeldung geschlossen', meaning: 'Die Seite bleibt, neue Anmeldungen gibt es nicht.' },
    held: { name: 'hat stattgefunden', meaning: 'Die Seite beginnt mit den Ergebnissen.' },
    documented: { name: 'dokumentiert', meaning: 'Die Seite beginnt mit der Dokumentation.' },
  },
  stateNow: 'jetzt',
  undated: 'noch kein Datum',
  course: {
    title: 'Der Weg des Kongresses',
    byHand: 'jetzt, von Hand',
    since: (day: string) => `seit ${day}`,
    from: (day: string) => `ab ${day}`,
    next: (moment: string, state: string) => `Nach Datum geht es weiter am ${moment}: ${state}.`,
    stays: 'Dieser Stand ist von Hand gesetzt und bleibt, bis Sie ihn ändern; kein Datum löst ihn ab.',
    change: 'Stand und Plätze ändern',
  },
  booked: (taken: number, seats: number) => `${taken} von ${seats}`,
  onSite: 'Plätze vor Ort',
  noOrganisations: 'Noch keine Beteiligten.',
  organisationParts: { host: 'Gastgeber', partner: 'Partner' },
  pictures: {
    logoOf: (name: string) => `Logo: ${name}`,
    portraitOf: (name: string) => `Porträt: ${name}`,
    takeOut: 'Das Bild herausnehmen',
    now: 'Jetzt:',
    changeLogo: 'Logo ändern',
    addLogo: 'Logo hinzufügen',
  },
}
