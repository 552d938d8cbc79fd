import { de } from './mail.de.ts'
import { en } from './mail.en.ts'

export const mailText = { de, en }
