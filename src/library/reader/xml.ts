import { Parser } from 'htmlparser2'
import { deepestMark, TooLarge } from './limits.ts'

export type Attributes = Readonly<Record<string, string>>
/** What a walk is told, names without their prefix: `w:p` is `p`. */
export type Walk = {
  open?: (name: string, attributes: Attributes) => void
  /** `isImplied`: its end does not stand there. */
  close?: (name: string, isImplied: boolean) => void
  text?: (text: string) => void
}
type Pieces = Iterable<string> | AsyncIterable<string>

/** Walks through XML in pieces. Entities that a document declares itself are not resolved. Throws TooLarge where marks lie too deep. */
export const walkXml = (pieces: Pieces, walk: Walk) => walkMarks(pieces, walk, { xmlMode: true })

/** The same through HTML, however broken. */
export const walkHtml = (pieces: Pieces, walk: Walk) => walkMarks(pieces, walk, {})

async function walkMarks(pieces: Pieces, walk: Walk, options: { xmlMode?: boolean }) {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepestMark) throw new TooLarge()
        walk.open?.(local(name), attributes)
      },
      onclosetag(name, isImplied) {
        depth--
        walk.close?.(local(name), isImplied)
      },
      ontext: (text) => walk.text?.(text),
    },
    options,
  )
  for await (const piece of pieces) parser.write(piece)
  parser.end()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** An attribute by its name without prefix. */
export const attribute = (attributes: Attributes, name: string) =>
  attributes[name] ?? Object.entries(attributes).find(([own]) => local(own) === name)?.[1] ?? ''
