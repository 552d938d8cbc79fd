import type { Quoted } from '../../atlas/index.ts'
import { datedText } from '../../platform/dated.ts'
import { dates, inLanguage, type Language } from '../../platform/language.ts'
import { pdf } from '../../platform/pdf.ts'
import type { Visit } from '../../platform/visit.ts'
import { paperLines } from '../../region/index.ts'
import { paths } from '../paths.ts'
import type { Piece } from '../queries/pieces.ts'
import type { Signed, Version } from '../queries/positions.ts'
import { positions } from '../text/positions.ts'
import { text } from '../text/public.ts'
import { letterTemplate } from './letter.typ.ts'

type Input = {
  piece: Piece
  version: Version
  figures: readonly Quoted[]
  signed: readonly Signed[]
  publisher: string
  zone: string
}

/** A wording of a position as a letter to whom it asks, with who signed this wording: a tagged PDF. */
export async function letterPdf(
  visit: Visit,
  { piece, version, figures, signed, publisher, zone }: Input,
): Promise<Buffer> {
  const language = languageOf(visit.language, version)
  const { letter: t } = positions[language]
  const said = (words: Version['text']) => (words ? inLanguage(language, words) : null)
  const { day } = dates(language, zone)
  const handedOver = piece.events.findLast(({ kind, happenedOn }) => kind === 'handed_over' && happenedOn)
  const at = { piece: piece.slug, version: String(version.number) }
  return pdf(
    letterTemplate,
    {
      ...{ publisher, words: t },
      lines: await paperLines(visit),
      example: piece.isExample ? text[language].exampleShort : null,
      addressee: said(version.addressee),
      reference: version.reference,
      day: handedOver?.happenedOn ? datedText(language, handedOver.happenedOn) : day(version.madeAt),
      title: inLanguage(language, version.title),
      paragraphs: paragraphsOf(said(version.text)),
      points: version.points.map((point) => inLanguage(language, point)),
      reason: paragraphsOf(said(version.reason)),
      figures: figures.map(({ name, says, href }) => [name, says, visit.house.publicUrl + href]),
      signed: signed
        .filter(({ versionId }) => versionId === version.id)
        .map(({ organisation, person, signedOn, decision, ...one }) => [
          ...[organisation, [person, one.function].filter(Boolean).join(', ')],
          ...[datedText(language, signedOn), decision],
        ]),
      version: t.version(version.number, day(version.madeAt), visit.house.publicUrl + paths.version.at(language, at)),
    },
    { language, title: inLanguage(language, version.title), author: publisher },
  )
}

const paragraphsOf = (said: string | null) => said?.split(/\n{2,}/).filter((one) => one.trim()) ?? []

/** English only where all of it is there in English: a letter is not half of each. */
function languageOf(language: Language, { title, text: wording, reason, points }: Version): Language {
  const all = [title, wording, reason, ...points].filter((words) => words !== null)
  return all.every(({ en }) => en) ? language : 'de'
}
