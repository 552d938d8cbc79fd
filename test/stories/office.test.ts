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
  // The longest word anybody may type must not be wider than a page.
  await registerBy(await openForm(program.url), 'wort@landkreis.example', { name: longWord })
}, 60_000)
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverleihungsamte'
afterAll(async () => {
  await browser.close()
  await place.leave()
})

/** Each kind of page once: ids and names that differ count as the same. */
const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d{4}-[\w-]+/g, '/:edition')
    .replace(/(?<=\/(quellen|sources|themen|subjects)\/)(?!neu$|new$)[\w-]+/g, ':name')
    .replace(/(?<=\/(bibliothek|library|vorlagen|templates)\/)\w+[.-][\w.-]+/g, ':name')

/** Sends the page's form with everything it asks for left out; whether it then says what is wrong. */
async function sentEmpty(page: Page): Promise<boolean> {
  const form = page.locator('main form.form').filter({ has: page.locator('[required]'), visible: true })
  if ((await form.count()) === 0) return false
  await form.first().evaluate((node) => {
    for (const field of node.querySelectorAll<HTMLInputElement>('[required]')) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false
      else field.value = ''
    }
  })
  await form.first().locator('button[type=submit]').last().click()
  await page.waitForLoadState()
  return (await page.locator('main .errors').count()) > 0
}

/** Looks at every kind of office page of one language that can be reached by links, and at each form sent empty. */
async function walk(page: Page, language: 'de' | 'en', [...open]: string[], mine: RegExp) {
  const found: string[] = []
  const seen = new Set(open.map(kindOf))
  const refused = new Set<string>()
  for (let path = open.shift(); path; path = open.shift()) {
    const answer = await page.goto(path)
    if (!answer?.headers()['content-type']?.includes('html')) continue
    expect(`${answer.status()} ${path}`).toBe(`200 ${path}`)
    found.push(...(await lookAt(page, sightsOf[language])))
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    for (const next of links.map((href) => new URL(href, page.url()))) {
      const isMine = next.origin === program.url && mine.test(next.pathname)
      const isFile = /\.\w{2,4}$/.test(next.pathname)
      if (!isMine || isFile || seen.has(kindOf(next.pathname))) continue
      seen.add(kindOf(next.pathname))
      open.push(next.pathname)
    }
    if (await sentEmpty(page)) {
      refused.add(kindOf(path))
      found.push(...(await lookAt(page, sightsOf[language])))
    }
  }
  return { found, seen, refused }
}

test('the printed link signs in once, and every page of the office, its forms sent empty too, is accessible', async () => {
  const german = await openPage(browser, program.url)
  const { page } = german
  const link = program.signInLink()
  await page.goto(link)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL('**/verwaltung')
  const english = await openPage(browser, program.url, { storageState: await page.context().storageState() })

  const walks = await Promise.all([
    walk(page, 'de', ['/verwaltung', '/konto'], /^\/verwaltung/),
    walk(english.page, 'en', ['/en/office', '/en/account'], /^\/en\/office/),
  ])
  for (const [n, { strangers, errors }] of [german, english].entries())
    expect({ found: walks[n]!.found, strangers, errors }).toEqual({ found: [], strangers: [], errors: [] })
  for (const { seen, refused } of walks) {
    expect(seen.size).toBeGreaterThan(40)
    expect(refused.size).toBeGreaterThan(20)
  }

  await page.context().clearCookies()
  const again = await page.goto(link)
  expect(again?.status()).toBe(410)
}, 600_000)
