import type { VNode } from 'preact'
import type { FormState, Read } from './forms.ts'
import type { Answer } from './reply.ts'
import { type Change, isRefusal, type Refusal } from './visit.ts'
import type { WebVisit } from './web.tsx'

type Page = VNode | Promise<VNode>
type Deed<Result> = {
  run: (change: Change) => Promise<Result>
  next: (result: Exclude<Result, Refusal>) => Answer
  /** The page that says what was refused. Without it the command never refuses. */
  refused?: ((refusal: Refusal) => Page) | undefined
}

/** Runs a command and goes on to `next`; what it refuses is said on a page with status 409. */
export async function changed<Result>(visit: WebVisit, { run, next, refused }: Deed<Result>): Promise<Answer> {
  const answer = await visit.change(run, next)
  if (!isRefusal(answer)) return answer
  if (!refused) throw new Error(`nothing says the refusal ${answer.refused}`)
  return { status: 409, page: await refused(answer) }
}

type Submission<Data, Result> = {
  /** The page with the form: as it was typed, or with the words of what was refused. */
  page: (form: FormState, refusal?: Refusal) => Page
  run: (change: Change, data: Data) => Promise<Result>
  next: Deed<Result>['next']
  /** The form with the refusal's words. Without it the command never refuses. */
  refused?: (form: FormState, refusal: Refusal) => FormState | Promise<FormState>
}

/**
 * Answers a form that came in: with problems the page with what was typed (422); else the command runs, and its refusal
 * is said in the form (409) or `next` leads on.
 */
export async function submitted<Data, Result>(
  visit: WebVisit,
  read: Read<Data>,
  { page, run, next, refused }: Submission<Data, Result>,
): Promise<Answer> {
  const { data, form } = read
  if (data === undefined) return { status: 422, page: await page(form) }
  return changed(visit, {
    run: (change) => run(change, data),
    next,
    refused: refused && (async (refusal) => page(await refused(form, refusal), refusal)),
  })
}
