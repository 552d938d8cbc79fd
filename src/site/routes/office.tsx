import { z } from 'zod'
import { nextEdition } from '../../congress/index.ts'
import { type FormState, field, readForm, startWith, withRefusal } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import type { Bilingual, Language } from '../../platform/language.ts'
import type { Room } from '../../platform/room.ts'
import { submitted } from '../../platform/submitted.ts'
import { holds, NotFound, roles, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { courseOf, standingOf } from '../../registration/index.ts'
import { answerReport, tellOperatorFacts } from '../commands.ts'
import {
  answerWays,
  type OperatorFacts,
  type OperatorKey,
  operatorKeys,
  operatorKinds,
  reportVersion,
} from '../model.ts'
import { OperatorPage } from '../pages/operator.tsx'
import { daysUntil, OverviewPage } from '../pages/overview.tsx'
import { ReportPage, ReportsPage } from '../pages/reports.tsx'
import { paths } from '../paths.ts'
import { mayPublish } from '../permissions.ts'
import { answersMailed, oneReport, openBlanks, operatorFacts, type Report, reportList } from '../queries/pages.ts'
import { text } from '../text.ts'
import { writingRoutes } from './writing.tsx'

const kindOfField = { email: field.optionalEmail, phone: field.optionalPhone, day: field.optionalDay } as const
/** Words in both languages, everything else once, each checked for what it is. */
const operatorForm = z.object(
  Object.assign(
    {},
    ...operatorKeys.map((key) => {
      const kind = operatorKinds[key]
      if (kind === 'words') return { [`${key}De`]: field.optionalText(2000), [`${key}En`]: field.optionalText(2000) }
      if (kind === 'address') return { [key]: field.optionalText(2000) }
      if (kind === 'line') return { [key]: field.optionalLine(60) }
      return { [key]: kind === 'link' ? field.optionalLink() : kindOfField[kind]() }
    }),
  ) as Record<string, ReturnType<typeof field.optionalText> | ReturnType<typeof field.optionalDay>>,
)

/** What the office does with the site: overview, pages, the operator's facts, reports. */
export function officeRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.overview, async (visit) => {
    if (!holds(visit.viewer, roles) && visit.viewer.kind !== 'person') throw new NotFound()
    const attention = (await Promise.all(rooms.map((room) => room.attention?.(visit) ?? []))).flat()
    const { isExample, zone } = await installation(visit)
    const showsHowToBegin = isExample && mayPublish(visit)
    const next = await nextEdition(visit)
    const standing = next && (await standingOf(visit, next.id))
    const course = standing && (await courseOf(visit, next.slug))
    return {
      page: (
        <OverviewPage
          attention={attention}
          next={next && { edition: next, standing, course, daysLeft: daysUntil(next, visit.now, zone), zone }}
          showsHowToBegin={showsHowToBegin}
        />
      ),
    }
  })
  writingRoutes(web)
  operatorRoutes(web)
}

function operatorRoutes(web: Web) {
  web.get(paths.operator, async (visit, { query }) => {
    mustPublish(visit)
    const [facts, blanks] = await Promise.all([operatorFacts(visit), openBlanks(visit)])
    return { page: <OperatorPage form={startWith(typedFacts(facts))} blanks={blanks} isSaved={query.saved === '1'} /> }
  })
  web.post(paths.operator, async (visit, { body }) => {
    mustPublish(visit)
    return submitted(visit, readForm(operatorForm, body, visit.language, factLabels(visit.language)), {
      page: async (form) => <OperatorPage form={form} blanks={await openBlanks(visit)} isSaved={false} />,
      run: (change, data) => tellOperatorFacts(change, factsIn(data)),
      next: () => ({ seeOther: paths.operator.at(visit.language, {}, { saved: '1' }) }),
    })
  })
  web.get(paths.reports, async (visit, { query }) => {
    mustPublish(visit)
    const done = (['mail', 'note'] as const).find((way) => way === query.info)
    return { page: <ReportsPage rows={await reportList(visit)} zone={(await installation(visit)).zone} done={done} /> }
  })
  answerRoutes(web)
}

const answerForm = z.object({
  seen: field.optionalLine(60),
  way: field.choice(answerWays),
  answer: field.optionalText(4000),
  staysOpen: field.flag(),
})
const answerStart = ({ answer, answeredAt, doneAt, email }: Report) =>
  startWith({
    seen: reportVersion({ answeredAt, doneAt }),
    way: email && answer === null ? 'mail' : 'note',
    answer: answer ?? '',
    staysOpen: answer !== null && doneAt === null,
  })

async function answerPage(visit: Visit, row: Report, form: FormState) {
  const [mails, { zone }] = await Promise.all([answersMailed(visit, row.id), installation(visit)])
  return <ReportPage {...{ row, mails, zone, form }} />
}

function answerRoutes(web: Web) {
  web.get(paths.answer, async (visit, { params }) => {
    const row = await oneReport(visit, idFrom(params.report))
    return { page: await answerPage(visit, row, answerStart(row)) }
  })
  web.post(paths.answer, async (visit, { params, body }) => {
    const row = await oneReport(visit, idFrom(params.report))
    const { labels } = text[visit.language].reports
    return submitted(visit, readForm(answerForm, body, visit.language, labels), {
      page: (form) => answerPage(visit, row, form),
      run: (change, data) => answerReport(change, { ...data, report: row.id }),
      next: ({ way }) => ({ seeOther: paths.reports.at(visit.language, {}, { info: way }) }),
      refused(form, refusal) {
        // What the other one wrote stands on the page now, and has been seen.
        const seen = answerStart(row).values.seen ?? []
        return withRefusal({ ...form, values: { ...form.values, seen } }, refusal, text[visit.language].refused, labels)
      },
    })
  })
}

/** The facts as the form shows them, and back. */
const typedFacts = (facts: OperatorFacts) =>
  Object.assign(
    {},
    ...operatorKeys.map((key) => {
      const { de, en } = facts[key] ?? { de: '' }
      return operatorKinds[key] === 'words' ? { [`${key}De`]: de, [`${key}En`]: en } : { [key]: de }
    }),
  ) as Record<string, string>

function factsIn(data: Readonly<Record<string, string | null>>) {
  const fact = (key: OperatorKey) =>
    operatorKinds[key] === 'words'
      ? { de: data[`${key}De`] ?? '', en: data[`${key}En`] ?? '' }
      : { de: data[key] ?? '' }
  return Object.fromEntries(operatorKeys.map((key) => [key, fact(key)])) as Record<OperatorKey, Bilingual>
}

const factLabels = (language: Language) =>
  Object.fromEntries(
    Object.entries(text[language].operator.keys).flatMap(([key, label]) =>
      ['', 'De', 'En'].map((suffix) => [`${key}${suffix}`, label]),
    ),
  )

const mustPublish = (visit: Visit) => {
  if (!mayPublish(visit)) throw new NotFound()
}
