import { FilterBar, Select, TextField } from '../../../design/index.tsx'
import { startWith } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../../platform/language.ts'
import { attendances, receiveds, sorts, states } from '../../model.ts'
import { deskPaths } from '../../paths.ts'
import type { DeskEdition, Filter } from '../../queries/desk.ts'
import { useDeskText } from '../../text/desk.ts'

/** What a list can be narrowed to. */
export type Choices = {
  regions: readonly { id: string; name: Bilingual }[]
  types: readonly { id: string; name: Bilingual }[]
  sessions: readonly { id: string; title: Bilingual }[]
}

/** A filter as a page's query; what is not narrowed is left out. */
export const queryOf = ({ q, state, region, type, attendance, session, received, double, sort }: Filter) => ({
  q,
  state,
  region,
  type,
  attendance,
  session,
  received,
  double,
  sort: sort === 'newest' ? '' : sort,
})

/** What a list is narrowed to, in words. */
export function useFilterWords(
  { q, state, region, type, attendance, session, received, double }: Filter,
  choices: Choices,
): string[] {
  const { language } = useFrame()
  const t = useDeskText()
  const nameOf = (rows: readonly { id: string; name: Bilingual }[], id: string) =>
    rows.filter((row) => row.id === id).map(({ name }) => inLanguage(language, name))
  return [
    ...(q ? [q] : []),
    ...(state ? [t.states[state]] : []),
    ...(region === 'outside' ? [t.filter.outside] : nameOf(choices.regions, region)),
    ...nameOf(choices.types, type),
    ...(attendance ? [t.attendances[attendance]] : []),
    ...nameOf(
      choices.sessions.map(({ id, title }) => ({ id, name: title })),
      session,
    ),
    ...(double ? [t.double] : []),
    ...(received ? [`${t.filter.received}: ${t.filter.receiveds[received]}`] : []),
  ]
}

type FilterProps = { edition: DeskEdition; filter: Filter; choices: Choices }

/** What narrows the list of registrations, all of it at once. */
export function Filters({ edition, filter, choices }: FilterProps) {
  const { language } = useFrame()
  const t = useDeskText()
  const f = t.filter
  const form = startWith({ ...filter })
  const list = deskPaths.list.at(language, { edition: edition.slug })
  const isNarrowed = Object.values({ ...queryOf(filter), sort: '' }).some(Boolean)
  return (
    <FilterBar action={list} clear={isNarrowed ? list : undefined}>
      <TextField form={form} name="q" label={f.q} hint={f.qHint} type="search" maxLength={100} />
      <Select
        form={form}
        name="state"
        label={f.state}
        empty={f.all}
        options={states.map((value) => ({ value, label: t.states[value] }))}
      />
      <Select
        form={form}
        name="region"
        label={f.region}
        empty={f.all}
        options={[
          ...choices.regions.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) })),
          { value: 'outside', label: f.outside },
        ]}
      />
      <Select
        form={form}
        name="type"
        label={f.type}
        empty={f.all}
        options={choices.types.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))}
      />
      <Select
        form={form}
        name="attendance"
        label={f.attendance}
        empty={f.all}
        options={attendances.map((value) => ({ value, label: t.attendances[value] }))}
      />
      <Select
        form={form}
        name="session"
        label={f.session}
        empty={f.all}
        options={choices.sessions.map(({ id, title }) => ({ value: id, label: inLanguage(language, title) }))}
      />
      <Select
        form={form}
        name="received"
        label={f.received}
        empty={f.all}
        options={receiveds.map((value) => ({ value, label: f.receiveds[value] }))}
      />
      <Select
        form={form}
        name="double"
        label={f.double}
        empty={f.all}
        options={[{ value: 'yes', label: f.doubleOnly }]}
      />
      <Select
        form={form}
        name="sort"
        label={f.sort}
        options={sorts.map((value) => ({ value, label: f.sorts[value] }))}
      />
    </FilterBar>
  )
}
