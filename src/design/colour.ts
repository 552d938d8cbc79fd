/** An OKLCH colour: lightness 0–1, chroma, hue in radians. */
type Lch = { l: number; c: number; h: number }

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

/** Whether this is a colour this file can reckon with: `#rrggbb`. */
export const isHex = (colour: string) => /^#[0-9a-f]{6}$/i.test(colour)

/**
 * The same hue with its lightness moved, in the direction given, just far enough that `isEnough` holds.
 * Gives the last colour tried where the end of the scale is reached.
 */
export function shift(colour: string, direction: 'lighter' | 'darker', isEnough: (colour: string) => boolean): string {
  const start = toLch(colour)
  let now = colour.toLowerCase()
  for (let step = 1; !isEnough(now) && step <= 200; step++) {
    const l = start.l + (direction === 'lighter' ? step : -step) * 0.005
    if (l < 0 || l > 1) break
    now = fromLch({ ...start, l })
  }
  return now
}

/** The same hue with its lightness set into these bounds (OKLCH, 0–1). */
export function withLightness(colour: string, least: number, most: number): string {
  const lch = toLch(colour)
  const l = Math.min(most, Math.max(least, lch.l))
  return l === lch.l ? colour.toLowerCase() : fromLch({ ...lch, l })
}

function luminance(colour: string): number {
  const [r, g, b] = linear(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(colour: string): [number, number, number] {
  const channel = (at: number) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** OKLab after Björn Ottosson, https://bottosson.github.io/posts/oklab/ */
function toLch(colour: string): Lch {
  const [r, g, b] = linear(colour)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(x, y), h: Math.atan2(y, x) }
}

/** Colours outside sRGB give up chroma, never lightness: the contrast is what counts. */
function fromLch({ l, c, h }: Lch): string {
  for (let chroma = c; ; chroma -= 0.004) {
    const rgb = toLinear(l, Math.max(0, chroma) * Math.cos(h), Math.max(0, chroma) * Math.sin(h))
    if (chroma <= 0 || rgb.every((v) => v >= -0.0005 && v <= 1.0005)) return hexOf(rgb)
  }
}

function toLinear(light: number, x: number, y: number): [number, number, number] {
  const l = (light + 0.3963377774 * x + 0.2158037573 * y) ** 3
  const m = (light - 0.1055613458 * x - 0.0638541728 * y) ** 3
  const s = (light - 0.0894841775 * x - 1.291485548 * y) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function hexOf(rgb: readonly number[]): string {
  const byte = (v: number) => {
    const c = Math.min(1, Math.max(0, v))
    const encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${rgb.map(byte).join('')}`
}
