import { expect } from 'vitest'
import { upload } from '../../test/files.ts'
import { hostileFiles } from '../../test/hostile.ts'
import { workedThrough } from '../../test/people.ts'
import { test } from '../../test/world.ts'
import { text } from './text.ts'

const office = '/verwaltung/bibliothek'

test('over forty files that mean harm or are broken each end in a state that the office reads', async ({ world }) => {
  const who = await world.person('office')
  const files = hostileFiles()
  const ended: Record<string, string> = {}
  const { refused } = text.de
  for (const [name, { bytes }] of Object.entries(files)) {
    const sent = { name: `../../${name.replace(':', '')}\u202e<b>`, bytes }
    const { statusCode, body } = await upload(world, office, who, sent)
    if (statusCode === 303) continue
    const why = Object.entries(refused).find(([, words]) => typeof words === 'string' && body.includes(words))
    ended[name] = `${statusCode} ${why?.[0]}`
  }
  await workedThrough(world)
  const rows = await world.sql(
    'select title, reading, name from documents join document_versions on document_id = id join files f on f.id = file_id',
  )
  const cleaned = (name: string) => name.replace(':', '').replace(/[^\p{L}\p{N}]+/gu, '-')
  for (const name of Object.keys(files))
    ended[name] ??= String(rows.find((row) => String(row.name).startsWith(`${cleaned(name)}-b.`))?.reading)
  const promised = Object.entries(files).map(([name, { ends }]) => [
    name,
    /^(file|picture[A-Z])/.test(ends) ? `409 ${ends}` : ends,
  ])
  expect(ended).toEqual(Object.fromEntries(promised))
  expect(promised.length).toBeGreaterThanOrEqual(40)
  const list = (await world.get(office, who)).body
  for (const words of Object.values(text.de.office.readings).slice(1, 8)) expect(list).toContain(words)
  expect((await world.get('/verwaltung', who)).body).toMatch(/\d+ Dateien der Bibliothek lassen sich nicht lesen/)
}, 300_000)

test('an uploaded page of HTML is handed out to be stored, never shown at our address', async ({ world }) => {
  const who = await world.person('office')
  const bytes = Buffer.from('<!DOCTYPE html><title>Seite</title><body><script>alert(1)</script><p>Ein Satz</p></body>')
  expect((await upload(world, office, who, { name: 'seite.html', bytes })).statusCode).toBe(303)
  const [row] = await world.sql(
    'select slug, f.name from documents d join document_versions on document_id = d.id join files f on f.id = file_id',
  )
  const { statusCode, headers } = await world.get(`/bibliothek/${row!.slug}/dateien/1/${row!.name}`, who)
  expect([statusCode, headers['content-disposition'], headers['x-content-type-options']]).toEqual([
    200,
    `attachment; filename="${row!.name}"; filename*=UTF-8''${row!.name}`,
    'nosniff',
  ])
  expect(headers['content-security-policy']).toContain('sandbox')
})
