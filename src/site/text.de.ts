import type { OperatorKey } from './model.ts'

const words = [
  'Null',
  'Eine',
  'Zwei',
  'Drei',
  'Vier',
  'Fünf',
  'Sechs',
  'Sieben',
  'Acht',
  'Neun',
  'Zehn',
  'Elf',
  'Zwölf',
]
const inWords = (count: number) => words[count] ?? String(count)

export const de = {
  home: {
    start: 'Start',
    lead: (regions: number, districts: number) =>
      `${inWords(regions)} Regionen mit ${districts} Kreisen arbeiten zusammen. Hier steht, was sie vorhaben, was sie beschlossen haben und was daraus wurde.`,
    leadPlain: 'Hier steht, was die Region vorhat, was sie beschlossen hat und was daraus wurde.',
    planTitle: 'Netzplan der Pendlerinnen und Pendler',
    planText:
      'Jeder Kreis ist ein Halt. Je breiter ein Abschnitt, desto mehr Menschen pendeln auf ihm. Die Tabelle darunter nennt alle Zahlen.',
    howToRead: 'So lesen Sie den Plan.',
    reading: (from: string, to: string, people: string) =>
      `Ein Halt ist ein Kreis. Die Breite zeigt, wie viele Menschen auf einem Abschnitt täglich zur Arbeit pendeln, die Farbe, in welcher Region sie wohnen. Zwischen ${from} und ${to} sind es ${people}. Jede Beziehung führt auf dem kürzesten Weg durch die Nachbarkreise.`,
    own: (asOf: string) => `Stand ${asOf}, eigene Berechnung.`,
    table: 'Alle Abschnitte als Tabelle',
    tableCaption: 'Pendlerinnen und Pendler je Abschnitt, beide Richtungen, nach Wohnregion',
    section: 'Abschnitt',
    total: 'zusammen',
    binds: 'Was die Region verbindet',
    oneScale: 'Drei Zahlen, ein Maßstab: Alle Balken sind im selben Verhältnis gezeichnet.',
    register: 'Anmelden',
    programme: 'Programm',
    toCongress: 'Zum Kongress',
    when: 'Wann',
    where: 'Wo',
    until: 'Anmelden bis',
    seats: 'Plätze',
    source: 'Quelle',
    states: {
      draft: 'Entwurf',
      announced: 'Der Kongress ist angekündigt. Die Anmeldung öffnet noch.',
      open: 'Die Anmeldung ist offen.',
      closed: 'Die Anmeldung ist geschlossen.',
      held: 'Der Kongress ist vorbei.',
      documented: 'Der Kongress ist dokumentiert.',
    },
    results: 'Neueste Ergebnisse',
    resultsText:
      'Papiere, Studien und Dokumentationen der Kongresse. Was nur bekannt ist, aber nicht vorliegt, steht beim Kongress.',
    allCongresses: 'Alle Kongresse',
  },
  page: {
    changed: (day: string) => `Stand: ${day}`,
    /** What stands where a fact is missing that not everybody has. */
    without: {
      vat_number: 'nicht vorhanden',
      accessibility_known_gaps: 'Zur Zeit sind uns keine Barrieren bekannt.',
    } as Readonly<Record<string, string>>,
    gap: (name: string) => `[noch offen: ${name}]`,
    draft: 'Dieser Entwurf ist noch nicht veröffentlicht.',
    edit: 'Bearbeiten',
  },
  report: {
    title: 'Barriere melden',
    lead: 'Kommen Sie irgendwo nicht weiter, oder fehlt Ihnen ein Inhalt in einer Form, die Sie nutzen können? Schreiben Sie es uns. Sie bekommen innerhalb von vier Wochen eine Antwort, wenn Sie eine Adresse angeben.',
    kind: 'Worum geht es?',
    kinds: { barrier: 'Etwas ist nicht zugänglich', question: 'Ich habe eine Frage' },
    page: 'Auf welcher Seite?',
    pageHint: 'Die Adresse oder der Titel der Seite',
    text: 'Was ist geschehen?',
    email: 'E-Mail-Adresse für die Antwort',
    privacy: 'Wir löschen Ihre Nachricht nach einem Jahr.',
    send: 'Absenden',
    thanksTitle: 'Ihre Nachricht ist angekommen',
    thanks: 'Danke. Die Geschäftsstelle liest sie und antwortet Ihnen, wenn Sie eine Adresse angegeben haben.',
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
    409: {
      title: 'Dieses Formular wurde schon abgesendet',
      text: 'Was Sie zuerst abgesendet haben, ist gespeichert. Für eine Änderung öffnen Sie die Seite bitte neu.',
    },
    413: { title: 'Das ist zu groß', text: 'Die Eingabe oder Datei ist größer, als hier erlaubt ist.' },
    429: {
      title: 'Das waren viele Versuche',
      text: 'Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
    },
    500: {
      title: 'Hier ist etwas schiefgegangen',
      text: 'Der Fehler liegt bei uns und ist aufgeschrieben. Was vorher gespeichert war, ist nicht verloren.',
    },
    other: { title: 'Das ging nicht', text: 'Diese Anfrage können wir so nicht beantworten.' },
    number: (id: string) => `Nummer dieser Anfrage: ${id}`,
    home: 'Zur Startseite',
    congresses: 'Zu den Kongressen',
    findLink: 'Link zur Anmeldung noch einmal senden',
  },
  overview: {
    title: 'Überblick',
    menu: 'Überblick',
    attention: 'Was jetzt zu tun ist',
    calm: 'Nichts wartet auf Sie.',
    rooms: 'Bereiche',
    blanks: (count: number) =>
      count === 1
        ? 'Eine Angabe für Impressum und andere Pflichtseiten fehlt'
        : `${count} Angaben für Impressum und andere Pflichtseiten fehlen`,
    openReports: (count: number) =>
      count === 1 ? 'Eine Meldung ist noch nicht erledigt' : `${count} Meldungen sind noch nicht erledigt`,
    english: (count: number) =>
      count === 1 ? 'Bei einer Seite fehlt der englische Text' : `Bei ${count} Seiten fehlt der englische Text`,
    example: 'Diese Installation zeigt Beispieldaten. Eine eigene beginnt mit: npm start -- --empty',
  },
  pages: {
    menu: 'Seiten',
    title: 'Seiten',
    lead: 'Texte, die Sie selbst schreiben. Jede Fassung bleibt erhalten.',
    add: 'Neue Seite',
    columns: {
      title: 'Titel',
      address: 'Adresse',
      menu: 'Menü',
      state: 'Stand',
      changed: 'Geändert',
      english: 'Englisch',
    },
    states: { published: 'veröffentlicht', changed: 'Entwurf liegt vor', draft: 'Entwurf' },
    english: { there: 'vorhanden', missing: 'fehlt' },
    menus: { none: 'kein Menü', main: 'Hauptmenü', aids: 'oben rechts', foot: 'Fußzeile' },
    empty: 'Es gibt noch keine Seiten.',
  },
  edit: {
    newTitle: 'Neue Seite',
    title: 'Titel',
    text: 'Text',
    textHint:
      'Markdown: ## Überschrift, **wichtig**, - Liste, [Wort](Adresse). {{operator_name}} setzt eine Angabe des Betreibers ein.',
    slugDe: 'Adresse, deutsch',
    slugEn: 'Adresse, englisch',
    slugHint: 'Kleine Buchstaben, Ziffern und Striche',
    menu: 'Platz im Menü',
    position: 'Reihenfolge im Menü',
    publish: 'Diese Fassung veröffentlichen',
    publishHint: 'Ohne Haken bleibt sie ein Entwurf; Besucher sehen weiter die letzte veröffentlichte Fassung.',
    save: 'Speichern',
    view: 'Seite ansehen',
    history: 'Fassungen',
    withdraw: 'Seite offline nehmen',
    content: 'Inhalt',
    place: 'Adresse und Menü',
    finish: 'Speichern',
  },
  history: {
    title: (name: string) => `Fassungen: ${name}`,
    version: (no: number) => `Fassung ${no}`,
    by: (who: string, when: string) => `${who}, ${when}`,
    system: 'mit der Installation',
    current: 'aktuell',
    published: 'veröffentlicht',
    restore: 'Als Entwurf wiederherstellen',
    difference: (from: number, to: number) => `Unterschied von Fassung ${from} zu ${to}`,
    nothing: 'Kein Unterschied im Text.',
    removed: 'weggefallen',
    added: 'neu',
  },
  operator: {
    menu: 'Angaben des Betreibers',
    title: 'Angaben des Betreibers',
    lead: 'Was nur Sie wissen. Die Angaben erscheinen in Impressum, Datenschutz, Kontakt und in der Erklärung zur Barrierefreiheit.',
    open: (count: number) =>
      count === 0
        ? 'Alle nötigen Angaben sind da.'
        : count === 1
          ? 'Eine nötige Angabe fehlt noch.'
          : `${count} nötige Angaben fehlen noch.`,
    usedOn: 'Steht auf',
    save: 'Speichern',
    saved: 'Gespeichert.',
    keys: {
      operator_name: 'Name des Betreibers',
      operator_address: 'Anschrift',
      operator_phone: 'Telefon',
      operator_email: 'E-Mail-Adresse',
      representative: 'Vertretungsberechtigt',
      legal_form: 'Rechtsform',
      supervisory_authority: 'Aufsichtsbehörde',
      vat_number: 'Umsatzsteuer-Identifikationsnummer',
      editor_responsible: 'Verantwortlich für den Inhalt',
      data_protection_officer: 'Datenschutzbeauftragte Person',
      hosting_provider: 'Betrieb des Servers',
      accessibility_contact: 'Ansprechstelle für Barrierefreiheit',
      accessibility_checked_on: 'Barrierefreiheit geprüft am',
      accessibility_known_gaps: 'Bekannte Barrieren',
      sign_language_video: 'Video in Gebärdensprache',
    } satisfies Record<OperatorKey, string>,
  },
  reports: {
    menu: 'Meldungen',
    title: 'Meldungen',
    lead: 'Barrieren und Fragen, die Besucherinnen und Besucher gemeldet haben. Die Frist für eine Antwort sind vier Wochen.',
    columns: {
      when: 'Eingang',
      kind: 'Art',
      page: 'Seite',
      text: 'Nachricht',
      email: 'Antwort an',
      state: 'Stand',
      action: 'Handeln',
    },
    kinds: { barrier: 'Barriere', question: 'Frage' },
    states: { open: 'offen', done: 'erledigt' },
    settle: 'Erledigt',
    empty: 'Es ist nichts gemeldet.',
    none: 'keine Adresse',
  },
  refused: {
    unknownBlank: (names: string) =>
      `Diesen Platzhalter gibt es nicht: ${names}. Die bekannten stehen unter „Angaben des Betreibers“.`,
    slugTaken: 'Diese Adresse hat schon eine andere Seite.',
    mayNotPublish: 'Veröffentlichen kann nur die Geschäftsstelle. Speichern Sie die Fassung als Entwurf.',
    changedMeanwhile:
      'Jemand anderes hat die Seite inzwischen geändert. Ihre Eingaben stehen noch hier; die neue Fassung finden Sie unter Fassungen.',
    pageIsRequired: 'Diese Seite verlangt das Gesetz. Sie kann nicht offline gehen.',
  },
  feed: { title: (name: string) => `Neues aus: ${name}` },
  mail: {
    reportSubject: { barrier: 'Eine Barriere wurde gemeldet', question: 'Eine Frage ist eingegangen' },
    reportTitle: 'Meldung an die Geschäftsstelle',
    reportWords: {
      subject: '{{kind}}',
      body: `Auf den Seiten ist eine Nachricht eingegangen:

{{text}}

{{link}}`,
    },
    reportExample: 'Auf der Seite „Anfahrt“ lässt sich der Plan nicht mit der Tastatur bedienen.',
    open: 'In der Verwaltung öffnen',
  },
  menu: { congresses: 'Kongresse', report: 'Barriere melden', access: 'Zugang für Mitarbeitende' },
  note: 'Metropol ist freie Software für Metropolregionen.',
  exampleNote: 'Was mit „Beispiel“ gekennzeichnet ist, hat nicht stattgefunden.',
  deeds: {
    'page.created': 'Seite angelegt',
    'page.changed': 'Seite geändert',
    'page.restored': 'Fassung wiederhergestellt',
    'page.unpublished': 'Seite offline genommen',
    'operator.told': 'Angaben des Betreibers geändert',
    'report.barrier': 'Barriere gemeldet',
    'report.question': 'Frage gestellt',
    'report.settled': 'Meldung erledigt',
    'report.erased': 'Meldungen nach einem Jahr gelöscht',
    'installation.filled': 'Beispielinstallation gefüllt',
  },
}
