import { useFrame } from '../../platform/frame.ts'
import type { Language } from '../../platform/language.ts'
import { de as checklistDe } from './editing/checklist.de.ts'
import { en as checklistEn } from './editing/checklist.en.ts'
import { de as editionsDe } from './editing/editions.de.ts'
import { en as editionsEn } from './editing/editions.en.ts'
import { de as fieldsDe } from './editing/fields.de.ts'
import { en as fieldsEn } from './editing/fields.en.ts'
import { de as officeDe } from './editing/office.de.ts'
import { en as officeEn } from './editing/office.en.ts'
import { de as partsDe } from './editing/parts.de.ts'
import { en as partsEn } from './editing/parts.en.ts'
import { de as programmeDe } from './editing/programme.de.ts'
import { en as programmeEn } from './editing/programme.en.ts'
import { de as refusedDe } from './editing/refused.de.ts'
import { en as refusedEn } from './editing/refused.en.ts'

const de = { ...officeDe, ...editionsDe, ...checklistDe, ...programmeDe, ...partsDe, ...fieldsDe, ...refusedDe }
const en = { ...officeEn, ...editionsEn, ...checklistEn, ...programmeEn, ...partsEn, ...fieldsEn, ...refusedEn }

/** Every word of the office's pages about a congress. */
export const editing = { de, en }
/** The words of the office's pages in the language of the page. */
export const useEditing = () => editing[useFrame().language]

/** What the record of changes says was done: in words for every deed of this room. */
export function deedWords(language: Language): Record<string, string> {
  const { deeds, parts, partDeeds } = editing[language]
  const ofParts = Object.entries(parts).flatMap(([part, { one }]) =>
    Object.entries(partDeeds).map(([deed, said]) => [`${part}.${deed}`, said(one)]),
  )
  return { ...deeds, ...Object.fromEntries(ofParts) }
}
