import { wholeUploads } from '../../files/index.ts'
import type { Body, Upload } from '../../platform/forms.ts'
import { startWith } from '../../platform/forms.ts'
import type { Room } from '../../platform/room.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { type Change, type Refusal, refuse, type Visit } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { publishDocument, removeDraft } from '../commands/documents.ts'
import { addVersion, type NotTaken, readAgain, type Sent, takeInFiles } from '../commands/versions.ts'
import { OfficePage } from '../pages/office.tsx'
import { RemovePage } from '../pages/remove.tsx'
import { paths } from '../paths.ts'
import { mayKeep, mustKeep } from '../permissions.ts'
import { documentAt } from '../queries/documents.ts'
import { documentsPerPage, officeList } from '../queries/office.ts'
import { text } from '../text.ts'
import { editing, editRoutes, noteFrom, saidIn } from './edit.tsx'
import { subjectRoutes } from './subjects.tsx'

/** The office's list, and what is done with a document. */
export function officeRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.office, async (visit, { query }) => ({
    page: await listed(visit, startWith(), {
      page: /^[1-9]\d{0,4}$/.test(query.seite ?? '') ? Number(query.seite) : 1,
      taken: /^\d{1,3}$/.test(query.aufgenommen ?? '') ? Number(query.aufgenommen) : 0,
      left: leftFrom(query.abgelehnt ?? ''),
      isRemoved: query.info === 'removed',
    }),
  }))

  web.upload(mayKeep)(paths.office, async (visit, { uploads, body }) => {
    mustKeep(visit)
    const files = await filesOf(visit, uploads, body)
    const missing = saidIn(visit)(startWith(), refuse('fileMissing', 'file'))
    return submitted(visit, files.length === 0 ? { form: missing } : { form: startWith(), data: files }, {
      page: (form) => listed(visit, form),
      run: takeInFiles,
      next: ({ count, left }) => ({
        seeOther: paths.office.at(visit.language, {}, { aufgenommen: String(count), abgelehnt: inQuery(left) }),
      }),
      refused: saidIn(visit),
    })
  })

  subjectRoutes(web)
  editRoutes(web, rooms)
  doingRoutes(web, rooms)
  removeRoutes(web)
}

type Shown = { page?: number; taken?: number; left?: readonly NotTaken[]; isRemoved?: boolean }

async function listed(visit: Visit, form: ReturnType<typeof startWith>, shown: Shown = {}) {
  const { page = 1, taken = 0, left = [], isRemoved = false } = shown
  const [{ rows, total }, { zone }] = await Promise.all([officeList(visit, page), installation(visit)])
  const pages = Math.max(1, Math.ceil(total / documentsPerPage))
  return <OfficePage {...{ form, rows, page, pages, zone, taken, left, isRemoved }} />
}

/** The files of a form, and those that came in pieces before it. */
const filesOf = async (visit: Visit, uploads: readonly Upload[], body: Body): Promise<Sent[]> => [
  ...uploads.filter(({ field }) => field === 'file'),
  ...(await wholeUploads(visit, body.upload ?? [])),
]

/** Which files did not come in, short enough for an address, and back. */
const inQuery = (left: readonly NotTaken[]) =>
  left
    .map(({ name, why }) => `${why}:${name.replaceAll('|', ' ').slice(0, 60)}`)
    .join('|')
    .slice(0, 450)
const leftFrom = (value: string): NotTaken[] =>
  value.split('|').flatMap((part) => {
    const [why = '', ...name] = part.split(':')
    return Object.hasOwn(text.de.refused, why) ? [{ why, name: name.join(':') }] : []
  })

type Params = { document: string }

/** What a button does with a document, and back to its form; a refusal is said there. */
const doneIn =
  (rooms: readonly Room[]) =>
  async (visit: WebVisit, { document }: Params, info: string, run: (change: Change) => Promise<Done>) => {
    mustKeep(visit)
    return changed(visit, {
      run,
      next: ({ slug }) => ({ seeOther: paths.edit.at(visit.language, { document: slug }, { info }) }),
      async refused(refusal) {
        const { page, start } = await editing(visit, rooms, document)
        return page(saidIn(visit)(start, refusal))
      },
    })
  }
type Done = { slug: string } | Refusal

function doingRoutes(web: Web, rooms: readonly Room[]) {
  const done = doneIn(rooms)
  web.post(paths.publish, async (visit, { params }) => {
    const { id } = await documentAt(visit, params.document)
    return done(visit, params, 'published', (change) => publishDocument(change, { id }))
  })
  web.post(paths.readAgain, async (visit, { params }) => {
    const { id } = await documentAt(visit, params.document)
    return done(visit, params, 'saved', (change) => readAgain(change, { id }))
  })
  web.upload(mayKeep)(paths.addVersion, async (visit, { params, body, uploads }) => {
    const { id } = await documentAt(visit, params.document)
    const [file] = await filesOf(visit, uploads, body)
    const note = noteFrom(body)
    return done(visit, params, 'saved', async (change) =>
      file ? addVersion(change, { id, file, note }) : refuse('fileMissing', 'file'),
    )
  })
}

function removeRoutes(web: Web) {
  web.get(paths.remove, async (visit, { params }) => {
    mustKeep(visit)
    return { page: <RemovePage document={await documentAt(visit, params.document)} /> }
  })
  web.post(paths.remove, async (visit, { params }) => {
    mustKeep(visit)
    const { id } = await documentAt(visit, params.document)
    return visit.change(
      (change) => removeDraft(change, { id }),
      () => ({ seeOther: paths.office.at(visit.language, {}, { info: 'removed' }) }),
    )
  })
}
