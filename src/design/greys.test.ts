import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contrast } from './colour.ts'

const css = readFileSync(join(import.meta.dirname, 'css/atlas.css'), 'utf8')
const greys = [...css.matchAll(/--q\d: light-dark\((#\w{6}), (#\w{6})\)/g)]
const scales = { light: greys.map(([, light]) => light!), dark: greys.map(([, , dark]) => dark!) }

/** Machado, Oliveira, Fernandes (2009), severity 1: what somebody without a kind of cone sees, in linear RGB. */
const visions = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}

const linear = (colour: string) =>
  [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
const seen = (colour: string, m: number[]) => {
  const [r, g, b] = linear(colour) as [number, number, number]
  return [0, 3, 6].map((row) => Math.min(1, Math.max(0, m[row]! * r + m[row + 1]! * g + m[row + 2]! * b)))
}
/** OKLab after Björn Ottosson. */
function lab([r, g, b]: number[]) {
  const l = Math.cbrt(0.4122214708 * r! + 0.5363325363 * g! + 0.0514459929 * b!)
  const m = Math.cbrt(0.2119034982 * r! + 0.6806995451 * g! + 0.1073969566 * b!)
  const s = Math.cbrt(0.0883024619 * r! + 0.2817188376 * g! + 0.6299787005 * b!)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

test('the five greys of maps are told apart with any colour vision, light and dark', () => {
  for (const [theme, scale] of Object.entries(scales)) {
    expect(scale).toHaveLength(5)
    for (const [name, matrix] of Object.entries(visions)) {
      const points = scale.map((colour) => lab(seen(colour, matrix)))
      const steps = points
        .slice(1)
        .map((point, index) => Math.hypot(...point.map((one, axis) => one - points[index]![axis]!)) * 100)
      expect(Math.min(...steps), `${theme} ${name}`).toBeGreaterThan(11)
    }
  }
})

test('the palest grey is seen on paper, and the darkest furthest from it', () => {
  expect(contrast(scales.light[0]!, '#ffffff')).toBeGreaterThan(1.2)
  expect(contrast(scales.dark[0]!, '#14181c')).toBeGreaterThan(1.2)
  for (const [scale, paper] of [
    [scales.light, '#ffffff'],
    [scales.dark, '#14181c'],
  ] as const) {
    const contrasts = scale.map((colour) => contrast(colour, paper))
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b))
  }
})
