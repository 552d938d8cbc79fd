// A program of its own: is told documents as messages, a template with its values each, and answers with the PDF or with
// Typst's words. It knows nothing of the house and gets neither its settings nor its secrets; a document that makes it
// grow or wait without end ends this process only.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** What is to be set: a template before which everything it needs is said, its inputs, and pictures by their names. */
export type Sheet = { source: string; inputs: Record<string, string>; files: [string, Uint8Array][] }
export type Sent = Sheet & { mostBytes: number }
/** `bytes`: how large the process has become. */
export type Answer = ({ pdf: Uint8Array } | { error: string }) & { bytes: number }

// Typst remembers what it has laid out; without an end to that a long run of tickets eats the memory.
const keptCompilations = 10
const weights = ['400Regular', '600SemiBold', '700Bold']
const fonts = createRequire(import.meta.url)
const font = (weight: string) =>
  readFileSync(fonts.resolve(`@expo-google-fonts/hanken-grotesk/${weight}/HankenGrotesk_${weight}.ttf`))
const typst = NodeCompiler.create({ fontArgs: [{ fontBlobs: weights.map(font) }] })

let isWatched = false
process.on('message', ({ mostBytes, ...sheet }: Sent) => {
  if (!isWatched) watch(mostBytes)
  isWatched = true
  process.send?.({ ...answerTo(sheet), bytes: process.memoryUsage.rss() } satisfies Answer)
})
process.on('disconnect', () => process.exit(0))

// Setting holds this thread until it is done; another one sees how large the process has become meanwhile.
function watch(mostBytes: number) {
  const look = `setInterval(() => { if (process.memoryUsage.rss() > ${mostBytes}) process.kill(process.pid, 'SIGKILL') }, 20)`
  new Worker(look, { eval: true }).unref()
}

function answerTo({ source, inputs, files }: Sheet) {
  for (const [name, bytes] of files) typst.mapShadow(resolve(name), Buffer.from(bytes))
  try {
    const compiled = typst.compile({ mainFileContent: source, inputs })
    const document = compiled.result
    if (!document) return { error: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) }
    return { pdf: print(document) }
  } catch (error) {
    return { error: String(error) }
  } finally {
    typst.resetShadow()
    typst.evictCache(keptCompilations)
  }
}

function print(document: NodeTypstDocument): Buffer {
  try {
    return typst.pdf(document, { pdfStandard: 'ua-1' })
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('could not be displayed with font'))) throw error
    return typst.pdf(document)
  }
}
