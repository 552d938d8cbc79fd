import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from './browser.ts'
import { mailTo } from './mail.ts'
import { newPlace, type Program, startProgram } from './program.ts'
import { openForm } from './registering.ts'

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

/** Moves on by the Tab key until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 150; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${selector}`)
}

test('somebody registers for the congress by keyboard alone, from the home page on', async () => {
  const { page, strangers, errors } = await openPage(browser, program.url)
  const { edition } = await openForm(program.url)
  await page.goto('/')
  await tabTo(page, `a[href^="${edition}"]`)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${edition}**`)
  if (!page.url().endsWith('/anmeldung')) {
    await tabTo(page, 'a[href$="/anmeldung"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/anmeldung')
  }
  await tabTo(page, '[name=name]')
  await page.keyboard.type('Dr. Änne Özdemir-Großmann')
  await tabTo(page, '[name=email]')
  await page.keyboard.type('aenne+kongress@landkreis.example')
  await tabTo(page, '[name=place]')
  await page.keyboard.press('End')
  await tabTo(page, '[name=ticket]')
  await page.keyboard.press('Space')
  await tabTo(page, '[name=consents]')
  await page.keyboard.press('Space')
  for (const _ of await page.locator('[name=consents]:required:not(:checked)').all()) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
  }
  await tabTo(page, 'main form button[type=submit]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/anmeldung\/[\w-]{22}$/)
  expect((await page.locator('main').innerText()).replaceAll('\u00a0', ' ')).toContain('Dr. Änne Özdemir-Großmann')
  expect({ strangers, errors }).toEqual({ strangers: [], errors: [] })
  expect(await mailTo(place.data, 'aenne+kongress@landkreis.example')).toContain('application/pdf')
}, 60_000)

test('with JavaScript off, somebody registers, changes and cancels', async () => {
  const { page } = await openPage(browser, program.url, { javaScriptEnabled: false })
  const { address } = await openForm(program.url)
  await page.goto(address)
  await page.locator('[name=name]').fill('X')
  await page.locator('[name=email]').fill('x@landkreis.example')
  await page.locator('[name=place]').selectOption('outside')
  await page.locator('[name=ticket]').first().check()
  for (const box of await page.locator('[name=consents]').all()) await box.check()
  await page.locator('main form button[type=submit]').last().click()
  expect(page.url()).toMatch(/\/anmeldung\/[\w-]{22}$/)
  await page.locator('a[href$="/aendern"]').first().click()
  await page.locator('[name=organisation]').fill('Landkreis Calw')
  await page.locator('main form button[type=submit]').last().click()
  expect(await page.locator('main').innerText()).toContain('Landkreis Calw')
  await page.locator('a[href$="/absagen"]').first().click()
  await page.locator('main form button[type=submit]').last().click()
  expect(page.url()).toMatch(/\/anmeldung\/[\w-]{22}$/)
  expect(await page.locator('a[href$="/absagen"]').count()).toBe(0)
}, 60_000)
