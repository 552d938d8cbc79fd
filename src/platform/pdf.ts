import type { Language } from './language.ts'
import { type Bounds, typeset } from './typesetting.ts'

export type PdfOptions = {
  language: Language
  title: string
  author: string
  /** Pictures that the template shows, by the name it has for them. */
  files?: ReadonlyMap<string, Buffer>
  /** How much time and memory it may take, where that is not the usual. */
  bounds?: Bounds
}

/**
 * Sets a Typst template with this data and gives a tagged PDF that declares PDF/UA-1 (ISO 14289-1).
 *
 * The template is Typst source and finds its values as `data`; they travel as JSON beside the source, so nothing that
 * somebody typed is ever read as markup. Templates are TypeScript modules exporting a string
 * (`documents/ticket.typ.ts`): a plain import, the same in the bundled server, in tests and in scripts, without a
 * loader or a path that holds in one of them only.
 *
 * A letter that no font on this machine has is drawn as an empty box: the document is then tagged like any other, but
 * no longer declares PDF/UA, which forbids such boxes. Throws with Typst's own words when the template is wrong, and
 * `SettingStopped` where it took too much time or memory; it is set in a process of its own.
 */
export const pdf = (template: string, data: object, { files, bounds, ...options }: PdfOptions): Promise<Buffer> =>
  typeset(
    {
      source: prelude + template + postlude,
      inputs: { data: json(data), about: json(options) },
      files: [...(files ?? [])],
    },
    bounds,
  )

const prelude = `#let data = json(bytes(sys.inputs.data))
#let about = json(bytes(sys.inputs.about))
#set text(lang: about.language, fallback: true, font: (
  "Hanken Grotesk", "Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK JP", "DejaVu Sans",
))
`
// What is set for a document counts as style for all that follows. Said at its end, a title of its own leaves alone what
// Typst remembers of the last document's layout: twice as fast.
const postlude = `
#set document(title: about.title, author: about.author)
#metadata(none)
`
// Control characters have no form; one of them in a name would cost the document its declaration.
const json = (value: object) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.replace(/[^\P{Cc}\n\t]/gu, '') : part))
