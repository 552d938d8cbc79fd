import { letGo } from '../../files/index.ts'
import { storeFile } from '../../platform/files.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { lockEdition } from './change.ts'

export type Sent = { bytes: Buffer; name: string }
/** A new file; null takes the one there is out. */
export type FileChange = Sent | null

/** Takes in a document for an edition. Who sees the edition may load it; public by itself it is not. */
export const takeDocument = (change: Change, { bytes, name }: Sent) =>
  storeFile(change, { bytes, name, isPublic: false, field: 'file' })

/** Takes in a picture for an edition as `takeDocument` does. Refuses a file that is none with `fileNoPicture`. */
export async function takePicture(change: Change, { bytes, name }: Sent, shows: string) {
  const file = await storeFile(change, { bytes, name, isPublic: false, alt: { de: shows }, field: 'file' })
  if (isRefusal(file) || file.isPicture) return file
  return refuse('fileNoPicture', 'file')
}

type Of = { edition: string; file: FileChange }

/** Gives a host or partner its logo in an edition, or takes it out. */
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
  const file = input.file && (await takePicture(change, input.file, row.name))
  if (isRefusal(file)) return file
  const logoFileId = file?.id ?? null
  await change.write
    .updateTable('editionOrganisations')
    .set({ logoFileId })
    .where('editionId', '=', edition.id)
    .where('organisationId', '=', input.organisation)
    .execute()
  for (const before of rows) await letGo(change, before.logoFileId)
  await change.record('organisation.logo_changed', input.organisation, {
    edition: edition.id,
    before: { logo: row.logoFileId },
    after: { logo: logoFileId },
  })
  return { slug: edition.slug }
}

/** Gives a speaker a portrait, or takes it out. */
export async function changePortrait(change: Change, input: Of & { session: string; speaker: string }) {
  const edition = await lockEdition(change, input.edition)
  const row = await change.write
    .selectFrom('speakers')
    .innerJoin('sessions', 'sessions.id', 'speakers.sessionId')
    .where('sessions.editionId', '=', edition.id)
    .where('sessions.id', '=', input.session)
    .where('speakers.id', '=', input.speaker)
    .select(['name', 'pictureFileId'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const file = input.file && (await takePicture(change, input.file, row.name))
  if (isRefusal(file)) return file
  const pictureFileId = file?.id ?? null
  await change.write.updateTable('speakers').set({ pictureFileId }).where('id', '=', input.speaker).execute()
  await letGo(change, row.pictureFileId)
  await change.record('speaker.picture_changed', input.speaker, {
    edition: edition.id,
    before: { picture: row.pictureFileId },
    after: { picture: pictureFileId },
  })
  return { slug: edition.slug }
}
