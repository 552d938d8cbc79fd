import { useFrame } from '../../platform/frame.ts'
import { de } from './group.de.ts'
import { en } from './group.en.ts'

export const text = { de, en }
/** The room's words in the language of the page. */
export const useText = () => text[useFrame().language]
