export const de = {
  level: 'Gemeinde',
  lead: (kind: string, district: string, asOf: string) => `${kind}, ${district}, in den Grenzen vom ${asOf}.`,
  city: (kind: string, asOf: string) => `${kind} und zugleich eigener Kreis, in den Grenzen vom ${asOf}.`,
  mapTitle: (name: string, district: string) => `${name} unter den Gemeinden von ${district}`,
  figures: 'Was bekannt ist',
  figuresText:
    'Jede Kennzahl, die es für Gemeinden gibt, neben der des Kreises. Der Rang zählt unter den Gemeinden des Kreises vom höchsten Wert.',
  none: 'Für diese Gemeinde liegen noch keine Kennzahlen vor. Das heißt nicht null.',
  district: 'Kreis',
  title: (indicator: string) => `${indicator} nach Gemeinden`,
  fineLead: (known: number, all: number, asOf: string) =>
    known === all
      ? `Alle ${all} Gemeinden, ${asOf}.`
      : `Für ${known} von ${all} Gemeinden liegt ein Wert vor, ${asOf}.`,
  all: 'Alle Kreise',
  choose: (n: number, most: number) =>
    `${n} Gemeinden passen nicht lesbar auf eine Karte (höchstens ${most}). Bitte wählen Sie einen Kreis.`,
  noMap: 'Grenzen der Gemeinden sind noch nicht eingelesen.',
  inOrder: 'Nach Größe',
  shown: (shown: number, all: number) =>
    shown === all ? `Alle ${all} Gemeinden.` : `Die ersten ${shown} von ${all} Gemeinden; alle stehen in der Datei.`,
  protected:
    'Neben geheimen Werten bleiben, wo nötig, auch die kleinsten übrigen geheim: Sonst ließen sie sich aus Summen errechnen (Handbook on Statistical Disclosure Control, 2. Auflage 2024, Abschnitt 4.2.2). Abschätzen lässt sich ein geheimer Wert weiterhin.',
  toFine: 'Nach Gemeinden',
}
