import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, openBrowser, openPage, sightsOf } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

const head = '<!doctype html><html lang="de"><meta name="viewport" content="width=device-width"><title>Seite</title>'

/** What is found on pages with these contents, one after the other with the same eyes: at which sight, and which rule. */
async function foundOn(...contents: string[]) {
  const { page } = await openPage(browser, 'http://seite.example')
  await page.route('**/*', (route) => {
    const body = head + contents[Number(new URL(route.request().url()).pathname.slice(1))]
    return route.fulfill({ contentType: 'text/html', body })
  })
  const found: string[][] = []
  for (const n of contents.keys()) {
    await page.goto(`/${n}`)
    const said = await lookAt(page)
    found.push(said.map((one) => /^\/\d (\d+ \w+): ([\w-]+( px too wide)?)/.exec(one)?.slice(1, 3).join(' ') ?? one))
  }
  await page.context().close()
  return found
}

const main = (inside: string, css = '') =>
  `<style>:root { color-scheme: light dark } ${css}</style><main><h1>Eine Seite</h1>${inside}</main>`
const pale = '.pale { color: #777; background: #888 }'

test('colours are judged at each width in each scheme', async () => {
  const everywhere = ['1440 light', '1440 dark', '320 dark', '320 light'].map((sight) => `${sight} color-contrast`)
  const text = '<p class="pale">Kaum zu lesen</p>'
  expect(
    await Promise.all([
      foundOn(main(text, pale)),
      foundOn(main(text, `@media (prefers-color-scheme: dark) and (min-width: 600px) { ${pale} }`)),
      foundOn(main(text, `@media (prefers-color-scheme: light) and (max-width: 600px) { ${pale} }`)),
    ]),
  ).toEqual([[everywhere], [['1440 dark color-contrast']], [['320 light color-contrast']]])
})

test('a look is judged again where its colours, its surroundings or its being seen differ', async () => {
  const style = '.dark { background: #666 } .pale { color: #767676 }'
  const good = '<p class="pale">Zu lesen</p>'
  const found = await foundOn(
    main(`<p hidden class="dark"><span class="pale">Versteckt</span></p>${good}`, `main { background: #fff } ${style}`),
    main(`<div class="dark">${good}</div>`, `main { background: #fff } ${style}`),
    main(`<p class="dark"><span class="pale">Gezeigt</span></p>`, `main { background: #fff } ${style}`),
  )
  expect(found.map((each) => each.length)).toEqual([0, 4, 4])
})

test('everything else is judged once wide and once narrow, on every page', async () => {
  const nameless = main('<button></button>')
  const missing = ['1440 light button-name', '320 dark button-name']
  expect(await foundOn(nameless, nameless)).toEqual([missing, missing])
  const wide = main('<p class="wide">Breit</p>', '.wide { width: 400px }')
  expect(await foundOn(wide)).toEqual([['320 dark 88 px too wide', '320 light 88 px too wide']])
})

test('two languages together see what one page sees alone', () => {
  const together = [...sightsOf.de, ...sightsOf.en].map(({ width, colorScheme }) => `${width} ${colorScheme}`)
  const whole = [...sightsOf.de, ...sightsOf.en].filter(({ isWhole }) => isWhole).map(({ width }) => width)
  expect([together.sort(), whole.sort()]).toEqual([
    ['1440 dark', '1440 light', '320 dark', '320 light'],
    [1440, 320],
  ])
})
