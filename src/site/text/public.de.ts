import { counted } from '../../platform/language.ts'

const inWords = (count: number) => counted('de', count).replace(/^./, (first) => first.toUpperCase())

export const de = {
  found: { name: 'Seiten', kind: 'Seite' },
  home: {
    start: 'Start',
    empty: 'Diese Installation ist noch leer',
    begin: 'So wird sie eingerichtet',
    nothingYet: 'Noch ist hier kein Kongress angekündigt und kein Ergebnis veröffentlicht',
    lead: (regions: number, districts: number) =>
      `${inWords(regions)} Regionen mit ${districts} Kreisen arbeiten zusammen. Hier steht, was sie vorhaben, was sie beschlossen haben und was daraus wurde.`,
    leadPlain: 'Hier steht, was die Region vorhat, was sie beschlossen hat und was daraus wurde.',
    districts: (count: number) => (count === 1 ? '1 Kreis' : `${count} Kreise`),
    planTitle: 'Netzplan der Pendlerinnen und Pendler',
    planText:
      'Jeder Kreis ist ein Halt. Je breiter ein Abschnitt, desto mehr Menschen pendeln auf ihm. Die Tabelle darunter nennt alle Zahlen.',
    howToRead: 'So lesen Sie den Plan.',
    reading: (from: string, to: string, people: string) =>
      `Ein Halt ist ein Kreis. Die Breite zeigt, wie viele Menschen auf einem Abschnitt zur Arbeit pendeln, die Farbe, in welcher Region sie wohnen. Zwischen ${from} und ${to} sind es ${people}. Jede Beziehung führt auf dem kürzesten Weg durch die Nachbarkreise.`,
    own: (asOf: string) => `Stand ${asOf}, eigene Berechnung.`,
    asOf: (day: string) => `Stand ${day}.`,
    table: 'Alle Abschnitte als Tabelle',
    tableCaption: 'Pendlerinnen und Pendler je Abschnitt, beide Richtungen, nach Wohnregion',
    section: 'Abschnitt',
    total: 'zusammen',
    binds: 'Was die Region verbindet',
    oneScale: (count: number) =>
      `${inWords(count)} Zahlen, ein Maßstab: Alle Balken sind im selben Verhältnis gezeichnet.`,
    register: 'Anmelden',
    programme: 'Programm',
    toCongress: 'Zum Kongress',
    when: 'Wann',
    where: 'Wo',
    until: 'Anmelden bis',
    seats: 'Plätze',
    source: 'Quelle',
    full: 'Vor Ort sind alle Plätze vergeben. Es gibt eine Warteliste.',
    waitingList: 'Auf die Warteliste',
    states: {
      draft: 'Entwurf',
      announced: 'Der Kongress ist angekündigt. Die Anmeldung ist noch nicht geöffnet.',
      open: 'Die Anmeldung ist offen.',
      closed: 'Die Anmeldung ist geschlossen.',
      held: 'Der Kongress ist vorbei.',
      documented: 'Der Kongress ist dokumentiert.',
    },
    results: 'Neueste Ergebnisse',
    resultsText:
      'Papiere, Studien und Dokumentationen der Kongresse. Jede Seite sagt, was vorliegt und wo das Original zu finden ist.',
    allDocuments: 'Alle Dokumente',
  },
  page: {
    changed: (day: string) => `Stand: ${day}`,
    /** What stands where a fact is missing that not everybody has. */
    without: {
      vat_number: 'nicht vorhanden',
      accessibility_known_gaps: 'Zur Zeit sind uns keine Barrieren bekannt.',
    } as Readonly<Record<string, string>>,
    gap: 'wird noch ergänzt',
    blanks: 'Was gestrichelt unterstrichen ist, trägt der Betreiber dieser Seiten noch nach.',
    tell: 'Angaben jetzt ergänzen',
    draft: 'Dieser Entwurf ist noch nicht veröffentlicht.',
    edit: 'Bearbeiten',
  },
  report: {
    title: { barrier: 'Barriere melden', question: 'Eine Frage stellen' },
    lead: {
      barrier:
        'Kommen Sie irgendwo nicht weiter, oder fehlt Ihnen ein Inhalt in einer Form, die Sie nutzen können? Schreiben Sie es uns. Sie bekommen innerhalb von vier Wochen eine Antwort, wenn Sie eine Adresse angeben.',
      question: 'Die Geschäftsstelle antwortet Ihnen per Mail.',
    },
    kinds: { barrier: 'Lieber eine Barriere melden', question: 'Lieber eine Frage stellen' },
    page: 'Auf welcher Seite?',
    pageHint: 'Die Adresse oder der Titel der Seite',
    text: { barrier: 'Was ist geschehen?', question: 'Ihre Frage' },
    email: 'E-Mail-Adresse für die Antwort',
    emailHint: {
      barrier: 'Ohne Adresse lesen wir Ihre Meldung auch, können Ihnen aber nicht antworten.',
      question: 'Nur dorthin schicken wir die Antwort.',
    },
    privacy: 'Wir löschen Ihre Nachricht nach einem Jahr.',
    send: 'Absenden',
    thanksTitle: 'Ihre Nachricht ist angekommen',
    thanks: 'Danke. Die Geschäftsstelle liest sie und antwortet, wenn Sie eine Adresse angegeben haben.',
    home: 'Zur Startseite',
  },
  error: {
    404: {
      title: 'Diese Seite gibt es nicht',
      text: 'Vielleicht ist die Adresse unvollständig, oder die Seite ist umgezogen.',
    },
    403: {
      title: 'Das ging nicht',
      text: 'Diese Eingabe kam nicht aus einem gültigen Formular. Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal.',
    },
    keyGone: {
      title: 'Noch nicht gespeichert',
      text: 'Wahrscheinlich sind Sie inzwischen abgemeldet. Ihr Text steht unten: Kopieren Sie ihn, melden Sie sich an und öffnen Sie das Formular noch einmal. Hat Ihr Browser ihn behalten, wird er Ihnen dort wieder angeboten.',
    },
    toForm: 'Nach dem Anmelden: zurück zum Formular',
    409: {
      title: 'Dieses Formular wurde schon abgesendet',
      text: 'Was Sie zuerst abgesendet haben, ist gespeichert. Für eine Änderung öffnen Sie die Seite bitte neu.',
    },
    413: {
      title: 'Das ist zu groß',
      text: 'Die Eingabe ist größer, als hier erlaubt ist. Ein Formular trägt höchstens 20 Dateien, jede bis 20 MB, zusammen bis 25 MB.',
    },
    429: {
      title: 'Das waren zu viele Versuche',
      text: 'Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    },
    500: {
      title: 'Hier ist etwas schiefgegangen',
      text: 'Der Fehler liegt bei uns und ist vermerkt. Was vorher gespeichert war, ist nicht verloren.',
    },
    503: {
      title: 'Gerade kann nichts gespeichert werden',
      text: 'Ihre letzte Eingabe ist nicht angekommen; was vorher gespeichert war, ist nicht verloren. Bitte versuchen Sie es in einigen Minuten noch einmal.',
    },
    other: { title: 'Das ging nicht', text: 'Diese Anfrage können wir so nicht beantworten.' },
    number: (id: string) => `Nummer dieser Anfrage: ${id}`,
    home: 'Zur Startseite',
    congresses: 'Zu den Kongressen',
    signIn: 'Anmelden',
    findLink: 'Link zur Anmeldung noch einmal senden',
  },
  feed: { title: (name: string) => `Neues aus: ${name}`, example: (title: string) => `${title} (Beispiel)` },
  menu: {
    congresses: 'Kongresse',
    groups: 'Arbeitsgruppen',
    organisations: 'Organisationen',
    thread: 'Was wurde daraus?',
    projects: 'Projekte',
    positions: 'Positionen',
    search: 'Suche',
    library: 'Bibliothek',
    atlas: 'Atlas',
    report: 'Barriere melden',
    access: 'Zugang mit Konto',
  },
  note: 'Metropol ist freie Software für Metropolregionen.',
  exampleNote: 'Was mit „Beispiel“ gekennzeichnet ist, ist erfunden.',
}
