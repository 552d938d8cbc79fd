/** Text without what none has: control and direction-overriding characters, halves of letters. */
export const printable = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')

/** Letters as people mean them: NFC, line ends as \n, nothing that is not printable, no blanks at the ends. */
export const clean = (text: string) => printable(text).normalize('NFC').trim()

/** The beginning of a text, at most so many units long; a letter of two is never cut in half. */
export const cut = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
