import { text as streamText } from 'node:stream/consumers'
import sharp from 'sharp'
import { expect } from 'vitest'
import yauzl from 'yauzl'
import { anEdition } from '../../test/congress.ts'
import { upload } from '../../test/files.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aPaper, aPart } from '../../test/papers.ts'
import { textOfPdf } from '../../test/pdf.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { inChange, type Viewer } from '../platform/visit.ts'
import { addPicture } from './commands/pictures.ts'

const png = (width = 900, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#246' } })
    .png()
    .toBuffer()

/** A group with a draft of one section, and another group's member. */
async function atWork(world: World) {
  const edition = await anEdition(world)
  const group = await aGroup(world, edition.id, { state: 'working' })
  const [lead, member, watching] = [
    (await aMember(world, group, { part: 'lead' })).person,
    (await aMember(world, group)).person,
    (await aMember(world, group, { part: 'observer' })).person,
  ]
  const elsewhere = await aGroup(world, edition.id, { state: 'working' })
  const foreign = (await aMember(world, elsewhere, { part: 'lead' })).person
  const paper = await aPaper(world, group)
  const part = await aPart(world, paper, { text: 'Eins.' })
  const at = `/arbeitsgruppen/${group}/papiere/${paper}`
  return { ...{ group, lead, member, watching, foreign, paper, part, at }, add: `${at}/abschnitte/${part}/bild` }
}

const said = { alt: 'Karte der "Neckar"-Achse [2027]', caption: 'Wege "zur" Arbeit', credit: 'Foto: Stadt' }
const srcIn = (html: string) => /<img src="([^"?]+)/.exec(html)?.[1] ?? 'none'
const statuses = async (world: World, address: string, all: (Awaited<ReturnType<World['person']>> | undefined)[]) =>
  Promise.all(all.map(async (who) => (await world.get(address, who)).statusCode))

test('a member puts a picture into a section: who sees the paper sees it, with its words in every file', async ({
  world,
}) => {
  const { group, lead, member, watching, foreign, paper, at, add } = await atWork(world)
  const everybody = [lead, member, watching, foreign, undefined]
  expect(await statuses(world, add, everybody)).toEqual([200, 200, 404, 404, 404])
  await world.sql(`update paper_sections set text = 'Siehe [Bericht](/bibliothek/bericht).'`)
  const added = await upload(world, add, member, { name: 'karte.png', bytes: await png() }, said)
  expect(added.statusCode).toBe(303)
  const page = (await world.get(at, member)).body
  const picture = srcIn(page)
  expect(page).toMatch(
    /<figure><img [^>]*alt="Karte der &quot;Neckar&quot;-Achse {2}2027"[^>]*><figcaption class="note">Wege &quot;zur&quot; Arbeit \(Foto: Stadt\)<\/figcaption><\/figure>/,
  )
  expect(await statuses(world, picture, everybody)).toEqual([200, 200, 200, 404, 404])
  expect((await world.get(picture, member)).headers['cache-control']).toContain('private')
  const [file] = await world.sql('select id, is_public from files')
  expect([file?.is_public, ...(await statuses(world, `/dateien/${file?.id}/karte.png`, [member, undefined]))]).toEqual([
    ...[false, 404, 404],
  ])
  // A second one that the adopted text does not show.
  const webp = await sharp(await png(40, 40))
    .webp()
    .toBuffer()
  await upload(world, add, member, { name: 'geheim.webp', bytes: webp }, { alt: 'Nur im Entwurf' })
  await world.sql(`update paper_sections set text = split_part(text, E'\\n\\n![Nur', 1)`)
  const [, second] = await world.sql('select id from paper_pictures order by no')
  for (const to of ['amending', 'adopted']) await world.post(`${at}/stand`, { to }, lead)
  await world.sql(`update working_groups set shown = '{papers}' where id = '${group}'`)
  expect(await statuses(world, picture, everybody)).toEqual([200, 200, 200, 200, 200])
  const drafted = picture.replace(/[^/]+$/, String(second?.id))
  expect(await statuses(world, drafted, everybody)).toEqual([200, 200, 200, 404, 404])
  const html = (await world.get(`${at}/papier.html`)).body
  expect(html).toMatch(/<figure><img src="data:image\/jpeg;base64,[^"]+" alt="Karte der[^>]*><figcaption/)
  const markdown = (await world.get(`${at}/papier.md`)).body
  expect(markdown).toContain(`](${world.house.publicUrl}${picture} "Wege`)
  expect(markdown).toContain(`[Bericht](${world.house.publicUrl}/bibliothek/bericht)`)
  const pdf = (await world.get(`${at}/papier.pdf`)).rawPayload
  expect(await textOfPdf(pdf)).toContain('Wege "zur" Arbeit (Foto: Stadt)')
  const docx = await yauzl.fromBufferPromise((await world.get(`${at}/papier.docx`)).rawPayload)
  let document = ''
  for await (const entry of docx.eachEntry())
    if (entry.fileName === 'word/document.xml') document = await streamText(await docx.openReadStreamPromise(entry))
  expect([document.includes('descr="Karte der'), document.includes('Wege &quot;zur&quot; Arbeit')]).toEqual([
    true,
    true,
  ])
  await expect(world.sql('delete from paper_pictures')).rejects.toThrow('stay as they are')
  await world.sql(`delete from papers where id = '${paper}'`)
  expect(await world.sql('select id from files')).toEqual([])
})

