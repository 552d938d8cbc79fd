import { describe, expect, test } from 'vitest'
import { linkedParts, unlinked, unlinkedParts } from './mail-blocks.ts'
import { type MailBlock, type MailPage, renderMail } from './mail-page.tsx'
import { fillLine, fillTemplate } from './mail-template.ts'

const page: MailPage = {
  language: 'de',
  installation: 'Europäische Metropolregion Stuttgart',
  regions: [
    { no: 1, name: 'Region Stuttgart', colour: '#ffc61a', on: '#15191d' },
    { no: 4, name: 'Nordschwarzwald', colour: '#00694a', on: '#ffffff' },
    { no: 5, name: 'Ostwürttemberg', colour: '#f26a21', on: '#15191d' },
  ],
  subject: 'Ihre Anmeldung',
  blocks: [],
  footer: ['Verband Region Stuttgart, ', { link: 'Impressum', href: 'https://kongress.example/impressum' }],
}
const mail = (...blocks: MailBlock[]) => renderMail({ ...page, blocks })

test('the plain text says what the HTML says, links written out, in 72 columns', () => {
  const long = 'Sie haben einen Platz auf dem Metropolkongress in Pforzheim. '.repeat(3)
  const { text } = mail(
    { kind: 'heading', text: 'Ihr Platz' },
    { kind: 'paragraph', parts: [long, { strong: 'Gruppe Wasser' }, '.'] },
    {
      kind: 'facts',
      facts: [
        { term: 'Tag', text: '19. Oktober 2028' },
        { term: 'Einlass', text: '8.15 Uhr' },
      ],
    },
    { kind: 'button', text: 'Karte ansehen', href: `https://kongress.example/karte/${'a'.repeat(80)}` },
    { kind: 'code', text: '7KQ2' },
    { kind: 'list', items: [['eins'], ['zwei ', { link: 'hier', href: 'https://b.example' }]] },
    { kind: 'small', parts: ['klein'] },
  )
  expect(text).toBe(`Ihr Platz

Sie haben einen Platz auf dem Metropolkongress in Pforzheim. Sie haben
einen Platz auf dem Metropolkongress in Pforzheim. Sie haben einen Platz
auf dem Metropolkongress in Pforzheim. Gruppe Wasser.

Tag: 19. Oktober 2028
Einlass: 8.15 Uhr

Karte ansehen:
https://kongress.example/karte/${'a'.repeat(80)}

    7KQ2

- eins
- zwei hier <https://b.example>

klein

-- 
Verband Region Stuttgart, Impressum <https://kongress.example/impressum>
`)
})

