import { useFrame } from '../../platform/frame.ts'
import { de } from './editing.de.ts'
import { en } from './editing.en.ts'

export const editing = { de, en }
/** The words of the office's pages in the language of the page. */
export const useEditing = () => editing[useFrame().language]
