import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const rootAbove = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder))

/** The folder with package.json, from the source and from the built program alike. */
export const packageRoot = rootAbove(import.meta.dirname)
