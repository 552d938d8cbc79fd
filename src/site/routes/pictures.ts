import { filesPaths, onePicture, snippet } from '../../files/index.ts'
import { type FieldProblem, type FormState, field, valueOf } from '../../platform/forms.ts'
import type { Visit } from '../../platform/visit.ts'
import { withPicture } from '../model.ts'
import { text } from '../text.ts'

/** The picker's fields; they are of no account when the page is saved. */
export const pictureFields = {
  picture: field.optionalLine(100).catch(''),
  pictureAltDe: field.optionalLine(300),
  pictureAltEn: field.optionalLine(300),
}
type Labels = Readonly<Partial<Record<string, string>>>

/**
 * Puts the chosen picture into what was typed, with its own description or the one typed for it, in every language that
 * has a text. What is missing is said at its field; nothing is saved.
 */
export async function insertPicture(visit: Visit, { values }: FormState, labels: Labels) {
  const form = { values, problems: [] }
  const t = text[visit.language].edit.picture
  const at = (name: string, message: string): FieldProblem => ({ field: name, label: labels[name], message })
  const picture = await onePicture(visit, valueOf(form, 'picture'))
  if (!picture) return { form: { values, problems: [at('picture', t.chooseFirst)] }, hasInserted: false }
  const address = filesPaths.file.at('de', { file: picture.id, name: picture.name })
  const alt = {
    De: valueOf(form, 'pictureAltDe') || picture.alt?.de,
    En: valueOf(form, 'pictureAltEn') || picture.alt?.en,
  }
  const needed = (['De', 'En'] as const).filter((one) => one === 'De' || valueOf(form, 'textEn') !== '')
  const problems = needed.flatMap((one) => (alt[one] ? [] : [at(`pictureAlt${one}`, t.altMissing)]))
  if (problems.length > 0) return { form: { values, problems }, hasInserted: false }
  const texts = needed.map((one) => {
    const source = withPicture(valueOf(form, `text${one}`), snippet(alt[one] ?? '', address, true))
    return [`text${one}`, [source]]
  })
  const cleared = { picture: [], pictureAltDe: [], pictureAltEn: [] }
  return { form: { values: { ...values, ...cleared, ...Object.fromEntries(texts) }, problems: [] }, hasInserted: true }
}
