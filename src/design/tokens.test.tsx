import { describe, expect, test } from 'vitest'
import { contrast } from './colour.ts'
import { paper, type RegionColours, regionTokens, tokensCss } from './tokens.ts'

const emrs: readonly RegionColours[] = [
  { no: 1, field: { light: '#ffc61a', dark: '#f2ba12' }, line: { dark: '#ffd24d' } },
  { no: 2, field: { light: '#6f1450', dark: '#86286f' }, line: { dark: '#b05aa8' } },
  { no: 3, field: { light: '#1673d1', dark: '#1569b8' }, line: { dark: '#78bcff' } },
  { no: 4, field: { light: '#00694a', dark: '#0a7050' }, line: { dark: '#1f8f65' } },
  { no: 5, field: { light: '#f26a21', dark: '#ee6a28' }, line: { dark: '#ff8f50' } },
]

/** Colours from all round the circle, pale and deep, among them the ones nothing can be read on. */
const arbitrary = [
  '#000000', '#ffffff', '#808080', '#767676', '#7f7f7f', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#00ffff',
  '#ff00ff', '#e4007c', '#ffffee', '#8a8a00', '#c0ffee', '#123456', '#fafad2', '#2e8b57', '#d2691e', '#708090', '#4b0082',
] // biome-ignore format: a table

const one = (value: number) => Math.round(value * 10) / 10

describe('the colours of the first five regions stay as they are drawn', () => {
  test('fields, text and strokes', () => {
    const table = emrs.map(regionTokens).map(({ field, on, line, isOutlined }) => [
      field.light, on.light, one(contrast(field.light, on.light)), field.dark, one(contrast(field.dark, on.dark)),
      one(contrast(line.light, paper.light)), isOutlined, line.dark, one(contrast(line.dark, paper.dark)),
    ]) // biome-ignore format: a table
    expect(table).toEqual([
      ['#ffc61a', '#15191d', 11.2, '#f2ba12', 9.9, 1.6, true, '#ffd24d', 12.4],
      ['#6f1450', '#ffffff', 11.1, '#86286f', 8.2, 11.1, false, '#b05aa8', 4.1],
      ['#1673d1', '#ffffff', 4.8, '#1569b8', 5.6, 4.8, false, '#78bcff', 8.9],
      ['#00694a', '#ffffff', 6.7, '#0a7050', 6.1, 6.7, false, '#1f8f65', 4.4],
      ['#f26a21', '#15191d', 5.8, '#ee6a28', 5.7, 3.1, true, '#ff8f50', 7.9],
    ])
  })

  test('the stylesheet names each region once', () => {
    expect(tokensCss(emrs.slice(0, 1))).toBe(
      '@layer tokens{:root{--l1:light-dark(#ffc61a,#ffd24d);--f1:light-dark(#ffc61a,#f2ba12)}' +
        '[data-region="1"]{--line:var(--l1);--field:var(--f1);--on:#15191d;--case:var(--map-case);--rim:var(--map-case)}}\n',
    )
  })
})

describe('any colour becomes legible', () => {
  test.each(arbitrary)('%s alone', (colour) => {
    const { field, on, line, isOutlined } = regionTokens({ no: 1, field: { light: colour } })
    expect(contrast(field.light, on.light)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(field.dark, on.dark)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(line.dark, paper.dark)).toBeGreaterThanOrEqual(3)
    const onPaper = contrast(line.light, paper.light)
    expect(onPaper >= 3 || (onPaper >= 1.5 && isOutlined)).toBe(true)
  })

  test.each(arbitrary)('%s stated for everything', (colour) => {
    const all = { light: colour, dark: colour }
    const { field, on, line } = regionTokens({ no: 1, field: all, line: all })
    expect(contrast(field.dark, on.dark)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(line.dark, paper.dark)).toBeGreaterThanOrEqual(3)
  })

  test('what is no colour is refused', () => {
    expect(() => regionTokens({ no: 3, field: { light: 'red;}body{display:none' } })).toThrow('Region 3')
  })
})