test('the region the mail is about lies lowest and carries the sender', () => {
  const { html } = renderMail({ ...page, regionNo: 4 })
  const grounds = [...html.matchAll(/background:(#\w{6});(?:height|color)/g)].map(([, colour]) => colour)
  expect(grounds.slice(-3)).toEqual(['#ffc61a', '#f26a21', '#00694a'])
  expect(html).toMatch(/#00694a;color:#ffffff[^>]*>Europäische Metropolregion Stuttgart</)
})

test('what people typed stays text', () => {
  const evil = '<b>A</b>\r\nBcc: x@y.example [x](http://evil.example)\u202e'
  const { html, text } = mail(
    { kind: 'heading', text: evil },
    { kind: 'paragraph', parts: [evil, { strong: evil }] },
    { kind: 'facts', facts: [{ term: evil, text: evil }] },
    { kind: 'list', items: [[evil]] },
  )
  expect(html).not.toContain('<b>')
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(text).not.toMatch(/^Bcc:/m)
  expect(text).toMatch(/^<b>A<\/b> Bcc: x@y\.example \[x\]\(http:\/\/evil\.example\)$/m)
})

test('a subject is one line', () => {
  expect(renderMail({ ...page, subject: 'Platz für A\r\nBcc: x@y.example' }).subject).toBe(
    'Platz für A Bcc: x@y.example',
  )
  expect(renderMail({ ...page, subject: 'x'.repeat(999) }).subject).toHaveLength(200)
})

test('an address that is none, and a colour that is none, do not get in', () => {
  for (const href of ['javascript:x', '/karte', '//evil.example'])
    expect(() => mail({ kind: 'button', text: 'a', href })).toThrow(TypeError)
  const regions = [{ no: 1, name: 'a', colour: 'red;background:url(//evil.example)', on: '#ffffff' }]
  expect(renderMail({ ...page, regions }).html).not.toContain('evil')
})

describe('a template of the office', () => {
  const known = ['name', 'edition']
  test('has paragraphs, bold, lists and links', () => {
    const template = 'Guten Tag **{{name}}**,\nwillkommen.\n\n- eins\n- [zwei {{ edition }}](https://b.example)\n\nGruß'
    expect(fillTemplate(template, { name: 'Anna', edition: '2028' }, known)).toEqual([
      { kind: 'paragraph', parts: ['Guten Tag ', { strong: 'Anna' }, ',', ' ', 'willkommen.'] },
      { kind: 'list', items: [['eins'], [{ link: 'zwei 2028', href: 'https://b.example' }]] },
      { kind: 'paragraph', parts: ['Gruß'] },
    ])
  })

  test.each(['**b**', '[x](http://evil.example)', '<b>', '- x', '# x', '{{edition}}', '$&', '](javascript:x)'])(
    'a value %s stays text',
    (value) => {
      const blocks = fillTemplate('{{name}}', { name: value }, known)
      expect(blocks).toEqual([{ kind: 'paragraph', parts: [value.replace('://evil.', ':\u2060//evil.\u2060')] }])
    },
  )

  test('a name that is an address becomes no link in any mail client, and looks the same', () => {
    const joined = (value: string) => unlinked(value).replaceAll('\u2060', '|')
    expect(
      ['evil.example', 'x@evil.co.uk', 'www.evil.example/x', 'evil．example', 'am 8.5. um 8.15 Uhr.'].map(joined),
    ).toEqual(['evil.|example', 'x@evil.|co.|uk', 'www.|evil.|example/x', 'evil．|example', 'am 8.5. um 8.15 Uhr.'])
    const blocks = fillTemplate('Guten Tag {{name}}', { name: 'evil.example' }, known) as MailBlock[]
    const { html, text } = renderMail({ ...page, blocks })
    expect([html, text].map((one) => one.includes('evil.example'))).toEqual([false, false])
  })

  test('what the office writes keeps its addresses, as links', () => {
    const parts = linkedParts('Siehe https://b.example/x?a=1, oder buero@b.example.')
    expect(unlinkedParts(parts)).toEqual([
      'Siehe ',
      { link: 'https://b.example/x?a=1', href: 'https://b.example/x?a=1' },
      ', oder ',
      { link: 'buero@b.example', href: 'mailto:buero@b.example' },
      '.',
    ])
    expect(() => mail({ kind: 'paragraph', parts })).not.toThrow()
  })

  test('a value with line breaks opens no paragraph', () => {
    expect(fillTemplate('{{name}}', { name: 'a\n\n- b\r\nc' }, known)).toEqual([
      { kind: 'paragraph', parts: ['a - b c'] },
    ])
  })

  test('says what is wrong with it by name', () => {
    const problem = (template: string) => fillTemplate(template, { name: 'Anna' }, known)
    expect(problem('{{nmae}} {{name}} {{x y}}')).toEqual({ problem: { kind: 'unknown', names: ['nmae', 'x y'] } })
    expect(problem('{{name')).toEqual({ problem: { kind: 'unknown', names: ['{{'] } })
    expect(problem('{{constructor}}')).toEqual({ problem: { kind: 'unknown', names: ['constructor'] } })
    expect(problem('{{edition}}')).toEqual({ problem: { kind: 'missing', names: ['edition'] } })
    expect(problem('[a](javascript:x)')).toEqual({ problem: { kind: 'link', names: ['javascript:x'] } })
    expect(problem('[a](https://b.example/{{name}})')).toEqual({
      problem: { kind: 'link', names: ['https://b.example/%7B%7Bname%7D%7D'] },
    })
    expect(problem('x'.repeat(20_001))).toEqual({ problem: { kind: 'too long', names: [] } })
  })

  test('a subject is filled as one line', () => {
    expect(fillLine('Für {{name}}', { name: 'A\r\nBcc: x' }, known)).toBe('Für A Bcc: x')
    expect(fillLine('{{x}}', {}, known)).toEqual({ problem: { kind: 'unknown', names: ['x'] } })
  })
})
