import { expect } from 'vitest'
import { test, type World } from '../../test/world.ts'
import { inChange } from '../platform/visit.ts'
import { fillDefaultPages } from './defaults/index.ts'

const here = '/verwaltung/angaben'
const filled = ({ db, house, clock }: World) =>
  inChange(db, { house, now: clock.now, language: 'de', viewer: { kind: 'system' } }, fillDefaultPages)
const stored = (world: World) => world.sql('select key, value, value_en from operator_facts order by key')

test('words are told in German and English, and stand in each on its page', async ({ world }) => {
  await filled(world)
  const office = await world.person('office')
  const facts = { legal_formDe: 'Anstalt des öffentlichen Rechts', legal_formEn: 'Institution under public law' }
  const more = {
    representativeDe: 'die Vorsitzende',
    operator_phone: '+49 (711) 123-0',
    operator_email: 'a_b@amt.example',
  }
  expect((await world.post(here, { ...facts, ...more }, office)).statusCode).toBe(303)
  expect(await stored(world)).toEqual([
    { key: 'legal_form', value: facts.legal_formDe, value_en: facts.legal_formEn },
    { key: 'operator_email', value: 'a_b@amt.example', value_en: null },
    { key: 'operator_phone', value: '+49 (711) 123-0', value_en: null },
    { key: 'representative', value: 'die Vorsitzende', value_en: null },
  ])
  const german = (await world.get('/impressum')).body
  expect(german).toContain('<strong>Rechtsform:</strong> Anstalt des öffentlichen Rechts')
  expect(german).toContain('<a href="tel:+497111230">+49 (711) 123-0</a>')
  expect(german).toContain('<a href="mailto:a_b@amt.example">a_b@amt.example</a>')
  const english = (await world.get('/en/imprint')).body
  expect(english).toContain('<strong>Legal form:</strong> Institution under public law')
  expect(english).toContain('<strong>Represented by:</strong> <span lang="de">die Vorsitzende</span>')
})

test('a day is printed in words, an address of a video as a link with its umlauts', async ({ world }) => {
  await filled(world)
  const office = await world.person('office')
  const video = 'https://video.xn--wrzburg-n2a.example/dgs'
  await world.post(here, { accessibility_checked_on: '2026-10-01', sign_language_video: video }, office)
  expect((await world.get('/barrierefreiheit')).body).toContain('1.\u00a0Oktober 2026')
  expect((await world.get('/en/accessibility')).body).toContain('1\u00a0October 2026')
  expect((await world.get('/gebaerdensprache')).body).toContain(
    `<a href="${video}" rel="noopener">video.würzburg.example/dgs</a>`,
  )
})

test('what cannot be right is said at its field and nothing is stored', async ({ world }) => {
  const office = await world.person('office')
  const bad = {
    operator_phone: 'auf Anfrage',
    operator_email: 'amt.example',
    accessibility_checked_on: '2026-13-40',
    sign_language_video: 'video.example',
    representativeDe: 'die Vorsitzende',
  }
  const { statusCode, body } = await world.post(here, bad, office)
  expect(statusCode).toBe(422)
  const at = [...body.matchAll(/href="#f-(\w+)"/g)].map(([, name]) => name)
  expect(at.toSorted()).toEqual(['accessibility_checked_on', 'operator_email', 'operator_phone', 'sign_language_video'])
  expect(body).toContain('Bitte geben Sie eine Telefonnummer an')
  expect(body).toContain('die Vorsitzende</textarea>')
  expect(await stored(world)).toEqual([])
})

test('a blank is a labelled place in the line, explained to visitors; who may tell it is led there', async ({
  world,
}) => {
  await filled(world)
  const { body } = await world.get('/impressum')
  expect(body).toContain(
    '<strong>Rechtsform:</strong> <span class="blank"><span class="hide">Rechtsform</span> <i>wird noch ergänzt</i></span>',
  )
  expect(body).toContain('<span class="blank">Name des Betreibers <i>wird noch ergänzt</i></span>')
  expect(body).toContain('Was gestrichelt unterstrichen ist, trägt der Betreiber dieser Seiten noch nach.')
  expect(body).not.toContain('href="/verwaltung/angaben"')
  expect((await world.get('/impressum', await world.person('office'))).body).toContain('Angaben jetzt ergänzen')
  expect((await world.get('/en/imprint')).body).toContain('to be added')
  expect((await world.get('/metropolregion')).body).not.toContain('gestrichelt')
})

test('what an author writes cannot pass for a mark of ours', async ({ world }) => {
  const office = await world.person('office')
  const page = { seen: '0', titleDe: 'A', slugDe: 'a', slugEn: 'a', menu: 'none', position: '0', isPublished: 'on' }
  await world.post('/verwaltung/seiten/neu', { ...page, textDe: 'x \ue0000\ue001 y {{operator_name}}' }, office)
  expect((await world.get('/a')).body.match(/class="blank"/g)).toHaveLength(1)
})
