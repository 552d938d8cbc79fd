import { useFrame } from '../../platform/frame.ts'
import { de } from './public.de.ts'
import { en } from './public.en.ts'

export const text = { de, en }
/** The words of the public pages in the language of the page. */
export const useText = () => text[useFrame().language]
