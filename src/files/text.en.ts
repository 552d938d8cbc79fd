import { fileRefused } from '../platform/file-text.ts'
import type { de } from './text.de.ts'

export const en: typeof de = {
  menu: 'Files',
  title: 'Files',
  lead: 'Pictures and PDF files for pages, documents and logos.',
  crumb: 'Office',
  caption: 'All files',
  empty: 'No files yet. Add the first one above.',
  add: 'Add a file',
  file: 'File',
  fileHint:
    'PDF, PNG, JPEG, WebP or GIF, up to 20 MB. Anything a camera or program has stored in a picture about places and people is removed.',
  alt: 'What does the picture show?',
  altHint: 'One sentence for those who cannot see the picture. Required for pictures, not for PDF files.',
  isPublic: 'Public',
  isPublicHint: 'If this is not ticked, only the office can see the file.',
  send: 'Add',
  stored: 'The file has been added',
  removed: 'The file has been deleted',
  columns: {
    name: 'Name',
    kind: 'Kind',
    size: 'Size',
    state: 'Visible to',
    at: 'Added',
    snippet: 'For use in texts',
    action: 'Delete',
  },
  pixels: (width, height) => `${width} × ${height}`,
  states: {
    damaged: 'damaged: please take it in anew',
    isPublic: 'everyone',
    internal: 'office only',
    ofCongress: 'same as its congress or document',
  },
  damaged: (count) => (count === 1 ? 'A file is damaged' : `${count} files are damaged`),
  remove: 'Delete',
  pieces: {
    progress: (percent) => `${percent} % sent.`,
    stuck: 'The connection is gone. When you send again, it goes on where it stopped.',
    patience: (seconds: string) =>
      `That was much at once. It goes on by itself in ${seconds} seconds; please leave the page open.`,
    large: 'One of the files is larger than 1 GB. Please divide it or make it smaller, and send once more.',
    many: 'Too many files have been begun and not finished. What was left is forgotten after a day; then it works again.',
    away: 'You are no longer signed in. Please sign in in another window, and send once more; it goes on where it stopped.',
  },
  deeds: {
    'file.stored': 'File added',
    'file.begun': 'File is sent in pieces',
    'file.forgotten': 'Files that were begun forgotten',
    'file.removed': 'File deleted',
    'file.checked': 'Files looked through for damage',
  },
  fields: { name: 'Name', mediaType: 'Kind', bytes: 'Size', isPublic: 'Public', files: 'Files', damaged: 'Damaged' },
  refused: {
    ...fileRefused.en,
    altMissing: 'Please describe the picture for those who cannot see it.',
    fileMissing: 'Please choose a file.',
    fileInUse: 'This file is still used on a page or by a congress. Please remove it there first.',
  },
}
