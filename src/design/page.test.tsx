import { options } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type Frame, FrameProvider } from '../platform/frame.ts'
import * as design from './index.tsx'
import { Emblem, Empty, iconSvg, Lines, Page, Pagination, Table } from './index.tsx'
import { LivingPage } from './living.tsx'

const names = ['Region Stuttgart', 'Heilbronn-Franken', 'Neckar-Alb', 'Nordschwarzwald', 'Ostwürttemberg']
const frame: Frame = {
  language: 'de',
  languages: ['de', 'en'],
  publicUrl: 'https://kongress.example',
  path: '/kongresse',
  installation: { name: 'Europäische Metropolregion Stuttgart', short: 'Metropol' },
  regions: names.map((name, index) => ({ no: index + 1, name })),
  menu: [{ href: '/kongresse', label: 'Kongresse', isCurrent: true }],
  aids: [],
  footer: { links: [], notes: [] },
  alternate: { href: '/en/congresses', label: 'English', lang: 'en' },
  person: undefined,
  formKey: () => 'k1',
  asset: (name) => `/assets/${name}`,
}
const render = (node: preact.VNode, changes: Partial<Frame> = {}) =>
  renderToString(<FrameProvider value={{ ...frame, ...changes }}>{node}</FrameProvider>)

test('a page names its language, address and other language', () => {
  const html = render(<Page kind="public" title={'Wirtschaft\u00adliche Transformation'} lead="Kurz & klar" />)
  expect(html).toContain('<html lang="de">')
  expect(html).toContain('<title>Wirtschaftliche Transformation – Metropol</title>')
  expect(html).toContain('<meta name="description" content="Kurz &amp; klar"')
  expect(html).toContain('<link rel="canonical" href="https://kongress.example/kongresse"')
  expect(html).toContain('<link rel="alternate" hreflang="en" href="https://kongress.example/en/congresses"')
})

test('a page in one language only offers no other', () => {
  const html = render(<Page kind="public" title="Protokoll" />, { alternate: undefined })
  expect(html.match(/hreflang/g)).toBe(null)
})

test('an office page is not for search engines', () => {
  const html = render(<Page kind="office" title="Anmeldungen" />)
  expect(html).toContain('<meta name="robots" content="noindex"')
  expect(html).not.toContain('rel="canonical"')
})

test('only the office’s pages and signed-in people load the office’s stylesheet', () => {
  const person = { name: 'Geschäftsstelle', menu: [], more: [], signOut: '/abmelden' }
  const loads = (kind: 'public' | 'office', changes = {}) =>
    render(<Page kind={kind} title="Kongresse" />, changes).includes('<link rel="stylesheet" href="/assets/office.css"')
  expect([loads('public'), loads('office'), loads('public', { person })]).toEqual([false, true, true])
})

test('the office’s pages have a frame of their own: its rooms, the way to the website, no public menu', () => {
  const person = {
    name: 'Ada',
    menu: [
      { href: '/verwaltung', label: 'Überblick' },
      { href: '/verwaltung/kongresse', label: 'Kongresse verwalten' },
    ],
    more: [{ href: '/konto', label: 'Konto' }],
    signOut: '/abmelden',
  }
  const links = (kind: 'public' | 'office') => {
    const aids = [{ href: '/leichte-sprache', label: 'Leichte Sprache' }]
    const html = render(<Page kind={kind} title="Start" />, { person, aids })
    const all = [...html.matchAll(/<a href="(\/[^"]*)"|<a class="brand" href="([^"]*)"/g)].map(([, a, b]) => a ?? b)
    return [...new Set(all)].sort()
  }
  const rooms = ['/konto', '/verwaltung', '/verwaltung/kongresse']
  expect(links('office')).toEqual(['/', '/en/congresses', ...rooms])
  expect(links('public')).toEqual(['/', '/en/congresses', ...rooms, '/kongresse', '/leichte-sprache'].sort())
})

test('a table without rows says so as every empty list does', () => {
  const table = (rows: readonly string[]) => (
    <Table
      caption="Räume"
      rows={rows}
      keyOf={(row) => row}
      empty="Noch keine Räume."
      columns={[{ label: 'Name', cell: (row) => row }]}
    />
  )
  expect(render(table([]))).toBe(render(<Empty title="Noch keine Räume." />))
  expect(render(table(['Saal']))).not.toContain('Noch keine')
})

