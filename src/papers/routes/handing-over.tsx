import { z } from 'zod'
import { type Group, ledGroupAt } from '../../groups/index.ts'
import { cut } from '../../platform/clean.ts'
import { isDated } from '../../platform/dated.ts'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import type { HandedResult, Room } from '../../platform/room.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { handOver } from '../commands/handing-over.ts'
import { withoutPictures } from '../model.ts'
import { HandingOverPage } from '../pages/handing-over.tsx'
import { paths } from '../paths.ts'
import { type AdoptedPaper, adoptedPaper } from '../queries/papers.ts'
import { text } from '../text/text.ts'
import { type At, saidIn, toPaper } from './papers.tsx'

/** So many sections are offered to be handed over as results. */
const mostResults = 40
const longestResult = 20_000

/** An adopted paper goes to the congress: to the thread, the library and the programme. */
export function handingOverRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.handingOver, async (visit, { params }) => {
    const { group, paper, parts } = await opened(visit, params)
    return { page: <HandingOverPage {...{ group, paper, parts }} form={startOf(parts)} /> }
  })
  web.post(paths.handingOver, async (visit, { params, body }) => {
    const { group, paper, parts } = await opened(visit, params)
    const which = { groupId: group.id, paperId: paper.id }
    const labels = labelsOf(visit, parts.length)
    const read = readForm(formFor(parts.length), body, visit.language, labels)
    return submitted(visit, read, {
      page: (form) => <HandingOverPage {...{ group, paper, parts, form }} />,
      async run(change, data) {
        const results = resultsIn(data, parts.length)
        const nameless = results.find(({ title }) => !title)
        if (nameless) return refuse('titleMissing', `title${nameless.no}`)
        const undated = results.find(({ until }) => until !== '' && !isDated(until))
        if (undated) return refuse('untilUnclear', `until${undated.no}`)
        return handOver(change, { ...which, abstract: data.abstract, results, rooms })
      },
      next: () => toPaper(visit, which),
      refused: saidIn(visit),
    })
  })
}

async function opened(visit: Visit, params: At): Promise<{ group: Group; paper: AdoptedPaper; parts: Parts }> {
  const group = await ledGroupAt(visit, params.group)
  const paper = await adoptedPaper(visit, group, params.paper)
  if (paper.state !== 'adopted') throw new NotFound()
  return { group, paper, parts: paper.content.sections.slice(0, mostResults) }
}

type Parts = readonly { title: string; text: string }[]
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const fieldsOf = (no: number) => ({
  [`isResult${no}`]: field.flag(),
  [`title${no}`]: field.optionalLine(300),
  [`text${no}`]: field.optionalText(longestResult),
  [`reason${no}`]: field.optionalText(5000),
  [`addressee${no}`]: field.optionalLine(300),
  [`responsible${no}`]: field.optionalLine(200),
  [`until${no}`]: field.optionalLine(30),
})

const formFor = (count: number) =>
  z.object({
    abstract: field.optionalText(2000),
    ...Object.assign({}, ...numbers(count).map(fieldsOf)),
  }) as unknown as z.ZodObject<{ abstract: ReturnType<typeof field.optionalText> }>

function labelsOf({ language }: Visit, count: number) {
  const { results } = text[language].handingOver
  const of = (no: number) => Object.entries(results).map(([name, label]) => [`${name}${no}`, label])
  return { ...text[language].fields, ...Object.fromEntries(numbers(count).flatMap(of)) } as Record<string, string>
}

/** The results that were ticked, each with the number of its section. */
function resultsIn(data: object, count: number): (HandedResult & { no: number })[] {
  const values = data as Record<string, string | boolean>
  const said = (name: string, no: number) => String(values[`${name}${no}`] ?? '')
  return numbers(count)
    .filter((no) => values[`isResult${no}`] === true)
    .map((no) => ({
      ...{ no, title: said('title', no), text: said('text', no), reason: said('reason', no) },
      ...{
        addressee: said('addressee', no),
        responsible: said('responsible', no),
        until: datedFrom(said('until', no)),
      },
    }))
}

/** As one writes dates here, 12.2027 or 31.12.2027, as they are kept; everything else as it came. */
const datedFrom = (said: string) =>
  said.replace(/^(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})$/, (_, day: string | undefined, month: string, year: string) =>
    [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-'),
  )

const startOf = (parts: Parts): FormState =>
  startWith({
    abstract: cut(
      (withoutPictures(parts[0]?.text ?? '').split(/\n\s*\n/)[0] ?? '').replace(/\[\^[^\][]*\]/g, ''),
      1000,
    ),
    ...Object.fromEntries(
      parts.flatMap(({ title, text: said }, index) => [
        [`isResult${index + 1}`, withoutPictures(said) !== ''],
        [`title${index + 1}`, title],
        [`text${index + 1}`, cut(withoutPictures(said), longestResult)],
      ]),
    ),
  })
