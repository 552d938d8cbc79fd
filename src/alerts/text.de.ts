export const de = {
  title: 'Suche per Mail',
  lead: (search: string) =>
    `Wir schreiben Ihnen, wenn in der Bibliothek etwas Neues dazukommt: ${search}. Höchstens eine Mail am Tag.`,
  running: (search: string) => `Sie bekommen eine Mail, wenn etwas Neues dazukommt: ${search}. Höchstens eine am Tag.`,
  everything: 'alle Dokumente',
  narrowed: 'die gewählten Dokumente',
  quoted: (words: string) => `„${words}“`,
  both: (words: string) => `„${words}“ in den gewählten Dokumenten`,
  fields: { email: 'E-Mail-Adresse', search: 'Suche' },
  privacy:
    'Sie bekommen zuerst eine Mail mit einem Link zum Bestätigen. Jede Mail enthält einen Link zum Abbestellen; danach sind Adresse und Suche gelöscht.',
  send: 'Link zum Bestätigen anfordern',
  confirm: 'Bestätigen',
  end: 'Abbestellen',
  library: 'Zur Bibliothek',
  said: {
    sent: {
      title: 'Bitte sehen Sie in Ihr Postfach',
      lead: 'Dort liegt gleich eine Mail mit einem Link, der die Suche bestätigt. Wer diese Suche schon bekommt, bekommt keine weitere Mail.',
    },
    ended: { title: 'Abbestellt', lead: 'Adresse und Suche sind gelöscht.' },
  },
  mail: {
    example: '„Wasserstoff“',
    exampleDocument: 'Studie',
    why: 'Sie haben diese Suche in der Bibliothek bestellt.',
    end: 'Abbestellen',
    ignore: 'Haben Sie das nicht bestellt? Dann müssen Sie nichts tun; die Adresse wird nach zwei Wochen gelöscht.',
    confirm: {
      title: 'Suche bestätigen',
      subject: 'Bitte bestätigen: Suche per Mail',
      body: `Mit diesem Link bestätigen Sie, dass Sie Neues aus der Bibliothek bekommen möchten: {{search}}

{{link}}`,
      button: 'Suche bestätigen',
    },
    found: {
      title: 'Neues in einer Suche',
      subject: 'Neu in der Bibliothek: {{search}}',
      body: `In der Bibliothek ist dazugekommen:

{{documents}}`,
    },
  },
  deeds: {
    'alert.asked': 'Suche per Mail angefragt',
    'alert.confirmed': 'Suche per Mail bestätigt',
    'alert.ended': 'Suche per Mail beendet',
    'alert.told': 'Neues einer Suche gemailt',
  },
  recorded: { documents: 'Dokumente' },
}
