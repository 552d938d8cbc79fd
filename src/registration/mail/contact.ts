import type { Language } from '../../platform/language.ts'
import type { MailPart } from '../../platform/mail-blocks.ts'
import { contact } from '../../platform/paths.ts'
import type { JobVisit } from '../../platform/room.ts'
import { installation } from '../../region/index.ts'
import { text } from '../text.ts'

/** Who answers questions: the office's address, or its page where there is none. */
export async function contactParts(visit: JobVisit, language: Language): Promise<MailPart[]> {
  const { contactEmail } = await installation(visit)
  const page = visit.house.publicUrl + contact.at(language)
  const link = contactEmail ? { link: contactEmail, href: `mailto:${contactEmail}` } : { link: page, href: page }
  return [`${text[language].own.questions} `, link]
}
