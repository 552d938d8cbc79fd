import { State, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import type { State as MeetingState } from '../model.ts'
import type { AgendaItem, Meeting } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { spanText } from '../times.ts'

const forms = { polling: 'waiting', planned: 'open', held: 'done', cancelled: 'off' } as const

/** Where a meeting stands, in a word. */
export function StateMark({ state }: { state: MeetingState }) {
  const t = useText()
  return <State form={forms[state]}>{t.states[state]}</State>
}

type When = Pick<Meeting, 'startsAt' | 'endsAt'>

/** When it is, with the zone's name, or that there is no date yet. */
export function When({ of: { startsAt, endsAt }, zone }: { of: When; zone: string }) {
  const { language } = useFrame()
  const t = useText()
  if (!startsAt || !endsAt) return <>{t.noDate}</>
  return <>{spanText(language, zone, { startsAt, endsAt })}</>
}

/** The video conference by its host; nothing where there is none. */
export const Conference = ({ link }: Pick<Meeting, 'link'>) =>
  link && isSafeLink(link) ? <a href={link}>{URL.parse(link)?.hostname ?? link}</a> : null

/** What a meeting is about. */
export function Agenda({ items }: { items: readonly AgendaItem[] }) {
  const t = useText()
  if (items.length === 0) return <p>{t.noAgenda}</p>
  return (
    <Table
      caption={t.agenda}
      isCaptionHidden
      rows={items.map((item, index) => ({ ...item, no: index + 1 }))}
      keyOf={({ id }) => id}
      columns={[
        { label: t.item.no, cell: ({ no }) => no },
        { label: t.item.title, kind: 'name', cell: ({ title }) => title },
        { label: t.item.who, cell: ({ who }) => who },
        { label: t.item.lasts, kind: 'number', cell: ({ lastsMinutes }) => lastsMinutes },
      ]}
    />
  )
}
