import { diffLines } from 'diff'
import { z } from 'zod'
import { nextEdition } from '../../congress/index.ts'
import { bilingual, bilingualFields, field, isRefusal, readForm, startWith, withRefusal } from '../../platform/forms.ts'
import type { Language } from '../../platform/language.ts'
import type { Room } from '../../platform/room.ts'
import { holds, NotFound, type Refusal, roles, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { standingOf } from '../../registration/index.ts'
import {
  addPage,
  changePage,
  type PageInput,
  restoreVersion,
  settleReport,
  tellOperatorFacts,
  unpublishPage,
} from '../commands.ts'
import { menus, operatorKeys } from '../model.ts'
import { OperatorPage, ReportsPage } from '../pages/operator.tsx'
import { daysUntil, OverviewPage } from '../pages/overview.tsx'
import { type Compared, EditPage, HistoryPage, PagesPage } from '../pages/writing.tsx'
import { paths } from '../paths.ts'
import { mayPublish, mayWrite } from '../permissions.ts'
import {
  allPages,
  openBlanks,
  operatorFacts,
  type PageRow,
  type PageVersion,
  reportList,
  versionsOf,
} from '../queries/pages.ts'
import { text } from '../text.ts'

const pageForm = z.object({
  seen: field.whole(0, 1_000_000),
  ...bilingualFields('title', 200),
  ...bilingualFields('text', 90_000),
  slugDe: field.slug(),
  slugEn: field.slug(),
  menu: field.choice(menus),
  position: field.whole(0, 999),
  isPublished: field.flag(),
})
const operatorForm = z.object(
  Object.fromEntries(operatorKeys.map((key) => [key, field.optionalText(2000)])) as Record<
    (typeof operatorKeys)[number],
    ReturnType<typeof field.optionalText>
  >,
)

/** What the office does with the site: overview, pages, the operator's facts, reports. */
export function officeRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.overview, async (visit) => {
    if (!holds(visit.viewer, roles) && visit.viewer.kind !== 'person') throw new NotFound()
    const attention = (await Promise.all(rooms.map((room) => room.attention?.(visit) ?? []))).flat()
    const { isExample, zone } = await installation(visit)
    const next = await nextEdition(visit)
    const standing = next && (await standingOf(visit, next.id))
    return {
      page: (
        <OverviewPage
          attention={attention}
          next={next && { edition: next, standing, daysLeft: daysUntil(next, visit.now, zone), zone }}
          isExample={isExample}
        />
      ),
    }
  })
  writingRoutes(web)
  historyRoutes(web)
  operatorRoutes(web)
}

function writingRoutes(web: Web) {
  web.get(paths.pages, async (visit) => {
    mustWrite(visit)
    return { page: <PagesPage rows={await allPages(visit)} zone={(await installation(visit)).zone} /> }
  })
  web.get(paths.newPage, async (visit) => {
    mustWrite(visit)
    const form = startWith({ seen: 0, menu: 'none', position: 0 })
    return {
      page: <EditPage form={form} labels={labelsOf(visit.language)} page={undefined} mayPublish={mayPublish(visit)} />,
    }
  })
  web.get(paths.editPage, async (visit, { params }) => {
    const page = await thePage(visit, params.page)
    const { title, text: source } = page
    const form = startWith({
      seen: page.currentVersion,
      titleDe: title.de,
      titleEn: title.en,
      textDe: source.de,
      textEn: source.en,
      slugDe: page.slugDe,
      slugEn: page.slugEn,
      menu: page.menu,
      position: page.position,
      isPublished: page.publishedVersion !== null && mayPublish(visit),
    })
    return {
      page: <EditPage form={form} labels={labelsOf(visit.language)} page={page} mayPublish={mayPublish(visit)} />,
    }
  })
  web.post(paths.newPage, async (visit, { body }) => {
    mustWrite(visit)
    const labels = labelsOf(visit.language)
    const read = readForm(pageForm, body, visit.language, labels)
    const show = (form: typeof read.form) => (
      <EditPage form={form} labels={labels} page={undefined} mayPublish={mayPublish(visit)} />
    )
    if (!read.data) return { status: 422, page: show(read.form) }
    const input = inputOf(read.data)
    const answer = await visit.change(
      (change) => addPage(change, input),
      ({ id }) => ({ seeOther: paths.editPage.at(visit.language, { page: id }) }),
    )
    if (isRefusal(answer))
      return {
        status: 409,
        page: show(withRefusal(read.form, answer as Refusal, text[visit.language].refused, labels)),
      }
    return answer
  })
  web.post(paths.editPage, async (visit, { params, body }) => {
    const page = await thePage(visit, params.page)
    const labels = labelsOf(visit.language)
    const read = readForm(pageForm, body, visit.language, labels)
    const show = (form: typeof read.form) => (
      <EditPage form={form} labels={labels} page={page} mayPublish={mayPublish(visit)} />
    )
    if (!read.data) return { status: 422, page: show(read.form) }
    const input = { ...inputOf(read.data), id: page.id, seen: read.data.seen }
    const answer = await visit.change(
      (change) => changePage(change, input),
      ({ id }) => ({ seeOther: paths.editPage.at(visit.language, { page: id }) }),
    )
    if (isRefusal(answer))
      return {
        status: 409,
        page: show(withRefusal(read.form, answer as Refusal, text[visit.language].refused, labels)),
      }
    return answer
  })
}

