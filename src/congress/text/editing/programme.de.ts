/** Sessions and who speaks. */
export const de = {
  formats: {
    opening: 'Eröffnung',
    talk: 'Vortrag',
    panel: 'Podium',
    workshop: 'Workshop',
    working_group: 'Arbeitsgruppe',
    presentation: 'Vorstellung',
    handover: 'Übergabe',
    break: 'Pause',
    meal: 'Essen',
    excursion: 'Exkursion',
    other: 'Sonstiges',
  },
  languages: { de: 'Deutsch', en: 'Englisch' },
  session: 'Programmpunkt',
  newSession: 'Programmpunkt hinzufügen',
  noSessions: 'Noch kein Programm',
  proposals: {
    waiting: (edition: string, count: number) =>
      count === 1
        ? `${edition}: eine Arbeitsgruppe schlägt etwas fürs Programm vor`
        : `${edition}: ${count} Vorschläge von Arbeitsgruppen fürs Programm`,
    caption: 'Vorschläge von Arbeitsgruppen',
    title: 'Titel',
    group: 'Arbeitsgruppe',
    decide: 'Entscheiden',
    take: 'Ins Programm nehmen',
    decline: 'Ablegen',
  },
  timeless: 'ohne Zeit',
  overlaps: (people: number) =>
    people === 1
      ? 'Eine Person hat zur selben Zeit noch etwas gebucht'
      : `${people} Personen haben zur selben Zeit noch etwas gebucht`,
  bookable: 'buchbar',
  speaker: {
    legend: (no: number) => `Person ${no}`,
    name: 'Name',
    function: 'Amt oder Aufgabe',
    organisation: 'Organisation',
  },
}
