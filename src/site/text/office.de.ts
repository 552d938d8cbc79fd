import type { OperatorKey } from '../model.ts'

export const de = {
  overview: {
    title: 'Überblick',
    menu: 'Überblick',
    attention: 'Was jetzt zu tun ist',
    calm: 'Nichts wartet auf Sie.',
    more: 'Weitere Bereiche',
    days: (left: number): string => (left === 1 ? 'Tag bis zum Kongress' : 'Tage bis zum Kongress'),
    thisWeek: (count: number): string => (count === 1 ? 'Anmeldung in sieben Tagen' : 'Anmeldungen in sieben Tagen'),
    seats: (seats: string) => `von ${seats} Plätzen vergeben`,
    taken: 'Plätze vergeben',
    waiting: 'auf der Warteliste',
    registrations: 'Anmeldungen',
    edit: 'Kongress bearbeiten',
    blanks: (count: number) =>
      count === 1
        ? 'Eine Angabe für Impressum und andere Pflichtseiten fehlt'
        : `${count} Angaben für Impressum und andere Pflichtseiten fehlen`,
    openReports: (count: number) =>
      count === 1 ? 'Eine Meldung ist noch nicht erledigt' : `${count} Meldungen sind noch nicht erledigt`,
    english: (count: number) =>
      count === 1 ? 'Bei einer Seite fehlt der englische Text' : `Bei ${count} Seiten fehlt der englische Text`,
    example: 'Diese Installation zeigt Beispieldaten. So beginnen Sie eine eigene: npm start -- --empty',
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
      '## macht eine Überschrift, **so** wird etwas wichtig, - beginnt einen Listenpunkt, [Wort](Adresse) ist ein Link. {{operator_name}} setzt eine Angabe zum Betreiber ein.',
    preview: 'Vorschau',
    previewTitle: 'Vorschau',
    previewLead: 'So lesen es Besucherinnen und Besucher. Gespeichert ist davon noch nichts.',
    inserted: 'Das Bild steht jetzt im Text. Gespeichert ist es noch nicht.',
    picture: {
      title: 'Bild einfügen',
      choose: 'Welches Bild?',
      chooseHint:
        'Es kommt an das Ende des Textes, oder dorthin, wo Sie {{bild}} geschrieben haben. Hier stehen die neuesten Bilder, die öffentlich sind.',
      alt: 'Was ist auf dem Bild zu sehen?',
      altHint: 'Ein Satz für alle, die es nicht sehen. Leer gilt die Beschreibung, die beim Hochladen angegeben wurde.',
      insert: 'Einfügen',
      chooseFirst: 'Bitte wählen Sie ein Bild aus.',
      altMissing: 'Bitte beschreiben Sie das Bild, damit auch Menschen etwas davon haben, die es nicht sehen.',
      none: 'Es gibt noch kein öffentliches Bild.',
      toFiles: 'Bilder hochladen',
    },
    savedPublic: 'Gespeichert und veröffentlicht.',
    savedDraft: 'Gespeichert als Entwurf; veröffentlicht ist diese Fassung noch nicht.',
    slugDe: 'Adresse, deutsch',
    slugEn: 'Adresse, englisch',
    slugHint: 'Leer: aus dem Titel. Sonst kleine Buchstaben, Ziffern und Striche',
    slugEnHint: 'Leer gilt die deutsche',
    menu: 'Platz im Menü',
    position: 'Reihenfolge im Menü',
    publish: 'Diese Fassung veröffentlichen',
    publishHint: 'Ohne Haken bleibt sie ein Entwurf; wer die Seite besucht, sieht weiter die letzte veröffentlichte.',
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
    menu: 'Angaben zum Betreiber',
    title: 'Angaben zum Betreiber',
    lead: 'Was nur Sie wissen können. Die Angaben erscheinen in Impressum, Datenschutz, Kontakt und in der Erklärung zur Barrierefreiheit.',
    open: (count: number) =>
      count === 0
        ? 'Alle nötigen Angaben sind da.'
        : count === 1
          ? 'Eine nötige Angabe fehlt noch.'
          : `${count} nötige Angaben fehlen noch.`,
    usedOn: 'Fehlt noch auf',
    groups: {
      operator: 'Wer die Seiten betreibt',
      duties: 'Für Impressum und Datenschutz',
      accessibility: 'Barrierefreiheit',
    },
    hints: {
      operator_address: 'Straße und Hausnummer, Postleitzahl und Ort; ein Postfach genügt nicht.',
      representative: 'Zum Beispiel: die Vorsitzende, mit Namen.',
      vat_number: 'Zum Beispiel DE123456789. Wer keine hat, lässt das Feld leer.',
      editor_responsible: 'Name und Anschrift einer Person.',
      accessibility_known_gaps: 'Leer heißt: Es sind keine bekannt.',
      sign_language_video: 'Adresse des Videos, mit https://.',
    } as Readonly<Partial<Record<OperatorKey, string>>>,
    save: 'Speichern',
    saved: 'Gespeichert.',
    /** Where the name of the field would not read well in a sentence. */
    blankLabels: { accessibility_checked_on: 'Tag der Prüfung' } as Readonly<Partial<Record<OperatorKey, string>>>,
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
      answer: 'Antwort',
    },
    one: { barrier: 'Eine gemeldete Barriere', question: 'Eine Frage' },
    due: (day: string) => `Antwort bis ${day}`,
    answered: (moment: string, who: string) => `${moment}, ${who}`,
    gone: 'jemand, dessen Konto gelöscht ist',
    answerTitle: 'Antworten',
    labels: { answer: 'Antwort', way: 'Was geschieht damit?', staysOpen: 'Die Meldung bleibt offen' },
    ways: {
      mail: (address: string) => `Als Mail an ${address} senden, mit der Nachricht darunter`,
      note: 'Nur vermerken, zum Beispiel nach einem Telefonat',
    },
    noAddress: 'Hier steht keine Adresse; die Antwort wird nur vermerkt.',
    send: 'Antworten',
    note: 'Antwort vermerken',
    mailed: 'Als Mail gesendet am',
    back: 'Zurück',
    done: { mail: 'Die Antwort geht als Mail hinaus.', note: 'Die Antwort ist vermerkt; eine Mail geht nicht hinaus.' },
    kept: 'Nachrichten und Antworten werden ein Jahr nach ihrem Eingang gelöscht.',
    kinds: { barrier: 'Barriere', question: 'Frage' },
    states: { open: 'offen', done: 'erledigt' },
    empty: 'Niemand ist auf ein Hindernis gestoßen.',
    emptyHint: 'Meldet jemand eine Barriere oder stellt eine Frage, steht es hier und auf dem Überblick.',
    none: 'keine Adresse',
  },
  refused: {
    unknownBlank: (names: string) =>
      `Diesen Platzhalter gibt es nicht: ${names}. Alle, die es gibt, stehen unter „Angaben zum Betreiber“.`,
    answerMissing: 'Bitte schreiben Sie, was Sie antworten.',
    noAddress: 'Zu dieser Meldung gibt es keine Adresse. Sie können die Antwort nur vermerken.',
    answeredMeanwhile:
      'Jemand anderes hat inzwischen geantwortet; die Antwort steht weiter oben. Ihr Text ist noch da und noch nicht gesendet.',
    slugTaken: 'Diese Adresse hat schon eine andere Seite.',
    mayNotPublish: 'Veröffentlichen kann nur die Geschäftsstelle. Speichern Sie die Fassung als Entwurf.',
    changedMeanwhile:
      'Jemand anderes hat die Seite inzwischen geändert. Ihre Eingaben stehen noch hier; die neue Fassung finden Sie unter Fassungen.',
    pageIsRequired: 'Diese Seite ist gesetzlich vorgeschrieben und kann nicht offline genommen werden.',
  },
  mail: {
    reportSubject: { barrier: 'Eine Barriere wurde gemeldet', question: 'Eine Frage ist eingegangen' },
    reportTitle: 'Meldung an die Geschäftsstelle',
    reportWords: {
      subject: '{{kind}}',
      body: `Über die Website ist eine Nachricht eingegangen:

{{text}}

{{link}}`,
    },
    reportExample: 'Auf der Seite „Anfahrt“ lässt sich der Plan nicht mit der Tastatur bedienen.',
    open: 'In der Verwaltung öffnen',
    answerTitle: 'Antwort auf eine Meldung oder Frage',
    answerWords: {
      subject: 'Antwort auf Ihre Nachricht',
      body: `{{answer}}

Sie hatten uns geschrieben:

{{message}}`,
    },
    answerExample: 'Guten Tag, danke für den Hinweis. Der Plan lässt sich jetzt mit der Tastatur bedienen.',
  },
  deeds: {
    'page.created': 'Seite angelegt',
    'page.changed': 'Seite geändert',
    'page.restored': 'Fassung wiederhergestellt',
    'page.unpublished': 'Seite offline genommen',
    'operator.told': 'Angaben zum Betreiber geändert',
    'report.barrier': 'Barriere gemeldet',
    'report.question': 'Frage gestellt',
    'report.mailed': 'Meldung per Mail beantwortet',
    'report.answered': 'Antwort auf eine Meldung vermerkt',
    'report.settled': 'Meldung erledigt',
    'report.reopened': 'Meldung wieder offen',
    'report.erased': 'Meldungen nach einem Jahr gelöscht',
    'installation.filled': 'Beispielinstallation gefüllt',
  },
}
