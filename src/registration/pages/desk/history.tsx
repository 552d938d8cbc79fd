import { List, Table } from '../../../design/index.tsx'
import { readableEmail } from '../../../platform/address.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, dates, inLanguage } from '../../../platform/language.ts'
import type { HistoryEntry } from '../../queries/desk-one.ts'
import type { Own } from '../../queries/own.ts'
import { deskText, useDeskText } from '../../text/desk.ts'
import { emailText } from '../../text/email.ts'
import { text, useText } from '../../text.ts'

/** What happened to a registration, newest first. `names` stand for what the log keeps by id. */
export function History({ own, names, rows }: { own: Own; names: Names; rows: readonly HistoryEntry[] }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const deeds: Record<string, string> = {
    ...text[language].deeds,
    ...emailText[language].deeds,
    ...deskText[language].deeds,
  }
  const { short, time } = dates(language, own.edition.zone)
  return (
    <Table
      caption={t.history}
      isCaptionHidden
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      empty={t.noHistory}
      columns={[
        { label: t.columns.at, cell: ({ at }) => <time>{`${short(at)}, ${time(at)}`}</time> },
        { label: t.columns.who, kind: 'labelled', cell: ({ by, byKind }) => by || t.kinds[byKind] },
        { label: t.columns.what, kind: 'name', cell: ({ what }) => deeds[what] ?? what },
        { label: t.columns.changes, cell: (entry) => <Changes entry={entry} names={names} /> },
      ]}
    />
  )
}

/** Names of what a log keeps by id. */
export type Names = ReadonlyMap<string, Bilingual>

/** Each value that differs, from → to. */
function Changes({ entry: { before, after }, names }: { entry: HistoryEntry; names: Names }) {
  const words: Record<string, string> = useText().fields
  const say = useSaid(names)
  const [from, to] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>]
  const changed = Object.keys(to).filter((key) => words[key] && JSON.stringify(from[key]) !== JSON.stringify(to[key]))
  if (changed.length === 0) return null
  return (
    <List
      items={changed.map(
        (key) => `${words[key]}: ${key in from ? `${say(key, from[key])} → ${say(key, to[key])}` : say(key, to[key])}`,
      )}
    />
  )
}

/** A kept value as a person reads it. */
function useSaid(names: Names) {
  const { language } = useFrame()
  const t = useDeskText()
  const kept: Readonly<Record<string, Readonly<Record<string, string>>>> = { state: t.states, consentWay: t.edit.ways }
  return function say(field: string, value: unknown): string {
    if (Array.isArray(value)) return value.map((one) => say(field, one)).join('; ') || t.one.none
    if (value === undefined || value === null || value === '') return '–'
    if (typeof value === 'boolean') return value ? t.one.yes : t.one.no
    if (field === 'email') return readableEmail(String(value))
    const name = names.get(String(value))
    if (name) return inLanguage(language, name)
    if (kept[field]) return kept[field][String(value)] ?? String(value)
    return field === 'place' && value === 'outside' ? t.filter.outside : String(value)
  }
}
