import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { browserFile } from '../../bin/prepare.mjs'
import { problemsHere } from './looking.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const flags = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking'
const quiet = '--disable-component-update --disable-sync'

/** The browser with an empty profile. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserFile() ?? 'chromium',
    args: [...flags.split(' '), ...quiet.split(' ')],
  })

/** A page that remembers which other hosts it was made to ask, and what went wrong in it. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: url, ...options })
  const page = await context.newPage()
  const strangers: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) strangers.push(request.url())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text())
  })
  return { page, strangers, errors }
}

type Sight = { width: number; colorScheme: 'light' | 'dark'; isWhole: boolean }

/** Colours are judged at every sight; what does not depend on them once wide and once narrow. */
const sights: readonly Sight[] = [
  { width: 1440, colorScheme: 'light', isWhole: true },
  { width: 1440, colorScheme: 'dark', isWhole: false },
  { width: 320, colorScheme: 'dark', isWhole: true },
  { width: 320, colorScheme: 'light', isWhole: false },
]

/** The same shared between a page's two languages, for walks that see every page in both. */
export const sightsOf: Record<'de' | 'en', readonly Sight[]> = {
  de: [
    { width: 1440, colorScheme: 'light', isWhole: true },
    { width: 320, colorScheme: 'dark', isWhole: false },
  ],
  en: [
    { width: 1440, colorScheme: 'dark', isWhole: false },
    { width: 320, colorScheme: 'light', isWhole: true },
  ],
}

/** What axe-core finds on the page as it stands, wide and narrow, light and dark; and whether it is wider than 320 px. */
export async function lookAt(page: Page, at = sights): Promise<string[]> {
  const found: string[] = []
  const where = decodeURI(page.url().replace(/^https?:\/\/[^/]+/, ''))
  await page.evaluate(axe)
  for (const { width, colorScheme, isWhole } of at) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const problems = await page.evaluate(problemsHere, { sight: `${width} ${colorScheme}`, isWhole })
    found.push(...problems.map((problem) => `${where} ${width} ${colorScheme}: ${problem}`))
  }
  return found
}
