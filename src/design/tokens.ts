import { contrast, isHex, shift, withLightness } from './colour.ts'

type Themed = { light: string; dark: string }

/** A region's colours as an installation states them, `#rrggbb`: one is enough, the others are derived. */
export type RegionColours = {
  no: number
  /** The whole area with text on it. */
  field: { light: string; dark?: string | undefined }
  /** The stroke on paper. */
  line?: { light?: string | undefined; dark?: string | undefined } | undefined
}

/** What a region's colours come to: every pair legible in both themes. */
export type RegionTokens = {
  no: number
  field: Themed
  /** Text on the field: at least 4.5 : 1. */
  on: Themed
  /** The stroke on paper: at least 3 : 1, or outlined. */
  line: Themed
  /** Whether the stroke needs an outline in ink to be seen on light paper. */
  isOutlined: boolean
}

export const paper: Themed = { light: '#ffffff', dark: '#14181c' }
export const onBright = '#15191d'
export const onDeep = '#ffffff'

/** WCAG 1.4.3 for text. */
const textContrast = 4.5
/** WCAG 1.4.11 asks for 3; a thin stroke gets its outline a little earlier. */
const strokeContrast = 3.5
/** What is paler is no line on paper, outlined or not, and is made darker. Yellow stands at 1.6. */
const palestStroke = 1.5

/**
 * Works out a region's colours. What an installation states stands unless it cannot be read; then its lightness is
 * moved until it can. Throws where a colour is not `#rrggbb`.
 */
export function regionTokens(colours: RegionColours): RegionTokens {
  const stated = [colours.field.light, colours.field.dark, colours.line?.light, colours.line?.dark]
  for (const colour of stated)
    if (colour !== undefined && !isHex(colour)) throw new Error(`Region ${colours.no}: ${colour} is not #rrggbb`)
  const light = legibleField(colours.field.light)
  const dark = legibleField(colours.field.dark ?? darkField(light))
  const line = { light: lightLine(colours.line?.light ?? light), dark: darkLine(colours.line?.dark ?? light) }
  return {
    no: colours.no,
    field: { light, dark },
    on: { light: textOn(light), dark: textOn(dark) },
    line,
    isOutlined: contrast(line.light, paper.light) < strokeContrast,
  }
}

/** The stylesheet `regions.css`: a token pair per region and what an element of that region inherits. */
export function tokensCss(regions: readonly RegionColours[]): string {
  const all = regions.map(regionTokens)
  const pairs = all.flatMap(({ no, line, field }) => [`--l${no}:${themed(line)}`, `--f${no}:${themed(field)}`])
  const rules = all.map(
    ({ no, on, isOutlined }) =>
      `[data-region="${no}"]{--line:var(--l${no});--field:var(--f${no});--on:${themed(on)};` +
      `--case:${isOutlined ? 'var(--map-case);--rim:var(--map-case)' : 'var(--line);--rim:var(--paper)'}}`,
  )
  return `@layer tokens{:root{${pairs.join(';')}}${rules.join('')}}\n`
}

const themed = ({ light, dark }: Themed) => (light === dark ? light : `light-dark(${light},${dark})`)

const textOn = (field: string) => (contrast(field, onBright) >= contrast(field, onDeep) ? onBright : onDeep)

function legibleField(field: string): string {
  const on = textOn(field)
  return shift(field, on === onDeep ? 'darker' : 'lighter', (colour) => contrast(colour, on) >= textContrast)
}

/** On dark paper a bright field is dimmed a little, a deep one lifted off the ground. */
const darkField = (light: string) =>
  textOn(light) === onBright ? withLightness(light, 0.7, 0.82) : withLightness(light, 0.44, 0.52)

const darkLine = (line: string) => shift(line, 'lighter', (colour) => contrast(colour, paper.dark) >= 4)

const lightLine = (line: string) =>
  contrast(line, paper.light) >= palestStroke
    ? line.toLowerCase()
    : shift(line, 'darker', (colour) => contrast(colour, paper.light) >= strokeContrast)
