import { expect } from 'vitest'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test } from '../../test/world.ts'
import { daysUntil } from './pages/overview.tsx'

test('the office’s day starts with how the next congress stands', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 40 })
  const figures = async (role: 'office' | 'author') => {
    const { body } = await world.get('/verwaltung', await world.person(role))
    return [...body.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(([, label, value]) => `${value} ${label}`)
  }
  await world.post(edition.url, filledIn(edition))
  world.clock.now = new Date(world.clock.now.getTime() + 8 * 864e5)
  await world.post(edition.url, filledIn(edition, { email: 'zwei@landkreis-calw.example' }))
  expect(await figures('office')).toEqual([
    '184 Tage bis zum Kongress',
    '1 Anmeldung in sieben Tagen',
    '2 von 40 Plätzen vergeben',
  ])
  const office = await world.person('office')
  const [, bar = ''] = (await world.get('/verwaltung', office)).body.split('class="nav"')
  const [, others = ''] = bar.split('Weitere Bereiche')
  const linksOf = (html: string, end: string) =>
    [...html.split(end)[0]!.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
  const more = linksOf(others, '</ul>')
  expect(linksOf(bar, '</nav>')).toContain('/arbeitsgruppen')
  for (const area of ['/verwaltung/meldungen', '/verwaltung/vorlagen', '/verwaltung/organisationen'])
    expect(more).toContain(area)
  expect(more.filter((href) => linksOf(bar, '</nav>').includes(href))).toEqual([])
  // the line of registrations stands open on their page once it has something to say, not to who searches
  const isOpen = async (query: string) =>
    (await world.get(`/verwaltung/kongresse/${edition.slug}/anmeldungen${query}`, office)).body.includes(
      '<details class="box" open',
    )
  expect([await isOpen(''), await isOpen('?q=Calw')]).toEqual([true, false])
  await world.sql(`update registrations set created_at = (select min(created_at) from registrations)`)
  expect(await isOpen('')).toBe(false)
  expect(await figures('author')).toEqual(['184 Tage bis zum Kongress'])
})

test('days are counted by the calendar of the place, not by hours', () => {
  const startsAt = new Date('2026-11-12T08:30:00Z')
  const left = (now: string) => daysUntil({ startsAt }, new Date(now), 'Europe/Berlin')
  expect([
    left('2026-11-10T22:59:00Z'),
    left('2026-11-10T23:01:00Z'),
    left('2026-11-12T06:00:00Z'),
    left('2026-12-01T06:00:00Z'),
  ]).toEqual([2, 1, undefined, undefined])
  expect(daysUntil({ startsAt: null }, startsAt, 'Europe/Berlin')).toBe(undefined)
})
