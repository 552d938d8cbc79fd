import { useFrame } from '../../platform/frame.ts'
import { de } from './email.de.ts'
import { en } from './email.en.ts'

export const emailText = { de, en }
/** The words about changing one's address, in the language of the page. */
export const useEmailText = () => emailText[useFrame().language]
