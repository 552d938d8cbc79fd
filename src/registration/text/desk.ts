import { useFrame } from '../../platform/frame.ts'
import { de } from './desk.de.ts'
import { en } from './desk.en.ts'

export const deskText = { de, en }
/** The office's words in the language of the page. */
export const useDeskText = () => deskText[useFrame().language]
