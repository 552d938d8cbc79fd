/** What differs in the words about flows that are not ways to work. */
const others = (title: string, noun: string, sides: readonly [from: string, to: string]) => ({
  title,
  lead: (total: string, across: string) =>
    `${noun} zwischen den Kreisen der Metropolregion: ${total}, davon ${across} zwischen verschiedenen Regionen.`,
  from: (count: string) => `ab ${count}`,
  headline: (percent: string) => `${noun}: ${percent} von 100 zwischen verschiedenen Regionen`,
  planTitle: (name: string) => `Netzplan, ${noun}: ${name}`,
  planText: 'Breite Strecken tragen viel. Die Zahlen stehen in den Tabellen darunter.',
  planNote:
    'Jede Beziehung läuft auf dem kürzesten Weg über benachbarte Kreise; die Lasten sind eigene Berechnung. Farbe: Region, von der die Beziehung ausgeht.',
  strongestText: (from: string, to: string, count: string, all: number) =>
    `Von ${from} nach ${to}: ${count}, mehr als auf jeder anderen der ${all} gezeigten Beziehungen.`,
  ...{ home: sides[0], work: sides[1], people: noun },
  balanceText: 'Nur innerhalb der Metropolregion: eigene Summen aus den veröffentlichten Beziehungen.',
  balanceMap: `Karte: Saldo, ${noun}. Die Zahlen stehen in der Tabelle.`,
  betweenTitle: `${noun} zwischen den Regionen: links, wovon, rechts, wohin. Die Zahlen stehen in der Tabelle.`,
  betweenFinding: (
    strongest: { from: string; to: string; people: string },
    gaining: { name: string; people: string },
  ) =>
    `Links, wovon, rechts, wohin. Der stärkste Strom führt von ${strongest.from} nach ${strongest.to}: ${strongest.people}. Am meisten gewinnt ${gaining.name}: ${gaining.people} mehr hinein als hinaus.`,
})

export const de = {
  flowKinds: {
    moves: others('Umzüge', 'Umzüge', ['Von', 'nach']),
    projects: others('Gemeinsame Projekte', 'Projekte', ['Federführend in', 'beteiligt in']),
    publications: others('Gemeinsame Veröffentlichungen', 'Veröffentlichungen', ['Erstautor in', 'beteiligt in']),
  },
  flowRecord: (kind: string) =>
    `${kind} von Ort zu Ort: woher, wohin, wie viele, mit Stichtag. Was nicht genannt ist, ist nicht null.`,
  catalogue: 'Kennzahlen und Verflechtungen der Metropolregion nach Gebiet und Jahr, mit Quelle und Lizenz.',
  flowChoice: { kind: 'Was', year: 'Stand' },
  /** The flows of a municipality. */
  exchanged: {
    title: (kind: string) => `Austausch mit anderen Gemeinden: ${kind}`,
    place: 'Gemeinde',
    into: 'hierher',
    out: 'von hier',
    none: 'nicht genannt',
    shown: (shown: number, all: number) =>
      shown === all ? 'Alle genannten Beziehungen.' : `Die ${shown} stärksten von ${all} genannten Beziehungen.`,
    file: 'Alle Beziehungen dieser Gemeinde',
  },
  tooManyRows:
    'Das sind mehr Zeilen, als ein Tabellenblatt fasst (1 048 576). Bitte laden Sie die Datei als CSV oder fragen Sie nach einem Gebiet.',
}
