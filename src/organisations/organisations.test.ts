import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { anEditionToRegisterFor } from '../../test/registration.ts'
import { aPiece } from '../../test/thread.ts'
import { someWeights } from '../../test/votes.ts'
import { test, type World } from '../../test/world.ts'

async function anOrganisation({ db }: World, name: string, values: { officialKey?: string; kind?: 'district' } = {}) {
  return (
    await db
      .insertInto('organisations')
      .values({ name, kind: 'other', ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}
const takesPart = ({ db }: World, pieceId: string, organisationId: string) =>
  db.insertInto('pieceOrganisations').values({ pieceId, organisationId, part: 'partner', position: 0 }).execute()

/** Two names of one organisation, both in one project, one of them in another and host of a congress. */
async function aDuplicate(world: World) {
  const [kept, gone] = [
    await anOrganisation(world, 'Landkreis Calw'),
    await anOrganisation(world, 'Landkreis Calw (LRA)', { officialKey: '08235', kind: 'district' }),
  ]
  const [one, two] = [
    await aPiece(world, 'project', { title: { de: 'Pegelverbund' } }),
    await aPiece(world, 'project', { title: { de: 'Radweg' } }),
  ]
  await takesPart(world, one.id, kept)
  await takesPart(world, one.id, gone)
  await takesPart(world, two.id, gone)
  const { id: editionId } = await anEdition(world)
  await world.db
    .insertInto('editionOrganisations')
    .values({ editionId, organisationId: gone, part: 'host', position: 1 })
    .execute()
  return { kept, gone }
}

test('the register says what an organisation takes part in, and finds it without case and accents', async ({
  world,
}) => {
  const { kept, gone } = await aDuplicate(world)
  expect((await world.get(`/organisationen/${kept}`)).body).toContain('Pegelverbund')
  expect((await world.get(`/organisationen/${gone}`)).body).toContain('7. Metropolkongress')
  await anOrganisation(world, 'Universität Tübingen')
  expect((await world.get(`/organisationen/${kept}`)).body).toContain('Universität Tübingen')
  const found = (await world.get('/organisationen?q=universitat')).body
  expect([found.includes('Universität Tübingen'), found.includes('Landkreis Calw')]).toEqual([true, false])
})

test('before two are merged it is said what is lost: weights of both, and the other’s contribution to a project', async ({
  world,
}) => {
  const { kept, gone } = await aDuplicate(world)
  await someWeights(world, { [kept]: 7, [gone]: 3 })
  await world.sql(`update piece_organisations set task = '{"de": "Misst"}' where organisation_id = '${gone}'`)
  await world.sql(`update organisations set website = 'https://' || kind || '.example'`)
  const address = `/verwaltung/organisationen/${kept}/zusammenfuehrung?other=${gone}&info=chosen`
  const page = (await world.get(address, await world.person('office'))).body
  for (const words of [
    'Es bleiben 7, die 3 der anderen fallen weg.',
    'Satzung § 7',
    '„Pegelverbund“: Beide wirken mit.',
    'Es bleibt „https://',
  ])
    expect(page).toContain(words)
  expect(page).not.toContain('„Radweg“: Beide')
})

test('a mistyped official key is refused at its field, and a right one leads to its register', async ({ world }) => {
  const id = await anOrganisation(world, 'Institut')
  const office = await world.person('office')
  const save = (officialKey: string) =>
    world.post(`/verwaltung/organisationen/${id}`, { name: 'Institut', kind: 'university', officialKey }, office)
  const wrong = await save('04t3en478')
  expect([wrong.statusCode, wrong.body.includes('Das ist kein Schlüssel, den wir kennen.')]).toEqual([409, true])
  await save('https://ror.org/04t3en479')
  expect((await world.get(`/organisationen/${id}`)).body).toContain(
    '<a href="https://ror.org/04t3en479">ROR 04t3en479</a>',
  )
})

test('the register has pages of a hundred, and its files say the same, narrowed and in three formats', async ({
  world,
}) => {
  const rows = Array.from({ length: 101 }, (_, n) => ({
    name: `Werk ${String(n).padStart(3, '0')}`,
    kind: 'company' as const,
  }))
  await world.db.insertInto('organisations').values(rows).execute()
  await anOrganisation(world, 'Landkreis Calw', { officialKey: '08235', kind: 'district' })
  const [first, second] = [
    (await world.get('/organisationen?art=company')).body,
    (await world.get('/organisationen?art=company&seite=2')).body,
  ]
  expect([first.includes('101 Organisationen'), first.includes('Werk 099'), first.includes('Werk 100')]).toEqual([
    true,
    true,
    false,
  ])
  expect([second.includes('Werk 100'), second.includes('Werk 099')]).toEqual([true, false])
  expect(first).toContain('href="/organisationen?art=company&amp;seite=2"')
  const csv = (await world.get('/organisationen/liste/csv?art=district')).body
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    '\ufeffName;Art;Kreis;Amtlicher Schlüssel;Seite im Netz;Über die Organisation;Adresse',
    expect.stringMatching(/^Landkreis Calw;Landkreis;;08235;;;http:/),
  ])
  expect((await world.get('/organisationen/liste/json')).json()).toHaveLength(102)
  expect((await world.get('/en/organisations/list/xlsx')).headers['content-disposition']).toContain(
    'organisations.xlsx',
  )
  expect((await world.get('/organisationen/liste/pdf')).statusCode).toBe(404)
})

test('merging shows what will happen, then makes one of two and loses nothing', async ({ world }) => {
  const office = await world.person('office')
  const { kept, gone } = await aDuplicate(world)
  const address = `/verwaltung/organisationen/${kept}/zusammenfuehrung`
  const preview = (await world.get(`${address}?other=${gone}&info=chosen`, office)).body
  expect([preview.includes('Pegelverbund'), preview.includes('Radweg')]).toEqual([true, true])
  await world.post(address, { other: gone }, office)
  expect(await world.sql('select name, kind, official_key from organisations')).toEqual([
    { name: 'Landkreis Calw', kind: 'district', official_key: '08235' },
  ])
  const moved = await world.get(`/organisationen/${gone}`)
  expect([moved.statusCode, moved.headers.location]).toEqual([301, `/organisationen/${kept}`])
  expect(
    await world.sql(
      `select title ->> 'de' title from pieces p join piece_organisations o on o.piece_id = p.id order by 1`,
    ),
  ).toEqual([{ title: 'Pegelverbund' }, { title: 'Radweg' }])
  expect(await world.sql('select organisation_id from edition_organisations')).toEqual([{ organisation_id: kept }])
  expect(await world.sql(`select before, after from audit where what = 'organisation.merged'`)).toEqual([
    {
      before: {
        name: 'Landkreis Calw (LRA)',
        kind: 'district',
        districtKey: null,
        website: null,
        officialKey: '08235',
        about: null,
      },
      after: {
        name: 'Landkreis Calw',
        kind: 'district',
        districtKey: null,
        website: null,
        officialKey: '08235',
        about: null,
        moved: 3,
      },
    },
  ])
})

test('the confirmed one is preselected to stay, the office may turn it, and addresses lead on only where one may see', async ({
  world,
}) => {
  const office = await world.person('office')
  const { kept, gone } = await aDuplicate(world)
  await world.sql(`update organisations set is_confirmed = false where id = '${gone}'`)
  const at = (stays: string, goes: string) => `/verwaltung/organisationen/${stays}/zusammenfuehrung?other=${goes}`
  expect((await world.get(at(gone, kept), office)).headers.location).toBe(at(kept, gone))
  const turn = `/verwaltung/organisationen/${gone}/zusammenfuehrung?other=${kept}&amp;info=chosen`
  expect((await world.get(at(kept, gone), office)).body).toContain(turn)
  const turned = (await world.get(`${at(gone, kept)}&info=chosen`, office)).body
  expect(turned).toContain('„Landkreis Calw“ verschwindet.')
  await world.post(`/verwaltung/organisationen/${kept}/zusammenfuehrung`, { other: gone }, office)
  await world.sql('delete from piece_organisations')
  await world.sql('delete from edition_organisations')
  await world.sql('update organisations set is_confirmed = false')
  expect((await world.get(`/organisationen/${gone}`)).statusCode).toBe(404)
})

test('two who merge crosswise at the same moment leave one', async ({ world }) => {
  const office = await world.person('office')
  const { kept, gone } = await aDuplicate(world)
  const pairs = [
    [kept, gone],
    [gone, kept],
  ] as const
  const answers = await world.together(2, (n) =>
    world.post(`/verwaltung/organisationen/${pairs[n]![0]}/zusammenfuehrung`, { other: pairs[n]![1] }, office),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404])
  expect(await world.sql('select count(*)::int as n from organisations')).toEqual([{ n: 1 }])
})

