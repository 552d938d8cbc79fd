import { type RegionColours, regionTokens } from '../design/index.tsx'
import { inLanguage } from '../platform/language.ts'
import type { MailLook } from '../platform/outbox.ts'
import type { Visit } from '../platform/visit.ts'
import { installation, type Region, regions } from './queries/region.ts'

/** What makes a mail this installation's: language, name, lines. */
export async function mailLook(visit: Pick<Visit, 'read' | 'language'>): Promise<MailLook> {
  const [{ name }, lines] = await Promise.all([installation(visit), regions(visit)])
  return {
    language: visit.language,
    installation: inLanguage(visit.language, name),
    regions: linesOf(lines, visit.language),
  }
}

/** The regions as lines on paper: number, name, colour, and the colour of text on it. */
export const linesOf = (lines: readonly Region[], language: Visit['language']) =>
  lines.map(({ no, name, colours }) => {
    const { field, on } = regionTokens({ no, ...colours } as RegionColours)
    return { no, name: inLanguage(language, name), colour: field.light, on: on.light }
  })

/** The lines' colours for the head of a sheet, from top to bottom, the own one last. */
export async function paperLines(visit: Pick<Visit, 'read'>, own?: number | null): Promise<string[]> {
  const all = linesOf(await regions(visit), 'de')
  return [...all.filter(({ no }) => no !== own), ...all.filter(({ no }) => no === own)].map(({ colour }) => colour)
}
