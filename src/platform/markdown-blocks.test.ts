import { expect, test } from 'vitest'
import { markdown } from './markdown.ts'
import { markdownBlocks, passagesOf } from './markdown-blocks.ts'

const source = `Der **Plan** gilt[^1] und [mehr](/bibliothek/plan).

1. Eins
2. Zwei

   genauer

| Jahr | Wert |
| --- | --- |
| 2027 | 3 |

[^1]: Seit *Mai*.
`

test('a text is a tree of blocks, its notes at the places that refer to them', () => {
  const text = (said: string) => ({ kind: 'text', text: said })
  const paragraph = (...parts: unknown[]) => ({ kind: 'paragraph', parts })
  expect(markdownBlocks(source)).toEqual([
    paragraph(
      text('Der '),
      { kind: 'strong', parts: [text('Plan')] },
      text(' gilt'),
      {
        kind: 'note',
        no: 1,
        blocks: [paragraph(text('Seit '), { kind: 'emphasis', parts: [text('Mai')] }, text('.'))],
      },
      text(' und '),
      { kind: 'link', href: '/bibliothek/plan', parts: [text('mehr')] },
      text('.'),
    ),
    {
      kind: 'list',
      isOrdered: true,
      start: 1,
      items: [[paragraph(text('Eins'))], [paragraph(text('Zwei')), paragraph(text('genauer'))]],
    },
    { kind: 'table', head: [[text('Jahr')], [text('Wert')]], rows: [[[text('2027')], [text('3')]]] },
  ])
})

test('notes that refer to each other end', () => {
  const round = 'Eins[^a].\n\n[^a]: Zwei[^b].\n\n[^b]: Drei[^a].'
  expect(JSON.stringify(markdownBlocks(round)).length).toBeLessThan(500)
})

test('passages are blocks and items of lists, each where it stands, notes too', () => {
  expect(passagesOf(source).map(({ start, end }) => source.slice(start, end))).toEqual([
    'Der **Plan** gilt[^1] und [mehr](/bibliothek/plan).',
    '1. Eins',
    '2. Zwei\n\n   genauer',
    '| Jahr | Wert |\n| --- | --- |\n| 2027 | 3 |',
    '[^1]: Seit *Mai*.',
  ])
})

test('notes are set at the end, counted on, and lead there and back', () => {
  const html = markdown('Satz[^x].\n\n[^x]: Beleg <b>.', { notesBefore: 4 })
  const [, name] = /href="#note-([\w-]+)"/.exec(html) ?? []
  expect(html).toContain(`<sup><a href="#note-${name}" id="at-${name}">5</a></sup>`)
  expect(html).toContain(`<ol start="5">\n<li id="note-${name}"><p>Beleg &lt;b&gt;. <a href="#at-${name}">`)
})

test('a note is set at the first place that refers to it; the others refer to its number', () => {
  const notes = (size: number) =>
    JSON.stringify(markdownBlocks(`${'[^1]'.repeat(size)}\n\n[^1]: ${'x'.repeat(size)}`, 4))
  expect(notes(2)).toContain('{"kind":"again","no":5}')
  expect(notes(4000).length / notes(1000).length).toBeLessThan(5)
})

test('notes in great number, and brackets that open none, cost no more than their length', () => {
  const html = markdown('^[a]'.repeat(12_000))
  expect(html.match(/<li id=/g)).toHaveLength(1000)
  expect(html).toContain('^[a]')
  expect(markdown('[^a[^1] ^[b] [^1].\n\n[^1]: c')).toMatch(/^<p>\[\^a<sup>.*<sup>.*<sup>.*1<\/a><\/sup>\./)
})
