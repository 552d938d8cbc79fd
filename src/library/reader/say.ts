import { writeSync } from 'node:fs'

/** Writes a line of JSON to standard output, whole. */
export const say = (value: object) => sayBytes(Buffer.from(`${JSON.stringify(value)}\n`))

/** Writes bytes to standard output, all of them, waiting while the pipe is full. */
export function sayBytes(bytes: Uint8Array) {
  let rest = bytes
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      // The pipe is full until the house has read from it.
      if ((error as { code?: string }).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
