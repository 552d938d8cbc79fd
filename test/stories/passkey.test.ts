import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from './browser.ts'
import { newPlace, type Program, startProgram } from './program.ts'

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

const authenticator = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

test('a passkey is added in the account, and after signing out it signs the same person in', async () => {
  const { page, errors } = await openPage(browser, program.url)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', { options: authenticator })
  await page.goto(program.signInLink())
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click()
  await page.goto('/konto')
  await page.getByLabel('Name des Passkeys').fill('Laptop im Büro')
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
  await page.getByText('Der Passkey ist hinzugefügt').waitFor()
  expect(await page.getByRole('rowheader', { name: 'Laptop im Büro' }).count()).toBe(1)
  const person = await page.locator('.lead').textContent()

  await page.locator('header summary').click()
  await page.locator('header').getByRole('button', { name: 'Abmelden' }).click()
  await page.getByText('Sie sind abgemeldet').waitFor()
  await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await page.getByText('Das Gerät hat keinen Passkey bestätigt.').waitFor()
  await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await page.waitForURL('**/verwaltung')
  await page.goto('/konto')
  expect(await page.locator('.lead').textContent()).toBe(person)
  expect(errors).toEqual([])
  await page.context().close()
})

test('without script no button does nothing, and the link by mail is there', async () => {
  const { page } = await openPage(browser, program.url, { javaScriptEnabled: false })
  await page.goto('/zugang')
  expect(await page.getByRole('button', { name: 'Mit Passkey anmelden' }).count()).toBe(0)
  expect(await page.getByText('Dafür braucht es JavaScript').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Link schicken' }).isVisible()).toBe(true)
  await page.context().close()
})
