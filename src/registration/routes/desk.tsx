import { Readable } from 'node:stream'
import { z } from 'zod'
import { editionForRegistration } from '../../congress/index.ts'
import { type FormState, field, isRefusal, readForm, startWith, withRefusal } from '../../platform/forms.ts'
import { csv, sheet, xlsx } from '../../platform/spreadsheet.ts'
import { NotFound, type Refusal } from '../../platform/visit.ts'
import type { Answer, Web, WebVisit } from '../../platform/web.tsx'
import { installation, regions } from '../../region/index.ts'
import { cancelFor, changeFor, confirmFor, enterFor, renewLink, resendConfirmation } from '../commands/desk.ts'
import { needColumns, registrationColumns } from '../export.ts'
import { DeskEditionsPage, DeskListPage } from '../pages/desk/list.tsx'
import { DeskCancelPage, DeskEditPage, DeskOnePage } from '../pages/desk/one.tsx'
import { ListedPage, NeedsPage } from '../pages/desk/settings.tsx'
import { deskPaths } from '../paths.ts'
import { idFrom, mayDesk } from '../permissions/desk.ts'
import { deskEdition, filterOf, registrationList } from '../queries/desk.ts'
import { concernsOf } from '../queries/desk-attention.ts'
import { exportRows, historyOf, listedPeople, mailsOf, needRows } from '../queries/desk-one.ts'
import { curveOf, editionsWithCounts, figuresOf } from '../queries/desk-standing.ts'
import { formContent } from '../queries/form.ts'
import { type Own, ownRegistration } from '../queries/own.ts'
import { ticketTypesOf } from '../queries/ticket-types.ts'
import { deskText } from '../text/desk.ts'
import { text } from '../text.ts'
import { labelsOf, nameField, needsFields, personFields, startOf } from './forms.ts'

const addForm = z.object({
  ...nameField,
  email: field.email(),
  ...personFields,
  ticket: field.id(),
  sessions: field.ids(),
  ...needsFields,
  consents: field.ids(),
})
const editForm = z.object({
  seen: field.whole(0, 1_000_000),
  ...nameField,
  email: field.email(),
  ...personFields,
  ticket: field.id(),
  sessions: field.ids(),
  ...needsFields,
  tells: field.flag(),
})
const cancelForm = z.object({ reason: field.optionalLine(300), tells: field.flag() })

/** What the office does with registrations. */
export function deskRoutes(web: Web) {
  listRoutes(web)
  fileRoutes(web)
  oneRoutes(web)
  editRoutes(web)
}

function listRoutes(web: Web) {
  web.get(deskPaths.editions, async (visit) => {
    const [rows, { zone }] = await Promise.all([editionsWithCounts(visit), installation(visit)])
    if (rows.length === 0) throw new NotFound()
    return { page: <DeskEditionsPage editions={rows} zone={zone} /> }
  })
  web.get(deskPaths.list, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition, mayDesk.find)
    const filter = filterOf(query)
    const [found, figures, curve, concerns, lines, types, { bookable }] = await Promise.all([
      registrationList(visit, edition, filter),
      figuresOf(visit, edition),
      curveOf(visit, edition),
      edition.mayWork ? concernsOf(visit, edition.id) : [],
      regions(visit),
      ticketTypesOf(visit, edition.id),
      editionForRegistration(visit, params.edition),
    ])
    return {
      page: (
        <DeskListPage
          edition={edition}
          filter={filter}
          {...found}
          figures={figures}
          curve={curve}
          concerns={concerns}
          choices={{ regions: lines, types, sessions: bookable }}
        />
      ),
    }
  })
  web.get(deskPaths.needs, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    return { page: <NeedsPage edition={edition} rows={await needRows(visit, edition)} /> }
  })
  web.get(deskPaths.participants, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    return { page: <ListedPage edition={edition} rows={await listedPeople(visit, edition)} /> }
  })
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function fileRoutes(web: Web) {
  web.get(deskPaths.csv, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition)
    const rows = exportRows(visit, edition, filterOf(query))
    return csvAnswer(
      csv(registrationColumns(visit.language), rows, { language: visit.language, zone: edition.zone }),
      `${deskText[visit.language].export.file}-${edition.slug}`,
    )
  })
  web.get(deskPaths.xlsx, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition)
    const { file } = deskText[visit.language].export
    const rows = []
    for await (const row of exportRows(visit, edition, filterOf(query))) rows.push(row)
    const bytes = await xlsx([
      sheet(file, registrationColumns(visit.language), rows, { language: visit.language, zone: edition.zone }),
    ])
    return { bytes, type: xlsxType, name: `${file}-${edition.slug}.xlsx` }
  })
  web.get(deskPaths.needsCsv, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    const rows = await needRows(visit, edition)
    return csvAnswer(
      csv(needColumns(visit.language), rows, { language: visit.language, zone: edition.zone }),
      `${deskText[visit.language].export.needsFile}-${edition.slug}`,
    )
  })
  web.get(deskPaths.needsXlsx, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    const { needsFile } = deskText[visit.language].export
    const bytes = await xlsx([
      sheet(needsFile, needColumns(visit.language), await needRows(visit, edition), {
        language: visit.language,
        zone: edition.zone,
      }),
    ])
    return { bytes, type: xlsxType, name: `${needsFile}-${edition.slug}.xlsx` }
  })
}

