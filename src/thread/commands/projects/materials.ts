import { letGo } from '../../../files/index.ts'
import { storeFile } from '../../../platform/files.ts'
import type { Bilingual } from '../../../platform/language.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../../platform/visit.ts'
import type { MaterialKind } from '../../model/projects.ts'
import { boundOf, lockProject, moved, mustKeepPart, nextPosition, type PartOf } from './parts.ts'

type Sent = { bytes: Buffer; name: string }
export type MaterialInput = PartOf & {
  kind: MaterialKind
  title: Bilingual
  link: string | null
  dated: string | null
  file: Sent | undefined
}

const isFull = boundOf('projectMaterials', 30)

/**
 * Adds a picture, document or report to a project: a file, or where it is read. Everybody may load the file. Refuses
 * what is neither (`materialMissing`) or both (`materialTwice`), a picture that is none (`fileNoPicture`), and what
 * `storeFile` refuses.
 */
export async function addMaterial(change: Change, { piece, file, ...input }: MaterialInput) {
  await lockProject(change, piece)
  await mustKeepPart(change, piece, { to: input.organisationId })
  if (file && input.link) return refuse('materialTwice', 'link')
  if (!file && (!input.link || input.kind === 'picture')) return refuse('materialMissing', 'file')
  if (await isFull(change, { piece, ...input })) return refuse('tooManyOfThese', 'titleDe')
  const fileId = file ? await stored(change, file, input) : null
  if (isRefusal(fileId)) return fileId
  const row = { ...input, pieceId: piece, fileId, position: await nextPosition(change, 'projectMaterials', piece) }
  const added = await change.write.insertInto('projectMaterials').values(row).returning('id').executeTakeFirstOrThrow()
  await moved(change, piece)
  await change.record('material.added', piece, { after: input })
  return added
}

/** Takes it out, with its file. */
export async function removeMaterial(change: Change, which: { piece: string; id: string }) {
  await lockProject(change, which.piece)
  const before = await change.write
    .selectFrom('projectMaterials')
    .where('id', '=', which.id)
    .where('pieceId', '=', which.piece)
    .select(['organisationId', 'kind', 'title', 'link', 'fileId'])
    .executeTakeFirst()
  if (!before) throw new NotFound()
  await mustKeepPart(change, which.piece, { from: before.organisationId })
  await change.write.deleteFrom('projectMaterials').where('id', '=', which.id).execute()
  await letGo(change, before.fileId)
  await moved(change, which.piece)
  const { fileId: _, ...said } = before
  await change.record('material.removed', which.piece, { before: said })
  return which
}

async function stored(change: Change, sent: Sent, { kind, title }: Pick<MaterialInput, 'kind' | 'title'>) {
  const isPicture = kind === 'picture'
  const file = await storeFile(change, { ...sent, isPublic: true, alt: isPicture ? title : undefined, field: 'file' })
  if (isRefusal(file)) return file
  return isPicture && !file.isPicture ? refuse('fileNoPicture', 'file') : file.id
}
