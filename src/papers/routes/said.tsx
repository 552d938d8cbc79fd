import { z } from 'zod'
import { innerGroupAt } from '../../groups/index.ts'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { markdownParts, type OwnPictures } from '../../platform/markdown.ts'
import { passagesOf } from '../../platform/markdown-blocks.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { amended } from '../anchors.ts'
import { acceptAmendment, declineAmendment, proposeAmendment, withdrawAmendment } from '../commands/amendments.ts'
import { addComment, answerComment, reopenComment, settleComment } from '../commands/comments.ts'
import { longestText } from '../model.ts'
import { AmendmentPage, AmendmentsPage } from '../pages/amendments.tsx'
import { AmendPage, CommentPage, DiscussionPage } from '../pages/discussion.tsx'
import { paths } from '../paths.ts'
import { paperAt, sectionAt } from '../queries/papers.ts'
import { ownPictures } from '../queries/pictures.ts'
import { type Amendment, amendmentAt, amendmentsOf, commentAt, commentsOf } from '../queries/said.ts'
import { text } from '../text/text.ts'
import { type At, ledPaper, type Open, openPaper, said, saidIn, writing, zoneOf } from './papers.tsx'

type Part = At & { part: string }

/** What is said at the passages of a paper: comments, their answers, amendments. */
export function saidRoutes(web: Web) {
  web.get(paths.section, async (visit, { params, query }) => {
    const { group, paper } = await openPaper(visit, params)
    const section = await sectionAt(visit, paper.id, params.part)
    const [comments, amendments, zone, pictures] = await Promise.all([
      commentsOf(visit, section.id),
      amendmentsOf(visit, paper.id, section.id),
      zoneOf(visit),
      ownPictures(visit, paper.id),
    ])
    const { passages, notes } = passagesSet(section.text, pictures)
    const isSaved = query.info === 'saved'
    return {
      page: <DiscussionPage {...{ group, paper, section, passages, notes, comments, amendments, zone, isSaved }} />,
    }
  })
  commentRoutes(web)
  answerRoutes(web)
  proposeRoutes(web)
  amendmentRoutes(web)
}

/** The passages of a text but its notes, each as HTML with its number, and all notes after them. */
function passagesSet(source: string, pictures: OwnPictures) {
  const passages = passagesOf(source)
  const lines = passages.map(({ line }) => line)
  const { parts, notes } = markdownParts(source, lines, { topLevel: 3, pictures })
  const numbered = passages.map((passage, index) => ({ ...passage, no: index + 1, html: parts[index]! }))
  return { passages: numbered.filter(({ start, end }) => !/^\[\^[^\]\s]+\]:/.test(source.slice(start, end))), notes }
}

const saidForm = { near: field.whole(0, 1_000_000), quote: field.text(longestText) }
const commentForm = z.object({ ...saidForm, text: field.text(5000) })
const amendForm = z.object({ ...saidForm, replacement: field.optionalText(longestText), reason: field.text(5000) })
const answerForm = z.object({ text: field.text(5000) })
const settlingForm = z.object({ to: field.choice(['open', 'settled']) })
const decisionForm = z.object({
  to: field.choice(['accepted', 'declined']),
  passage: field.optionalText(longestText),
  text: field.optionalText(longestText),
  answer: field.optionalText(5000),
})

const withSection = async (visit: Visit, params: Part) => {
  const open = await openPaper(visit, params)
  return { ...open, section: await sectionAt(visit, open.paper.id, params.part) }
}

/** What a form about a passage starts with: the one with this number, else the first. */
function startAt({ text: source }: { text: string }, asked: string | undefined) {
  const passages = passagesOf(source)
  const passage = passages[/^\d{1,6}$/.test(asked ?? '') ? Number(asked) - 1 : 0] ?? { start: 0, end: 0 }
  return { quote: source.slice(passage.start, passage.end), near: passage.start }
}

const toSection = ({ language }: Visit, { groupId, paperId }: Open['which'], part: string, at = '') => ({
  seeOther: paths.section.at(language, { group: groupId, paper: paperId, part }, { info: 'saved' }) + (at && `#${at}`),
})

function commentRoutes(web: Web) {
  web.get(paths.comment, async (visit, { params, query }) => {
    const { group, paper, section } = await withSection(visit, params)
    const form = startWith(startAt(section, query.stelle))
    return { page: <CommentPage {...{ group, paper, section, form }} /> }
  })
  web.post(paths.comment, async (visit, { params, body }) => {
    const { group, paper, section, which } = await withSection(visit, params)
    return submitted(visit, readForm(commentForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <CommentPage {...{ group, paper, section, form }} />,
      run: (change, input) => addComment(change, { ...which, ...input, sectionId: section.id }),
      next: ({ id }) => toSection(visit, which, section.id, id),
      refused: saidIn(visit),
    })
  })
}

