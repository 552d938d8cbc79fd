/** The words printed on a ticket and read out for its drawings. */
export const de = {
  ticket: 'Eintrittskarte',
  onlineTicket: 'Teilnahmekarte',
  onlineTitle: 'Im Netz dabei',
  example: 'Beispiel',
  day: 'Der Tag',
  days: 'Die Tage',
  guest: 'Gast',
  code: (number: string) => `Prüfcode der Eintrittskarte ${number}`,
  lines: (count: number, name: string) =>
    count === 1 ? `Eine Linie: ${name}.` : `${count} Linien; die der Region ${name} zweigt ab zu einem Halt.`,
  more: (count: number) => (count === 1 ? 'und ein weiterer Termin' : `und ${count} weitere Termine`),
}
