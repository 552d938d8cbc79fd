import { filePath } from '../platform/files.ts'
import { path } from '../platform/paths.ts'

export const paths = {
  file: filePath,
  /** Where a large file is begun (tus 1.0), and where its pieces go. */
  uploads: path('/verwaltung/dateien/teile', '/verwaltung/dateien/teile'),
  upload: path('/verwaltung/dateien/teile/:upload', '/verwaltung/dateien/teile/:upload'),
  files: path('/verwaltung/dateien', '/en/office/files'),
  removal: path('/verwaltung/dateien/:file/loeschung', '/en/office/files/:file/removal'),
}
