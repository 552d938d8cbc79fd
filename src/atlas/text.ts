import { useFrame } from '../platform/frame.ts'
import type { Language } from '../platform/language.ts'
import type { FlowKind } from '../region/index.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'

export const text = { de, en }
/** The words about flows of a kind. */
export const flowText = (language: Language, kind: FlowKind) => {
  const { flows, flowKinds } = text[language]
  return kind === 'commuters' ? flows : { ...flows, ...flowKinds[kind] }
}
/** The room's words in the language of the page. */
export const useText = () => text[useFrame().language]
