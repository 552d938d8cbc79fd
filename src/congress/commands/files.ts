import { letGo } from '../../files/index.ts'
import { storeFile } from '../../platform/files.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { lockEdition } from './change.ts'

export type Sent = { bytes: Buffer; name: string }
/** A new file; null takes the one there is out. */
export type FileChange = Sent | null

/** Takes in a document for an edition. Who sees the edition may load it; public by itself it is not. */
export const takeDocument = (change: Change, { bytes, name }: Sent) =>
  storeFile(change, { bytes, name, isPublic: false, field: 'file' })

/** Takes in a picture for an edition as `takeDocument` does. Refuses a file that is none with `fileNoPicture`. */
export async function takePicture(change: Change, { bytes, name }: Sent, alt: Bilingual | null) {
  const file = await storeFile(change, { bytes, name, isPublic: false, alt: alt ?? undefined, field: 'file' })
  if (isRefusal(file) || file.isPicture) return file
  return refuse('fileNoPicture', 'file')
}

/** `file` undefined leaves the picture there is; `alt` describes it, null by the name of what it shows. */
export type PictureChange = { file: FileChange | undefined; alt: Bilingual | null }
type Of = { edition: string } & PictureChange

/** Gives a host or partner its logo in an edition, describes it, or takes it out. */
export async function changeLogo(change: Change, input: Of & { organisation: string }) {
  const edition = await lockEdition(change, input.edition)
  const rows = await change.write
    .selectFrom('editionOrganisations')
    .innerJoin('organisations', 'organisations.id', 'organisationId')
    .where('editionId', '=', edition.id)
    .where('organisationId', '=', input.organisation)
    .select(['name', 'logoFileId'])
    .execute()
  const [row] = rows
  if (!row) throw new NotFound()
  const alt = input.alt ?? { de: row.name }
  const logoFileId = await pictureNow(change, row.logoFileId, { ...input, alt })
  if (isRefusal(logoFileId)) return logoFileId
  await change.write
    .updateTable('editionOrganisations')
    .set({ logoFileId })
    .where('editionId', '=', edition.id)
    .where('organisationId', '=', input.organisation)
    .execute()
  for (const before of rows) if (before.logoFileId !== logoFileId) await letGo(change, before.logoFileId)
  await change.record('organisation.logo_changed', input.organisation, {
    edition: edition.id,
    before: { logo: row.logoFileId },
    after: { logo: logoFileId, alt },
  })
  return { slug: edition.slug }
}

/** Gives a speaker a portrait, describes it, or takes it out. */
export async function changePortrait(change: Change, input: Of & { session: string; speaker: string }) {
  const edition = await lockEdition(change, input.edition)
  const row = await change.write
    .selectFrom('speakers')
    .innerJoin('sessions', 'sessions.id', 'speakers.sessionId')
    .where('sessions.editionId', '=', edition.id)
    .where('sessions.id', '=', input.session)
    .where('speakers.id', '=', input.speaker)
    .select('pictureFileId')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const pictureFileId = await pictureNow(change, row.pictureFileId, input)
  if (isRefusal(pictureFileId)) return pictureFileId
  await change.write.updateTable('speakers').set({ pictureFileId }).where('id', '=', input.speaker).execute()
  if (row.pictureFileId !== pictureFileId) await letGo(change, row.pictureFileId)
  await change.record('speaker.picture_changed', input.speaker, {
    edition: edition.id,
    before: { picture: row.pictureFileId },
    after: { picture: pictureFileId, alt: input.alt },
  })
  return { slug: edition.slug }
}

/** The picture there is after the change. Refuses with `fileMissing` where there is none to describe. */
async function pictureNow(change: Change, before: string | null, { file, alt }: PictureChange) {
  if (file === null) return null
  if (file) {
    const taken = await takePicture(change, file, alt)
    return isRefusal(taken) ? taken : taken.id
  }
  if (!before) return refuse('fileMissing', 'file')
  await change.write.updateTable('files').set({ alt }).where('id', '=', before).execute()
  return before
}
