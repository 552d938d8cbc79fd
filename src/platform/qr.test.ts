import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { qrCode, qrPath, qrSvg } from './qr.ts'

const read = jsqr as unknown as (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null

/** What a scanner reads from the drawn runs, four pixels a module, in a white margin. */
function scanned(text: string) {
  const { size, runs } = qrCode(text)
  const side = (size + 8) * 4
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const { x, y, length } of runs)
    for (let row = 0; row < 4; row += 1)
      for (let column = 0; column < length * 4; column += 1) {
        const at = (((y + 4) * 4 + row) * side + (x + 4) * 4 + column) * 4
        pixels.fill(0, at, at + 3)
      }
  return read(pixels, side, side)?.data
}

test('a scanner reads the text from the code', () => {
  expect(scanned('https://kongress.example/t/286-7KQ2')).toBe('https://kongress.example/t/286-7KQ2')
  expect(scanned('Grüße, 你好')).toBe('Grüße, 你好')
})

test('the path covers the same modules as the runs, in a view box with four modules of quiet zone', () => {
  const { size, runs } = qrCode('286')
  expect(qrPath('286').viewBox).toBe(`-4 -4 ${size + 8} ${size + 8}`)
  expect(qrPath('286').d.match(/M\d+ \d+h\d+/g)).toEqual(runs.map(({ x, y, length }) => `M${x} ${y}h${length}`))
  expect(qrSvg('286')).toContain(qrPath('286').d)
})

test('a text nobody could scan is refused', () => {
  expect(() => qrCode('x'.repeat(1001))).toThrow(RangeError)
})
