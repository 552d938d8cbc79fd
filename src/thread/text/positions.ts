import { useFrame } from '../../platform/frame.ts'
import { de } from './positions.de.ts'
import { en } from './positions.en.ts'

export const positions = { de, en }
/** The words of positions, their wordings and signatures, in the language of the page. */
export const usePositions = () => positions[useFrame().language]
