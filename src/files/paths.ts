import { filePath } from '../platform/files.ts'
import { path } from '../platform/paths.ts'

export const paths = {
  file: filePath,
  files: path('/verwaltung/dateien', '/en/office/files'),
  removal: path('/verwaltung/dateien/:file/loeschung', '/en/office/files/:file/removal'),
}
