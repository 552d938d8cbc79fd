import { createHash } from 'node:crypto'
import type { Language } from './language.ts'
import { type MailBlock, unlinkedBlock } from './mail-blocks.ts'
import { fillLine, fillTemplate, type TemplateProblem } from './mail-template.ts'
import type { Visit } from './visit.ts'

/** A subject of one line and a body in the small Markdown of templates. */
export type Written = { subject: string; body: string }

/** The words of a mail that the office may change, and what it may write into them. */
export type MailWords = {
  /** What the office calls this mail. */
  title: (language: Language) => string
  /** Names that stand for a text of one line: `{{installation}}`. */
  placeholders: readonly string[]
  /** Names that stand alone on a line for a part of the mail such as its button; every one must stay in the body. */
  parts?: readonly string[]
  /** The built-in text. */
  standard: (language: Language) => Written
  /** A value for every placeholder and a word for every part, for the preview. */
  example: (language: Language) => Readonly<Record<string, string>>
}

/** Why words cannot be used, at `subject` or `body`. `part`: these parts are missing or do not stand alone on a line. */
export type WordsProblem = {
  kind: TemplateProblem['kind'] | 'part'
  field: 'subject' | 'body'
  names: readonly string[]
}
export type Filled = { subject: string; blocks: readonly MailBlock[] }
type Fill = { values: Readonly<Record<string, string>>; parts?: Readonly<Record<string, readonly MailBlock[]>> }

/**
 * Fills words with values and parts, in which nothing becomes a link that was not made one; the subject heads the mail.
 * Words that cannot be used give a problem.
 */
export function fillWords(words: MailWords, written: Written, fill: Fill): Filled | { problem: WordsProblem } {
  const subject = fillLine(written.subject, fill.values, words.placeholders)
  if (typeof subject !== 'string') return { problem: { ...subject.problem, field: 'subject' } }
  const blocks: MailBlock[] = [{ kind: 'heading', text: subject }]
  const parts = words.parts ?? []
  const pieces = parts.length ? written.body.split(aloneOnLine(parts)) : [written.body]
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) blocks.push(...(fill.parts?.[piece] ?? []).map(unlinkedBlock))
    else if (piece.trim()) {
      const filled = fillTemplate(piece, fill.values, words.placeholders)
      if ('problem' in filled) return { problem: inBody(filled.problem, parts) }
      blocks.push(...filled)
    }
  }
  const absent = parts.filter((part) => !pieces.some((piece, index) => index % 2 === 1 && piece === part))
  return absent.length ? { problem: { kind: 'part', field: 'body', names: absent } } : { subject, blocks }
}

const aloneOnLine = (parts: readonly string[]) =>
  new RegExp(`^[ \\t]*\\{\\{[ \\t]*(${parts.join('|')})[ \\t]*\\}\\}[ \\t]*$`, 'm')

function inBody(problem: TemplateProblem, parts: readonly string[]): WordsProblem {
  const inline = problem.kind === 'unknown' ? problem.names.filter((name) => parts.includes(name)) : []
  return inline.length ? { kind: 'part', field: 'body', names: inline } : { ...problem, field: 'body' }
}

/** The words with the values of their example, as the office sees them before anybody gets them. */
export function previewOf(words: MailWords, written: Written, language: Language): Filled | { problem: WordsProblem } {
  const values = words.example(language)
  const parts = Object.fromEntries(
    (words.parts ?? []).map((part) => [
      part,
      [{ kind: 'paragraph' as const, parts: [{ strong: values[part] ?? part }] }],
    ]),
  )
  return fillWords(words, written, { values, parts })
}

/**
 * A mail's subject and blocks in its language: in the office's words where there are some, else in the built-in ones.
 * Changed words that a newer version can no longer fill give way to the built-in ones; the list of templates says so.
 */
export async function writtenMail(
  visit: Pick<Visit, 'read'>,
  mail: { template: string; language: Language },
  words: MailWords,
  fill: Fill,
): Promise<Filled> {
  const own = await visit.read
    .selectFrom('mailTemplates')
    .select(['subject', 'body'])
    .where('template', '=', mail.template)
    .where('language', '=', mail.language)
    .executeTakeFirst()
  const changed = own && fillWords(words, own, fill)
  if (changed && !('problem' in changed)) return changed
  const standard = fillWords(words, words.standard(mail.language), fill)
  if ('problem' in standard)
    throw new Error(`built-in words of ${mail.template}: ${standard.problem.kind} ${standard.problem.names.join(', ')}`)
  return standard
}

/** Tells one state of words from another, so that nobody overwrites what somebody else has just written. */
export const wordsVersion = (own: Written | undefined) =>
  own
    ? createHash('sha256')
        .update(JSON.stringify([own.subject, own.body]))
        .digest('base64url')
        .slice(0, 16)
    : 'standard'
