import { inLanguage, type Language } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { installation, regions } from '../../region/index.ts'
import { ticketPdf } from '../documents/ticket.ts'
import { ticketData } from '../documents/ticket-data.ts'
import type { Own } from '../queries/own.ts'
import { text } from '../text.ts'

/** The ticket of a confirmed registration, to be looked at or printed. Throws NotFound for any other state. */
export async function ticketAnswer(visit: Visit, own: Own, language: Language) {
  if (own.state !== 'confirmed') throw new NotFound()
  const [lines, { name }] = await Promise.all([regions(visit), installation(visit)])
  const bytes = await ticketPdf(ticketData(own, language, lines, inLanguage(language, name)))
  const file = `${text[language].mail.ticketFile[own.attendance]}-${own.code}.pdf`
  return { bytes, type: 'application/pdf', name: file, isInline: true }
}
