import { de } from './editing.de.ts'
import { en } from './editing.en.ts'

export const editing = { de, en }
export type EditingText = typeof de
