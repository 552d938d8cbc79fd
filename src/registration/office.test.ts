import { expect } from 'vitest'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test } from '../../test/world.ts'

/** The marked link of the main menu. */
const marked = (html: string) =>
  [.../<nav class="nav".*?<\/nav>/s.exec(html)![0].matchAll(/aria-current="page">([^<]*)</g)].map(([, label]) => label)

test('the menu marks the registrations on their own pages and on those of an edition', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const congress = `/verwaltung/kongresse/${edition.slug}`
  const pages = {
    '/verwaltung/anmeldungen': 'Anmeldungen',
    [`${congress}/anmeldungen`]: 'Anmeldungen',
    [`${congress}/anmeldungen/einlass`]: 'Anmeldungen',
    [`${congress}/tickets`]: 'Anmeldungen',
    '/verwaltung/einwilligungen': 'Anmeldungen',
    [`/en/office/congresses/${edition.slug}/registrations`]: 'Registrations',
    [congress]: 'Kongresse verwalten',
    [`${congress}/programm`]: 'Kongresse verwalten',
  }
  for (const [page, label] of Object.entries(pages))
    expect([page, marked((await world.get(page, office)).body)]).toEqual([page, [label]])
})

test('a cancelled registration says that its sessions were given back', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { session: 5 })
  const office = await world.person('office')
  await world.post(edition.url, filledIn(edition, { sessions: [edition.water] }))
  const [{ id }] = (await world.sql('select id from registrations')) as [{ id: string }]
  const here = `/verwaltung/kongresse/${edition.slug}/anmeldungen/${id}`
  const programme = async () => /<dt>Programm<\/dt><dd>(.*?)<\/dd>/.exec((await world.get(here, office)).body)![1]
  expect(await programme()).toMatch(/^<ul.*Wasser/)
  await world.post(`${here}/absagen`, { reason: '' }, office)
  expect(await programme()).toMatch(/^<p>Mit der Absage zurückgegeben.*Wasser/)
})
