import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { FormState } from '../platform/forms.ts'
import { type Frame, FrameProvider } from '../platform/frame.ts'
import {
  BilingualField, Checkbox, Checkboxes, ErrorSummary, FilterBar, Notice, PostForm, Radios, Select, Table, TextField,
} from './index.tsx' // biome-ignore format: one line less

const frame: Frame = {
  language: 'de',
  languages: ['de', 'en'],
  publicUrl: 'https://kongress.example',
  path: '/',
  installation: { name: 'Metropolregion', short: 'Metropol' },
  regions: [{ no: 1, name: 'Region Stuttgart' }],
  menu: [],
  aids: [],
  footer: { links: [], notes: [] },
  alternate: undefined,
  person: undefined,
  formKey: () => 'k1',
  asset: (name) => name,
}
const render = (node: preact.VNode, changes: Partial<Frame> = {}) =>
  renderToString(<FrameProvider value={{ ...frame, ...changes }}>{node}</FrameProvider>)
const state = (values: FormState['values'] = {}, problems: FormState['problems'] = []): FormState => ({
  values,
  problems,
})

test('every line of the error summary leads to its field', () => {
  const form = state({ mail: ['x'] }, [{ field: 'mail', message: 'Das Zeichen @ fehlt' }])
  const html = render(
    <>
      <ErrorSummary form={form} />
      <TextField form={form} name="mail" label="E-Mail" hint="Dorthin geht die Karte." />
    </>,
  )
  expect(html).toContain('<a href="#f-mail">Das Zeichen @ fehlt</a>')
  const labelled = state({}, [{ field: 'mail', label: 'E-Mail', message: 'Bitte füllen Sie dieses Feld aus.' }])
  expect(render(<ErrorSummary form={labelled} />)).toContain('>E-Mail: Bitte füllen Sie dieses Feld aus.</a>')
  expect(html).toContain('id="f-mail"')
  expect(html).toContain('aria-invalid="true" aria-describedby="f-mail-hint f-mail-error"')
})

test('the heading says how many answers are missing, or only asks to check', () => {
  const missing = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ field: `f${index}`, message: 'fehlt', isAbsent: true }))
  const heading = (form: FormState, language: Frame['language'] = 'de') =>
    /<h2[^>]*>(.*?)<\/h2>/.exec(render(<ErrorSummary form={form} />, { language }))?.[1]
  expect(heading(state({}, missing(1)))).toBe('Eine Angabe fehlt noch')
  expect(heading(state({}, missing(2)))).toBe('Zwei Angaben fehlen noch')
  const wrong = [...missing(1), { field: 'f9', message: 'falsch' }]
  expect(heading(state({}, wrong))).toBe('Bitte prüfen Sie 2 Angaben')
  expect(heading(state({}, wrong), 'en')).toBe('Please check 2 answers')
  expect(heading(state({}, [{ message: 'Der Platz ist vergeben.' }]))).toBe('Das geht so nicht')
  expect(heading(state())).toBe(undefined)
})

test('where a file was sent, the summary says that it must be chosen again', () => {
  const form = state({}, [{ field: 'name', message: 'fehlt', isAbsent: true }])
  const said = (node: preact.VNode) => /<p>(.*?)<\/p>/.exec(render(node))?.[1]
  expect(said(<ErrorSummary form={form} />)).toBe('Ihre Eingaben sind erhalten.')
  expect(said(<ErrorSummary form={form} hasFile />)).toContain('Eine Datei wählen Sie bitte noch einmal aus')
})

test('a notice says its kind once', () => {
  expect(render(<Notice>Etwas</Notice>)).not.toContain('Hinweis: ')
  expect(render(<Notice title="Noch offen">Etwas</Notice>)).toContain('Hinweis: ')
})

test('what was typed comes back as text, never as markup', () => {
  const form = state({ name: ['"><script>alert(1)</script>'] })
  const html = render(<TextField form={form} name="name" label="Name" />)
  expect(html).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"')
})

test('a password never comes back', () => {
  expect(render(<TextField form={state({ p: ['geheim'] })} name="p" label="Passwort" type="password" />)).not.toContain(
    'geheim',
  )
})

