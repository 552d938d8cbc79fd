/** A piece of a sentence; `isFound`: a word that was looked for. */
export type Marked = { text: string; isFound: boolean }

/** Something that a search found: what it is called, where it is, and the sentence that answers. */
export type Finding = {
  title: string
  /** The language of title and sentences where it is not the page's. */
  lang?: string | undefined
  href: string
  /** What it is, and when: “Studie, 2022”. */
  kind: string
  sentence?: readonly Marked[] | undefined
  /** Places inside it: the page of a document, leading there. */
  places?: readonly { label: string; href: string; sentence: readonly Marked[] }[]
  /** How well it answers: 0 not at all, 1 with every word in one sentence or in the title. */
  score: number
}

/** What a search found in one room, best first. */
export type Findings = {
  /** How the room calls them: “Dokumente”. */
  name: string
  total: number
  findings: readonly Finding[]
  /** All of them, where there are more. */
  all?: { href: string; label: string } | undefined
}

/** A title that somebody may mean while typing, and its page. */
export type Suggestion = { text: string; href: string }
