import { fileRefused } from '../platform/file-text.ts'

const rowsOf = (count: number) => (count === 1 ? 'eine Zeile' : `${count} Zeilen`)

export const de = {
  library: 'Bibliothek',
  title: 'Viele Dokumente einlesen',
  lead: 'Aus einer Tabelle mit Dateien, aus dem Export eines Repositoriums oder von seiner Adresse. Alles kommt als Entwurf; was es hier schon gibt, kommt nicht noch einmal.',
  sending: {
    title: 'Tabelle oder Export',
    send: 'Einlesen und zeigen',
    after: 'Sie sehen zuerst, was daraus wird. Aufgenommen wird erst danach.',
  },
  harvesting: {
    title: 'Von einem Repositorium abrufen',
    send: 'Abrufen und zeigen',
  },
  fields: {
    table: 'Tabelle oder Export',
    file: 'Dateien',
    address: 'Adresse für OAI-PMH',
    set: 'Teilmenge',
  },
  hints: {
    table:
      'CSV oder XLSX mit einer Zeile je Dokument, die Spalten auf Deutsch oder Englisch benannt; oder JSON von DataCite oder Zenodo. Mehrere in einer Zelle trennt ein Semikolon.',
    file: 'Einzeln oder als ZIP, zusammen höchstens 25 MB. In der Spalte „Datei“ steht, welche zu welcher Zeile gehört. Die Tabelle darf im ZIP liegen.',
    address: 'Zum Beispiel https://zenodo.org/oai2d',
    set: 'Leer: alles. Sonst der Name der Teilmenge (set) dort.',
  },
  caption: 'Bisher eingelesen',
  none: 'Noch nichts eingelesen.',
  columns: { name: 'Woher', kind: 'Art', state: 'Stand', at: 'Vom' },
  kinds: { table: 'Tabelle', records: 'Export', harvest: 'Abruf' },
  states: { fetching: 'wird abgerufen', draft: 'wartet auf Sie', running: 'wird aufgenommen', done: 'fertig' },
  progress: {
    fetching: (count: number) =>
      count === 0
        ? 'Der Abruf beginnt gerade.'
        : `${count === 1 ? 'Ein Dokument ist' : `${count} Dokumente sind`} abgerufen.`,
    running: (done: number, all: number) => `${done} von ${rowsOf(all)} bearbeitet.`,
    again: 'Noch einmal nachsehen',
    done: 'Fertig',
    taken: (count: number) => (count === 1 ? 'Ein Entwurf ist neu.' : `${count} Entwürfe sind neu.`),
    known: (count: number) =>
      count === 1
        ? 'Ein Dokument gab es hier schon; es blieb, wie es ist.'
        : `${count} Dokumente gab es hier schon; sie blieben, wie sie sind.`,
    toDrafts: 'Zu den Entwürfen',
  },
  refusedTitle: (count: number) =>
    count === 1 ? 'Eine Zeile ließ sich nicht aufnehmen' : `${count} Zeilen ließen sich nicht aufnehmen`,
  wrongTitle: (count: number) =>
    count === 1 ? 'Eine Zeile wird sich nicht aufnehmen lassen' : `${count} Zeilen werden sich nicht aufnehmen lassen`,
  wrongText: {
    table:
      'Die anderen hält das nicht auf. Sie können die Tabelle verbessern und noch einmal einlesen: Doppelt kommt nichts.',
    records:
      'Die anderen hält das nicht auf. Ist es im Repositorium berichtigt, lesen Sie den neuen Export ein: Doppelt kommt nichts.',
    harvest:
      'Die anderen hält das nicht auf. Ist es im Repositorium berichtigt, rufen Sie noch einmal ab: Doppelt kommt nichts.',
  },
  filesTitle: 'Diese Dateien ließen sich nicht annehmen',
  line: (no: number) => `Zeile ${no}`,
  record: (no: number) => `Dokument ${no}`,
  mapping: {
    title: 'Spalten',
    text: 'Was das Programm erkannt hat. Sie können es ändern.',
    none: 'nicht übernehmen',
    column: (label: string, no: number) => label || `Spalte ${no}`,
    send: 'Zuordnung übernehmen',
  },
  preview: {
    title: 'So werden die ersten aufgenommen',
    columns: {
      line: 'Zeile',
      title: 'Titel',
      authors: 'Von',
      dated: 'Datum',
      type: 'Art',
      licence: 'Lizenz',
      file: 'Datei',
    },
    counted: (rows: number, files: number) =>
      `${rows === 1 ? 'Eine Zeile' : `${rows} Zeilen`}, ${files === 0 ? 'ohne Dateien' : files === 1 ? 'eine Datei' : `${files} Dateien`}.`,
    wrong: 'nicht aufzunehmen',
    nothing: 'Es ist nichts dabei, was sich aufnehmen ließe.',
  },
  begin: 'Als Entwürfe aufnehmen',
  remove: 'Verwerfen',
  forget: 'Aus der Liste nehmen',
  made: 'Was daraus wurde',
  madeStates: { taken: 'neu', known: 'gab es schon' },
  said: {
    mapped: 'Die Zuordnung ist übernommen',
    removed: 'Verworfen',
  },
  named: {
    title: 'Titel',
    subtitle: 'Untertitel',
    persons: 'Personen',
    organisations: 'Organisationen',
    publisher: 'Herausgegeben von',
    dated: 'Datum',
    language: 'Sprache',
    type: 'Art',
    abstract: 'Zusammenfassung',
    abstractEn: 'Zusammenfassung, englisch',
    subjects: 'Themen',
    regions: 'Regionen',
    licence: 'Lizenz',
    rightsNote: 'Hinweis zu Rechten',
    link: 'Adresse des Originals',
    doi: 'DOI',
    urn: 'URN',
    access: 'Zugang',
    identifier: 'Eigene Kennung',
    file: 'Datei',
  },
  problems: {
    titleMissing: 'Es gibt keinen Titel und keine Datei.',
    fileNotThere: 'Diese Datei ist nicht mitgekommen oder ließ sich nicht annehmen.',
    datedUnclear: 'Das Datum ist unklar. Möglich sind 2022, 2022-05, 2022-05-14 und 14.5.2022.',
    typeUnknown: 'Diese Art gibt es hier nicht.',
    languageUnknown: 'Diese Sprache gibt es hier nicht.',
    licenceUnknown: 'Diese Lizenz gibt es hier nicht.',
    accessUnknown: 'Möglich sind „Alle“ und „Nur mit Konto“.',
    linkUnclear: 'Das ist keine Adresse mit https.',
    doiUnclear: 'Das ist keine DOI.',
    urnUnclear: 'Das ist keine URN.',
    slugTaken: 'Die Adresse gibt es schon.',
    unexpected: 'Die Zeile ließ sich nicht speichern.',
    addressNotHttps: 'Abgerufen wird nur mit https.',
    addressPrivate:
      'Diese Adresse liegt in einem privaten Netz. Erlauben kann sie, wer Metropol betreibt (HARVEST_HOSTS).',
    notReached: 'Die Adresse hat nicht geantwortet.',
    answerTooLarge: 'Eine Antwort war größer als 10 MB.',
    answerRefused: 'Die Adresse hat den Abruf abgelehnt.',
    harvestNotOai: 'Unter dieser Adresse antwortet kein OAI-PMH.',
    harvestRefused: 'Das Repositorium kennt diese Teilmenge nicht oder gibt kein Dublin Core aus.',
    harvestUnreadable:
      'Eine Antwort ließ sich nicht lesen. Bitte melden Sie das der Stelle, die das Repositorium betreibt.',
    harvestCut: 'Eine Antwort brach mittendrin ab. Was bis dahin kam, steht hier.',
    harvestStuck: 'Das Repositorium gibt kein Ende aus. Was bis dahin kam, steht hier.',
    harvestTooMuch:
      'Das Repositorium hat mehr als 20.000 Dokumente. Die weiteren fehlen hier; wählen Sie eine Teilmenge.',
  },
  harvestEnded: 'Der Abruf kam nicht bis zum Ende',
  refused: {
    ...fileRefused.de,
    tableMissing:
      'Bitte wählen Sie eine Tabelle oder einen Export aus; im ZIP wird eine Datei „metadaten.csv“ erkannt.',
    tableBroken: 'Diese Tabelle lässt sich nicht lesen. Möglich sind CSV und XLSX.',
    noTitleColumn: 'In den ersten Zeilen ist keine Spalte „Titel“ oder „Datei“ zu erkennen.',
    noRows: 'Unter den Spalten steht nichts.',
    tooManyRows: 'Höchstens 5000 Zeilen gehen auf einmal. Bitte teilen Sie die Tabelle.',
    tooManyFiles: 'Höchstens 1000 Dateien gehen auf einmal. Bitte teilen Sie sie auf.',
    archiveBroken: 'Das ZIP ist beschädigt oder enthält Namen, die aus ihm hinausführen.',
    archiveEncrypted: 'Das ZIP ist mit einem Kennwort geschützt. Bitte senden Sie es ohne.',
    archiveTooLarge: 'Ausgepackt wären es mehr als 200 MB. Bitte teilen Sie das ZIP.',
    exportBroken: 'Dieses JSON ist nicht vollständig.',
    exportUnknown: 'In diesem JSON ist kein Dokument nach DataCite oder Zenodo zu erkennen.',
    fieldTwice: 'Zwei Spalten können nicht dasselbe füllen.',
    addressNotHttps: 'Bitte geben Sie eine Adresse an, die mit https:// beginnt.',
  },
  attention: (count: number) =>
    count === 1 ? 'Eingelesene Dokumente warten auf Sie' : `${count} Mal eingelesene Dokumente warten auf Sie`,
  deeds: {
    'intake.kept': 'Dokumente zum Einlesen bekommen',
    'intake.fetched': 'Dokumente abgerufen',
    'intake.mapped': 'Spalten zugeordnet',
    'intake.begun': 'Einlesen begonnen',
    'intake.row': 'Zeile eingelesen',
    'intake.done': 'Einlesen beendet',
    'intake.removed': 'Eingelesenes verworfen',
  },
  recorded: { name: 'Name', rows: 'Zeilen', files: 'Dateien', line: 'Zeile', became: 'Stand' },
  recordedStates: { taken: 'aufgenommen', known: 'bekannt', refused: 'nicht aufgenommen' },
}
