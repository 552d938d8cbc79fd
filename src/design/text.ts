import { useFrame } from '../platform/frame.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'

const text = { de, en }

/** The words components say themselves, in the language of the page. */
export const useText = () => text[useFrame().language]
