import { useFrame } from '../../platform/frame.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'

export const text = { de, en }
/** The room's words in the language of the page. */
export const useText = () => text[useFrame().language]
