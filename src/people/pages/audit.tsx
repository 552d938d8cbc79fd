import { DateField, FilterBar, More, Page, Select, Stack, Table } from '../../design/index.tsx'
import { readable, readableEmail } from '../../platform/address.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, dates, inLanguage, type Language } from '../../platform/language.ts'
import type { Named } from '../../platform/room.ts'
import { changedValues } from '../model.ts'
import { paths } from '../paths.ts'
import type { AuditEntry } from '../queries/audit.ts'
import { type Text, useText } from '../text.ts'

/** How the rooms call what they write into the log: deeds, and the fields that change. */
export type DeedWords = {
  deeds: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
  values: Readonly<Record<string, Readonly<Record<string, string>>>>
}
type Choices = {
  whats: readonly string[]
  people: readonly { id: string; name: string }[]
  editions: readonly { id: string; title: Bilingual }[]
}
type Props = {
  words: DeedWords
  zone: string
  form: FormState
  choices: Choices
  entries: readonly AuditEntry[]
  /** What rows are called and where they are, by id. */
  named: ReadonlyMap<string, Named>
  next: string | undefined
}

/** Who changed what and when, from → to. */
export function AuditPage(props: Props) {
  const t = useText()
  const { words, zone, form, entries, next } = props
  const { language } = useFrame()
  const { short, time } = dates(language, zone)
  const filter = Object.fromEntries(['what', 'person', 'edition', 'day'].map((name) => [name, valueOf(form, name)]))
  return (
    <Page title={t.audit.title} kind="office" lead={t.audit.lead}>
      <Stack>
        <Filters {...props} />
        <Table
          caption={t.audit.caption}
          density="dense"
          rows={entries}
          keyOf={({ id }) => id}
          empty={t.audit.empty}
          columns={[
            {
              label: t.audit.at,
              cell: ({ at }) => <time datetime={at.toISOString()}>{`${short(at)}, ${time(at)}`}</time>,
            },
            {
              label: t.audit.who,
              kind: 'labelled',
              cell: ({ byName, byKind }) => (byName ? inPlainWords(byName) : t.audit.kinds[byKind]),
            },
            { label: t.audit.what, kind: 'name', cell: ({ what }) => words.deeds[what] ?? what },
            {
              label: t.audit.about,
              kind: 'labelled',
              cell: (entry) => <About entry={entry} named={props.named} />,
            },
            {
              label: t.audit.changes,
              cell: (entry) => <Changes words={words} entry={entry} zone={zone} named={props.named} />,
            },
          ]}
        />
        {valueOf(form, 'before') && <More href={paths.audit.at(language, {}, filter)}>{t.audit.first}</More>}
        {next && <More href={paths.audit.at(language, {}, { ...filter, before: next })}>{t.audit.next}</More>}
      </Stack>
    </Page>
  )
}

/** The row an entry is about and its edition, each with its page where this reader may open it. */
function About({ entry: { about, edition, editionId }, named }: { entry: AuditEntry; named: Props['named'] }) {
  const { language } = useFrame()
  const row = about && about !== editionId ? named.get(about) : undefined
  const its = editionId ? named.get(editionId) : undefined
  return (
    <>
      {row && <a href={row.href}>{row.text}</a>}
      {row && edition && ', '}
      {its ? <a href={its.href}>{its.text}</a> : edition && inLanguage(language, edition)}
    </>
  )
}

function Filters({ words, form, choices }: Props) {
  const t = useText().audit
  const { language } = useFrame()
  const list = paths.audit.at(language)
  const isNarrowed = ['what', 'person', 'edition', 'day'].some((name) => valueOf(form, name) !== '')
  return (
    <FilterBar action={list} clear={isNarrowed ? list : undefined}>
      <Select
        form={form}
        name="what"
        label={t.what}
        empty={t.everything}
        options={choices.whats.map((what) => ({ value: what, label: words.deeds[what] ?? what }))}
      />
      <Select
        form={form}
        name="person"
        label={t.who}
        empty={t.everybody}
        options={choices.people.map(({ id, name }) => ({ value: id, label: inPlainWords(name) }))}
      />
      <Select
        form={form}
        name="edition"
        label={t.edition}
        empty={t.every}
        options={choices.editions.map(({ id, title }) => ({ value: id, label: inLanguage(language, title) }))}
      />
      <DateField form={form} name="day" label={t.day} />
    </FilterBar>
  )
}

type ChangesProps = { words: DeedWords; entry: AuditEntry; zone: string; named: Props['named'] }

function Changes({ words, entry, zone, named }: ChangesProps) {
  const t = useText()
  const { language } = useFrame()
  // What has no word is for the machine: keys, slugs, references.
  const say = (field: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((one) => say(field, one)).join(', ') || t.audit.nothing
    const word = words.values[field]?.[String(value)] ?? named.get(String(value))?.text
    return word ?? valueInWords(t, language, zone, value)
  }
  const values = changedValues(entry.before, entry.after)
    .filter(({ field }) => words.fields[field] !== undefined)
    .map(({ field, from, to }) => ({ field, from: say(field, from), to: say(field, to) }))
    .filter(({ from, to }) => from !== to)
  if (values.length === 0) return null
  return (
    <>
      {values.map(({ field, from, to }) => (
        <div key={field}>{`${words.fields[field]}: ${from === t.audit.nothing ? to : t.audit.change(from, to)}`}</div>
      ))}
    </>
  )
}

/** A kept value as a person reads it: roles by name, yes and no, days of the place, texts cut at 200 characters. */
function valueInWords(t: Text, language: Language, zone: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t.audit.nothing
  if (typeof value === 'boolean') return value ? t.audit.yes : t.audit.no
  if (Array.isArray(value))
    return value.map((one) => valueInWords(t, language, zone, one)).join(', ') || t.audit.nothing
  if (typeof value === 'object') return objectInWords(t, language, zone, value as Record<string, unknown>)
  const text = String(value)
  if (Object.hasOwn(t.roles, text)) return t.roles[text as keyof Text['roles']].name
  if (text === 'link' || text === 'passkey') return t.account.meansWords[text]
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) {
    const { short, time } = dates(language, zone)
    return `${short(new Date(text))}, ${time(new Date(text))}`
  }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dates(language, zone).short(new Date(`${text}T12:00:00Z`))
  const plain = inPlainWords(text)
  return plain.length > 200 ? `${plain.slice(0, 200)} …` : plain
}

/** Addresses of the net and of mail as people read them. */
const inPlainWords = (text: string) => (text.includes('xn--') ? readable(readableEmail(text)) : text)

function objectInWords(t: Text, language: Language, zone: string, value: Record<string, unknown>) {
  if (typeof value.de === 'string') return inLanguage(language, value as Bilingual) || t.audit.nothing
  return Object.entries(value)
    .map(([name, one]) => `${name} ${valueInWords(t, language, zone, one)}`)
    .join(', ')
}
