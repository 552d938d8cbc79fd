import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOfPdf } from '../pdf.ts'
import { lookAt, openBrowser, openPage } from './browser.ts'
import { linkIn } from './mail.ts'
import { newPlace, type Program, startProgram } from './program.ts'

let place: Awaited<ReturnType<typeof newPlace>>
let program: Program
let browser: Browser
beforeAll(async () => {
  ;[place, browser] = await Promise.all([newPlace(), openBrowser()])
  program = await startProgram(place)
}, 240_000)
afterAll(async () => {
  await browser.close()
  await place.leave()
})

/** The form's button of this name, and the page that comes then. */
async function press(page: Page, name: string) {
  page.setDefaultTimeout(8000)
  await page.getByRole('button', { name, exact: true }).first().click()
  await page.waitForLoadState()
}

async function fill(page: Page, fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value)
}

const lead = { name: 'Ada Kern', email: 'ada@landkreis.example', part: 'lead' }
const member = { name: 'Ben Ott', email: 'ben@stadt.example', part: 'member' }

async function signIn(page: Page, link: string) {
  await page.goto(link)
  await press(page, 'Jetzt anmelden')
}

/** The office announces a congress that follows another; gives its last part of the address. */
async function announce(page: Page, { after, inDays }: { after: string; inDays: number }) {
  await page.goto(`/verwaltung/kongresse/${after}/kopieren`)
  await fill(page, { day: dayIn(inDays) })
  await press(page, 'Kopie anlegen')
  const edition = new URL(page.url()).pathname.split('/')[3]!
  await page.goto(`/verwaltung/kongresse/${edition}/stand`)
  await fill(page, { announcedAt: `${dayIn(0)}T00:00` })
  await press(page, 'Speichern')
  return edition
}

/** Today of the program in so many days, as forms take it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The office adds a group to the congress, opens it and invites; gives the group's address. */
async function found(page: Page, edition: string) {
  await page.goto(`/verwaltung/kongresse/${edition}/arbeitsgruppen/neu`)
  await fill(page, { nameDe: 'Wärme gemeinsam planen' })
  await press(page, 'Speichern')
  await page.goto('/arbeitsgruppen')
  await page.getByRole('link', { name: 'Wärme gemeinsam planen' }).first().click()
  await page.waitForLoadState()
  const group = new URL(page.url()).pathname
  await press(page, 'Inneren Bereich eröffnen')
  await fill(page, { mandateDe: 'Ein Wärmeplan über Kreisgrenzen, bis zum Kongress.' })
  await press(page, 'Speichern')
  for (const { name, email, part } of [lead, member]) {
    await page.goto(`${group}/mitglieder/einladen`)
    await fill(page, { name, email })
    await page.locator(`[name=part][value=${part}]`).check()
    await page.locator('[name=language][value=de]').check()
    await press(page, 'Einladen')
  }
  return group
}

/** Somebody who was invited accepts and signs in, as the mails lead. */
async function arrive({ email }: { email: string }) {
  const { page, errors } = await openPage(browser, program.url)
  await page.goto(await linkIn(place.data, email, '/gruppeneinladung'))
  await press(page, 'Annehmen')
  await signIn(page, await linkIn(place.data, email, '/zugang/link'))
  return { page, errors }
}

/** What `group` does at one meeting: dates to choose from, who comes, minutes with a decision, approved. */
async function meet(group: string, [ada, ben]: readonly [Page, Page]) {
  await ada.goto(`${group}/sitzungen/neu`)
  await fill(ada, { title: '1. Sitzung', place: 'Rathaus', start1: `${dayIn(1)}T17:00`, start2: `${dayIn(2)}T17:00` })
  await press(ada, 'Speichern')
  const meeting = new URL(ada.url()).pathname
  await press(ada, 'Nach dem Termin fragen')
  await ben.goto(meeting)
  await ben.locator('[name=option1][value=yes]').check()
  await press(ben, 'Antwort senden')
  await ada.goto(meeting)
  await ada.getByRole('row', { name: 'passt am besten' }).getByRole('button').click()
  await ada.waitForLoadState()
  await ada.goto(`${meeting}/protokoll`)
  await press(ada, 'Protokoll beginnen')
  await ada.getByRole('link', { name: 'Beschluss oder Aufgabe festhalten' }).click()
  await fill(ada, { text: 'Ben Ott fragt die Stadtwerke.' })
  await press(ada, 'Festhalten')
  await press(ada, 'Den Teilnehmenden vorlegen')
  await ada.getByText('Als beschlossen festhalten', { exact: true }).click()
  await press(ada, 'Jetzt als beschlossen festhalten')
  return meeting
}

/** A paper of one section, amended by a member; gives its address while it is open to amendments. */
async function draft(group: string, [ada, ben]: readonly [Page, Page]) {
  await ada.goto(`${group}/papiere/neu`)
  await fill(ada, { title: 'Wärme über Grenzen' })
  await press(ada, 'Papier beginnen')
  const paper = new URL(ada.url()).pathname
  await fill(ada, { title: 'Ein Wärmeplan für alle Kreise' })
  await press(ada, 'Abschnitt hinzufügen')
  await fill(ada, { text: 'Die Kreise planen ihre Wärme zusammen bis 2030.' })
  await press(ada, 'Speichern')
  await ada.goto(paper)
  await press(ada, 'Für Änderungsanträge öffnen')
  await ben.goto(paper)
  await ben.getByRole('link', { name: 'Stelle für Stelle' }).click()
  await ben.getByRole('link', { name: 'Änderung beantragen' }).click()
  await fill(ben, { replacement: 'Die Kreise planen ihre Wärme zusammen bis 2028.', reason: 'Die Frist ist eher.' })
  await press(ben, 'Antrag stellen')
  await ada.goto(`${paper}/antraege`)
  await ada.getByRole('link', { name: 'Antrag 1' }).click()
  await press(ada, 'Annehmen')
  return paper
}

