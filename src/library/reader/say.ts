import { writeSync } from 'node:fs'

/** Writes a part of an answer to standard output, whole: its length, then its bytes; of an object, its JSON. */
export function say(part: object | Uint8Array) {
  const bytes = part instanceof Uint8Array ? part : Buffer.from(JSON.stringify(part))
  const head = Buffer.alloc(4)
  head.writeUInt32LE(bytes.length)
  write(bytes.length < 65_536 ? Buffer.concat([head, bytes]) : head)
  if (bytes.length >= 65_536) write(bytes)
}

/** What stands in place of a length where an answer has ended and another file may come. */
export const endOfAnswer = 0xff_ff_ff_ff
export function sayEnd() {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(endOfAnswer)
  write(head)
}

/** All of the bytes, waiting while the pipe is full. */
function write(bytes: Uint8Array) {
  let rest = bytes
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (error) {
      // The pipe is full until the house has read from it.
      if ((error as { code?: string }).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}
