import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieName } from '../../src/platform/web.tsx'
import { openWorld, type World } from '../world.ts'

const switches = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
let world: World
let browser: Browser
let island: string

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

beforeAll(async () => {
  const port = await freePort()
  world = await openWorld({ publicUrl: `http://localhost:${port}`, now: new Date() })
  await world.app.listen({ port, host: 'localhost' })
  const built = await build({
    entryPoints: ['src/people/islands/passkey.ts'],
    bundle: true,
    write: false,
    format: 'esm',
  })
  island = built.outputFiles[0]!.text
  const executablePath = places.find((place) => place && existsSync(place))!
  browser = await chromium.launch({ executablePath, args: switches })
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

/** A browser in which somebody from the office is signed in. */
async function signedIn(javaScriptEnabled: boolean) {
  const { secret, email } = await world.person('office')
  const { publicUrl } = world.house
  const context = await browser.newContext({ javaScriptEnabled, baseURL: publicUrl })
  await context.addCookies([{ name: cookieName(publicUrl), value: secret, url: publicUrl }])
  await context.route('**/assets/passkey.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: island }),
  )
  return { page: await context.newPage(), context, email }
}

test('a passkey is added in the account, and after signing out it signs the same person in', async () => {
  const { page, context, email } = await signedIn(true)
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto('/konto')
  await page.getByLabel('Name des Passkeys').fill('Laptop im Büro')
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click()
  await page.getByText('Der Passkey ist hinzugefügt').waitFor()
  expect(await page.getByRole('rowheader', { name: 'Laptop im Büro' }).count()).toBe(1)

  await page.locator('form[action="/abmelden"] button').last().click()
  await page.getByText('Sie sind abgemeldet').waitFor()
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
  await page.waitForURL('**/verwaltung')
  await page.goto('/konto')
  expect(await page.getByText(email, { exact: true }).count()).toBe(1)
  await context.close()
})

test('without script there is no button that does nothing, and the link by mail is offered', async () => {
  const { page, context } = await signedIn(false)
  await page.goto('/zugang')
  expect(await page.getByRole('button', { name: 'Mit Passkey anmelden' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Link schicken' }).isVisible()).toBe(true)
  expect(await page.getByText('Dafür braucht der Browser JavaScript.').isVisible()).toBe(true)
  await context.close()
})
