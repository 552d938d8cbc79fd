export type State = 'draft' | 'commenting' | 'approved'

/** Every move of minutes: to those who were there, back again, approved for good. */
export const moves = [
  { from: 'draft', to: 'commenting' },
  { from: 'commenting', to: 'draft' },
  { from: 'commenting', to: 'approved' },
] as const satisfies readonly { from: State; to: State }[]

export const nextStates = (state: State): State[] => moves.flatMap(({ from, to }) => (from === state ? [to] : []))

/** What becomes of other words that somebody proposed for a section. */
export type AmendmentState = 'open' | 'accepted' | 'declined'

export const longestText = 50_000
/** What minutes have at most, so that they are set in a few seconds. */
const mostOfMinutes = { bytes: 400_000, marks: 8000 }

/** Whether these texts together are too much; what makes work is bytes, lines and what stands out. */
export function tooMuch(texts: readonly string[]): boolean {
  const sum = (of: (text: string) => number) => texts.reduce((all, text) => all + of(text), 0)
  const marks = sum((text) => 5 + (text.match(/\n|\*\*/g)?.length ?? 0))
  return marks > mostOfMinutes.marks || sum(Buffer.byteLength) > mostOfMinutes.bytes
}

export const agreementKinds = ['decision', 'task'] as const
export type AgreementKind = (typeof agreementKinds)[number]

export const taskStates = ['open', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

/** So many days before it is due a task is reminded of, and so often while it stays open. */
export const reminderDays = 3
export const reminderEveryDays = 7

/** What was approved, as it is kept. */
export type Content = {
  /** What everybody reads: without names. */
  isPublic?: boolean
  title: string
  when: string
  place: string | null
  present: string[]
  absent: string[]
  sections: {
    title: string
    text: string
    agreements: { kind: AgreementKind; text: string; who: string; due: string }[]
  }[]
}

/** The same for everybody: how many were there instead of who, no place, and nobody at a task. */
export const withoutNames = (content: Content): Content => ({
  ...{
    ...content,
    isPublic: true,
    place: null,
    present: content.present.length > 0 ? [String(content.present.length)] : [],
    absent: [],
  },
  sections: content.sections.map((section) => ({
    ...section,
    agreements: section.agreements.map((one) => ({ ...one, who: '' })),
  })),
})
