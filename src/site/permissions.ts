import { holds, type Visit } from '../platform/visit.ts'
import { answerTemplate } from './model.ts'

/** Who writes the pages: the office and authors. */
export const mayWrite = (visit: Pick<Visit, 'viewer'>) => holds(visit.viewer, ['office', 'author'])
/** Who publishes, tells the operator's facts and answers reports: the office. */
export const mayPublish = (visit: Pick<Visit, 'viewer'>) => holds(visit.viewer, ['office'])

/** The pages this visit may see: what is published, and for those who write also the drafts. */
export function pages(visit: Visit) {
  const all = visit.read.selectFrom('pages')
  return mayWrite(visit) ? all : all.where('publishedVersion', 'is not', null)
}

/** What visitors reported: the office's. */
export function reports(visit: Visit) {
  const all = visit.read.selectFrom('reports')
  return mayPublish(visit) ? all : all.where((eb) => eb.lit(false))
}

/** The mails that answered what visitors reported: the office's. */
export function answerMails(visit: Visit) {
  const all = visit.read.selectFrom('mails').where('template', '=', answerTemplate)
  return mayPublish(visit) ? all : all.where((eb) => eb.lit(false))
}
