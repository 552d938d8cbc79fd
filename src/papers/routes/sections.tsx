import { z } from 'zod'
import { type FormState, field, readForm, startWith, valueOf } from '../../platform/forms.ts'
import { mergedText } from '../../platform/merging.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import {
  addSection,
  moveSectionUp,
  putBackSection,
  removeSection,
  restoreVersion,
  saveSection,
} from '../commands/sections.ts'
import { longestText } from '../model.ts'
import { mayWrite } from '../pages/parts.tsx'
import { VersionsPage, WritePage } from '../pages/section.tsx'
import { paths } from '../paths.ts'
import { sectionAt, versionAt, versionsOf } from '../queries/papers.ts'
import { text } from '../text/text.ts'
import { type At, ledPaper, type Open, openPaper, said, saidIn, toPaper, writing, zoneOf } from './papers.tsx'

const titleForm = z.object({ title: field.line(300) })
const sectionForm = z.object({
  seen: field.whole(0, 1_000_000_000),
  title: field.line(300),
  text: field.optionalText(longestText),
})
const removalForm = z.object({ to: field.choice(['in', 'out']) })
const restoreForm = z.object({ seen: field.whole(0, 1_000_000_000) })

/** The sections of a paper: added, written, put in order, their versions. */
export function sectionRoutes(web: Web) {
  writeRoutes(web)
  orderRoutes(web)
  versionRoutes(web)
}

/** A paper that the viewer may write in now. */
export async function writtenPaper(visit: Visit, params: At): Promise<Open> {
  const open = await openPaper(visit, params)
  if (!mayWrite(open.group, open.paper)) throw new NotFound()
  return open
}

type Part = At & { part: string }
/** The same with a section of it. */
export const withSection = async (visit: Visit, open: Open, params: Part) => ({
  ...open,
  section: await sectionAt(visit, open.paper.id, params.part),
})

function writeRoutes(web: Web) {
  web.post(paths.addSection, async (visit, { params, body }) => {
    const open = await writtenPaper(visit, params)
    return submitted(visit, readForm(titleForm, body, visit.language, text[visit.language].fields), {
      page: (form) => writing(visit, open, { form }),
      run: (change, { title }) => addSection(change, { ...open.which, title }),
      next: ({ id }) => ({
        seeOther: paths.write.at(visit.language, { group: open.group.id, paper: open.paper.id, part: id }),
      }),
      refused: saidIn(visit),
    })
  })
  web.get(paths.write, async (visit, { params }) => {
    const { group, paper, section } = await withSection(visit, await writtenPaper(visit, params), params)
    const form = startWith({ title: section.title, text: section.text, seen: section.revision })
    return { page: <WritePage {...{ group, paper, section, form }} /> }
  })
  web.post(paths.write, async (visit, { params, body }) => {
    const { group, paper, section, which } = await withSection(visit, await writtenPaper(visit, params), params)
    return submitted(visit, readForm(sectionForm, body, visit.language, text[visit.language].fields), {
      page: (form, refusal) =>
        refusal?.refused === 'changedMeanwhile' ? (
          conflicting(visit, { group, paper, which }, { id: section.id, form })
        ) : (
          <WritePage {...{ group, paper, section, form }} />
        ),
      run: (change, input) => saveSection(change, { ...which, ...input, id: section.id }),
      next: ({ id }) => toPaper(visit, which, id),
      refused: saidIn(visit),
    })
  })
}

/** The form again, with what is saved now beside what was written, and both put together where that can be done. */
async function conflicting(visit: Visit, { group, paper }: Open, { id, form }: { id: string; form: FormState }) {
  const seen = Number(valueOf(form, 'seen'))
  const [section, base, zone] = await Promise.all([
    sectionAt(visit, paper.id, id),
    versionAt(visit, id, seen),
    zoneOf(visit),
  ])
  const mine = valueOf(form, 'text')
  const merged = base && mergedText({ base: base.text, mine, theirs: section.text })
  return <WritePage {...{ group, paper, section, form }} conflict={{ mine, merged, zone }} />
}

function orderRoutes(web: Web) {
  web.post(paths.place, async (visit, { params }) => {
    const { section, which } = await withSection(visit, await ledPaper(visit, params), params)
    return changed(visit, {
      run: (change) => moveSectionUp(change, { ...which, id: section.id }),
      next: ({ id }) => toPaper(visit, which, id),
    })
  })
  web.post(paths.removal, async (visit, { params, body }) => {
    const { section, which } = await withSection(visit, await ledPaper(visit, params), params)
    const { data } = readForm(removalForm, body, visit.language)
    if (!data) throw new NotFound()
    return changed(visit, {
      run: (change) => (data.to === 'out' ? removeSection : putBackSection)(change, { ...which, id: section.id }),
      next: () => toPaper(visit, which),
    })
  })
}

const latest = 2_147_483_647

function versionRoutes(web: Web) {
  const page = async (
    visit: Visit,
    { group, paper }: Open,
    part: string,
    more: { upTo?: number; refused?: string },
  ) => {
    const section = await sectionAt(visit, paper.id, part)
    const [versions, zone] = await Promise.all([versionsOf(visit, section.id, more.upTo ?? latest), zoneOf(visit)])
    return (
      <VersionsPage
        {...{ group, paper, section, versions, zone }}
        older={versions[50]?.revision}
        refused={more.refused}
      />
    )
  }
  web.get(paths.versions, async (visit, { params, query }) => {
    const upTo = /^\d{1,9}$/.test(query.bis ?? '') ? Number(query.bis) : latest
    return { page: await page(visit, await openPaper(visit, params), params.part, { upTo }) }
  })
  web.post(paths.restoring, async (visit, { params, body }) => {
    const open = await withSection(visit, await writtenPaper(visit, params), params)
    const { data } = readForm(restoreForm, body, visit.language)
    const version = /^\d{1,9}$/.test(params.version) ? Number(params.version) : 0
    if (!data) throw new NotFound()
    return changed(visit, {
      run: (change) => restoreVersion(change, { ...open.which, id: open.section.id, seen: data.seen, version }),
      next: ({ id }) => toPaper(visit, open.which, id),
      refused: (refusal) => page(visit, open, open.section.id, { refused: said(visit, refusal) }),
    })
  })
}
