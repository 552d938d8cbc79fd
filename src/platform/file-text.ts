import { mediaTypes } from './file-content.ts'
import type { Language } from './language.ts'

const de = {
  fileEmpty: 'Die Datei ist leer. Bitte wählen Sie eine andere.',
  fileTooLarge: 'Die Datei ist zu groß. Höchstens 20 MB passen hinein.',
  fileSvg: 'SVG-Bilder können Programme enthalten und werden nicht angenommen. Bitte speichern Sie das Bild als PNG.',
  fileType: 'Diese Art von Datei wird nicht angenommen. Möglich sind PDF, PNG, JPEG, WebP und GIF.',
  fileNoPicture: 'Das ist kein Bild. Möglich sind PNG, JPEG, WebP und GIF.',
  fileBroken: 'Das Bild lässt sich nicht lesen. Vielleicht ist die Datei beschädigt.',
  fileOld:
    'Diese Datei kommt aus einem älteren Office-Programm oder ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort als PDF, DOCX, PPTX, XLSX oder ODT.',
  fileUnread:
    'Diese Art von Datei wird nicht angenommen, oder sie ist beschädigt. Möglich sind PDF, DOCX, PPTX, XLSX, ODT, HTML, Markdown, Text, CSV und Bilder bis 20 MB (PNG, JPEG, WebP, GIF).',
  pictureTooLarge: 'Das Bild hat zu viele Bildpunkte. Höchstens 50 Millionen sind möglich.',
}
const en: typeof de = {
  fileEmpty: 'The file is empty. Please choose another one.',
  fileTooLarge: 'The file is too large. 20 MB is the most.',
  fileSvg: 'SVG pictures can contain programs and are not accepted. Please save the picture as PNG.',
  fileType: 'This kind of file is not accepted. PDF, PNG, JPEG, WebP and GIF are.',
  fileNoPicture: 'This is not a picture. PNG, JPEG, WebP and GIF are possible.',
  fileBroken: 'The picture cannot be read. The file may be damaged.',
  fileOld:
    'This file comes from an older office program or is protected by a password. Please save it without a password as PDF, DOCX, PPTX, XLSX or ODT.',
  fileUnread:
    'This kind of file is not accepted, or it is damaged. PDF, DOCX, PPTX, XLSX, ODT, HTML, Markdown, text, CSV and pictures up to 20 MB (PNG, JPEG, WebP, GIF) are.',
  pictureTooLarge: 'The picture has too many pixels. 50 million is the most.',
}

/** The words for what `storeFile` refuses; a room spreads them into its own `refused`. */
export const fileRefused = { de, en }

/** The same where documents are taken in, also in pieces. */
export const sentRefused = {
  de: {
    ...de,
    fileTooLarge: 'Die Datei ist zu groß. Höchstens 1 GB passt hinein.',
    fileSvg:
      'SVG-Dateien können Programme enthalten und werden nicht angenommen. Bitte speichern Sie das Bild als PNG, die Seite als PDF.',
  },
  en: {
    ...en,
    fileTooLarge: 'The file is too large. 1 GB is the most.',
    fileSvg: 'SVG files can contain programs and are not accepted. Please save the picture as PNG, the page as PDF.',
  },
}

const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  [mediaTypes.docx]: 'Word (DOCX)',
  [mediaTypes.pptx]: 'PowerPoint (PPTX)',
  [mediaTypes.xlsx]: 'Excel (XLSX)',
  [mediaTypes.odt]: 'OpenDocument (ODT)',
  'text/html': 'HTML',
  'text/markdown': 'Markdown',
  'text/csv': 'CSV',
  'text/plain': 'Text',
}

/** The kind of a file: PDF. */
export const kindInWords = (mediaType: string) => kinds[mediaType] ?? mediaType

/** The size of a file: 1,2 MB. */
export function sizeInWords(language: Language, bytes: number) {
  const format = (value: number, unit: string) =>
    `${new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value)} ${unit}`
  return bytes < 1_000_000 ? format(Math.max(1, bytes / 1000), 'kB') : format(bytes / 1_000_000, 'MB')
}
