export const kinds = ['theses', 'demands', 'report'] as const
export type Kind = (typeof kinds)[number]

export const states = ['draft', 'amending', 'adopted', 'handed_over'] as const
export type State = (typeof states)[number]

/** Every move of a paper: open to amendments, back again, adopted for good, handed over to the congress. */
export const moves = [
  { from: 'draft', to: 'amending' },
  { from: 'amending', to: 'draft' },
  { from: 'amending', to: 'adopted' },
  { from: 'adopted', to: 'handed_over' },
] as const satisfies readonly { from: State; to: State }[]

export const nextStates = (state: State): State[] => moves.flatMap(({ from, to }) => (from === state ? [to] : []))

/** Whether its wording never changes any more. */
export const isFixed = (state: State) => state === 'adopted' || state === 'handed_over'

export const amendmentStates = ['open', 'accepted', 'accepted_changed', 'declined', 'withdrawn'] as const
export type AmendmentState = (typeof amendmentStates)[number]

/** What was adopted, as it is kept. */
export type Content = { title: string; kind: Kind; sections: { id: string; title: string; text: string }[] }

export const longestText = 50_000
/** So many bytes a section has at most: a text of other letters than ours takes up to three for each. */
const mostBytes = 90_000
/** What a whole paper has at most, so that it is set in a few seconds. */
const mostOfPaper = { bytes: 400_000, marks: 8000 }
const marksOfSection = 5

/** What makes work for who sets it: lines, what stands out, items, cells, links; most of all a note. */
const marksIn = (text: string) =>
  (text.match(/[\n*_~`[|<>]|[-+] |\d[.)] /g)?.length ?? 0) + 4 * (text.match(/\^\[/g)?.length ?? 0)

/** What is too much in a section, beside the texts of the paper's others. */
export function tooMuch(text: string, others: readonly string[]): 'tooLong' | 'paperTooLong' | undefined {
  if (text.length > longestText || Buffer.byteLength(text) > mostBytes) return 'tooLong'
  const all = [text, ...others]
  const marks = all.reduce((sum, one) => sum + marksOfSection + marksIn(one), 0)
  const bytes = all.reduce((sum, one) => sum + Buffer.byteLength(one), 0)
  return marks > mostOfPaper.marks || bytes > mostOfPaper.bytes ? 'paperTooLong' : undefined
}

export const mostPictures = 30
/** What a paper's texts call its picture with this number. */
export const nameOfPicture = (no: number) => `bild-${no}`

/** The Markdown that shows a picture of the paper, with what stands below it. */
export function pictureMark(no: number, { alt, below }: { alt: string; below: string }) {
  const title = below && ` "${below.replace(/["\\]/g, '\\$&')}"`
  return `![${alt.replace(/[[\]\\]/g, ' ').trim()}](${nameOfPicture(no)}${title})`
}

/** Whether a text names the picture with this number. */
export const showsPicture = (text: string, no: number) => new RegExp(`${nameOfPicture(no)}(?!\\d)`).test(text)

/** A text without the paragraphs that show pictures of the paper: elsewhere they are not there. */
export const withoutPictures = (text: string) => text.replace(/^!\[[^\]\n]*\]\(bild-\d+[^\n]*\)[ \t]*\n*/gm, '').trim()

/** So much is said in one paper at most, and so much of it stands open of one person. */
export const mostSaid = { comments: 3000, amendments: 1000, openOfOne: 200 }
