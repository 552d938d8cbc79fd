import { useFrame } from '../../platform/frame.ts'
import { de } from './consultations.de.ts'
import { en } from './consultations.en.ts'

export const consultations = { de, en }
/** The words of consultations in the language of the page. */
export const useConsultations = () => consultations[useFrame().language]
