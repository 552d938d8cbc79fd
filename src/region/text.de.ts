import { fileRefused } from '../platform/file-text.ts'

export const de = {
  menu: 'Region',
  begin: {
    title: 'Hier ist noch nichts eingerichtet',
    lead: 'Diese Seiten sind gerade erst entstanden. Name, Farben und Regionen trägt ein, wer Metropol gestartet hat.',
    how: 'So geht es los',
    link: 'Beim Start hat Metropol einen Anmelde-Link ausgegeben. Er gilt einmal und 24 Stunden. Öffnen Sie ihn in diesem Browser.',
    again: 'Ist er verbraucht oder abgelaufen? Dieser Befehl gibt auf dem Server einen neuen aus:',
    command: 'npm run metropol -- invite name@example.org',
    onward: 'Nach dem Anmelden fragt diese Seite nach allem, was es für den Anfang braucht.',
    visitor: 'Sie wollten einen Kongress besuchen? Dann schauen Sie bitte in ein paar Tagen wieder herein.',
  },
  setUp: {
    title: 'Die Installation einrichten',
    lead: 'Wer veröffentlicht hier, und aus welchen Regionen besteht das Gebiet? Alles lässt sich später ändern.',
    send: 'Einrichten',
    sending: 'Fertig',
  },
  change: {
    title: 'Region',
    lead: 'Name, Kontakt und die Regionen mit ihren Farben.',
    send: 'Speichern',
    saved: 'Gespeichert',
  },
  who: 'Wer veröffentlicht',
  name: 'Name der Metropolregion',
  short: 'Kurzname oder Abkürzung',
  contactEmail: 'E-Mail-Adresse der Geschäftsstelle',
  contactHint: 'Steht auf öffentlichen Seiten.',
  zone: 'Zeitzone',
  ownLogo: 'Eigenes Logo',
  logoHint: 'PNG, JPEG, WebP oder GIF, höchstens 20 MB; steht oben links auf jeder Seite.',
  noLogo: 'Kein eigenes Logo mehr zeigen',
  logo: 'Ohne eigenes Logo steht dort ein Zeichen aus den Linien der Regionen.',
  regions: 'Die Regionen',
  regionsLead:
    'Ein bis zwölf Regionen; jede ist eine Linie mit Nummer und Farbe. Was auf einer Farbe nicht lesbar wäre, wird von selbst angepasst.',
  file: 'Regionen aus einer Datei',
  fileHint:
    'CSV mit der Kopfzeile name; name englisch; farbe; träger; sitz; website – oder JSON. Eine Datei geht den Feldern darunter vor.',
  region: (no: number) => `Region ${no}`,
  regionHint: 'Leer: diese Region gibt es nicht.',
  colour: 'Farbe',
  colourHint: 'Zum Beispiel #1673d1. Leer: eine Farbe wird gewählt.',
  body: 'Träger',
  seat: 'Sitz',
  website: 'Website',
  last: 'Speichern',
  fileProblems: {
    notReadable: 'Die Datei lässt sich nicht lesen. Bitte CSV oder JSON in UTF-8 wählen.',
    noHeader: 'Der CSV-Datei fehlt die Kopfzeile mit der Spalte „name“.',
    noRegions: 'In der Datei steht keine Region.',
    tooMany: 'In der Datei stehen mehr als zwölf Regionen.',
  },
  rowProblems: {
    noName: 'Der Name fehlt.',
    colour: (value: string) => `„${value}“ ist keine Farbe wie #1673d1.`,
    website: (value: string) => `„${value}“ ist keine Adresse, die mit https:// beginnt.`,
    twice: (value: string) => `„${value}“ steht zweimal da.`,
    tooLong: (value: string) => `„${value}“ ist zu lang; höchstens 200 Zeichen.`,
  },
  inRow: (row: number, problem: string) => `Region ${row}: ${problem}`,
  refused: {
    ...fileRefused.de,
    logoNoPicture: 'Das ist kein Bild. Möglich sind PNG, JPEG, WebP und GIF.',
    noRegions: 'Bitte nennen Sie mindestens eine Region.',
    regionInUse: (name: string) => `${name} wird noch gebraucht: Kreise, Kongresse oder Anmeldungen gehören dazu.`,
    regionTwice: (name: string) => `Eine Region mit dem Namen ${name} gibt es schon.`,
  } as Record<string, string | ((...names: string[]) => string)>,
  attention: 'Die Installation ist noch nicht eingerichtet.',
  deeds: { 'region.set_up': 'Installation eingerichtet', 'region.changed': 'Region geändert' } as Record<
    string,
    string
  >,
  fields: { logo: 'Logo', short: 'Kurzname', contactEmail: 'Kontakt', zone: 'Zeitzone', regions: 'Regionen' } as Record<
    string,
    string
  >,
}