/** Both vote for the paper, then its lead closes the vote. */
async function decide(group: string, [ada, ben]: readonly [Page, Page]) {
  await ada.goto(`${group}/abstimmungen/neu`)
  await fill(ada, { title: 'Das Papier beschließen' })
  await ada.locator('[name=method][value=yes_no]').check()
  await press(ada, 'Entwurf speichern')
  const vote = new URL(ada.url()).pathname
  await ada.getByRole('link', { name: 'Abstimmung eröffnen' }).click()
  await press(ada, 'Eröffnen')
  for (const page of [ada, ben]) {
    await page.goto(vote)
    await page.getByRole('link', { name: 'Abstimmen' }).click()
    await page.getByLabel('Ja', { exact: true }).check()
    await press(page, 'Stimme abgeben')
  }
  await ada.goto(vote)
  await ada.getByRole('link', { name: 'Abstimmung schließen' }).click()
  await press(ada, 'Schließen und zählen')
  expect(await ada.locator('main').innerText()).toContain('angenommen')
}

async function handOver(paper: string, ada: Page) {
  await ada.goto(paper)
  await ada.getByText('Als beschlossen festhalten', { exact: true }).click()
  await press(ada, 'Jetzt als beschlossen festhalten')
  await ada.getByRole('link', { name: 'Dem Kongress übergeben' }).click()
  await fill(ada, { addressee1: 'Kreise', responsible1: 'Landkreis Calw' })
  await press(ada, 'Dem Kongress übergeben')
}

/** The office publishes the result, and makes a project and a position of it in one step each. */
async function carryOn(page: Page) {
  await page.goto('/verwaltung/faden')
  await page.getByRole('link', { name: 'Ein Wärmeplan für alle Kreise' }).click()
  await page.waitForLoadState()
  const result = page.url()
  await press(page, 'Veröffentlichen')
  const made: string[] = []
  for (const [button, name] of [
    ['Projekt daraus machen', 'Wärmeplan der Kreise'],
    ['Position daraus machen', 'Geld für gemeinsame Wärmepläne'],
  ] as const) {
    await page.goto(result)
    await press(page, button)
    made.push(new URL(page.url()).pathname)
    await fill(page, { titleDe: name })
    await press(page, 'Speichern')
    await press(page, 'Veröffentlichen')
  }
  return made as [string, string]
}

/** What happened with a piece, as the office enters it. */
async function happened(page: Page, piece: string, fields: { kind: string; title: string; on: string }) {
  await page.goto(`${piece}/ereignisse/neu`)
  await page.locator(`[name=kind][value=${fields.kind}]`).check()
  await fill(page, { titleDe: fields.title, happenedOn: fields.on })
  await press(page, 'Speichern')
}

test('a group is founded, meets, drafts, amends, decides and hands over; the office makes a project and a position of it, and a year later the report shows both', async () => {
  const office = await openPage(browser, program.url)
  await signIn(office.page, program.signInLink())
  const edition = await announce(office.page, { after: '2027-pforzheim-beispiel', inDays: 90 })
  const group = await found(office.page, edition)
  const [ada, ben] = await Promise.all([arrive(lead), arrive(member)])
  const both = [ada.page, ben.page] as const
  await meet(group, both)
  const paper = await draft(group, both)
  await decide(group, both)
  await handOver(paper, ada.page)
  const [project, position] = await carryOn(office.page)

  await aYearLater(async (page) => {
    await happened(page, project, { kind: 'begun', title: 'Der Plan ist begonnen', on: dayIn(165) })
    await happened(page, position, { kind: 'handed_over', title: 'An das Land übergeben', on: dayIn(265) })
    await happened(page, position, { kind: 'answered', title: 'Das Land hat geantwortet', on: dayIn(355) })
    const next = await announce(page, { after: edition, inDays: 700 })
    await page.goto(`/kongresse/${next}/was-wurde-daraus`)
    const story = await page.locator('main').innerText()
    const pdf = await (await page.request.get(`/kongresse/${next}/bericht.pdf`)).body()
    const both = ['Projekt: Wärmeplan der Kreise, läuft', 'Position: Geld für gemeinsame Wärmepläne, beantwortet']
    for (const told of [story.replace(/\s+/g, ' ').replaceAll(' ,', ','), await textOfPdf(pdf)])
      for (const one of both) expect(told).toContain(one)
    await page.goto(`/kongresse/${edition}/was-wurde-daraus`)
    expect(await lookAt(page)).toEqual([])
  })
  expect([office.errors, ada.errors, ben.errors]).toEqual([[], [], []])
}, 240_000)

async function aYearLater<T>(run: (page: Page) => Promise<T>) {
  expect(await program.stop()).toBe(0)
  program = await startProgram(place, inAYear)
  const { page } = await openPage(browser, program.url)
  await signIn(page, await program.invited('buero@region.example'))
  return run(page)
}

/** A program's setting that moves its clock on by a year. */
const inAYear = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    const { Date: Now } = globalThis
    globalThis.Date = class extends Now {
      constructor(...given) { given.length ? super(...given) : super(Now.now() + 365 * 864e5) }
      static now() { return Now.now() + 365 * 864e5 }
    }`)}`,
}