test('the page’s own line lies at the bottom', () => {
  const html = render(<Lines region={2} />)
  expect([...html.matchAll(/data-region="(\d)"/g)].map(([, no]) => no)).toEqual(['1', '3', '4', '5', '2'])
})

test('the M has as many strokes as there are regions', () => {
  const strokes = (count: number) =>
    render(<Emblem />, { regions: Array.from({ length: count }, (_, index) => ({ no: index + 1, name: 'R' })) }).match(
      /<path/g,
    )!.length
  expect([1, 3, 5, 12].map(strokes)).toEqual([1, 3, 5, 12])
})

test('the icon carries the regions’ colours', () => {
  const icon = iconSvg([
    { no: 1, field: { light: '#ffc61a' } },
    { no: 2, field: { light: '#6f1450' } },
  ])
  expect([...icon.matchAll(/stroke="(#\w+)"/g)].map(([, colour]) => colour)).toEqual(['#ffc61a', '#6f1450'])
})

test('who is signed in sees name, rooms and the way out', () => {
  const person = { name: 'Ada <b>', menu: [{ href: '/konto', label: 'Konto' }], more: [], signOut: '/abmelden' }
  const html = render(<Page kind="public" title="Start" />, { person })
  expect(html).toContain('Ada &lt;b>')
  expect(html).toContain(
    '<form class="single" method="post" action="/abmelden"><input type="hidden" name="formKey" value="k1"',
  )
})

test('long lists show first, last and near pages', () => {
  const html = render(<Pagination page={8} pages={16} hrefOf={(page) => `?s=${page}`} />)
  expect([...html.matchAll(/aria-label="Seite (\d+)"/g)].map(([, no]) => Number(no))).toEqual([1, 7, 8, 9, 16])
  expect(html).toContain('Seite 8 von 16')
  expect(render(<Pagination page={1} pages={1} hrefOf={String} />)).toBe('')
})

test('no component sets a style attribute or a script', () => {
  for (const language of ['de', 'en'] as const) {
    const html = render(<LivingPage />, { language })
    expect(html.match(/\sstyle=|<script|\son\w+=/g)).toBe(null)
  }
})

/** What stands in the head of a document, or round a drawing in a file: nothing to look at. */
const unseen = ['InFile', 'PlotStyle', 'JsonLd', 'Preview', 'AtlasHead']

test('every component stands on the living page', () => {
  const seen = new Set<unknown>()
  const before = options.vnode
  options.vnode = (node) => {
    seen.add(node.type)
    before?.(node)
  }
  render(<LivingPage views={[{ href: '/', label: 'Hell' }]} />)
  options.vnode = before as typeof options.vnode & {}
  const components = Object.entries(design).filter(([name]) => /^[A-Z]/.test(name))
  expect(components.length).toBeGreaterThan(50)
  expect(components.flatMap(([name, one]) => (seen.has(one) ? [] : [name]))).toEqual(unseen)
})

const properNames =
  /^(Hanken Grotesk|vertretung|.*(Stuttgart|Heilbronn|schwarzwald|württemberg|Landkreis|Pforzheim).*)$/

test('the living page’s samples are there in both languages', () => {
  const wordsIn = (language: 'de' | 'en') =>
    new Set(
      render(<LivingPage />, { language })
        .replaceAll(/<[^>]+>/g, '\n')
        .match(/\p{L}[\p{L} ]{12,}/gu),
    )
  const english = wordsIn('en')
  expect([...wordsIn('de')].filter((words) => english.has(words) && !properNames.test(words))).toEqual([])
})

test('every id on the living page is there once and every reference leads somewhere', () => {
  const html = render(<LivingPage />)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  const wanted = [...html.matchAll(/(?:aria-(?:labelledby|describedby)|for|list|popovertarget)="([^"]+)"/g)]
  expect(wanted.flatMap(([, list]) => list!.split(' ')).filter((id) => !ids.includes(id))).toEqual([])
})
