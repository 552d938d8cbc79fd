import { useFrame } from '../platform/frame.ts'
import { de as officeDe } from './text/office.de.ts'
import { en as officeEn } from './text/office.en.ts'
import { de as publicDe } from './text/public.de.ts'
import { en as publicEn } from './text/public.en.ts'

export const text = { de: { ...publicDe, ...officeDe }, en: { ...publicEn, ...officeEn } }
/** The room's words in the language of the page. */
export const useText = () => text[useFrame().language]
