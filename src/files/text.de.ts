import { fileRefused } from '../platform/file-text.ts'

export const de = {
  menu: 'Dateien',
  title: 'Dateien',
  lead: 'Bilder und PDF-Dateien für Seiten, Dokumente und Logos.',
  crumb: 'Verwaltung',
  caption: 'Vorhandene Dateien',
  empty: 'Noch keine Datei. Mit dem Formular darüber nehmen Sie die erste auf.',
  add: 'Datei aufnehmen',
  file: 'Datei',
  fileHint:
    'PDF, PNG, JPEG, WebP oder GIF, höchstens 20 MB. Aus Bildern wird entfernt, was Kamera oder Programm über Ort und Person hineingeschrieben haben.',
  alt: 'Was ist auf dem Bild zu sehen?',
  altHint: 'Ein Satz für alle, die das Bild nicht sehen. Für Bilder nötig, für PDF nicht.',
  isPublic: 'Öffentlich',
  isPublicHint: 'Ohne Haken sieht die Datei nur die Geschäftsstelle.',
  send: 'Aufnehmen',
  stored: 'Die Datei ist aufgenommen',
  removed: 'Die Datei ist gelöscht',
  columns: {
    name: 'Name',
    kind: 'Art',
    size: 'Größe',
    state: 'Sichtbar',
    at: 'Aufgenommen',
    snippet: 'Für Texte',
    action: 'Löschen',
  },
  pixels: (width: number, height: number) => `${width} × ${height}`,
  states: {
    damaged: 'beschädigt: bitte neu aufnehmen',
    isPublic: 'öffentlich',
    internal: 'nur Geschäftsstelle',
    ofCongress: 'wie Kongress oder Dokument',
  },
  damaged: (count: number) => (count === 1 ? 'Eine Datei ist beschädigt' : `${count} Dateien sind beschädigt`),
  remove: 'Löschen',
  deeds: {
    'file.stored': 'Datei aufgenommen',
    'file.removed': 'Datei gelöscht',
    'file.checked': 'Dateien auf Schäden geprüft',
  },
  fields: { name: 'Name', mediaType: 'Art', isPublic: 'Öffentlich', files: 'Dateien', damaged: 'Beschädigt' },
  refused: {
    ...fileRefused.de,
    altMissing: 'Bitte beschreiben Sie das Bild, damit auch Menschen etwas davon haben, die es nicht sehen.',
    fileMissing: 'Bitte wählen Sie eine Datei aus.',
    fileInUse:
      'Diese Datei wird noch gezeigt, auf einer Seite oder bei einem Kongress. Nehmen Sie sie dort zuerst heraus.',
  },
}
