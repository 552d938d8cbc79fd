import { expect } from 'vitest'
import { aDocument } from '../../test/library.ts'
import { test } from '../../test/world.ts'

test('each page says how it is cited, and each paragraph on it has an address that stays', async ({ world }) => {
  const pages = ['Anfang.', 'Die Züge sind am Morgen voll.\n\nDarum fahren mehr.']
  const { id, slug } = await aDocument(world, { title: 'Studie', dated: '2022', publisher: 'Region', pages })
  const { body } = await world.get(`/bibliothek/${slug}/text`)
  const at = `http://localhost/bibliothek/${id}/text?fassung=1&amp;ab=2#seite-2`
  expect(body).toContain(`Studie [online]. Region, 2022. S. 2. Verfügbar unter: ${at}`)
  expect(body).toContain('<p id="seite-2-absatz-2">Darum fahren mehr.</p>')
  expect(body).toContain(`<a href="${at}-absatz-2">Link zu „Darum fahren mehr.“</a>`)
  expect((await world.get(`/bibliothek/${id}/text?fassung=1&ab=2`)).body).toContain('id="seite-2-absatz-2"')
  await world.sql(`update document_versions set unit = 'slide'`)
  const slides = (await world.get(`/en/library/${slug}/text`)).body
  expect(slides).toContain('slide 2. Available from:')
  expect(slides).toContain('Cite this slide')
})
