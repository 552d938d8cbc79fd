import { z } from 'zod'
import { type Body, type FormState, field, type Read, readForm, startWith } from '../../platform/forms.ts'
import type { Change, Visit } from '../../platform/visit.ts'
import { answerPoll, type Place, reply } from '../commands/replies.ts'
import { type Answer, answers, type State } from '../model.ts'
import { labelsOf } from './fields.ts'

const replyForm = z.object({ reply: field.choice(['yes', 'no']), note: field.optionalText(1000) })

type Asked = { state: State; dates: readonly { id: string }[] }
type Answering = (change: Change, place: Place) => ReturnType<typeof reply> | ReturnType<typeof answerPoll>

/** What somebody answers to a meeting, as what is to be done with it: the dates while one is looked for, else whether they come. */
export function answerFrom(visit: Visit, body: Body, { state, dates }: Asked): Read<Answering> {
  const labels = labelsOf(visit)
  if (state !== 'polling') {
    const { data, form } = readForm(replyForm, body, visit.language, labels)
    return { data: data && ((change, place) => reply(change, place, data)), form }
  }
  const fields = Object.fromEntries(dates.map((_, index) => [nameOf(index), field.optionalChoice(answers)]))
  const { data, form } = readForm(z.object(fields), body, visit.language, labels)
  const given = new Map(
    dates.flatMap(({ id }, index) => {
      const answer = data?.[nameOf(index)]
      return answer ? [[id, answer as Answer] as const] : []
    }),
  )
  return { data: data && ((change, place) => answerPoll(change, place, given)), form }
}

type Said = { reply: string | null; note: string | null; answered: readonly { optionId: string; answer: Answer }[] }

/** The form as it was answered last. */
export function answerStart({ state, dates }: Asked, { reply: said, note, answered }: Said): FormState {
  if (state !== 'polling') return startWith({ reply: said, note })
  const of = ({ id }: { id: string }) => answered.find(({ optionId }) => optionId === id)?.answer ?? null
  return startWith(Object.fromEntries(dates.map((date, index) => [nameOf(index), of(date)])))
}

const nameOf = (index: number) => `option${index + 1}`