test('a name or key that another has is refused at its field', async ({ world }) => {
  const office = await world.person('office')
  const { kept } = await aDuplicate(world)
  const save = (fields: Record<string, string>) =>
    world.post(`/verwaltung/organisationen/${kept}`, { name: 'Landkreis Calw', kind: 'district', ...fields }, office)
  const [name, key] = [await save({ name: 'landkreis calw (lra)' }), await save({ officialKey: '08235' })]
  expect([name.statusCode, key.statusCode]).toEqual([409, 409])
  expect(name.body).toContain('So heißt schon eine andere Organisation')
  expect(key.body).toContain('Diesen Schlüssel hat schon „Landkreis Calw (LRA)“')
})

test('an organisation that only a draft names is known to nobody else until the draft is public or the office confirms it', async ({
  world,
}) => {
  const office = await world.person('office')
  const edition = await anEditionToRegisterFor(world)
  const draft = { seen: '0', titleDe: 'Ansiedlung', leads: 'Verschwiegene Werke AG' }
  await world.post('/verwaltung/faden/neu/project', draft, office)
  const [{ id, piece }] = (await world.sql(
    'select o.id, po.piece_id piece from organisations o join piece_organisations po on po.organisation_id = o.id',
  )) as [{ id: string; piece: string }]
  const seenBy = async (who?: typeof office) => {
    const pages = ['/organisationen?q=werke', `/organisationen/${id}`, edition.url]
    const answers = await Promise.all(pages.map((page) => world.get(page, who)))
    return answers.map(({ body }) => body.includes('Verschwiegene Werke AG'))
  }
  const delegate = await world.person('delegate')
  const [hidden, hiddenToo, kept] = [await seenBy(), await seenBy(delegate), await seenBy(office)]
  const isInSitemap = async () => (await world.get('/sitemap.xml')).body.includes(`/organisationen/${id}<`)
  expect(await isInSitemap()).toBe(false)
  expect([hidden, hiddenToo, kept]).toEqual([
    [false, false, false],
    [false, false, false],
    [true, true, true],
  ])
  await world.post(`/verwaltung/faden/${piece}/veroeffentlichung`, {}, office)
  expect(await seenBy()).toEqual([true, true, false])
  await world.post(`/verwaltung/organisationen/${id}`, { name: 'Verschwiegene Werke AG', kind: 'company' }, office)
  expect(await seenBy()).toEqual([true, true, true])
  expect(await isInSitemap()).toBe(true)
})

