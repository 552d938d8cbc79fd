/** The file would take more time, memory or text than a document gets. */
export class TooLarge extends Error {}
/** The file needs a password. */
export class Encrypted extends Error {}

/** A file of more bytes is kept, but not read. */
export const mostFileBytes = 200 * 1024 * 1024
export const mostPages = 5000
export const mostLettersOfPage = 100_000
export const mostLetters = 12_000_000
export const mostHeadings = 500
export const deepestHeading = 6
/** So deep may marks lie in each other; no program that people write with comes near. */
export const deepestMark = 1000
/** So many bytes may be unpacked from one archive. */
export const mostUnpackedBytes = 100 * 1024 * 1024