test('what is no picture, undescribed, too large or one too many is refused, and nothing is kept', async ({
  world,
}) => {
  const { lead, member, paper, add } = await atWork(world)
  const send = async (bytes: Buffer, fields: Record<string, string> = said) => {
    const { statusCode, body } = await upload(world, add, member, { name: 'x.png', bytes }, fields)
    return [statusCode, /id="f-(\w+)-error"/.exec(body)?.[1]]
  }
  const small = await png(20, 20)
  expect(await send(small, { ...said, alt: '' })).toEqual([422, 'alt'])
  expect(await send(Buffer.from('%PDF-1.7 %%EOF'))).toEqual([409, 'file'])
  expect(await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual([409, 'file'])
  expect(await send(small.subarray(0, 60))).toEqual([409, 'file'])
  await world.post(add, said, lead)
  await world.sql(`with f as (insert into files (sha256, bytes, media_type, name, created_at)
      select sha256('x'), 1, 'image/png', 'x.png', now() from generate_series(1, 30) returning id)
    insert into paper_pictures (paper_id, no, file_id, alt, at)
      select '${paper}', row_number() over (), id, 'x', now() from f`)
  expect(await send(small)).toEqual([409, 'file'])
  expect(await world.sql('select count(*)::int from paper_pictures')).toEqual([{ count: 30 }])
  expect(await world.sql('select text from paper_sections')).toEqual([{ text: 'Eins.' }])
})

test('two pictures put into one section at once are both there; without the lock one is lost', async ({ world }) => {
  const { group, member, paper, part, add } = await atWork(world)
  const bytes = await png(20, 20)
  const textNow = async () => (await world.sql('select text from paper_sections'))[0]?.text
  const sent = await world.together(2, () => upload(world, add, member, { name: 'x.png', bytes }, { alt: 'Karte' }))
  expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(await textNow()).toBe('Eins.\n\n![Karte](bild-1)\n\n![Karte](bild-2)')
  await world.sql(`alter table paper_versions drop constraint paper_versions_pkey;
    alter table paper_pictures drop constraint paper_pictures_paper_id_no_key`)
  const viewer: Viewer = { kind: 'person', id: member.id, name: '', signIn: '', roles: [] }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  const input = { groupId: group, paperId: paper, id: part, file: { bytes, name: 'x.png' }, caption: '', credit: '' }
  await world.together(2, (n) =>
    inChange(world.db, base, (change) =>
      addPicture({ ...change, write: change.write.withPlugin(lockOff) as never }, { ...input, alt: `Karte ${n}` }),
    ),
  )
  expect(String(await textNow()).match(/!\[/g)).toHaveLength(3)
})
