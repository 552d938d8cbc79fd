import type { OpenGraphPicture } from '../../design/picture.tsx'
import { inLanguage, type Language } from '../../platform/language.ts'
import type { Edition } from '../queries/edition.ts'
import { text } from '../text/public.ts'
import { placeText } from './place.ts'
import { dayText } from './when.ts'

/** What stands on the picture that other sites show beside a link to an edition. */
export function pictureOf(language: Language, edition: Edition, colours: readonly string[]): OpenGraphPicture {
  const { title, theme, motto, isExample, zone, regionNo } = edition
  return {
    title: inLanguage(language, theme ?? title),
    over: theme ? inLanguage(language, title) : undefined,
    line: isExample ? text[language].example : motto ? inLanguage(language, motto) : undefined,
    date: dayText(language, zone, edition),
    place: placeText(edition),
    colours,
    regionNo: regionNo ?? undefined,
    regionCount: colours.length,
  }
}