function historyRoutes(web: Web) {
  web.get(paths.history, async (visit, { params }) => {
    const page = await thePage(visit, params.page)
    const [versions, { zone }] = await Promise.all([versionsOf(visit, page.id), installation(visit)])
    return { page: <HistoryPage page={page} versions={compared(versions, visit.language)} zone={zone} /> }
  })
  web.post(paths.restore, async (visit, { params }) => {
    const page = await thePage(visit, params.page)
    const version = /^\d{1,6}$/.test(params.version) ? Number(params.version) : 0
    return visit.change(
      (change) => restoreVersion(change, { page: page.id, version }),
      ({ id }) => ({ seeOther: paths.editPage.at(visit.language, { page: id }) }),
    )
  })
  web.post(paths.withdrawal, async (visit, { params }) => {
    const page = await thePage(visit, params.page)
    const answer = await visit.change(
      (change) => unpublishPage(change, { page: page.id }),
      () => ({ seeOther: paths.pages.at(visit.language) }),
    )
    if (!isRefusal(answer)) return answer
    const form = withRefusal(startWith({}), answer as Refusal, text[visit.language].refused)
    return {
      status: 409,
      page: <EditPage form={form} labels={labelsOf(visit.language)} page={page} mayPublish={mayPublish(visit)} />,
    }
  })
}

function operatorRoutes(web: Web) {
  web.get(paths.operator, async (visit, { query }) => {
    mustPublish(visit)
    const [facts, blanks] = await Promise.all([operatorFacts(visit), openBlanks(visit)])
    return { page: <OperatorPage form={startWith(facts)} blanks={blanks} isSaved={query.saved === '1'} /> }
  })
  web.post(paths.operator, async (visit, { body }) => {
    mustPublish(visit)
    const read = readForm(operatorForm, body, visit.language, text[visit.language].operator.keys)
    if (!read.data)
      return { status: 422, page: <OperatorPage form={read.form} blanks={await openBlanks(visit)} isSaved={false} /> }
    const { data } = read
    return visit.change(
      (change) => tellOperatorFacts(change, data),
      () => ({ seeOther: paths.operator.at(visit.language, {}, { saved: '1' }) }),
    )
  })
  web.get(paths.reports, async (visit) => {
    mustPublish(visit)
    return { page: <ReportsPage rows={await reportList(visit)} zone={(await installation(visit)).zone} /> }
  })
  web.post(paths.settlement, async (visit, { params }) => {
    mustPublish(visit)
    return visit.change(
      (change) => settleReport(change, { report: idOf(params.report) }),
      () => ({ seeOther: paths.reports.at(visit.language) }),
    )
  })
}

const mustWrite = (visit: Visit) => {
  if (!mayWrite(visit)) throw new NotFound()
}
const mustPublish = (visit: Visit) => {
  if (!mayPublish(visit)) throw new NotFound()
}

/** An id from an address; what is none belongs to nothing. */
function idOf(value: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) throw new NotFound()
  return value
}

async function thePage(visit: Visit, id: string): Promise<PageRow> {
  mustWrite(visit)
  const page = (await allPages(visit)).find((row) => row.id === id)
  if (!page) throw new NotFound()
  return page
}

const inputOf = ({ seen, titleDe, titleEn, textDe, textEn, ...rest }: z.output<typeof pageForm>): PageInput => ({
  ...rest,
  title: bilingual(titleDe, titleEn),
  text: bilingual(textDe, textEn),
})

function labelsOf(language: Language) {
  const { title, text: body, slugDe, slugEn, menu, position, publish } = text[language].edit
  return {
    titleDe: title,
    titleEn: title,
    textDe: body,
    textEn: body,
    slugDe,
    slugEn,
    menu,
    position,
    isPublished: publish,
  }
}

/** Each version with the lines it changed against the one before, in the page's language. */
function compared(versions: readonly PageVersion[], language: Language): Compared[] {
  const words = ({ title, text: source }: PageVersion) =>
    `${title[language] ?? title.de}\n${source[language] ?? source.de}\n`
  return versions.map((version, index) => {
    const before = versions[index + 1]
    const parts = before ? diffLines(words(before), words(version)) : []
    const lines = parts.map(
      ({ value, added, removed }) =>
        ({ text: value.trim(), change: added ? 'added' : removed ? 'removed' : 'same' }) as const,
    )
    return { ...version, lines: lines.filter(({ text: line }) => line) }
  })
}
