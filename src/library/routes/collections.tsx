import { z } from 'zod'
import {
  type Body,
  bilingual,
  bilingualFields,
  type FormState,
  field,
  type Read,
  readForm,
  startWith,
} from '../../platform/forms.ts'
import { inLanguage } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { addCollection, type CollectionInput, changeCollection, removeCollection } from '../commands/collections.ts'
import { slugsFrom } from '../model/document.ts'
import { CollectionPage, CollectionsPage, ReadingListPage } from '../pages/collections.tsx'
import { EditCollectionPage, OwnCollectionsPage } from '../pages/edit-collection.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { allCollections, type Collection, cardsAt, collectionAt } from '../queries/collections.ts'
import { coversOf } from '../queries/covers.ts'
import { placesToBelong } from '../queries/office.ts'
import { text } from '../text.ts'
import { saidIn } from './edit.tsx'

const collectionForm = z.object({
  seen: field.whole(0, 1_000_000_000),
  ...bilingualFields('title', 200),
  slug: field.optionalLine(80).refine((value) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(value), 'slug'),
  introductionDe: field.optionalText(10_000),
  introductionEn: field.optionalText(10_000),
  editionId: field.optionalId(),
  documents: field.optionalText(20_000),
  isPublished: field.flag(),
})

/** Collections and reading lists, and the office's keeping of collections. */
export function collectionRoutes(web: Web) {
  web.get(paths.collections, async (visit) => ({ page: <CollectionsPage rows={await allCollections(visit)} /> }))

  web.get(paths.collection, async (visit, { params }) => {
    const collection = await collectionAt(visit, params.collection)
    const words = collection.introduction
    const introduction = words ? markdown(inLanguage(visit.language, words)) : undefined
    const covers = await coversOf(visit, collection.documents)
    return { page: <CollectionPage {...{ collection, introduction, covers }} /> }
  })

  web.get(paths.readingList, async (visit, { query }) => {
    visit.uncached()
    const slugs = slugsFrom((query.d ?? '').replaceAll(',', '\n'))
    const cards = await cardsAt(visit, slugs)
    const title = (query.titel ?? '').trim().slice(0, 200)
    const form = startWith({ titel: title, d: cards.map(({ slug }) => slug).join('\n') })
    return { page: <ReadingListPage {...{ form, title, cards }} covers={await coversOf(visit, cards)} /> }
  })
  editingRoutes(web)
}

function editingRoutes(web: Web) {
  const toList = (visit: Visit) => ({ seeOther: paths.ownCollections.at(visit.language, {}, { info: 'saved' }) })
  const editPage = async (visit: Visit, form: FormState, slug?: string) => (
    <EditCollectionPage form={form} slug={slug} places={await placesToBelong(visit)} />
  )

  web.get(paths.ownCollections, async (visit, { query }) => {
    mustKeep(visit)
    return { page: <OwnCollectionsPage rows={await allCollections(visit)} isSaved={query.info === 'saved'} /> }
  })
  web.get(paths.addCollection, async (visit) => {
    mustKeep(visit)
    return { page: await editPage(visit, startWith({ seen: 0 })) }
  })
  web.post(paths.addCollection, async (visit, { body }) => {
    mustKeep(visit)
    return submitted(visit, inputFrom(visit, body), {
      page: (form) => editPage(visit, form),
      run: (change, { seen: _, ...input }) => addCollection(change, input),
      next: () => toList(visit),
      refused: saidIn(visit),
    })
  })
  web.get(paths.editCollection, async (visit, { params }) => {
    const collection = await own(visit, params.collection)
    return { page: await editPage(visit, startOf(collection), collection.slug) }
  })
  web.post(paths.editCollection, async (visit, { params, body }) => {
    const { id, slug } = await own(visit, params.collection)
    return submitted(visit, inputFrom(visit, body), {
      page: (form) => editPage(visit, form, slug),
      run: (change, input) => changeCollection(change, { ...input, id }),
      next: () => toList(visit),
      refused: saidIn(visit),
    })
  })
  web.post(paths.removeCollection, async (visit, { params }) => {
    const { id } = await own(visit, params.collection)
    return changed(visit, { run: (change) => removeCollection(change, { id }), next: () => toList(visit) })
  })
}

function own(visit: Visit, slug: string) {
  mustKeep(visit)
  return collectionAt(visit, slug)
}

const startOf = ({ title, slug, introduction, editionId, isPublished, documents, revision }: Collection) =>
  startWith({
    seen: revision,
    titleDe: title.de,
    titleEn: title.en,
    slug,
    introductionDe: introduction?.de,
    introductionEn: introduction?.en,
    editionId,
    documents: documents.map((card) => card.slug).join('\n'),
    isPublished: isPublished ? 'on' : undefined,
  })

function inputFrom(visit: Visit, body: Body): Read<CollectionInput & { seen: number }> {
  const { data, form } = readForm(collectionForm, body, visit.language, text[visit.language].office.fields)
  if (!data) return { form }
  const { titleDe, titleEn, introductionDe, introductionEn, documents, ...rest } = data
  if (introductionEn && !introductionDe) return { form: saidIn(visit)(form, refuse('germanMissing', 'introductionDe')) }
  const introduction = introductionDe ? bilingual(introductionDe, introductionEn) : null
  return { form, data: { ...rest, introduction, title: bilingual(titleDe, titleEn), documents: slugsFrom(documents) } }
}
