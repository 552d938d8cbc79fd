import type { Visit } from '../../platform/visit.ts'
import { paths } from '../paths.ts'
import type { Version } from '../queries/documents.ts'

/** Where a document's file is loaded, and what it is. */
export function fileOf({ house }: Visit, slug: string, { version, file }: Version) {
  const { name, mediaType, bytes, sha256 } = file
  const address = house.publicUrl + paths.file.at('de', { document: slug, version, name })
  return { address, mediaType, bytes, sha256: sha256.toString('hex') }
}
