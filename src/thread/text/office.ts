import { useFrame } from '../../platform/frame.ts'
import { de } from './office.de.ts'
import { en } from './office.en.ts'

export const office = { de, en }
/** The words of the office's pages in the language of the page. */
export const useOffice = () => office[useFrame().language]
