import { changeGroup, moveGroup, openGroup } from '../groups/index.ts'
import { addMeeting, setAgenda } from '../meetings/index.ts'
import {
  addAgreement,
  approveMinutes,
  beginMinutes,
  markNow,
  minutesToApprove,
  moveMinutes,
  saveSection,
} from '../minutes/index.ts'
import { addPaperSection, beginPaper, movePaper, savePaperSection } from '../papers/index.ts'
import { type Change, isRefusal } from '../platform/visit.ts'
import { draftVote } from '../votes/index.ts'

const dayMs = 86_400_000
const name = 'Regionale Kooperation'
const agenda = ['Begrüßung', 'Ein Kalender für alle Termine der Region', 'Wie es weitergeht']
const said =
  'Beispieltext: Die Regionalverbände pflegen ihre Termine bisher getrennt. Ein gemeinsamer Kalender spart doppelte Arbeit.'

/**
 * Gives one group of the example's congress an inner life that is made up: a mandate, a meeting with approved minutes, one
 * that is planned, an adopted paper, and a vote that is not open yet. Nobody is a member: people appear in the example by their offices alone. Does nothing where there
 * is no such group, or it works already.
 */
export async function fillGroup(change: Change): Promise<void> {
  const group = await change.read
    .selectFrom('workingGroups')
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .where('editions.isExample', '=', true)
    .where('workingGroups.state', 'is', null)
    .select(['workingGroups.id', 'workingGroups.name'])
    .execute()
    .then((rows) => rows.find((row) => row.name.de === name))
  if (!group) return
  const { id } = group
  must(await openGroup(change, { id }))
  const mandate = {
    de: 'Beispieltext: Bis zum Kongress drei Vorschläge, was die Regionen gemeinsam tun, mit einer Stelle, die es in die Hand nimmt.',
    en: 'Example text: three proposals until the congress on what the regions do together, each with a body that takes it on.',
  }
  const shown = ['state', 'mandate', 'meetings', 'minutes', 'agreements', 'papers'] as const
  must(await changeGroup(change, { id, seen: 1, mandate, joining: 'request', shown }))
  must(await moveGroup(change, { id, to: 'working' }))
  await heldMeeting(change, id)
  must(await meetingOn(change, { groupId: id, title: '2. Sitzung', daysFromNow: 21 }))
  await adoptedPaper(change, id)
  must(await draftVote(change, { groupId: id, ...vote }))
}

const must = <T>(result: T) => {
  if (isRefusal(result)) throw new Error(`the example's group: ${(result as { refused: string }).refused}`)
  return result as Exclude<T, { refused: string }>
}

async function meetingOn(
  change: Change,
  { groupId, title, daysFromNow }: { groupId: string; title: string; daysFromNow: number },
) {
  const day = new Date(change.now.getTime() + daysFromNow * dayMs).toISOString().slice(0, 10)
  const dates = [{ startsAt: new Date(`${day}T13:00:00Z`), endsAt: new Date(`${day}T14:30:00Z`) }]
  const words = { title, place: 'Videokonferenz', link: null, note: null }
  const meeting = must(await addMeeting(change, { groupId, ...words, dates }))
  const items = agenda.map((item) => ({ id: null, title: item, who: null, lastsMinutes: null }))
  must(await setAgenda(change, { groupId, id: meeting.id, seen: 1, items }))
  return meeting
}

async function heldMeeting(change: Change, groupId: string) {
  const { id: meetingId } = await meetingOn(change, { groupId, title: '1. Sitzung', daysFromNow: -21 })
  const which = { groupId, meetingId }
  must(await beginMinutes(change, which))
  const section = await change.read
    .selectFrom('minutesSections')
    .where('meetingId', '=', meetingId)
    .where('title', '=', agenda[1]!)
    .select(['id', 'title'])
    .executeTakeFirstOrThrow()
  must(await saveSection(change, { ...which, ...section, seen: 1, text: said }))
  const agreed = { ...which, sectionId: section.id, memberId: null }
  const decision = 'Beispieltext: Der Kalender wird dem Kongress vorgeschlagen.'
  must(await addAgreement(change, { ...agreed, kind: 'decision', text: decision, dueOn: null }))
  const dueOn = new Date(change.now.getTime() + 14 * dayMs).toISOString().slice(0, 10)
  must(
    await addAgreement(change, {
      ...agreed,
      kind: 'task',
      text: 'Beispieltext: Felder des Kalenders vorschlagen',
      dueOn,
    }),
  )
  must(await moveMinutes(change, { ...which, to: 'commenting' }))
  const ready = must(await minutesToApprove(change, { ...which, seen: await markNow(change, which) }))
  must(await approveMinutes(change, { ...which, ...ready }))
  await change.write.updateTable('meetings').set({ state: 'held' }).where('id', '=', meetingId).execute()
}

const paper = {
  title: 'Drei Vorschläge für gemeinsame Arbeit (Beispiel)',
  sections: {
    'Ein Kalender für alle Termine':
      'Beispieltext: Die Regionalverbände führen ihre Termine in **einem** Kalender.[^1]\n\n- Wer einlädt, trägt ein.\n- Was eingetragen ist, lässt sich abonnieren.\n\n[^1]: Beispieltext einer Fußnote.',
    'Ein Verzeichnis der Vorhaben':
      'Beispieltext: Vorhaben, an denen mehrere Kreise arbeiten, stehen an einem Ort.\n\n| Angabe | Wozu |\n| --- | --- |\n| Stelle | wer gefragt wird |\n| Stand | was daraus wurde |',
    'Ein Treffen im Jahr':
      'Beispieltext: Einmal im Jahr berichten die Stellen einander, was gelungen ist und was nicht.',
  },
}

const vote = {
  ...{ title: 'Beispieltext: Das Papier geht an den Kongress', text: 'Beispieltext: Die Gruppe übergibt ihr Papier.' },
  ...({ method: 'yes_no', basis: 'person', majority: 'simple', quorumPercent: 50, mostProxies: 1 } as const),
  ...{ isWeighted: false, isSecret: false, maySplit: false, closesAt: null, options: [] },
}

async function adoptedPaper(change: Change, groupId: string) {
  const { id: paperId } = must(await beginPaper(change, { groupId, title: paper.title, kind: 'theses' }))
  const which = { groupId, paperId }
  for (const [title, text] of Object.entries(paper.sections)) {
    const { id } = must(await addPaperSection(change, { ...which, title }))
    must(await savePaperSection(change, { ...which, id, title, text, seen: 1 }))
  }
  must(await movePaper(change, { ...which, to: 'amending' }))
  must(await movePaper(change, { ...which, to: 'adopted' }))
}
