/** What was found in a PDF of what people need who do not see it. */
export type Accessibility = {
  isTagged: boolean
  hasLanguage: boolean
  hasTitle: boolean
  figures: number
  describedFigures: number
  pagesWithoutText: number
  pages: number
}

/** What a file can lack, in the order of what it means to readers. */
export const lacks = ['noText', 'someWithoutText', 'untagged', 'undescribed', 'noLanguage', 'noTitle'] as const
export type Lack = (typeof lacks)[number]

/** What a file lacks; nothing of this is a promise that all else is well. */
export function lacksOf(found: Accessibility): Lack[] {
  const isMissing: Record<Lack, boolean> = {
    noText: found.pages > 0 && found.pagesWithoutText === found.pages,
    someWithoutText: found.pagesWithoutText > 0 && found.pagesWithoutText < found.pages,
    untagged: !found.isTagged,
    undescribed: found.figures > found.describedFigures,
    noLanguage: !found.hasLanguage,
    noTitle: !found.hasTitle,
  }
  return lacks.filter((lack) => isMissing[lack])
}
