import { z } from 'zod'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { answerPoll, reply } from '../commands/replies.ts'
import { answers } from '../model.ts'
import { OwnPage } from '../pages/own.tsx'
import { paths } from '../paths.ts'
import { type Held, placeHeld } from '../queries/meetings.ts'
import { labelsOf, saidIn } from './fields.ts'
import { calendarFile } from './meetings.tsx'

const replyForm = z.object({ reply: field.choice(['yes', 'no']), note: field.optionalText(1000) })
const pollForm = ({ dates }: Held) =>
  z.object(
    Object.fromEntries(dates.map((_, index) => [`option${index + 1}`, field.optionalChoice(answers)])) as Record<
      string,
      ReturnType<typeof field.optionalChoice<typeof answers>>
    >,
  )

/** The way of those invited who need no account: the link in their mail. */
export function ownRoutes(web: Web) {
  const page = async (visit: WebVisit, secret: string, more: { form?: FormState; isDone?: boolean } = {}) => {
    const [held, { zone }] = await Promise.all([placeHeld(visit), installation(visit)])
    return <OwnPage {...{ held, secret, zone }} form={more.form ?? startOf(held)} isDone={more.isDone ?? false} />
  }
  web.get(paths.own, async (visit, { params, query }) => ({
    page: await page(visit, params.secret, { isDone: query.info === 'saved' }),
  }))
  web.post(paths.own, async (visit, { params, body }) => {
    const held = await placeHeld(visit)
    const deed = {
      page: (form: FormState) => page(visit, params.secret, { form }),
      next: () => ({ seeOther: paths.own.at(visit.language, { secret: params.secret }, { info: 'saved' }) }),
      refused: saidIn(visit),
    }
    const labels = labelsOf(visit)
    if (held.place.state !== 'polling')
      return submitted(visit, readForm(replyForm, body, visit.language, labels), { ...deed, run: reply })
    return submitted(visit, readForm(pollForm(held), body, visit.language, labels), {
      ...deed,
      run: (change, data) =>
        answerPoll(
          change,
          new Map(
            held.dates.flatMap(({ id }, index) => {
              const answer = data[`option${index + 1}`]
              return answer ? [[id, answer] as const] : []
            }),
          ),
        ),
    })
  })
  web.get(paths.ownCalendar, async (visit) => {
    const { calendar } = await placeHeld(visit)
    if (!calendar) throw new NotFound()
    return calendarFile(calendar)
  })
}

function startOf({ place, dates, answered }: Held): FormState {
  if (place.state !== 'polling') return startWith({ reply: place.reply, note: place.ownNote })
  return startWith(
    Object.fromEntries(
      dates.map(({ id }, index) => [
        `option${index + 1}`,
        answered.find(({ optionId }) => optionId === id)?.answer ?? null,
      ]),
    ),
  )
}
