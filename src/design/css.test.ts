import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')

test.each(['style', 'office', 'atlas'])('the stylesheet "%s" takes at most 10 KiB over the wire', async (name) => {
  const { outputFiles } = await build({
    entryPoints: [join(source, `design/css/${name}.css`)],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    loader: { '.woff2': 'file' },
  })
  const css = outputFiles.find(({ path }) => path.endsWith('.css'))!
  expect(brotliCompressSync(css.contents).length).toBeLessThanOrEqual(10 * 1024)
})

/** Written with a number from data. */
const counted = /^(share-\d+|step-\d|c\d)$/

test('no rule styles a class that nothing carries', () => {
  const css = globSync('design/css/**/*.css', { cwd: source }).map((file) => readFileSync(join(source, file), 'utf8'))
  const rules = css.join('').replaceAll(/\/\*[\s\S]*?\*\/|url\([^)]*\)|\d\.\d+/g, '')
  const classes = new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!))
  const code = globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['**/*.test.*'] })
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('')
  const words = new Set(code.match(/[a-z][\w-]*/g))
  expect(classes.size).toBeGreaterThan(100)
  expect([...classes].filter((name) => !counted.test(name) && !words.has(name))).toEqual([])
})

test('what a region’s mark sets is set by the tokens alone: a length of the same name would be a colour inside it', () => {
  const marks = readFileSync(join(source, 'design/tokens.ts'), 'utf8').matchAll(/(--[a-z]+):/g)
  const names = new Set([...marks].map(([, name]) => name!))
  const css = globSync('design/css/**/*.css', { cwd: source, exclude: ['**/tokens.css', '**/print.css'] })
  const set = css.flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/^\s*(--[a-z]+):/gm)].map(([, name]) => name!),
  )
  expect(names).toContain('--rim')
  expect(set.filter((name) => names.has(name))).toEqual([])
})
