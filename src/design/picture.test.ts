import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openGraphPng, openGraphSvg, wrap } from './picture.tsx'

const colours = ['#ffc61a', '#6f1450', '#1673d1', '#00694a', '#f26a21']
const picture = {
  title: '5. Metropol\u00adkongress in Pforzheim',
  over: 'Europäische Metropolregion Stuttgart',
  date: '19. Oktober 2028',
  place: 'Pforzheim',
  colours,
  regionNo: 4,
  regionCount: 5,
}
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

test('the picture says what the page is, when and where', () => {
  expect(words(openGraphSvg(picture))).toEqual([
    'Europäische Metropolregion Stuttgart',
    '5. Metropolkongress',
    'in Pforzheim',
    '19. Oktober 2028 · Pforzheim',
  ])
})

test('the PNG is 1200 by 630, in the colours of the lines, the own one branching off to the right edge', async () => {
  const { data, info } = await sharp(await openGraphPng(picture))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const colourAt = (x: number, y: number) => `#${data.subarray((y * info.width + x) * 3).toString('hex', 0, 3)}`
  expect([info.width, info.height]).toEqual([1200, 630])
  expect([colourAt(20, 20), colourAt(68, 600), colourAt(160, 20), colourAt(1180, 500)]).toEqual([
    '#ffc61a',
    '#6f1450',
    '#00694a',
    '#00694a',
  ])
})

test('the text is set in the house font, not in whatever the machine has', async () => {
  const widthOf = async (family: string) => {
    const svg = openGraphSvg({ title: 'Metropolkongress', colours: [], regionCount: 1 })
    const other = svg.replace('font-family="Hanken Grotesk"', `font-family="${family}"`)
    await openGraphPng(picture)
    const title = await sharp(Buffer.from(other)).extract({ left: 280, top: 110, width: 900, height: 120 }).toBuffer()
    const ink = await sharp(title).trim().toBuffer({ resolveWithObject: true })
    return ink.info.width
  }
  expect(await widthOf('Hanken Grotesk')).not.toBe(await widthOf('No Such Font'))
})

test('a long title shrinks, then ends in an ellipsis', () => {
  const rows = words(openGraphSvg({ title: 'Ergebnisse der Arbeitsgruppe '.repeat(8), colours, regionCount: 5 }))
  expect([rows.length, rows.at(-1)!.endsWith(' …')]).toEqual([4, true])
})

test('a word too long for a row breaks at a soft hyphen', () => {
  expect(wrap('Metropol\u00adkongress', 88, 600)).toEqual(['Metropol-', 'kongress'])
  expect(wrap('Metropol\u00adkongress', 88, 900)).toEqual(['Metropolkongress'])
})

test('a picture is drawn once for all who ask, and one that cannot be drawn fails for each', async () => {
  const input = { title: 'Einmal gezeichnet', colours, regionCount: 5 }
  const [one, same] = await Promise.all([openGraphPng(input), openGraphPng({ ...input })])
  expect(same).toBe(one)
  const broken = { ...input, title: 'Kein Zeichen: \u0001' }
  await expect(openGraphPng(broken)).rejects.toThrow()
  await expect(openGraphPng(broken)).rejects.toThrow()
})
