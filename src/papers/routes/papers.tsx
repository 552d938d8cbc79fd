import { z } from 'zod'
import { type Group, groupAt, innerGroupAt, ledGroupAt } from '../../groups/index.ts'
import { type FormState, field, readForm, refusalWords, saying, startWith } from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { beginPaper, changePaper, movePaper } from '../commands/papers.ts'
import { isFixed, kinds } from '../model.ts'
import { notesBefore } from '../notes.ts'
import { AdoptedPage } from '../pages/adopted.tsx'
import { AddPage, AdoptedPapersPage, PaperSettingsPage, PapersPage } from '../pages/list.tsx'
import { PaperPage } from '../pages/paper.tsx'
import { paths } from '../paths.ts'
import { adoptedPaper, adoptedPapers, type ListedPaper, paperAt, papersOf, sectionsOf } from '../queries/papers.ts'
import { ownPictures } from '../queries/pictures.ts'
import { text } from '../text/text.ts'

export type At = { group: string; paper: string }
export type Open = { group: Group; paper: ListedPaper; which: { groupId: string; paperId: string } }

/** Papers: the list, one of them, its title and kind, its state. */
export function paperRoutes(web: Web) {
  web.get(paths.papers, async (visit, { params }) => {
    const group = await groupAt(visit, params.group)
    if (group.standing !== 'outside')
      return { page: <PapersPage group={group} papers={await papersOf(visit, group)} zone={await zoneOf(visit)} /> }
    if (!group.shown.includes('papers')) throw new NotFound()
    return { page: <AdoptedPapersPage group={group} papers={await adoptedPapers(visit, [group.id])} /> }
  })
  addRoutes(web)
  web.get(paths.paper, async (visit, { params, query }) => {
    const group = await groupAt(visit, params.group)
    if (group.standing === 'outside') return { page: await adopted(visit, group, params.paper) }
    const paper = await paperAt(visit, group, params.paper)
    if (isFixed(paper.state)) return { page: await adopted(visit, group, paper.id) }
    return { page: await writing(visit, { group, paper }, { isSaved: query.info === 'saved' }) }
  })
  settingsRoutes(web)
  stateRoutes(web)
}

export const zoneOf = async (visit: Visit) => (await installation(visit)).zone
export const saidIn = ({ language }: Visit) => saying(text[language].refused, text[language].fields)
export const said = (visit: Visit, refusal: Refusal) => refusalWords(refusal, text[visit.language].refused)

async function adopted(visit: Visit, group: Group, id: string) {
  const paper = await adoptedPaper(visit, group, id)
  const [pictures, zone] = await Promise.all([ownPictures(visit, id), zoneOf(visit)])
  return <AdoptedPage {...{ group, paper, pictures, zone }} notesBefore={notesBefore(paper.content.sections)} />
}

type More = { isSaved?: boolean; refused?: string; form?: FormState }

/** The page of a paper that is being written. */
export async function writing(visit: Visit, { group, paper }: Pick<Open, 'group' | 'paper'>, more: More = {}) {
  const [sections, pictures, zone] = await Promise.all([
    sectionsOf(visit, paper.id),
    ownPictures(visit, paper.id),
    zoneOf(visit),
  ])
  return <PaperPage {...{ group, paper, sections, pictures, zone, ...more }} notesBefore={notesBefore(sections)} />
}

/** A paper whose wording may still change, for who is inside. */
export async function openPaper(visit: Visit, params: At): Promise<Open> {
  const group = await innerGroupAt(visit, params.group)
  const paper = await paperAt(visit, group, params.paper)
  if (isFixed(paper.state)) throw new NotFound()
  return { group, paper, which: { groupId: group.id, paperId: paper.id } }
}

/** The same for who leads the group. */
export async function ledPaper(visit: Visit, params: At): Promise<Open> {
  await ledGroupAt(visit, params.group)
  return openPaper(visit, params)
}

/** To the page of the paper, or a place of it. */
export const toPaper = ({ language }: Visit, { groupId, paperId }: Open['which'], at = '') => ({
  seeOther: paths.paper.at(language, { group: groupId, paper: paperId }, { info: 'saved' }) + (at && `#${at}`),
})

const paperFields = { title: field.line(200), kind: field.choice(kinds) }
const paperForm = z.object(paperFields)
const settingsForm = z.object({ seen: field.whole(0, 1_000_000_000), ...paperFields })
const stateForm = z.object({
  to: field.choice(['draft', 'amending', 'adopted']),
  seen: field.optionalWhole(0, 1_000_000_000),
})

function addRoutes(web: Web) {
  const opened = async (visit: Visit, id: string) => {
    const group = await innerGroupAt(visit, id)
    if (group.standing === 'observer') throw new NotFound()
    return group
  }
  web.get(paths.add, async (visit, { params }) => ({
    page: <AddPage group={await opened(visit, params.group)} form={startWith({ kind: 'theses' })} />,
  }))
  web.post(paths.add, async (visit, { params, body }) => {
    const group = await opened(visit, params.group)
    return submitted(visit, readForm(paperForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <AddPage group={group} form={form} />,
      run: (change, input) => beginPaper(change, { ...input, groupId: group.id }),
      next: ({ id }) => toPaper(visit, { groupId: group.id, paperId: id }),
    })
  })
}

function settingsRoutes(web: Web) {
  web.get(paths.settings, async (visit, { params }) => {
    const { group, paper } = await ledPaper(visit, params)
    const form = startWith({ title: paper.title, kind: paper.kind })
    return { page: <PaperSettingsPage {...{ group, paper, form }} /> }
  })
  web.post(paths.settings, async (visit, { params, body }) => {
    const { group, paper, which } = await ledPaper(visit, params)
    return submitted(visit, readForm(settingsForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <PaperSettingsPage {...{ group, paper, form }} />,
      run: (change, input) => changePaper(change, { ...which, ...input }),
      next: () => toPaper(visit, which),
      refused: saidIn(visit),
    })
  })
}

function stateRoutes(web: Web) {
  web.post(paths.state, async (visit: WebVisit, { params, body }) => {
    const { group, paper, which } = await ledPaper(visit, params)
    const { data } = readForm(stateForm, body, visit.language)
    if (!data) throw new NotFound()
    return changed(visit, {
      run: (change) => movePaper(change, { ...which, ...data }),
      next: () => toPaper(visit, which),
      refused: async (refusal) =>
        writing(visit, { group, paper: await paperAt(visit, group, paper.id) }, { refused: said(visit, refusal) }),
    })
  })
}
