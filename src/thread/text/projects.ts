import { useFrame } from '../../platform/frame.ts'
import { de } from './projects.de.ts'
import { en } from './projects.en.ts'

export const text = { de, en }
/** The words about what projects have and who keeps it, in the language of the page. */
export const useProjectText = () => text[useFrame().language]
