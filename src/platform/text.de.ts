/** Counts in sentences, and what is wrong with a field, whichever room it stands in. */
export const de = {
  counts: 'null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  problems: {
    missing: 'Bitte füllen Sie dieses Feld aus.',
    choose: 'Bitte wählen Sie eine Möglichkeit aus.',
    agree: 'Bitte setzen Sie das Häkchen, wo es nötig ist; ohne das geht es nicht.',
    tooLong: (most: string) => `Das ist zu lang. Höchstens ${most} Zeichen passen hinein.`,
    tooShort: (least: string) => `Das ist zu kurz. Es braucht mindestens ${least} Zeichen.`,
    email: 'Diese E-Mail-Adresse ist nicht vollständig. Beispiel: name@landkreis.example',
    emailNoAt: 'Das Zeichen @ fehlt. Beispiel: name@landkreis.example',
    emailLetter: (letter: string) =>
      `Vor dem @ steht „${letter}“. Adressen mit solchen Buchstaben vor dem @ erreichen wir nicht sicher; dahinter sind sie möglich. Bitte geben Sie eine andere Adresse an.`,
    number: 'Bitte geben Sie eine ganze Zahl ein.',
    tooSmall: (least: string) => `Die Zahl muss mindestens ${least} sein.`,
    tooLarge: (most: string) => `Die Zahl darf höchstens ${most} sein.`,
    date: 'Bitte geben Sie Tag und Uhrzeit an, zum Beispiel 19.10.2028, 9.00 Uhr.',
    day: 'Bitte geben Sie einen Tag an, zum Beispiel 19.10.2028.',
    phone: 'Bitte geben Sie eine Telefonnummer an, zum Beispiel 0711 123456 oder +49 711 123456.',
    link: 'Bitte geben Sie eine vollständige Adresse an, die mit https:// beginnt.',
    slug: 'Nur kleine Buchstaben, Ziffern und einzelne Striche, zum Beispiel: ueber-uns',
    pattern: 'Hier stehen Zeichen, die nicht passen.',
    unknownChoice: 'Diese Auswahl gibt es nicht oder nicht mehr. Bitte wählen Sie neu.',
    invalid: 'Diese Angabe passt nicht.',
  },
  meanwhile: {
    taken: (now: string) =>
      now ? `Inzwischen geändert und hier übernommen: „${now}“` : 'Inzwischen geleert und hier übernommen.',
    merged: () => 'Beide Änderungen stehen hier zusammen. Bitte lesen Sie nach.',
    both: (now: string) =>
      `${now ? `Inzwischen gespeichert: „${now}“` : 'Inzwischen gespeichert: nichts'}. Hier steht, was Sie eingetragen haben.`,
  },
}
