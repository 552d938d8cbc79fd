import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const assets = join(root, 'dist/assets')

/** The program for the server and those that read files and set documents for it: a file each, their packages beside them in node_modules. */
export const serverOptions = {
  absWorkingDir: root,
  entryPoints: {
    server: 'src/cli/main.ts',
    read: 'src/library/reader/read.ts',
    typeset: 'src/platform/typeset.ts',
  },
  outdir: 'dist',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  bundle: true,
  packages: 'external',
  sourcesContent: false,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: true,
  logLevel: 'warning',
} as const satisfies BuildOptions

/** What the browser loads: the public stylesheet with its fonts, the office's, that of some drawings, and the islands; names tell contents. */
export const browserOptions = () =>
  ({
    absWorkingDir: root,
    entryPoints: [
      'src/design/css/style.css',
      'src/design/css/office.css',
      'src/design/css/atlas.css',
      'src/design/css/plot.css',
      ...globSync('src/*/islands/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts')),
    ],
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    bundle: true,
    minify: true,
    metafile: true,
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    logLevel: 'warning',
  }) as const satisfies BuildOptions

/** Builds the browser's files, their compressed forms and `manifest.json`: plain name → path below `/assets/`. */
export async function buildBrowser() {
  rmSync(assets, { recursive: true, force: true })
  mkdirSync(assets, { recursive: true })
  const { metafile } = await build(browserOptions())
  const files = Object.keys(metafile.outputs).map((file) => basename(file))
  const manifest = Object.fromEntries(files.map((file) => [file.replace(/-[A-Z0-9]{8}(?=\.)/, ''), `/assets/${file}`]))
  for (const file of files) compress(join(assets, file))
  writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

function compress(file: string) {
  if (/\.(woff2|png)$/.test(file)) return
  const content = readFileSync(file)
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
}

/** Builds everything. */
export async function buildAll() {
  await Promise.all([build(serverOptions), buildBrowser()])
}

if (import.meta.main) await buildAll()
