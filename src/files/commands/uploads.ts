import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import { mayKeepFiles, uploads } from '../permissions.ts'
import { sizeSoFar } from '../sending.ts'

const mostUnfinished = 20
const mostUploads = 100

/** Begins a file that comes in pieces. Refuses one too many on their way. */
export async function beginUpload(change: Change, { name, bytes }: { name: string; bytes: number }) {
  const { viewer } = change
  if (!mayKeepFiles(change) || viewer.kind !== 'person') throw new NotFound()
  if (await areTooMany(change)) return refuse('tooManyUploads')
  const { id } = await change.write
    .insertInto('uploads')
    .values({ personId: viewer.id, name, bytes, at: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('file.begun', id, { after: { name, bytes } })
  return { id }
}

async function areTooMany(change: Change): Promise<boolean> {
  const all = await uploads(change).select(['id', 'bytes']).execute()
  const sizes = await Promise.all(all.map(({ id }) => sizeSoFar(change.house, id)))
  const unfinished = all.filter(({ bytes }, index) => sizes[index]! < Number(bytes))
  return all.length >= mostUploads || unfinished.length >= mostUnfinished
}

/** Ends files that came in pieces and are taken in now; their pieces go afterwards. The caller records what they became. */
export async function endUploads(change: Change, ids: readonly string[]) {
  if (ids.length === 0) return
  await change.write.deleteFrom('uploads').where('id', 'in', ids).execute()
  await change.queue('dropUploads', {})
}

const day = 86_400_000
/** Forgets files of which pieces came and that nobody has finished for a day. */
export async function forgetUploads(change: Change) {
  const before = new Date(change.now.getTime() - day)
  const gone = await change.write.deleteFrom('uploads').where('at', '<', before).returning('id').execute()
  if (gone.length > 0) await change.record('file.forgotten', null, { after: { files: gone.length } })
}
