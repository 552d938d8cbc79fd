import { request } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, openBrowser, openPage, sightsOf } from './browser.ts'
import { newPlace, type Program, startProgram } from './program.ts'
import { openForm, registerBy } from './registering.ts'

let place: Awaited<ReturnType<typeof newPlace>>
let program: Program
let browser: Browser
beforeAll(async () => {
  place = await newPlace()
  program = await startProgram(place)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await place.leave()
})

/** Every page for everybody: what the sitemap names, and the forms and answers that it does not. */
async function publicPages(language: 'de' | 'en') {
  const sitemap = await (await fetch(`${program.url}/sitemap.xml`)).text()
  const form = await openForm(program.url)
  const { location } = await registerBy(form, `seite-${language}@landkreis.example`)
  const own = location ?? ''
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname)
  const all = addresses.filter((path) => !/\.\w+$/.test(path))
  const german = [
    ...someOfEachKind(all.filter((path) => path !== '/en' && !path.startsWith('/en/'))),
    `${form.edition}/anmeldung`,
    `${form.edition}/programm`,
    '/suche?q=Region',
    '/anmeldung-finden',
    '/anmeldung-finden/gesendet',
    '/zugang',
    '/zugang/gesendet',
    '/barriere-melden/danke',
    '/gibt-es-nicht',
    own,
    `${own}/aendern`,
    `${own}/absagen`,
    `${own}/teilnehmende`,
  ]
  return [...new Set(language === 'de' ? german : await translated(german))]
}

/** Pages whose addresses differ in their last part alone are of one kind: what is made up shows most, then the first. */
function someOfEachKind(paths: string[]) {
  const kinds = Map.groupBy(paths, (path) => path.replace(/[^/]+$/, ''))
  return [...kinds].flatMap(([kind, own]) =>
    kind === '/' ? own : [...new Set([...own.filter((path) => path.includes('beispiel')), ...own])].slice(0, 4),
  )
}

/** The same pages in English, by the link that each carries. */
async function translated(paths: string[]) {
  const links = await Promise.all(
    paths.map(async (path) => {
      const html = await (await fetch(program.url + path)).text()
      const link = /<a[^>]*hreflang="en"[^>]*>/.exec(html)?.[0] ?? ''
      return /href="([^"]+)"/.exec(link)?.[1] ?? '/en/there-is-no-such-page'
    }),
  )
  return links.map((link) => new URL(link, program.url).pathname)
}

/** What comes over the wire for one address, as a browser with TLS asks for it: with Brotli. */
const onTheWire = (url: string) =>
  new Promise<number>((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      let bytes = answer.rawHeaders.join(': ').length
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
    })
      .on('error', reject)
      .end()
  })

/** Counts what a page asks this program for, pictures aside, as it comes over the wire. */
async function weighed(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  let asked: string[] = []
  page.on('request', (one) => {
    if (one.resourceType() !== 'image' && one.url().startsWith(program.url)) asked.push(one.url())
  })
  return async (path: string) => {
    asked = []
    await page.goto(path)
    const bytes = await Promise.all(asked.map(onTheWire))
    return bytes.reduce((sum, one) => sum + one, 0)
  }
}

for (const language of ['de', 'en'] as const)
  test(`every public page is accessible, fits 320 px and asks nobody else, in ${language}`, async () => {
    const { page, strangers, errors } = await openPage(browser, program.url)
    const found: string[] = []
    const large: string[] = []
    // English words weigh no more than German ones.
    const open = language === 'de' ? await weighed(page) : (path: string) => page.goto(path).then(() => 0)
    const paths = await publicPages(language)
    for (const path of paths) {
      const bytes = await open(path)
      if (bytes > 60_000) large.push(`${path}: ${bytes}`)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      found.push(...(await lookAt(page, sightsOf[language])))
    }
    await page.context().close()
    expect({ found, strangers, errors, large }).toEqual({ found: [], strangers: [], errors: [], large: [] })
    expect(paths.length).toBeGreaterThan(20)
  }, 300_000)

/** The button of a form that has something to fill in. */
const filledForm = 'main form:has(input:not([type=hidden]), textarea) button[type=submit]'

for (const language of ['de', 'en'] as const)
  test(`forms sent empty say what is missing, accessibly, in ${language}`, async () => {
    const { page } = await openPage(browser, program.url)
    const found: string[] = []
    const { edition } = await openForm(program.url)
    const german = [`${edition}/anmeldung`, '/anmeldung-finden', '/barriere-melden', '/zugang']
    for (const path of language === 'de' ? german : await translated(german)) {
      await page.goto(path)
      await page.locator(filledForm).last().click()
      expect(await page.locator('[aria-invalid=true]').count(), path).toBeGreaterThan(0)
      found.push(...(await lookAt(page, sightsOf[language])))
    }
    await page.context().close()
    expect(found).toEqual([])
  }, 120_000)
