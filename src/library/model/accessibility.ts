/** What was found in a PDF of what people need who do not see it. */
export type Accessibility = {
  isTagged: boolean
  hasLanguage: boolean
  hasTitle: boolean
  figures: number
  describedFigures: number
  pagesWithoutText: number
  /** Pages without text on whose pictures the writing is too pale; told when they are drawn. */
  faintPages?: number
  pages: number
}

/** What a file can lack, in the order of what it means to readers. */
export const lacks = ['noText', 'someWithoutText', 'faint', 'untagged', 'undescribed', 'noLanguage', 'noTitle'] as const
export type Lack = (typeof lacks)[number]

/** What a file lacks; nothing of this is a promise that all else is well. */
export function lacksOf(found: Accessibility): Lack[] {
  const isMissing: Record<Lack, boolean> = {
    noText: found.pages > 0 && found.pagesWithoutText === found.pages,
    someWithoutText: found.pagesWithoutText > 0 && found.pagesWithoutText < found.pages,
    faint: (found.faintPages ?? 0) > 0,
    untagged: !found.isTagged,
    undescribed: found.figures > found.describedFigures,
    noLanguage: !found.hasLanguage,
    noTitle: !found.hasTitle,
  }
  return lacks.filter((lack) => isMissing[lack])
}

/** What WCAG 2.2 asks of text (1.4.3), and what less is no writing but the grain of an empty sheet. */
const [enough, grain] = [4.5, 1.3]
/** Of the light and the dark on a page so much is taken for paper and ink: writing covers a few hundredths. */
const [paper, ink] = [0.5, 0.01]

/** Whether the writing on the picture of a page is too pale against its paper; `pixels` are red, green, blue, opacity. */
export function isFaint(pixels: Uint8Array): boolean {
  const counts = new Uint32Array(256)
  for (let at = 0; at + 3 < pixels.length; at += 8)
    counts[Math.round(0.2126 * pixels[at]! + 0.7152 * pixels[at + 1]! + 0.0722 * pixels[at + 2]!)]!++
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0) return false
  const contrast = (luminance(darkest(counts, paper * all)) + 0.05) / (luminance(darkest(counts, ink * all)) + 0.05)
  return contrast > grain && contrast < enough
}

/** The grey up to which so many pixels are dark. */
function darkest(counts: Uint32Array, share: number): number {
  let sum = 0
  for (const [grey, count] of counts.entries()) {
    sum += count
    if (sum >= share) return grey
  }
  return 255
}

/** Relative luminance of a grey (WCAG 2.2, from IEC 61966-2-1). */
const luminance = (grey: number) => (grey <= 10 ? grey / 255 / 12.92 : ((grey / 255 + 0.055) / 1.055) ** 2.4)
