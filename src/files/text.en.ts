import { fileRefused } from '../platform/file-text.ts'
import type { de } from './text.de.ts'

export const en: typeof de = {
  menu: 'Files',
  title: 'Files',
  lead: 'Pictures and PDF files for pages, documents and logos.',
  crumb: 'Office',
  caption: 'Files that are here',
  empty: 'No file yet. The form above takes in the first one.',
  add: 'Take in a file',
  file: 'File',
  fileHint:
    'PDF, PNG, JPEG, WebP or GIF, 20 MB at most. What a camera or program has written about place and person is taken out of pictures.',
  alt: 'What does the picture show?',
  altHint: 'One sentence for everybody who does not see the picture. Needed for pictures, not for PDF.',
  isPublic: 'Public',
  isPublicHint: 'Without the tick only the office sees the file.',
  send: 'Take in',
  stored: 'The file has been taken in',
  removed: 'The file has been deleted',
  columns: {
    name: 'Name',
    kind: 'Kind',
    size: 'Size',
    state: 'Visible',
    at: 'Taken in',
    snippet: 'For texts',
    action: 'Delete',
  },
  pixels: (width, height) => `${width} × ${height}`,
  states: { isPublic: 'public', internal: 'office only', ofCongress: 'as its congress or document' },
  remove: 'Delete',
  deeds: { 'file.stored': 'File taken in', 'file.removed': 'File deleted' },
  fields: { name: 'Name', mediaType: 'Kind', isPublic: 'Public' },
  refused: {
    ...fileRefused.en,
    altMissing: 'Please describe the picture for everybody who does not see it.',
    fileMissing: 'Please choose a file.',
    fileInUse: 'This file is still shown, on a page or at a congress. Please take it out there first.',
  },
}
