import { z } from 'zod'
import { cut } from '../../platform/clean.ts'
import {
  type Body,
  bilingual,
  bilingualFields,
  clean,
  type FormState,
  field,
  type Read,
  readForm,
  saying,
  startWith,
} from '../../platform/forms.ts'
import { documentedIn, type Room, type Spoken } from '../../platform/room.ts'
import { submitted } from '../../platform/submitted.ts'
import { type Change, isRefusal, NotFound, type Refusal, refuse, type Visit } from '../../platform/visit.ts'
import { instantIn, localIn } from '../../platform/wall-clock.ts'
import type { Web } from '../../platform/web.tsx'
import { districts, installation, regions } from '../../region/index.ts'
import { addDocument, changeDocument, withdrawDocument } from '../commands/documents.ts'
import {
  accesses,
  authorsFrom,
  type DocumentInput,
  doiFrom,
  isDoi,
  isUrn,
  licenceNames,
  linesOf,
  type RelationKind,
  relationKinds,
  slugsFrom,
  types,
  writtenIn,
} from '../model/document.ts'
import { EditPage, type Lists } from '../pages/edit.tsx'
import { WithdrawPage } from '../pages/withdraw.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { allSubjects, type Document, documentAt } from '../queries/documents.ts'
import { placesToBelong } from '../queries/office.ts'
import { text } from '../text.ts'

const documentForm = z.object({
  seen: field.whole(0, 1_000_000_000),
  title: field.line(300),
  subtitle: field.optionalLine(300),
  translatedTitle: field.optionalLine(300),
  type: field.choice(types),
  language: field.choice(writtenIn),
  dated: field.optionalLine(10),
  slug: field.optionalLine(80).refine((value) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(value), 'slug'),
  persons: field.optionalText(10_000),
  organisations: field.optionalText(10_000),
  publisher: field.optionalLine(300),
  abstractDe: field.optionalText(5000),
  abstractEn: field.optionalText(5000),
  subjects: field.many(),
  regions: field.many(),
  belongsTo: field.optionalId(),
  groupId: field.optionalId(),
  projects: field.many(),
  licence: field.choice(licenceNames),
  link: field.optionalLink(),
  access: field.choice(accesses),
  embargoUntil: field.optionalDay(),
  rightsNoteDe: field.optionalText(1000),
  rightsNoteEn: field.optionalText(1000),
  doi: field.optionalLine(300).refine((value) => value === '' || isDoi(doiFrom(value)), 'invalid'),
  urn: field.optionalLine(300).refine((value) => value === '' || isUrn(value), 'invalid'),
  districts: field.many(),
  supersedes: field.optionalText(5000),
  part_of: field.optionalText(5000),
  translation_of: field.optionalText(5000),
  data_for: field.optionalText(5000),
})
const withdrawForm = z.object(bilingualFields('reason', 500))

