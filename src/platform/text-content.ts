const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Bytes as text, where they are text: UTF-8, UTF-16 with its mark, or Windows-1252 that is mostly plain letters.
 * Undefined for everything else, and for text with signs that none has.
 */
export function textIn(bytes: Buffer): string | undefined {
  const text = decoded(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these
  return text === undefined || /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? undefined : text
}

function decoded(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes)
  try {
    return utf8.decode(bytes)
  } catch {
    // No UTF-8: then an older file, or none of text at all.
    const plain = bytes.reduce((sum, byte) => sum + Number(byte < 0x80), 0)
    return plain > bytes.length * 0.85 ? new TextDecoder('windows-1252').decode(bytes) : undefined
  }
}
