import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { keeping } from './kept.ts'
import { fairLine, type Waiter } from './line.ts'
import { Busy } from './problem.ts'

const require = createRequire(import.meta.url)
const faces = ['400Regular/HankenGrotesk_400Regular', '700Bold/HankenGrotesk_700Bold']
let fontsAreKnown: Promise<void> | undefined

/** Many at once would take all threads, and every page waits for one. A quarter of a second each. */
const inLine = fairLine({ each: 4, all: 32 })
const kept = keeping<Buffer>(64)

/**
 * An SVG as PNG in its own size; the last ones drawn are kept. Text in it may use the font Hanken Grotesk in weights
 * 400 and 700, which need not be installed. Throws `Busy` where the line is full, and for a waiter who has gone.
 */
export async function rasterise(svg: string, waiter?: Waiter): Promise<Buffer> {
  const key = createHash('sha256').update(svg).digest('base64url')
  const own = waiter ?? { who: key, isGone: () => false }
  let isMine = false
  const made = kept(key, () => {
    isMine = true
    return inLine(own, () => draw(svg))
  })
  return made.catch((error: unknown) => {
    // It was given up with somebody else.
    if (error instanceof Busy && !isMine) return rasterise(svg, own)
    throw error
  })
}

async function draw(svg: string): Promise<Buffer> {
  fontsAreKnown ??= makeFontsKnown()
  await fontsAreKnown
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer()
}

/** Rendering a word from a font file makes the file known to every later rendering in this process. */
async function makeFontsKnown() {
  for (const face of faces) {
    const fontfile = require.resolve(`@expo-google-fonts/hanken-grotesk/${face}.ttf`)
    await sharp({ text: { text: 'M', font: 'Hanken Grotesk 12', fontfile } }).toBuffer()
  }
}
