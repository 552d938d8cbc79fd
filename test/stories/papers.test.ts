import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, openBrowser, openPage } from './browser.ts'
import { newPlace, startProgram } from './program.ts'

let place: Awaited<ReturnType<typeof newPlace>>
let browser: Browser
beforeAll(async () => {
  ;[place, browser] = await Promise.all([newPlace(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await place.leave()
})

test('what was written while the sign-in expired is offered again on the same device, and gone once it is saved', async () => {
  const program = await startProgram(place)
  const { page, errors } = await openPage(browser, program.url)
  await page.goto(program.signInLink())
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL('**/verwaltung')
  await page.goto('/arbeitsgruppen')
  await page.getByRole('link', { name: 'Regionale Kooperation' }).first().click()
  await page.goto(`${page.url()}/papiere/neu`)
  await page.getByLabel('Titel').fill('Mobil am Neckar')
  await page.getByRole('button', { name: 'Papier beginnen' }).click()
  await page.getByLabel('Überschrift').fill('Radwege')
  await page.getByRole('button', { name: 'Abschnitt hinzufügen' }).click()
  await page.waitForURL('**/bearbeiten')
  const section = page.url()
  await page.getByLabel('Text', { exact: true }).fill('Zwei Stunden Arbeit.')
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.waitForLoadState()
  // Without a script it is copied from here.
  expect(await page.locator('pre', { hasText: 'Zwei Stunden Arbeit.' }).count()).toBe(1)
  const signedOut = await lookAt(page)
  await page.context().addCookies(cookies)
  await page.goto(section)
  await page.getByText('nicht gespeichert haben').waitFor()
  const found = await lookAt(page)
  await page.getByRole('button', { name: 'Wieder einsetzen' }).click()
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Zwei Stunden Arbeit.')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Zwei Stunden Arbeit.').waitFor()
  await page.goto(section)
  await page.waitForLoadState('load')
  const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')))
  expect([left, await page.getByText('nicht gespeichert haben').count(), found, signedOut, errors]).toEqual([
    [],
    0,
    [],
    [],
    [],
  ])
  expect(await program.stop()).toBe(0)
}, 120_000)
