import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { keptFiles, upload } from '../../test/files.ts'
import { aPdf } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

const here = '/verwaltung/dateien'

async function looked(world: World) {
  await world.sql(`select graphile_worker.add_job('checkFiles')`)
  await workedThrough(world)
  return world.sql('select name, is_damaged from files order by name')
}

test('bytes that have become others, or are gone, are found and told to the office; whole ones are not', async ({
  world,
}) => {
  const office = await world.person('office')
  const bytes = { eins: await aPdf('eins', []), zwei: await aPdf('zwei', []), drei: await aPdf('drei', []) }
  for (const [name, content] of Object.entries(bytes))
    await upload(world, here, office, { name: `${name}.pdf`, bytes: content }, { isPublic: 'on' })
  expect((await looked(world)).map(({ is_damaged }) => is_damaged)).toEqual([false, false, false])
  expect((await world.get('/verwaltung', office)).body).not.toContain('beschädigt')
  const placeOf = async (name: string) => {
    const [row] = await world.sql(`select encode(sha256, 'hex') as hex from files where name = '${name}.pdf'`)
    return (await keptFiles(world)).find((one) => one.endsWith(String(row!.hex)))!
  }
  await writeFile(join(world.data, 'files', await placeOf('eins')), Buffer.alloc(bytes.eins.length))
  await rm(join(world.data, 'files', await placeOf('drei')))
  expect(await looked(world)).toEqual([
    { name: 'drei.pdf', is_damaged: true },
    { name: 'eins.pdf', is_damaged: true },
    { name: 'zwei.pdf', is_damaged: false },
  ])
  expect((await world.get('/verwaltung', office)).body).toContain('2 Dateien sind beschädigt')
  expect((await world.get(here, office)).body).toContain('beschädigt: bitte neu aufnehmen')
  expect((await world.get('/verwaltung', await world.person('author'))).body).not.toContain('beschädigt')
  await upload(world, here, office, { name: 'wieder.pdf', bytes: bytes.eins }, { isPublic: 'on' })
  expect((await world.get('/verwaltung', office)).body).toContain('Eine Datei ist beschädigt')
  const [row] = await world.sql(`select id from files where name = 'eins.pdf'`)
  expect((await world.get(`/dateien/${row!.id}/eins.pdf`)).rawPayload.equals(bytes.eins)).toBe(true)
})

test('a download is taken up where it broke off, and not sent again to who has it', async ({ world }) => {
  const office = await world.person('office')
  const bytes = await aPdf('Bericht', [{ heading: 'Anlass', text: 'Die Züge sind voll.' }])
  await upload(world, here, office, { name: 'bericht.pdf', bytes }, { isPublic: 'on' })
  const [row] = await world.sql('select id from files')
  const asked = (headers: Record<string, string>) => world.get(`/dateien/${row!.id}/bericht.pdf`, undefined, headers)
  const whole = await asked({})
  expect([whole.statusCode, whole.headers['accept-ranges'], whole.rawPayload.equals(bytes)]).toEqual([
    200,
    'bytes',
    true,
  ])
  const etag = String(whole.headers.etag)
  const part = await asked({ range: 'bytes=100-199', 'if-range': etag })
  expect([part.statusCode, part.headers['content-range'], part.headers['content-length']]).toEqual([
    206,
    `bytes 100-199/${bytes.length}`,
    '100',
  ])
  expect(part.rawPayload.equals(bytes.subarray(100, 200))).toBe(true)
  expect((await asked({ range: 'bytes=100-199', 'if-range': '"other"' })).statusCode).toBe(200)
  const beyond = await asked({ range: `bytes=${bytes.length}-` })
  expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, `bytes */${bytes.length}`])
  expect((await asked({ 'if-none-match': etag })).statusCode).toBe(304)
})