test('a form that changes something carries the key and leaves checking to the server', () => {
  const html = render(
    <PostForm action="/anmeldung" encoding="multipart">
      <p />
    </PostForm>,
  )
  expect(html).toBe(
    '<form class="form" method="post" action="/anmeldung" enctype="multipart/form-data" novalidate>' +
      '<input type="hidden" name="formKey" value="k1"/><p></p></form>',
  )
})

test('voluntary fields say so, the others are required; a filter says neither', () => {
  const field = (optional: boolean) => <TextField form={state()} name="q" label="Suche" optional={optional} />
  expect(render(field(true))).toContain('(freiwillig)')
  expect(render(field(true))).not.toContain('required')
  expect(render(field(false))).toContain('required')
  expect(render(<TextField form={state()} name="q" label="Suche" optional="sometimes" />)).not.toMatch(
    /freiwillig|required/,
  )
  const filter = render(<FilterBar action="/liste">{field(false)}</FilterBar>)
  expect(filter).toContain('method="get"')
  expect(filter).not.toContain('required')
})

test('choices keep what was chosen', () => {
  const form = state({ mode: ['online'], list: ['on'], state: ['b'] })
  const options = [
    { value: 'onsite', label: 'Vor Ort' },
    { value: 'online', label: 'Im Netz' },
  ]
  const radios = render(<Radios form={form} name="mode" label="Art" options={options} />)
  expect(radios.match(/<input[^>]*checked[^>]*>/g)?.map((input) => /value="(\w+)"/.exec(input)?.[1])).toEqual([
    'online',
  ])
  expect(render(<Checkbox form={form} name="list" label="Liste" />)).toContain('checked')
  const select = render(
    <Select
      form={form}
      name="state"
      label="Stand"
      options={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
    />,
  )
  expect(select).toContain('<option value="b" selected>B</option>')
})

test('a bilingual field says which language is missing', () => {
  const field = (values: FormState['values']) =>
    render(<BilingualField form={state(values)} name="title" label="Titel" />)
  expect(field({ titleDe: ['Energie'] })).toContain('fehlt noch')
  expect(field({ titleDe: ['Energie'], titleEn: ['Energy'] })).not.toContain('fehlt noch')
  expect(field({})).toContain('name="titleDe"')
  expect(field({})).toContain('name="titleEn"')
})

test('a table heads columns and rows and tells how it is sorted', () => {
  const html = render(
    <Table
      caption="Kreise"
      rows={[{ name: 'Calw', count: 12 }]}
      keyOf={(row) => row.name}
      columns={[
        { label: 'Kreis', kind: 'name', cell: (row) => row.name, sort: { href: '?s=name', direction: 'ascending' } },
        { label: 'Menschen', kind: 'number', cell: (row) => row.count, sort: { href: '?s=count' } },
      ]}
    />,
  )
  expect(html).toContain('<th scope="col" aria-sort="ascending"><a href="?s=name">Kreis')
  expect(html).toContain('<th scope="row">Calw</th><td class="r" data-l="Menschen">12</td>')
})

test('boxes to tick stand under their headings, with links in their labels, and the summary leads to the first', () => {
  const options = [
    { value: 'a', label: 'Wasser', group: '9 Uhr', isDisabled: true },
    { value: 'b', label: <a href="/text">Text</a>, group: '9 Uhr', isRequired: true },
    { value: 'c', label: 'Wald', group: '10 Uhr', lang: 'de' as const },
  ]
  const html = render(<Checkboxes form={state({ s: ['c'] })} name="s" options={options} optional />)
  expect([...html.matchAll(/<legend>([^<]*)</g)].map(([, legend]) => legend)).toEqual(['9 Uhr', '10 Uhr'])
  expect(html).toContain('<input id="f-s" type="checkbox" name="s" value="b" required/>')
  expect(html).toContain('<span><a href="/text">Text</a></span>')
  expect(html).toMatch(/value="c" checked\/><span lang="de">Wald/)
})

test('a filter is folded away until it narrows something', () => {
  const filter = (clear: string | undefined) =>
    render(
      <FilterBar action="/l" clear={clear}>
        {null}
      </FilterBar>,
    )
  expect([filter(undefined), filter('/l')].map((html) => /<details class="filters" open/.test(html))).toEqual([
    false,
    true,
  ])
})
