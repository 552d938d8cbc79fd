import { diffLines } from 'diff'
import { z } from 'zod'
import { latestPictures } from '../../files/index.ts'
import {
  bilingual,
  bilingualFields,
  type FormState,
  field,
  readForm,
  saying,
  startWith,
  withRefusal,
} from '../../platform/forms.ts'
import type { Language } from '../../platform/language.ts'
import type { Answer } from '../../platform/reply.ts'
import { slugFrom } from '../../platform/slug.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { type Change, NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { addPage, changePage, type PageInput, restoreVersion, unpublishPage } from '../commands.ts'
import { menus } from '../model.ts'
import { EditPage } from '../pages/edit.tsx'
import { type Compared, HistoryPage, PagesPage } from '../pages/writing.tsx'
import { paths } from '../paths.ts'
import { mayPublish, mayWrite } from '../permissions.ts'
import { allPages, operatorFacts, type PageRow, type PageVersion, versionsOf } from '../queries/pages.ts'
import { text } from '../text.ts'
import { insertPicture, pictureFields } from './pictures.ts'

/** So many letters in a text; with the facts put in it must stay below what is set at most. */
const textAtMost = 40_000
const fits = (value: string) => Buffer.byteLength(value) <= 2 * textAtMost
const tooLong = `tooLong:${textAtMost}`
const pageForm = z.object({
  seen: field.whole(0, 1_000_000),
  ...bilingualFields('title', 200),
  textDe: field.text(textAtMost).refine(fits, tooLong),
  textEn: field.optionalText(textAtMost).refine(fits, tooLong),
  ...pictureFields,
  slugDe: field.optionalSlug(),
  slugEn: field.optionalSlug(),
  menu: field.choice(menus),
  position: field.whole(0, 999),
  isPublished: field.flag(),
})
const picturesAtMost = 24

/** Writing pages, looking at them before, and their versions. */
export function writingRoutes(web: Web) {
  web.get(paths.pages, async (visit) => {
    mustWrite(visit)
    return { page: <PagesPage rows={await allPages(visit)} zone={(await installation(visit)).zone} /> }
  })
  web.get(paths.newPage, async (visit) => {
    mustWrite(visit)
    return { page: await editing(visit, startWith({ seen: 0, menu: 'none', position: 0 }), undefined) }
  })
  web.get(paths.editPage, async (visit, { params, query }) => {
    const page = await thePage(visit, params.page)
    return { page: await editing(visit, startWith(typed(visit, page)), page, { isSaved: query.saved === '1' }) }
  })
  web.post(paths.newPage, async (visit, input) => {
    mustWrite(visit)
    return sent(visit, input, undefined, (change, { seen: _, ...page }) => addPage(change, page))
  })
  web.post(paths.editPage, async (visit, input) => {
    const page = await thePage(visit, input.params.page)
    return sent(visit, input, page, (change, { seen, ...rest }) => changePage(change, { ...rest, id: page.id, seen }))
  })
  historyRoutes(web)
}

type Save = (change: Change, input: PageInput & { seen: number }) => Promise<{ id: string } | Refusal>

/** A form that came in: a look at it, a picture put in, or saving. */
async function sent(visit: WebVisit, { body }: Input<never>, page: PageRow | undefined, save: Save): Promise<Answer> {
  const labels = labelsOf(visit.language)
  const read = readForm(pageForm, body, visit.language, labels)
  if (body.action?.[0] === 'preview') return preview(visit, read.form, page)
  if (body.action?.[0] === 'picture') {
    const { form, hasInserted } = await insertPicture(visit, read.form, labels)
    return { status: hasInserted ? 200 : 422, page: await editing(visit, form, page, { hasInserted }) }
  }
  return submitted(visit, read, {
    page: (form) => editing(visit, form, page),
    run: (change, data) => save(change, inputOf(data)),
    next: ({ id }) => ({ seeOther: paths.editPage.at(visit.language, { page: id }, { saved: '1' }) }),
    refused: saying(text[visit.language].refused, labels),
  })
}

async function preview(visit: WebVisit, { values, problems }: FormState, page: PageRow | undefined): Promise<Answer> {
  const unseen = problems.filter(({ field }) => field?.startsWith('text') && valuesAreThere(values, field))
  if (unseen.length > 0) return { status: 422, page: await editing(visit, { values, problems: unseen }, page) }
  const [facts, { zone }] = await Promise.all([operatorFacts(visit), installation(visit)])
  return { page: await editing(visit, { values, problems: [] }, page, { preview: { facts, zone } }) }
}

const valuesAreThere = (values: FormState['values'], field: string) => (values[field]?.[0] ?? '') !== ''

type Shown = Partial<Pick<Parameters<typeof EditPage>[0], 'preview' | 'hasInserted' | 'isSaved'>>

async function editing(visit: Visit, form: FormState, page: PageRow | undefined, shown: Shown = {}) {
  const pictures = await latestPictures(visit, picturesAtMost)
  const labels = labelsOf(visit.language)
  return <EditPage {...{ form, labels, page, pictures }} {...shown} mayPublish={mayPublish(visit)} />
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
    return changed(visit, {
      run: (change) => unpublishPage(change, { page: page.id }),
      next: () => ({ seeOther: paths.pages.at(visit.language) }),
      refused(refusal) {
        const form = withRefusal(startWith(typed(visit, page)), refusal, text[visit.language].refused)
        return editing(visit, form, page)
      },
    })
  })
}

const mustWrite = (visit: Visit) => {
  if (!mayWrite(visit)) throw new NotFound()
}

async function thePage(visit: Visit, id: string): Promise<PageRow> {
  mustWrite(visit)
  const page = (await allPages(visit)).find((row) => row.id === id)
  if (!page) throw new NotFound()
  return page
}

/** What a page's form starts with. */
const typed = (visit: Visit, { title, text: source, ...page }: PageRow) => ({
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

function inputOf({ titleDe, titleEn, textDe, textEn, ...rest }: z.output<typeof pageForm>) {
  const slugDe = rest.slugDe || slugFrom(titleDe, 'seite')
  return {
    seen: rest.seen,
    slugDe,
    slugEn: rest.slugEn || slugDe,
    menu: rest.menu,
    position: rest.position,
    isPublished: rest.isPublished,
    title: bilingual(titleDe, titleEn),
    text: bilingual(textDe, textEn),
  }
}

function labelsOf(language: Language) {
  const { title, text: body, slugDe, slugEn, menu, position, publish, picture } = text[language].edit
  return {
    titleDe: title,
    titleEn: title,
    textDe: body,
    textEn: body,
    picture: picture.choose,
    pictureAltDe: picture.alt,
    pictureAltEn: picture.alt,
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