function answerRoutes(web: Web) {
  const opened = async (visit: Visit, params: At & { comment: string }) => {
    const open = await openPaper(visit, params)
    return { ...open, comment: await commentAt(visit, open.paper.id, params.comment) }
  }
  web.post(paths.answer, async (visit, { params, body }) => {
    const { which, comment, group, paper } = await opened(visit, params)
    const { data } = readForm(answerForm, body, visit.language)
    // An empty answer says nothing: back to where it was written.
    if (!data) return toSection(visit, which, comment.sectionId, comment.id)
    return changed(visit, {
      run: (change) => answerComment(change, { ...which, ...data, id: comment.id }),
      next: ({ id }) => toSection(visit, which, comment.sectionId, id),
      refused: (refusal) => writing(visit, { group, paper }, { refused: said(visit, refusal) }),
    })
  })
  web.post(paths.settling, async (visit, { params, body }) => {
    const { which, comment, group } = await opened(visit, params)
    if (group.standing === 'observer') throw new NotFound()
    const { data } = readForm(settlingForm, body, visit.language)
    if (!data) throw new NotFound()
    return changed(visit, {
      run: (change) => (data.to === 'settled' ? settleComment : reopenComment)(change, { ...which, id: comment.id }),
      next: ({ id }) => toSection(visit, which, comment.sectionId, id),
    })
  })
}

function proposeRoutes(web: Web) {
  const opened = async (visit: Visit, params: Part) => {
    const one = await withSection(visit, params)
    if (one.group.standing === 'observer' || one.paper.state !== 'amending') throw new NotFound()
    return one
  }
  web.get(paths.amend, async (visit, { params, query }) => {
    const { group, paper, section } = await opened(visit, params)
    const start = startAt(section, query.stelle)
    const form = startWith({ ...start, replacement: start.quote })
    return { page: <AmendPage {...{ group, paper, section, form }} /> }
  })
  web.post(paths.amend, async (visit, { params, body }) => {
    const { group, paper, section, which } = await opened(visit, params)
    return submitted(visit, readForm(amendForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <AmendPage {...{ group, paper, section, form }} />,
      run: (change, input) => proposeAmendment(change, { ...which, ...input, sectionId: section.id }),
      next: ({ id }) => toAmendment(visit, which, id),
      refused: saidIn(visit),
    })
  })
}

const toAmendment = ({ language }: Visit, { groupId, paperId }: Open['which'], amendment: string) => ({
  seeOther: paths.amendment.at(language, { group: groupId, paper: paperId, amendment }, { info: 'saved' }),
})

const ownOf = ({ viewer }: Visit, { personId }: Amendment) => viewer.kind === 'person' && viewer.id === personId

/** What the lead's form starts with: the amendment, put together with what has changed at its passage since. */
const proposed = ({ quote, replacement, passage }: Amendment) =>
  startWith({ text: (passage !== null && amended({ quote, replacement, passage })) || replacement })

function amendmentRoutes(web: Web) {
  const found = async (visit: Visit, params: At & { amendment: string }) => {
    const group = await innerGroupAt(visit, params.group)
    const paper = await paperAt(visit, group, params.paper)
    return { group, paper, amendment: await amendmentAt(visit, paper.id, params.amendment) }
  }
  type Found = Awaited<ReturnType<typeof found>>
  const page = async (
    visit: Visit,
    one: Found,
    more: { form?: FormState; isSaved?: boolean; refused?: string } = {},
  ) => (
    <AmendmentPage
      {...one}
      {...more}
      form={more.form ?? proposed(one.amendment)}
      zone={await zoneOf(visit)}
      isOwn={ownOf(visit, one.amendment)}
    />
  )
  web.get(paths.amendments, async (visit, { params }) => {
    const group = await innerGroupAt(visit, params.group)
    const paper = await paperAt(visit, group, params.paper)
    return { page: <AmendmentsPage {...{ group, paper }} amendments={await amendmentsOf(visit, paper.id)} /> }
  })
  web.get(paths.amendment, async (visit, { params, query }) => ({
    page: await page(visit, await found(visit, params), { isSaved: query.info === 'saved' }),
  }))
  web.post(paths.amendment, async (visit, { params, body }) => {
    const { which } = await ledPaper(visit, params)
    const one = await found(visit, params)
    return submitted(visit, readForm(decisionForm, body, visit.language, text[visit.language].fields), {
      page: async (form, refusal) => page(visit, refusal ? await found(visit, params) : one, { form }),
      run: async (change, { to, ...input }) => {
        const decision = { ...which, ...input, id: one.amendment.id }
        return to === 'accepted' ? await acceptAmendment(change, decision) : await declineAmendment(change, decision)
      },
      next: ({ id }) => toAmendment(visit, which, id),
      refused: saidIn(visit),
    })
  })
  web.post(paths.withdrawal, async (visit, { params }) => {
    const { which } = await openPaper(visit, params)
    const one = await found(visit, params)
    if (!ownOf(visit, one.amendment)) throw new NotFound()
    return changed(visit, {
      run: (change) => withdrawAmendment(change, { ...which, id: one.amendment.id }),
      next: ({ id }) => toAmendment(visit, which, id),
      refused: (refusal) => page(visit, one, { refused: said(visit, refusal) }),
    })
  })
}
