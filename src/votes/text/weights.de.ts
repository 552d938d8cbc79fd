export const weights = {
  title: 'Stimmgewichte',
  lead: 'Wie viele Stimmen eine Organisation nach der Satzung hat. Eine Fassung ändert sich nie; wer etwas ändern will, trägt eine neue ein. Jede Abstimmung behält die Fassung, mit der sie eröffnet wurde.',
  add: 'Neue Fassung eintragen',
  none: 'Noch ist keine Fassung eingetragen.',
  from: (day: string) => `Ab ${day}`,
  organisation: 'Organisation',
  weight: 'Stimmen',
  inForceOn: 'Gilt ab',
  source: 'Woher',
  sourceHint: 'Satzung mit Paragraf und Datum, oder der Beschluss.',
  lines: 'Organisationen mit ihren Stimmen',
  linesHint: 'In jeder Zeile eine: „Name; Stimmen“. Der Name steht so im Verzeichnis der Organisationen.',
  lost: ({ day, source, stays, goes }: { day: string; source: string; stays: number; goes: number }) =>
    `Stimmgewichte ab ${day} (${source}): Beide haben Stimmen. Es bleiben ${stays}, die ${goes} der anderen fallen weg. Sollen sie zusammenzählen, tragen Sie danach eine neue Fassung ein.`,
  save: 'Fassung eintragen',
}
