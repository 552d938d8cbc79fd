/** What a congress has several of. */
export const de = {
  parts: {
    facts: { title: 'Angaben', one: 'Angabe', empty: 'Noch keine Angaben.' },
    milestones: { title: 'Stationen', one: 'Station', empty: 'Noch keine Stationen.' },
    groups: { title: 'Arbeitsgruppen', one: 'Arbeitsgruppe', empty: 'Noch keine Arbeitsgruppen.' },
    documents: { title: 'Dokumente', one: 'Dokument', empty: 'Noch keine Dokumente.' },
    rooms: { title: 'Räume', one: 'Raum', empty: 'Noch keine Räume.' },
    tracks: { title: 'Stränge', one: 'Strang', empty: 'Noch keine Stränge.' },
  },
  newOne: (one: string) => `${one} hinzufügen`,
}
