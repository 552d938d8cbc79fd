import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language } from './language.ts'

export type PdfOptions = {
  language: Language
  title: string
  author: string
  /** Pictures that the template shows, by the name it has for them. */
  files?: ReadonlyMap<string, Buffer>
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
 * no longer declares PDF/UA, which forbids such boxes. Throws with Typst's own words when the template is wrong.
 */
export async function pdf(template: string, data: object, { files, ...options }: PdfOptions): Promise<Buffer> {
  await setImmediate()
  const typst = shared()
  for (const [name, bytes] of files ?? []) typst.mapShadow(resolve(name), bytes)
  const compiled = typst.compile({
    mainFileContent: prelude + template + postlude,
    inputs: { data: json(data), about: json(options) },
  })
  try {
    const document = compiled.result
    if (!document) throw new Error(`pdf: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
    return print(typst, document)
  } finally {
    typst.resetShadow()
    typst.evictCache(keptCompilations)
  }
}

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

// Typst remembers what it has laid out; without an end to that a long run of tickets eats the memory.
const keptCompilations = 10
const weights = ['400Regular', '600SemiBold', '700Bold']

let compiler: NodeCompiler | undefined

// One for all: it reads the fonts once. Its calls are synchronous, so two documents never meet in it.
function shared(): NodeCompiler {
  if (!compiler) {
    const fonts = createRequire(import.meta.url)
    const font = (weight: string) =>
      readFileSync(fonts.resolve(`@expo-google-fonts/hanken-grotesk/${weight}/HankenGrotesk_${weight}.ttf`))
    compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: weights.map(font) }] })
  }
  return compiler
}

function print(typst: NodeCompiler, document: NodeTypstDocument): Buffer {
  try {
    return typst.pdf(document, { pdfStandard: 'ua-1' })
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('could not be displayed with font'))) throw error
    return typst.pdf(document)
  }
}
