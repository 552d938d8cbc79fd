import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Html } from './html.tsx'
import { isSafeLink, longestMarkdown, markdown } from './markdown.ts'

test('headings begin below the page’s own and leave out no level, tables stay, outside links do not hand over the window', () => {
  expect(markdown('# A\n\n###### F')).toBe('<h2>A</h2>\n<h3>F</h3>\n')
  expect(markdown('## B\n\n### C\n\n## B')).toBe('<h2>B</h2>\n<h3>C</h3>\n<h2>B</h2>\n')
  expect(markdown('# A', { topLevel: 3 })).toBe('<h3>A</h3>\n')
  expect(markdown('|a|*b*|\n|:-:|-|\n|1|2|')).toBe(
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th><em>b</em></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td data-l="b">2</td>\n</tr>\n</tbody>\n</table>\n',
  )
  expect(markdown('[a](https://b.example) [c](/kongresse)')).toBe(
    '<p><a href="https://b.example" rel="noopener">a</a> <a href="/kongresse">c</a></p>\n',
  )
})

test('images are ours and described', () => {
  expect(markdown('![Der Saal](/dateien/saal.jpg)')).toBe(
    '<p><img src="/dateien/saal.jpg?breite=800" srcset="/dateien/saal.jpg?breite=400 400w, /dateien/saal.jpg?breite=800 800w, /dateien/saal.jpg?breite=1600 1600w" sizes="(min-width: 60rem) 44rem, 92vw" alt="Der Saal" loading="lazy"></p>\n',
  )
  expect(markdown('![](/dateien/saal.jpg)')).toBe('<p></p>\n')
  expect(markdown('![Saal](https://b.example/a.png)')).toBe('<p>Saal</p>\n')
  for (const out of ['..', '%2e%2e', '.%2E', '%2e.'])
    expect(markdown(`![Saal](/dateien/${out}/abmelden)`)).toBe('<p>Saal</p>\n')
  expect(markdown('![a" onerror="x](/dateien/a.png?breite=400)')).toBe(
    '<p><img src="/dateien/a.png?breite=400" alt="a&quot; onerror=&quot;x" loading="lazy"></p>\n',
  )
})

describe('what could run stays text', () => {
  const hostile = [
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#10;script:alert(1))',
    '[a](&#x6A;avascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](//evil.example)',
    '[a](/\\evil.example)',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<https://a.example" onclick="x>',
    '![![x](javascript:1)](javascript:2)',
    '[![x](data:image/svg+xml,x)](javascript:2)',
    '[a]: javascript:alert(1)\n\n[a]',
    '```"><script>\nx\n```',
    '[a](https://b.example "\\" onclick=\\"x")',
  ]
  test.each(hostile)('%s', (source) => {
    const tags = markdown(source).match(/<[a-z][^>]*>/g) ?? []
    for (const tag of tags) {
      expect(tag).toMatch(
        /^<(p|pre|code( class="[^"<>]*")?|a href="(https:\/\/|\/%5C)[^"]*"( title="[^"]*")?( rel="noopener")?)>$/,
      )
    }
  })
})

test('an address is safe by its scheme', () => {
  const addresses = [
    'https://a',
    'mailto:a@b',
    'tel:+49',
    '/a',
    '#a',
    'a/b:c',
    '?a=b',
    'file:///a',
    'ftp://a',
    '//a',
    ' javascript:a',
  ]
  expect(addresses.filter(isSafeLink)).toEqual(['https://a', 'mailto:a@b', 'tel:+49', '/a', '#a', 'a/b:c', '?a=b'])
})

test('long and deep text ends in time', () => {
  expect(() => markdown('x'.repeat(longestMarkdown + 1))).toThrow(RangeError)
  expect(markdown('€'.repeat(50_000))).toContain('€')
  const started = performance.now()
  for (const piece of ['> ', '[', '**a ', '![', '- ', '`', '|a'])
    markdown(piece.repeat(Math.floor(longestMarkdown / piece.length)))
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('the component puts it in as it is', () => {
  expect(render(<Html html={markdown('a **b**')} class="prose" />)).toBe(
    '<div class="prose"><p>a <strong>b</strong></p>\n</div>',
  )
})
