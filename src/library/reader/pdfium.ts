import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { packageRoot } from '../../platform/package-root.ts'

/** What of pdfium its package has no types for. */
export type Pdfium = {
  HEAPU8: Uint8Array
  HEAPF64: Float64Array
  wasmExports: { malloc(size: number): number; free(place: number): void }
} & Record<`_FPDF${string}`, (...given: number[]) => number>

const memory = { most: 0, isOut: false }
/** Whether a file has wanted more memory than it gets. */
export const isOutOfMemory = () => memory.isOut

/** pdfium's whole memory is one WebAssembly memory; refusing to let it grow stops a file that unpacks without end. */
const grow = WebAssembly.Memory.prototype.grow
WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
  if (this.buffer.byteLength + pages * 65_536 <= memory.most) return grow.call(this, pages)
  memory.isOut = true
  throw new RangeError('more memory than a document may take')
}

const near = createRequire(join(packageRoot, 'package.json'))
let compiled: WebAssembly.Module | undefined
/** pdfium's program, compiled once for all files of this process. */
function program(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(near.resolve('@hyzyla/pdfium/pdfium.wasm')))
  return compiled
}

type Instantiate = (imports: WebAssembly.Imports, done: (made: WebAssembly.Instance) => void) => object

/** pdfium as if it had just been started, in a memory of its own of at most so many megabytes: nothing of another file is in it. */
export async function openPdfium(mostMegabytes: number) {
  memory.most = mostMegabytes * 1024 * 1024
  memory.isOut = false
  const instantiateWasm: Instantiate = (imports, done) => {
    const made = new WebAssembly.Instance(program(), imports)
    done(made)
    return made.exports
  }
  const library = await PDFiumLibrary.init({ instantiateWasm } as never)
  const pdfium = (library as unknown as { module: Pdfium }).module
  return {
    pdfium,
    async open(file: string) {
      const bytes = readFileSync(file)
      const document = await library.loadDocument(bytes)
      return { document, bytes, handle: (document as unknown as { documentIdx: number }).documentIdx }
    },
  }
}

/** Asks for a text as pdfium gives it: the length in bytes first, then UTF-16 into a buffer. */
export function textFrom(pdfium: Pdfium, ask: (buffer: number, size: number) => number, mostBytes = 4000): string {
  const size = ask(0, 0)
  if (size <= 2 || size > mostBytes) return ''
  const buffer = pdfium.wasmExports.malloc(size)
  ask(buffer, size)
  const found = Buffer.from(pdfium.HEAPU8.subarray(buffer, buffer + size - 2)).toString('utf16le')
  pdfium.wasmExports.free(buffer)
  return found
}
