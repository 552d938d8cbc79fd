import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { packageRoot } from '../../platform/package-root.ts'

const near = createRequire(join(packageRoot, 'package.json'))
const languages = ['deu', 'eng'] as const
const build = 'tesseract.js-core/tesseract-core-simd-lstm'
const dataOf = (language: string) => `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`

/** Whether text can be recognised here: Tesseract and the data of its languages are installed. */
export function hasTesseract(): boolean {
  try {
    for (const name of [`${build}.wasm`, ...languages.map(dataOf)]) near.resolve(name)
    return true
  } catch {
    // Not installed: they are packages that one may leave out.
    return false
  }
}

/** What of Tesseract its package has no types for. */
type Tesseract = {
  FS: { writeFile(name: string, bytes: Uint8Array): void }
  TessBaseAPI: new () => {
    Init(path: null, languages: string, engine: number): number
    SetImageFile(turn: number, angle: number): number
    Recognize(monitor: null): number
    GetUTF8Text(): string
  }
}
/** Its engine of neural networks; the data holds no other. */
const neural = 1
/** Where it looks for what it is to recognise, in its own memory. */
const picture = '/input'

/** Tesseract, ready to recognise German and English. */
export async function openTesseract() {
  const start = near(`${build}.js`) as (given: object) => Promise<Tesseract>
  const silent = () => undefined
  const wasmBinary = readFileSync(near.resolve(`${build}.wasm`))
  const { FS, TessBaseAPI } = await start({ wasmBinary, print: silent, printErr: silent })
  for (const language of languages)
    FS.writeFile(`${language}.traineddata`, gunzipSync(readFileSync(near.resolve(dataOf(language)))))
  const api = new TessBaseAPI()
  if (api.Init(null, languages.join('+'), neural) !== 0) throw new Error('tesseract does not start')
  return {
    /** The text on a picture of grey values, a byte each. */
    recognise(grey: Uint8Array, { width, height }: { width: number; height: number }): string {
      FS.writeFile(picture, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]))
      if (api.SetImageFile(1, 0) !== 0) return ''
      api.Recognize(null)
      return api.GetUTF8Text()
    },
  }
}
