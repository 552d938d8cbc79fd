import { expect } from 'vitest'
import { upload } from '../../test/files.ts'
import { rawPdf } from '../../test/hostile.ts'
import { aDocument, aPdf } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { test } from '../../test/world.ts'

const office = '/verwaltung/bibliothek'

/** A page with words, without tags, title and language; a picture in its structure where it is tagged. */
const untagged = () => {
  const words = '(A sentence that is long enough to count as text)'
  const content = `BT /F1 12 Tf 10 50 Td ${words} Tj ET`
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ])
}

test('the office reads what a file lacks and what to ask for; the public list names it', async ({ world }) => {
  const who = await world.person('office')
  const good = await aPdf('Verkehr im Neckartal', [
    { heading: 'Anlass', text: 'Die Züge sind voll, seit Jahren schon.' },
  ])
  for (const [name, bytes] of [
    ['gut.pdf', good],
    ['arm.pdf', untagged()],
  ] as const)
    await upload(world, office, who, { name, bytes })
  await workedThrough(world)
  const poor = 'a-sentence-that-is-long-enough-to-count-as-text'
  const shown = (await world.get(`${office}/${poor}`, who)).body
  for (const words of ['Nicht ausgezeichnet', 'Sprache ist nicht', 'Titel ist nicht', 'Strukturtags'])
    expect(shown).toContain(words)
  expect(shown).not.toContain('Bilder ohne Alternativtext')
  const [{ slug: rich }] = (await world.sql(`select slug from documents where title = 'Verkehr im Neckartal'`)) as [
    { slug: string },
  ]
  const fine = (await world.get(`${office}/${rich}`, who)).body
  expect(fine).toContain('Text, Auszeichnung, Alternativtexte, Sprache und Titel sind in der Datei.')
  expect((await world.get('/bibliothek/barrierefreiheit')).body).toContain('Keiner geprüften Datei fehlt etwas')
  for (const slug of [poor, rich]) await world.post(`${office}/${slug}/veroeffentlichung`, {}, who)
  const list = (await world.get('/bibliothek/barrierefreiheit')).body
  expect([list.includes('Eine Datei ist nicht barrierefrei'), list.includes(poor)]).toEqual([true, true])
})

test('pictures without words are counted, and what is for members stands on no public list', async ({ world }) => {
  const { id, slug } = await aDocument(world, { access: 'members', pages: ['Ein Satz.'] })
  const found = { isTagged: true, hasLanguage: true, hasTitle: true, figures: 3, describedFigures: 1 }
  const accessibility = JSON.stringify({ ...found, pagesWithoutText: 0, pages: 1 })
  await world.db.updateTable('documentVersions').set({ accessibility }).where('documentId', '=', id).execute()
  expect((await world.get('/bibliothek/barrierefreiheit')).body).not.toContain(slug)
  const members = (await world.get('/en/library/accessibility', await world.person())).body
  expect([members.includes(slug), members.includes('Pictures without an alternative text.')]).toEqual([true, true])
})
