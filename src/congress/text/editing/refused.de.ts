import { fileRefused } from '../../../platform/file-text.ts'

/** Why something cannot be saved, and what to do now. */
export const de = {
  refused: {
    groupWorks:
      'In dieser Gruppe wird gearbeitet. Bitte schließen Sie die Gruppe ab, statt sie zu löschen: Was sie geschrieben hat, bleibt.',
    ...fileRefused.de,
    fileNoPicture: 'Das ist kein Bild. Möglich sind PNG, JPEG, WebP und GIF.',
    fileMissing: 'Bitte wählen Sie ein Bild aus.',
    sourceUnknown: 'Diese Quelle gibt es nicht mehr. Bitte wählen Sie eine andere.',
    sourceTitleMissing: 'Bitte nennen Sie die Quelle auch beim Namen.',
    changedMeanwhile:
      'Jemand hat diese Seite inzwischen geändert. Ihre Eingaben stehen noch hier; wo sie abweichen, steht der gespeicherte Stand dabei. Erneutes Speichern übernimmt Ihre Eingaben.',
    slugTaken: 'Diese Adresse gehört schon einem anderen Kongress.',
    slugReserved: 'Diese Adresse wird für anderes gebraucht. Bitte wählen Sie eine andere.',
    editionPublic:
      'Dieser Kongress ist kein Entwurf: Seine Seite ist oder war öffentlich, andere verweisen darauf. Gelöscht werden nur Entwürfe. Soll er nicht mehr zu sehen sein, stellen Sie seinen Stand von Hand auf „Entwurf“.',
    editionHasRegistrations: (count: string) =>
      `Für diesen Kongress gibt es ${count === '1' ? 'eine Anmeldung' : `${count} Anmeldungen`}, auch abgesagte zählen. Mit ihm gingen sie verloren; deshalb bleibt er.`,
    numberTaken: 'Diese Nummer gibt es in der Reihe schon.',
    startMissing: 'Bitte geben Sie auch den Beginn an.',
    endBeforeStart: 'Das Ende liegt nicht nach dem Beginn.',
    doorsAfterStart: 'Der Einlass liegt nach dem Beginn.',
    dayMissing: 'Bitte geben Sie den Beginn oder einen ungefähren Tag an.',
    closesBeforeOpens: 'Die Anmeldung schließt, bevor sie öffnet.',
    seatsBelowTaken: (taken: string) => `${taken} Plätze sind schon vergeben; weniger geht nicht.`,
    roomTaken: (title: string, from: string, to: string) =>
      `Dieser Raum ist dann schon belegt: „${title}“, ${from} bis ${to}.`,
    bookingsOverlap: (count: string) =>
      `${count === '1' ? 'Eine Person hat' : `${count} Personen haben`} zu dieser Zeit noch etwas anderes gebucht; wer das ist, steht unten. Noch ist nichts gespeichert. „Trotzdem speichern“ verschiebt den Punkt; die Buchungen bleiben, wie sie sind.`,
    bookableNeedsTimes: 'Ein buchbarer Programmpunkt braucht Beginn und Ende.',
    seatsNeedBooking: 'Plätze gelten nur, wenn der Programmpunkt buchbar ist.',
    sessionIsBooked: (count: string) =>
      count === '1'
        ? 'Eine Person hat diesen Punkt gebucht; er muss buchbar bleiben.'
        : `${count} Personen haben diesen Punkt gebucht; er muss buchbar bleiben.`,
    sessionHasBookings: (count: string) =>
      count === '1'
        ? 'Eine Person hat diesen Punkt gebucht. Löschen geht erst, wenn niemand mehr gebucht hat.'
        : `${count} Personen haben diesen Punkt gebucht. Löschen geht erst, wenn niemand mehr gebucht hat.`,
    partInUse: (title: string, more: string) =>
      more === '0'
        ? `Wird noch gebraucht: „${title}“.`
        : `Wird noch gebraucht: „${title}“ und ${more === '1' ? 'ein weiterer Programmpunkt' : `${more} weitere Programmpunkte`}.`,
    organisationTwice: (name: string) => `„${name}“ steht in dieser Rolle schon da.`,
  },
}
