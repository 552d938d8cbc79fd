import type { Transaction } from 'kysely'
import type { Schema } from '../platform/schema.ts'
import { boundariesFile, congressFile, type EditionFile, planFile, regionFile, type SessionFile } from './content.ts'

type Db = Transaction<Schema>

/** Puts the region's own facts in: regions, districts, neighbours, commuters, figures, geometry. */
export async function fillRegion(db: Db, now: Date) {
  const file = regionFile()
  await db
    .insertInto('sources')
    .values(file.sources)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { name, short, zone } = file.installation
  await db.insertInto('installation').values({ name, short, zone, isExample: true, setUpAt: now }).execute()
  await db
    .insertInto('regions')
    .values(
      file.regions.map(({ body, source, colours, ...region }) => ({
        ...region,
        colours: JSON.stringify(colours),
        bodyName: body.name,
        bodySeat: body.seat,
        bodyWebsite: body.website,
        sourceId: source,
      })),
    )
    .execute()
  await db
    .insertInto('districts')
    .values(
      file.districts.map((district) => ({
        key: district.key,
        regionId: district.region,
        name: district.name,
        kind: district.kind,
        seat: district.seat,
        plate: district.plate,
        label: district.label,
        short: district.short,
        latitude: district.latitude,
        longitude: district.longitude,
        nuts: district.nuts,
      })),
    )
    .execute()
  await db
    .insertInto('neighbours')
    .values(file.neighbours.pairs.map(([a, b]) => (a < b ? { a, b } : { a: b, b: a })))
    .execute()
  const { asOf, source: sourceId } = file.flows
  const { id: versionId } = await db
    .insertInto('dataVersions')
    .values({ kind: 'commuters', asOf, sourceId, createdAt: now, publishedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('flows')
    .values(file.flows.rows.map(({ from, to, value }) => ({ home: from, work: to, people: value, versionId })))
    .execute()
  await db
    .insertInto('figures')
    .values(file.figures.map(({ source: sourceId, ...figure }, position) => ({ ...figure, sourceId, position })))
    .execute()
  await db
    .insertInto('drawings')
    .values([
      { kind: 'plan', data: JSON.stringify(planFile()), sourceId: 'own-layout' },
      { kind: 'boundaries', data: JSON.stringify(boundariesFile()), sourceId: 'geonames' },
    ])
    .execute()
}

/** Puts the series with its congresses so far in, as far as they are known. Gives the series. */
export async function fillCongresses(db: Db, now: Date) {
  const file = congressFile()
  await db
    .insertInto('sources')
    .values(file.sources)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db.insertInto('organisations').values(file.organisations).execute()
  const series = await db.insertInto('series').values(file.series).returning('id').executeTakeFirstOrThrow()
  for (const edition of file.editions) await fillEdition(db, now, series.id, edition)
  return series.id
}

async function fillEdition(db: Db, now: Date, seriesId: string, file: EditionFile) {
  const { hosts, facts, milestones, groups, documents, sessions, ...edition } = file
  const { id } = await db
    .insertInto('editions')
    .values({ ...edition, seriesId, announcedAt: `${file.sortOn}T00:00:00Z`, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await joinOrganisations(db, id, hosts)
  const placed = <T extends { source?: string }>(rows: readonly T[]) =>
    rows.map(({ source, ...row }, position) => ({ ...row, editionId: id, sourceId: source ?? null, position }))
  if (facts.length) await db.insertInto('editionFacts').values(placed(facts)).execute()
  if (groups.length) await db.insertInto('workingGroups').values(placed(groups)).execute()
  if (documents.length) await db.insertInto('editionDocuments').values(placed(documents)).execute()
  for (const [happensOn, title, text, sourceId] of milestones)
    await db.insertInto('milestones').values({ editionId: id, happensOn, title, text, sourceId }).execute()
  for (const [position, session] of sessions.entries()) await fillSession(db, id, position, session)
}

/** Writes down who hosts an edition, in this order; every name stands in the register. */
export async function joinOrganisations(db: Db, editionId: string, names: readonly string[]) {
  for (const [position, name] of names.entries()) {
    const { id } = await db.selectFrom('organisations').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    await db
      .insertInto('editionOrganisations')
      .values({ editionId, organisationId: id, part: 'host', position })
      .execute()
  }
}

async function fillSession(db: Db, editionId: string, position: number, file: SessionFile) {
  const { speakers, source, ...session } = file
  const { id } = await db
    .insertInto('sessions')
    .values({ ...session, editionId, position, sourceId: source })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [place, [name, office, organisation]] of speakers.entries())
    await db
      .insertInto('speakers')
      .values({ sessionId: id, name, function: office ?? null, organisation: organisation ?? null, position: place })
      .execute()
}
