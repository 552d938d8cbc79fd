/** The Markdown that shows a picture or leads to a document; brackets would end its words. */
export const snippet = (words: string, address: string, isPicture: boolean) =>
  `${isPicture ? '!' : ''}[${words.replace(/[[\]\\\n]/g, ' ').trim()}](${address})`
