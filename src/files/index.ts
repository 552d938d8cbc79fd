import { room } from '../platform/room.ts'
import { checkFiles, dropFileBytes, dropStrayBytes, dropUploads } from './jobs.ts'
import { paths } from './paths.ts'
import { mayTakeIn } from './permissions.ts'
import { damagedFiles } from './queries.ts'
import { routes } from './routes/office.tsx'
import { text } from './text.ts'

export { letGo } from './commands/files.ts'
export { endUploads } from './commands/uploads.ts'
export { snippet } from './model.ts'
export { InPieces } from './pages/in-pieces.tsx'
export { Watched } from './pages/watched.tsx'
export { paths as filesPaths } from './paths.ts'
export {
  drawnForPrint,
  latestPictures,
  onePicture,
  type PrintedPicture,
  printedPicture,
  type Shown,
} from './queries.ts'
export { type SentInPieces, wholeUploads } from './sent.ts'

export const files = room({
  name: 'files',
  routes,
  jobs: { checkFiles, dropFileBytes, dropStrayBytes, dropUploads },
  clock: [
    { at: '29 3 * * *', job: 'dropStrayBytes' },
    { at: '17 4 * * *', job: 'dropUploads' },
    { at: '11 2 * * *', job: 'checkFiles' },
  ],
  async attention(visit) {
    const count = await damagedFiles(visit)
    return count > 0 ? [{ text: text[visit.language].damaged(count), href: paths.files.at(visit.language) }] : []
  },
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].fields }),
  menu: (visit) =>
    mayTakeIn(visit) ? [{ href: paths.files.at(visit.language), label: text[visit.language].menu }] : [],
})
