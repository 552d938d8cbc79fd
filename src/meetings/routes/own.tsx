import type { FormState } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { heldMeeting } from '../commands/replies.ts'
import { OwnPage } from '../pages/own.tsx'
import { paths } from '../paths.ts'
import { type Held, placeHeld } from '../queries/meetings.ts'
import { answerFrom, answerStart } from './answering.ts'
import { saidIn } from './fields.ts'
import { calendarFile } from './meetings.tsx'

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
    const { place, dates } = await placeHeld(visit)
    return submitted(visit, answerFrom(visit, body, { state: place.state, dates }), {
      page: (form) => page(visit, params.secret, { form }),
      run: async (change, answering) => answering(change, await heldMeeting(change)),
      next: () => ({ seeOther: paths.own.at(visit.language, { secret: params.secret }, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
  web.get(paths.ownCalendar, async (visit) => {
    const { calendar } = await placeHeld(visit)
    if (!calendar) throw new NotFound()
    return calendarFile(calendar)
  })
}

const startOf = ({ place, dates, answered }: Held) =>
  answerStart({ state: place.state, dates }, { reply: place.reply, note: place.ownNote, answered })
