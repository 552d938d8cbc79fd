import { groupsShowing, innerGroups } from '../groups/index.ts'
import type { Visit } from '../platform/visit.ts'

/**
 * | deed                                               | lead | member | observer | keeper | others |
 * | read an adopted paper, see the pictures in it      | yes  | yes    | yes      | yes    | where the lead shows papers |
 * | read drafts, versions, all pictures, what is said  | yes  | yes    | yes      | yes    | no     |
 * | comment and answer                                 | yes  | yes    | yes      | yes    | no     |
 * | settle a comment and open it again                 | yes  | yes    | no       | yes    | no     |
 * | begin a paper, write in a draft, add pictures      | yes  | yes    | no       | yes    | no     |
 * | propose an amendment, withdraw one's own           | yes  | yes    | no       | yes    | no     |
 * | write while amendments are open, decide on them    | yes  | no     | no       | yes    | no     |
 * | title, order, taking out, state, handing over      | yes  | no     | no       | yes    | no     |
 *
 * Who is what in a group, the groups' scopes say; observers read and speak, but decide nothing.
 */
type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/** The papers of the groups that the viewer sees from inside. */
export const papers = (visit: Asker) =>
  visit.read.selectFrom('papers').where('papers.groupId', 'in', innerGroups(visit).select('workingGroups.id'))

/** The adopted papers that everybody may read, where the lead shows them; one's own all the same. */
export const shownPapers = (visit: Asker) =>
  visit.read
    .selectFrom('papers')
    .where('papers.state', 'in', ['adopted', 'handed_over'])
    .where('papers.groupId', 'in', groupsShowing(visit, 'papers').select('workingGroups.id'))

const ids = (visit: Asker) => papers(visit).select('papers.id')
/** What belongs to the papers the viewer sees from inside; so with all below. */
export const sections = (visit: Asker) =>
  visit.read.selectFrom('paperSections').where('paperSections.paperId', 'in', ids(visit))
const sectionIds = (visit: Asker) => sections(visit).select('paperSections.id')
export const versions = (visit: Asker) =>
  visit.read.selectFrom('paperVersions').where('paperVersions.sectionId', 'in', sectionIds(visit))
export const comments = (visit: Asker) =>
  visit.read.selectFrom('paperComments').where('paperComments.sectionId', 'in', sectionIds(visit))
export const amendments = (visit: Asker) =>
  visit.read.selectFrom('paperAmendments').where('paperAmendments.paperId', 'in', ids(visit))
/** The pictures of papers seen from inside, and of adopted ones that everybody may read. */
export const pictures = (visit: Asker) =>
  visit.read
    .selectFrom('paperPictures')
    .where((row) =>
      row.or([
        row('paperPictures.paperId', 'in', ids(visit)),
        row('paperPictures.paperId', 'in', shownPapers(visit).select('papers.id')),
      ]),
    )