test('what a draft alone has brought into the register goes with it, what something else names or the office confirmed stays', async ({
  world,
}) => {
  const office = await world.person('office')
  await anOrganisation(world, 'Landkreis Calw')
  const enter = async (titleDe: string, leads: string) => {
    await world.post('/verwaltung/faden/neu/project', { seen: '0', titleDe, leads }, office)
    return (await world.sql(`select id from pieces where title ->> 'de' = '${titleDe}'`))[0]?.id as string
  }
  const draft = await enter('Eins', 'Landkreis Calw\nNur hier\nAuch dort\nVerschrieben')
  await enter('Zwei', 'Auch dort')
  const names = async () => (await world.sql('select name from organisations order by name')).map(({ name }) => name)
  const leads = 'Landkreis Calw\nNur hier\nAuch dort'
  await world.post(`/verwaltung/faden/${draft}`, { seen: '1', titleDe: 'Eins', leads }, office)
  expect(await names()).toEqual(['Auch dort', 'Landkreis Calw', 'Nur hier'])
  expect(await world.sql("select before, after from audit where what = 'project.changed'")).toEqual([
    {
      before: { leads: ['Landkreis Calw', 'Nur hier', 'Auch dort', 'Verschrieben'] },
      after: { leads: leads.split('\n') },
    },
  ])
  await world.post(`/verwaltung/faden/${draft}/loeschen`, {}, office)
  expect(await names()).toEqual(['Auch dort', 'Landkreis Calw'])
})
