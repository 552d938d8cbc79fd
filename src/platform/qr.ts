import { encode } from 'uqr'

/** A QR code (ISO/IEC 18004, correction level M) without its quiet zone: `size` modules a side, rows of dark runs. */
export type QrCode = {
  size: number
  /** Dark runs of modules: column, row, length. */
  runs: readonly { x: number; y: number; length: number }[]
}

/** The code of a text of at most 1,000 characters. Throws a RangeError beyond: a code that dense is read by nobody. */
export function qrCode(text: string): QrCode {
  if (text.length > 1000) throw new RangeError('qrCode: more than 1,000 characters')
  const { size, data } = encode(text, { border: 0, ecc: 'M' })
  return { size, runs: data.flatMap((row, y) => darkRuns(row).map(([x, length]) => ({ x, y, length }))) }
}

/** An SVG path of the dark modules in module units; the view box it needs, with four modules of quiet zone. */
export function qrPath(text: string): { viewBox: string; d: string } {
  const { size, runs } = qrCode(text)
  const d = runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('')
  return { viewBox: `-4 -4 ${size + 8} ${size + 8}`, d }
}

/** A whole SVG file, black on white with its quiet zone: for documents that embed it as a drawing. */
export function qrSvg(text: string): string {
  const { viewBox, d } = qrPath(text)
  const side = viewBox.split(' ')[2]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><path fill="#fff" d="M-4-4h${side}v${side}h-${side}z"/><path d="${d}"/></svg>`
}

function darkRuns(row: readonly boolean[]): [x: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (isDark && last && last[0] + last[1] === x) last[1] += 1
    else if (isDark) runs.push([x, 1])
  })
  return runs
}
