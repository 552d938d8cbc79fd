export const de = {
  home: 'Start',
  title: 'Suche',
  lead: 'In allem, was hier veröffentlicht ist: Dokumente Seite für Seite, Programme, Kongresse, Ergebnisse, Projekte, Positionen, Organisationen, Seiten; Personen, die dem zugestimmt haben.',
  label: 'Suchen',
  words: 'Suchwörter',
  hint: 'Mehrere Wörter müssen alle vorkommen. „In Anführungszeichen“ sucht genau diese Worte, ein Minus davor schließt aus: -Schiene.',
  found: (count: number) =>
    count === 0 ? 'Nichts gefunden' : count === 1 ? 'Ein Ergebnis' : `${count.toLocaleString('de-DE')} Ergebnisse`,
  none: 'Prüfen Sie die Schreibweise oder nehmen Sie weniger Wörter.',
  description: (name: string) => `Suche in Dokumenten, Programmen und Seiten: ${name}`,
}
