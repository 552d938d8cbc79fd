import { z } from 'zod'
import { type Body, field, readForm } from '../../platform/forms.ts'
import type { Language } from '../../platform/language.ts'
import type { Room } from '../../platform/room.ts'
import { isRefusal, NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { sendAgain, sendFailedAgain } from '../commands.ts'
import { mailStates } from '../model.ts'
import { MailPage, OutboxPage, type TemplateNames } from '../pages/outbox.tsx'
import { paths } from '../paths.ts'
import { maySeeMails } from '../permissions.ts'
import { failedCount, mailList, mailsPerPage, oneMail } from '../queries.ts'
import { text } from '../text.ts'

const filterForm = z.object({
  state: field.optionalChoice(mailStates),
  template: field.optionalLine(100),
  recipient: field.optionalLine(254),
  page: field.optionalWhole(1, 99_999),
})

/** The outbox; `rooms` tell what their mails are called. */
export function outboxRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.outbox, async (visit, { query }) => {
    const body = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]))
    return { page: await list(visit, rooms, { body, isDone: query.info === 'again' }) }
  })
  web.post(paths.failedAgain, async (visit) => {
    if (!maySeeMails(visit)) throw new NotFound()
    const answer = await visit.change(sendFailedAgain, () => ({
      seeOther: paths.outbox.at(visit.language, {}, { info: 'again' }),
    }))
    if (!isRefusal(answer)) return answer
    const problem = text[visit.language].refused[answer.refused]
    return { status: 409, page: await list(visit, rooms, { problem }) }
  })
  web.get(paths.mail, async (visit, { params, query }) => ({
    page: await one(visit, rooms, { mail: params.mail, isDone: query.info === 'again' }),
  }))
  web.post(paths.again, async (visit, { params }) => {
    const answer = await visit.change(
      (change) => sendAgain(change, params),
      () => ({ seeOther: paths.mail.at(visit.language, params, { info: 'again' }) }),
    )
    if (!isRefusal(answer)) return answer
    const problem = text[visit.language].refused[answer.refused]
    return { status: 409, page: await one(visit, rooms, { mail: params.mail, problem }) }
  })
}

type Shown = { problem?: string; isDone?: boolean }

async function list(visit: Visit, rooms: readonly Room[], { body = {}, problem, isDone }: Shown & { body?: Body }) {
  if (!maySeeMails(visit)) throw new NotFound()
  const { data, form } = readForm(filterForm, body, visit.language)
  const page = data?.page ?? 1
  const filter = { state: data?.state ?? null, template: data?.template ?? '', recipient: data?.recipient ?? '', page }
  const [{ rows, total }, failed, { zone }] = await Promise.all([
    mailList(visit, filter),
    failedCount(visit),
    installation(visit),
  ])
  const pages = Math.ceil(total / mailsPerPage)
  const names = namesOf(rooms, visit.language)
  return <OutboxPage {...{ form, rows, total, failed, page, pages, names, zone, problem }} isDone={isDone ?? false} />
}

async function one(visit: Visit, rooms: readonly Room[], { mail: id, problem, isDone }: Shown & { mail: string }) {
  const [mail, { zone }] = await Promise.all([oneMail(visit, id), installation(visit)])
  if (!mail) throw new NotFound()
  return <MailPage {...{ mail, zone, problem }} names={namesOf(rooms, visit.language)} isDone={isDone ?? false} />
}

const namesOf = (rooms: readonly Room[], language: Language): TemplateNames =>
  Object.fromEntries(
    rooms.flatMap(({ mails }) =>
      Object.entries(mails ?? {}).map(([key, { words }]) => [key, words?.title(language) ?? key]),
    ),
  )
