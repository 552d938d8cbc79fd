import { inLanguage, langOf } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { paths } from '../paths.ts'
import { pieces, relations } from '../permissions.ts'
import type { Card } from './pieces.ts'

const mostChoices = 500

/** The projects that a document may belong to, those that moved last first. */
export const projectsToChoose = async (visit: Visit) =>
  (await projects(visit).orderBy('pieces.movedAt', 'desc').orderBy('pieces.id').limit(mostChoices).execute()).map(
    named(visit),
  )

/** The projects in which a document is read up, the oldest first. */
export async function projectsOfDocument(visit: Visit, document: string) {
  const found = await projects(visit)
    .where('pieces.id', 'in', readUp(visit, document).select('fromId'))
    .orderBy('pieces.createdAt')
    .orderBy('pieces.id')
    .execute()
  return found.map(named(visit))
}

/** What says of a piece that more is read in this document. */
const readUp = (visit: Visit, document: string) =>
  relations(visit).where('relations.kind', '=', 'presented_at').where('toDocumentId', '=', document)

const projects = (visit: Visit) =>
  pieces(visit).where('pieces.kind', '=', 'project').select(['pieces.id', 'pieces.slug', 'pieces.title'])

const named =
  ({ language }: Visit) =>
  ({ id, slug, title }: Pick<Card, 'id' | 'slug' | 'title'>) => ({
    id,
    text: inLanguage(language, title),
    lang: langOf(language, title),
    href: paths.project.at(language, { piece: slug }),
  })
