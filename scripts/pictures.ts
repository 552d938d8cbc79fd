import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { browserFile } from '../bin/prepare.mjs'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'docs/pictures')
const size = { width: 1440, height: 900 }
const mostBytes = 250_000

/** Takes the README's pictures of the example installation, in its own data folder that goes afterwards. */
async function takePictures() {
  const data = mkdtempSync(join(tmpdir(), 'metropol-pictures-'))
  const port = await freePort()
  const env = { ...process.env, METROPOL_DATA: data, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` }
  const server = spawn(process.execPath, [join(root, 'bin/metropol.mjs'), 'start'], { env, cwd: data })
  const browser = await chromium.launch({
    executablePath: browserFile() ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const signInLink = await linkFrom(server)
    const page = await browser.newPage({
      viewport: size,
      locale: 'de-DE',
      colorScheme: 'light',
      timezoneId: 'Europe/Berlin',
    })
    await visitAll(page, `http://localhost:${port}`, signInLink)
  } finally {
    await browser.close()
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}

async function visitAll(page: Page, address: string, signInLink: string) {
  await page.goto(address)
  await take(page, 'home')
  await page.locator('a[href$="/anmeldung"]').first().click()
  await page.waitForURL(/\/anmeldung$/)
  await take(page, 'registration')
  const edition = new URL(page.url()).pathname.split('/').at(-2)
  await page.goto(signInLink)
  await page.locator('main form button').first().click()
  await page.goto(`${address}/verwaltung/kongresse/${edition}/anmeldungen`)
  await take(page, 'office')
}

async function take(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready)
  const bytes = await sharp(await page.screenshot())
    .png({ palette: true, colours: 128, effort: 10 })
    .toBuffer()
  if (bytes.length > mostBytes) throw new Error(`${name}.png has ${bytes.length} bytes`)
  mkdirSync(pictures, { recursive: true })
  writeFileSync(join(pictures, `${name}.png`), bytes)
}

/** The sign-in link that the first start prints. */
function linkFrom(server: ChildProcess) {
  return new Promise<string>((resolve, reject) => {
    let said = ''
    const look = (chunk: Buffer) => {
      said += chunk
      const link = /Anmelden als Büro:\s+(\S+)/.exec(said)?.[1]
      if (link) resolve(link)
    }
    server.stdout?.on('data', look)
    server.stderr?.on('data', look)
    server.once('exit', () => reject(new Error(`the program ended: ${said}`)))
  })
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

await takePictures()
