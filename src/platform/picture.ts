import { createRequire } from 'node:module'
import sharp from 'sharp'

const require = createRequire(import.meta.url)
const faces = ['400Regular/HankenGrotesk_400Regular', '700Bold/HankenGrotesk_700Bold']
let fontsAreKnown: Promise<void> | undefined

let last: Promise<unknown> = Promise.resolve()

/**
 * An SVG as PNG in its own size. Text in it may use the font Hanken Grotesk in weights 400 and 700, which need not
 * be installed. One after the other: many at once would take all threads, and every page waits for one.
 */
export function rasterise(svg: string): Promise<Buffer> {
  const drawing = last.then(() => draw(svg))
  last = drawing.catch(() => undefined)
  return drawing
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
