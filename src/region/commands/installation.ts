import { picturesAlone } from '../../platform/file-content.ts'
import { storeFile } from '../../platform/files.ts'
import type { Bilingual, Language } from '../../platform/language.ts'
import { type Change, isRefusal, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import { may } from '../permissions.ts'
import type { Colours } from '../queries/region.ts'
import type { RegionDraft } from '../region-file.ts'
import type { Territory } from '../territory-file.ts'
import { saveTerritory } from './territory.ts'

export type RegionInput = {
  name: Bilingual
  short: string
  contactEmail: string
  zone: string
  languages: readonly Language[]
  /** A new logo; null takes the one there is out, undefined leaves it. */
  logo?: { bytes: Buffer; name: string } | null | undefined
  /** By number, from 1; undefined where there is none. */
  regions: readonly (RegionDraft | undefined)[]
  /** Districts and what belongs to them, from the same file as the regions. */
  territory?: Territory | undefined
}
type Refused = Refusal

/** Sets the installation up, once. Throws NotFound for all but administrators, and once it is done. */
export async function setUp(change: Change, input: RegionInput): Promise<{ done: true } | Refused> {
  if (!may.change(change.viewer)) throw new NotFound()
  const { name, short, contactEmail, zone, languages } = input
  await change.write
    .insertInto('installation')
    .values({ name, short })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const mine = await change.write
    .updateTable('installation')
    .set({ name, short, contactEmail, zone, languages: [...languages], setUpAt: change.now })
    .where('setUpAt', 'is', null)
    .returning('short')
    .executeTakeFirst()
  if (!mine) throw new NotFound()
  const refused = await saveRegions(change, input.regions)
  const alsoRefused = refused ?? (await saveTerritory(change, input.territory)) ?? (await saveLogo(change, input))
  if (alsoRefused) return alsoRefused
  await change.record('region.set_up', null, { after: recorded(input) })
  return { done: true }
}

/** Changes who the region is. Throws NotFound for all but administrators. */
export async function changeRegion(change: Change, input: RegionInput): Promise<{ done: true } | Refused> {
  if (!may.change(change.viewer)) throw new NotFound()
  const { name, short, contactEmail, zone, languages } = input
  const before = await change.write
    .selectFrom('installation')
    .select(['name', 'short', 'contactEmail', 'zone', 'languages'])
    .where('setUpAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new NotFound()
  const regions = await change.write.selectFrom('regions').select('name').orderBy('no').execute()
  await change.write
    .updateTable('installation')
    .set({ name, short, contactEmail, zone, languages: [...languages] })
    .execute()
  const refused = await saveRegions(change, input.regions)
  const alsoRefused = refused ?? (await saveTerritory(change, input.territory)) ?? (await saveLogo(change, input))
  if (alsoRefused) return alsoRefused
  await change.record('region.changed', null, {
    before: { ...before, regions: regions.map((one) => one.name.de) },
    after: recorded(input),
  })
  return { done: true }
}

/** The logo that is replaced stays among the files, where the office deletes it. */
async function saveLogo(change: Change, { logo, name }: RegionInput): Promise<Refused | undefined> {
  if (logo === undefined) return undefined
  const file =
    logo && (await storeFile(change, { ...logo, isPublic: true, alt: name, kinds: picturesAlone, field: 'logo' }))
  if (isRefusal(file)) return file
  await change.write
    .updateTable('installation')
    .set({ logoFileId: file?.id ?? null })
    .execute()
  return undefined
}

const recorded = ({ regions, logo, territory: _, ...input }: RegionInput) => ({
  ...input,
  ...(logo === undefined ? {} : { logo: logo?.name ?? null }),
  regions: regions.flatMap((draft) => (draft ? [draft.name.de] : [])),
})

/** The region of each number becomes what was stated; one that is no longer stated goes, unless something names it. */
async function saveRegions(change: Change, drafts: RegionInput['regions']): Promise<Refused | undefined> {
  if (!drafts.some(Boolean)) return refuse('noRegions')
  const known = await change.write.selectFrom('regions').select(['id', 'no', 'name', 'colours']).forUpdate().execute()
  for (const { id, no, name } of known)
    if (!drafts[no - 1] && !(await removeRegion(change, id))) return refuse('regionInUse', `region${no}De`, name.de)
  for (const [index, draft] of drafts.entries()) {
    if (!draft) continue
    const same = known.find(({ no }) => no === index + 1)
    if (same) await updateRegion(change, same, draft)
    else if (!(await addRegion(change, { ...draft, no: index + 1 })))
      return refuse('regionTwice', `region${index + 1}De`, draft.name.de)
  }
  return undefined
}

/** The colours of a region stay whole while the one that a form shows is the same. */
async function updateRegion(change: Change, same: { id: string; colours: unknown }, { id: _, ...draft }: RegionDraft) {
  const before = same.colours as Colours
  const colours = before.field.light === draft.colours.field.light ? before : draft.colours
  await change.write
    .updateTable('regions')
    .set({ ...draft, colours: JSON.stringify(colours) })
    .where('id', '=', same.id)
    .execute()
}

async function addRegion(change: Change, region: RegionDraft & { no: number }) {
  const added = await change.write
    .insertInto('regions')
    .values({ ...region, colours: JSON.stringify(region.colours) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** False where a district, an edition or a registration names it; the change can only be refused then. */
async function removeRegion(change: Change, id: string) {
  try {
    await change.write.deleteFrom('regions').where('id', '=', id).execute()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return false
    throw error
  }
}