/** Entering, changing and withdrawing a document. */
export function editRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.add, async (visit) => {
    mustKeep(visit)
    const form = startWith({ seen: 0, access: 'public', licence: 'all-rights-reserved' })
    return { page: <EditPage form={form} document={undefined} lists={await listsOf(visit, rooms)} /> }
  })
  web.post(paths.add, async (visit, { body }) => {
    mustKeep(visit)
    const { page } = await adding(visit, rooms)
    return submitted(visit, await inputFrom(visit, body), {
      page,
      run: (change, { seen: _, ...input }) => belonging(rooms, change, input.projects, addDocument(change, input)),
      next: ({ slug }) => ({ seeOther: paths.edit.at(visit.language, { document: slug }, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
  changeRoutes(web, rooms)
  withdrawRoutes(web)
}

function changeRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.edit, async (visit, { params, query }) => {
    const { page, start } = await editing(visit, rooms, params.document)
    return { page: page(start, query.info === 'saved' || query.info === 'published' ? query.info : undefined) }
  })
  web.post(paths.edit, async (visit, { params, body }) => {
    const { document, page } = await editing(visit, rooms, params.document)
    return submitted(visit, await inputFrom(visit, body), {
      page: (form) => page(form),
      run: (change, input) =>
        belonging(rooms, change, input.projects, changeDocument(change, { ...input, id: document.id })),
      next: ({ slug }) => ({ seeOther: paths.edit.at(visit.language, { document: slug }, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
}

function withdrawRoutes(web: Web) {
  const asked = async (visit: Visit, address: string) => {
    mustKeep(visit)
    const document = await documentAt(visit, address)
    if (document.state !== 'published') throw new NotFound()
    return { document, page: (form: FormState) => <WithdrawPage form={form} document={document} /> }
  }
  web.get(paths.withdraw, async (visit, { params }) => ({
    page: (await asked(visit, params.document)).page(startWith()),
  }))
  web.post(paths.withdraw, async (visit, { params, body }) => {
    const { document, page } = await asked(visit, params.document)
    return submitted(visit, readForm(withdrawForm, body, visit.language, text[visit.language].office.fields), {
      page,
      run: (change, { reasonDe, reasonEn }) =>
        withdrawDocument(change, { id: document.id, reason: bilingual(reasonDe, reasonEn) }),
      next: ({ slug }) => ({ seeOther: paths.document.at(visit.language, { document: slug }) }),
    })
  })
}

/** Writes down to what of other rooms a document belongs that was just saved. */
async function belonging<Saved extends { id: string }>(
  rooms: readonly Room[],
  change: Change,
  ids: readonly string[],
  saving: Promise<Saved | Refusal>,
) {
  const saved = await saving
  if (!isRefusal(saved)) for (const { documented } of rooms) await documented?.put(change, saved.id, ids)
  return saved
}

async function listsOf(visit: Visit, rooms: readonly Room[]): Promise<Lists> {
  const [subjects, lines, within, places, projects] = await Promise.all([
    allSubjects(visit),
    regions(visit),
    districts(visit),
    placesToBelong(visit),
    documentedIn(visit, rooms),
  ])
  return { subjects, regions: lines, districts: within, places, projects }
}

async function adding(visit: Visit, rooms: readonly Room[]) {
  const lists = await listsOf(visit, rooms)
  return { page: (form: FormState) => <EditPage form={form} document={undefined} lists={lists} /> }
}

/** A document as its form needs it, and its page. Only for the office. */
export async function editing(visit: Visit, rooms: readonly Room[], address: string) {
  mustKeep(visit)
  const document = await documentAt(visit, address)
  const [lists, projects, { zone }] = await Promise.all([
    listsOf(visit, rooms),
    documentedIn(visit, rooms, document.id),
    installation(visit),
  ])
  const page = (form: FormState, done?: 'saved' | 'published') => <EditPage {...{ form, document, lists, done }} />
  return { document, page, start: startOf(document, projects, zone) }
}

function startOf(document: Document, projects: readonly Spoken[], zone: string): FormState {
  const { title, subtitle, translatedTitle, type, language, dated, slug, publisher, abstract, authors } = document
  return startWith({
    ...{ title, subtitle, translatedTitle, type, language, dated, slug, publisher },
    seen: document.revision,
    persons: linesOf(authors, 'person'),
    organisations: linesOf(authors, 'organisation'),
    abstractDe: abstract?.de,
    abstractEn: abstract?.en,
    subjects: document.subjects.map(({ id }) => id),
    regions: document.regions.map(({ id }) => id),
    belongsTo: document.sessionId ?? document.editionId,
    groupId: document.groupId,
    projects: projects.map(({ id }) => id),
    licence: document.licence,
    link: document.link,
    access: document.access,
    embargoUntil: localIn(zone, document.embargoUntil).slice(0, 10),
    rightsNoteDe: document.rightsNote?.de,
    rightsNoteEn: document.rightsNote?.en,
    doi: document.doi,
    urn: document.urn,
    districts: document.districts.map(({ key }) => key),
    ...Object.fromEntries(relationKinds.map((kind) => [kind, relatedSlugs(document, kind)])),
  })
}

const relatedSlugs = ({ relations }: Document, kind: RelationKind) =>
  relations
    .filter((one) => one.kind === kind && !one.isReverse)
    .map(({ slug }) => slug)
    .join('\n')

type Input = DocumentInput & { seen: number; projects: string[] }
async function inputFrom(visit: Visit, body: Body): Promise<Read<Input>> {
  const { data, form } = readForm(documentForm, body, visit.language, text[visit.language].office.fields)
  if (!data) return { form }
  const { persons, organisations, abstractDe, abstractEn, dated, embargoUntil, ...more } = data
  const { rightsNoteDe, rightsNoteEn, doi, urn, ...rest } = more
  const refused = (field: string) => ({ form: saidIn(visit)(form, refuse('germanMissing', field)) })
  if (abstractEn && !abstractDe) return refused('abstractDe')
  if (rightsNoteEn && !rightsNoteDe) return refused('rightsNoteDe')
  const { zone } = await installation(visit)
  const input = {
    ...rest,
    embargoUntil: embargoUntil ? (instantIn(zone, `${embargoUntil}T00:00`) ?? null) : null,
    rightsNote: rightsNoteDe ? bilingual(rightsNoteDe, rightsNoteEn) : null,
    doi: doiFrom(doi) || null,
    urn: urn || null,
    relations: relationKinds.flatMap((kind) => slugsFrom(rest[kind]).map((slug) => ({ kind, slug }))),
    dated: dated || null,
    abstract: abstractDe ? bilingual(abstractDe, abstractEn) : null,
    authors: authorsFrom(persons, organisations),
  }
  return { form, data: input }
}

export const saidIn = ({ language }: Visit) => saying(text[language].refused, text[language].office.fields)

/** What a version's form says is new in it. */
export function noteFrom(body: Body) {
  const [de, en] = [body.noteDe, body.noteEn].map((list) => cut(clean(list?.[0] ?? ''), 500))
  return de ? bilingual(de, en ?? '') : null
}
