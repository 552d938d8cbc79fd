/** What a contact may agree to show. */
export const pieces = ['name', 'task', 'email', 'phone'] as const
export type Piece = (typeof pieces)[number]

/** How long an invitation, and a contact who was asked, wait for the answer. */
export const answerDays = 60
/** So many of one organisation may wait for an answer, and so many contacts it may have: nobody fills mailboxes with it. */
export const waitingAtMost = 10
/** So many mails a day one address gets in the name of one organisation. */
export const mailsADay = 3
export const contactsAtMost = 20

/** Two organisations that work together, in these things; `a` < `b`. */
export type Tie = { a: string; b: string; things: string[] }

/** Who is together in a thing with whom: one tie for each pair, those of most things first. */
export function tiesOf(things: readonly { id: string; organisations: readonly string[] }[]): Tie[] {
  const ties = new Map<string, Tie>()
  for (const { id, organisations } of things) {
    const sorted = [...new Set(organisations)].sort()
    for (const [index, a] of sorted.entries())
      for (const b of sorted.slice(index + 1)) {
        const tie = ties.get(a + b) ?? { a, b, things: [] }
        tie.things.push(id)
        ties.set(a + b, tie)
      }
  }
  return [...ties.values()].sort((p, q) => q.things.length - p.things.length || (p.a + p.b < q.a + q.b ? -1 : 1))
}

/** With whom an organisation works, the most ties first. */
export const partnersOf = (ties: readonly Tie[], id: string) =>
  ties.flatMap(({ a, b, things }) => (a === id ? [{ id: b, things }] : b === id ? [{ id: a, things }] : []))
