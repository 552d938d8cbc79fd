import type { Language } from '../platform/language.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'

/** The words of this room. */
export type Text = typeof de
export const textOf = (language: Language): Text => (language === 'de' ? de : en)