const csvAnswer = (lines: AsyncIterable<string>, name: string): Answer => ({
  bytes: Readable.from(lines),
  type: 'text/csv; charset=utf-8',
  name: `${name}.csv`,
})

type Params = { edition: string; registration: string }

/** The registration of an address, which must lie in the edition of the address. */
async function theOne(visit: WebVisit, params: Params): Promise<Own> {
  const edition = await deskEdition(visit, params.edition)
  const own = await ownRegistration(visit, idFrom(params.registration))
  if (own.editionId !== edition.id) throw new NotFound()
  return own
}

async function onePage(visit: WebVisit, own: Own, problem?: string) {
  const [history, mails, types] = await Promise.all([
    historyOf(visit, own.id),
    mailsOf(visit, own.id),
    ticketTypesOf(visit, own.editionId),
  ])
  const names = new Map([
    ...types.map(({ id, name }) => [id, name] as const),
    ...own.edition.bookable.map(({ id, title }) => [id, title] as const),
  ])
  return <DeskOnePage own={own} names={names} history={history} mails={mails} problem={problem} />
}

function oneRoutes(web: Web) {
  web.get(deskPaths.one, async (visit, { params }) => ({ page: await onePage(visit, await theOne(visit, params)) }))
  const deeds = [
    [deskPaths.confirm, confirmFor],
    [deskPaths.resend, resendConfirmation],
    [deskPaths.newLink, renewLink],
  ] as const
  for (const [path, command] of deeds)
    web.post(path, async (visit, { params, body }) => {
      const own = await theOne(visit, params)
      const tells = Boolean(body.tells?.[0])
      const answer = await visit.change<{ id: string } | Refusal>(
        (change) => command(change, { id: own.id, tells }),
        () => ({ seeOther: deskPaths.one.at(visit.language, params) }),
      )
      if (!isRefusal(answer)) return answer
      const form = withRefusal(startWith({}), answer as Refusal, refusedOf(visit))
      return { status: 409, page: await onePage(visit, own, form.problems[0]?.message) }
    })
  web.get(deskPaths.cancel, async (visit, { params }) => ({
    page: <DeskCancelPage own={await theOne(visit, params)} form={startWith({ tells: true })} />,
  }))
  web.post(deskPaths.cancel, async (visit, { params, body }) => {
    const own = await theOne(visit, params)
    const read = readForm(cancelForm, body, visit.language)
    if (!read.data) return { status: 422, page: <DeskCancelPage own={own} form={read.form} /> }
    const { data } = read
    return visit.change(
      (change) => cancelFor(change, { id: own.id, ...data }),
      () => ({ seeOther: deskPaths.one.at(visit.language, params) }),
    )
  })
}

const refusedOf = ({ language }: Pick<WebVisit, 'language'>) => ({
  ...text[language].refused,
  ...deskText[language].refused,
})

function editRoutes(web: Web) {
  web.get(deskPaths.edit, async (visit, { params }) => {
    const own = await theOne(visit, params)
    if (own.state === 'cancelled') return { seeOther: deskPaths.one.at(visit.language, params) }
    return {
      page: (
        <DeskEditPage
          own={own}
          content={await formContent(visit, params.edition)}
          form={withTells(startOf(own))}
          labels={labelsOf(visit)}
        />
      ),
    }
  })
  web.post(deskPaths.edit, async (visit, { params, body }) => {
    const own = await theOne(visit, params)
    const labels = labelsOf(visit)
    const read = readForm(editForm, body, visit.language, labels)
    const show = async (form: FormState) => (
      <DeskEditPage own={own} content={await formContent(visit, params.edition)} form={form} labels={labels} />
    )
    if (!read.data) return { status: 422, page: await show(read.form) }
    const { data } = read
    const answer = await visit.change(
      (change) => changeFor(change, { ...data, id: own.id }),
      () => ({ seeOther: deskPaths.one.at(visit.language, params) }),
    )
    if (isRefusal(answer))
      return { status: 409, page: await show(withRefusal(read.form, answer as Refusal, refusedOf(visit), labels)) }
    return answer
  })
  web.get(deskPaths.add, async (visit, { params }) => {
    await deskEdition(visit, params.edition)
    return {
      page: (
        <DeskEditPage
          own={undefined}
          content={await formContent(visit, params.edition)}
          form={startWith({})}
          labels={labelsOf(visit)}
        />
      ),
    }
  })
  web.post(deskPaths.add, async (visit, { params, body }) => {
    await deskEdition(visit, params.edition)
    const labels = labelsOf(visit)
    const read = readForm(addForm, body, visit.language, labels)
    const show = async (form: FormState) => (
      <DeskEditPage own={undefined} content={await formContent(visit, params.edition)} form={form} labels={labels} />
    )
    if (!read.data) return { status: 422, page: await show(read.form) }
    const { data } = read
    const answer = await visit.change(
      (change) => enterFor(change, { ...data, edition: params.edition }),
      ({ id }) => ({ seeOther: deskPaths.one.at(visit.language, { edition: params.edition, registration: id }) }),
    )
    if (isRefusal(answer))
      return { status: 409, page: await show(withRefusal(read.form, answer as Refusal, refusedOf(visit), labels)) }
    return answer
  })
}

const withTells = (form: FormState): FormState => ({ ...form, values: { ...form.values, tells: ['on'] } })
