import { whenText } from '../../../congress/index.ts'
import { Actions, Files, Notice, Page, SearchBar, Stack, Table, TextField, Tick } from '../../../design/index.tsx'
import { startWith } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { dates, inLanguage } from '../../../platform/language.ts'
import { letterOf } from '../../model.ts'
import { deskPaths } from '../../paths.ts'
import type { DeskEdition } from '../../queries/desk.ts'
import type { DoorRow, ListedPerson, Meal, NeedRow } from '../../queries/desk-lists.ts'
import { useDeskText } from '../../text/desk.ts'
import { useListCrumb } from './crumbs.ts'
import { PrintButton } from './print.tsx'

type Props = { edition: DeskEdition }

type NeedsProps = Props & { meals: readonly Meal[]; rows: readonly NeedRow[]; now: Date }

/** What the kitchen counts, without a name, and apart from it who needs what. */
export function NeedsPage({ edition, meals, rows, now }: NeedsProps) {
  const { language } = useFrame()
  const n = useDeskText().need
  const at = { edition: edition.slug }
  const title = inLanguage(language, edition.title)
  const when = whenText(language, edition.zone, edition)
  const { weekday, time } = dates(language, edition.zone)
  return (
    <Page
      kind="office"
      title={n.title}
      over={title}
      lead={when}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={[useListCrumb(edition), { label: n.title }]}
    >
      <Stack>
        <div class="noprint">
          <PrintButton />
        </div>
        <Table
          sheet={`${title}, ${when.replace(/\.?$/, '.')} ${n.asOf(`${weekday(now)}, ${time(now)}`)}`}
          caption={n.meals(meals.reduce((sum, { count }) => sum + count, 0))}
          rows={meals}
          keyOf={({ food }) => food}
          empty={n.nobody}
          columns={[
            { label: n.times, kind: 'number', cell: ({ count }) => count },
            { label: n.food, kind: 'name', cell: ({ food }) => food || n.nothingSaid },
          ]}
        />
        <Files files={{ CSV: deskPaths.mealsCsv.at(language, at), Excel: deskPaths.mealsXlsx.at(language, at) }}>
          {n.forKitchen}
        </Files>
        <div class="noprint">
          <Stack>
            <Notice kind="info" title={n.named}>
              {n.lead}
            </Notice>
            <Table
              caption={n.count(rows.length)}
              rows={rows}
              keyOf={({ code }) => code}
              empty={n.empty}
              columns={[
                { label: n.name, kind: 'name', cell: (row) => row.name },
                { label: n.organisation, cell: (row) => row.organisation },
                { label: n.takesPart, cell: (row) => n.ways[row.attendance] },
                { label: n.food, kind: 'labelled', cell: (row) => row.food },
                { label: n.access, kind: 'labelled', cell: (row) => row.access },
              ]}
            />
            <Files files={{ CSV: deskPaths.needsCsv.at(language, at), Excel: deskPaths.needsXlsx.at(language, at) }}>
              {n.forVenue}
            </Files>
          </Stack>
        </div>
      </Stack>
    </Page>
  )
}

/** Those who agreed to be listed, to print. */
export function ListedPage({ edition, rows }: { edition: DeskEdition; rows: readonly ListedPerson[] }) {
  const t = useDeskText().list
  return (
    <Page
      kind="office"
      title={t.title}
      lead={t.lead}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={[useListCrumb(edition), { label: t.title }]}
    >
      <Table
        caption={t.title}
        isCaptionHidden
        rows={rows}
        keyOf={({ id }) => id}
        empty={t.empty}
        columns={[
          { label: t.name, kind: 'name', cell: (row) => row.name },
          { label: t.organisation, cell: (row) => [row.function, row.organisation].filter(Boolean).join(', ') },
        ]}
      />
    </Page>
  )
}

type DoorProps = Props & { q: string; rows: readonly DoorRow[]; now: Date }

/** All who have a place on site: to be searched on the phone, and ticked off on paper where there is no net. */
export function DoorPage({ edition, q, rows, now }: DoorProps) {
  const frame = useFrame()
  const { language } = frame
  const t = useDeskText().door
  const { weekday, time } = dates(language, edition.zone)
  const title = inLanguage(language, edition.title)
  const lead = t.lead(`${weekday(now)}, ${time(now)}`)
  const firsts = new Map(rows.map(({ id, name }) => [letterOf(name), id] as const).reverse())
  const letterAt = ({ id, name }: DoorRow) => (firsts.get(letterOf(name)) === id ? letterOf(name) : undefined)
  const list = deskPaths.door.at(language, { edition: edition.slug })
  return (
    <Page
      kind="office"
      title={t.title}
      lead={lead}
      over={title}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={[useListCrumb(edition), { label: t.title }]}
    >
      <div class="noprint">
        <SearchBar action={list} label={t.search}>
          <TextField form={startWith({ q })} name="q" label={t.q} type="search" maxLength={100} />
        </SearchBar>
        <Letters has={firsts} />
        <Actions>
          <PrintButton />
          {q && <a href={list}>{t.everybody}</a>}
        </Actions>
      </div>
      <Table
        caption={t.count(rows.length)}
        density="dense"
        rows={rows}
        keyOf={({ id }) => id}
        anchorOf={(row) => letterAnchor(letterAt(row))}
        sheet={`${t.title}, ${title}. ${lead}`}
        empty={q ? t.nobody : t.empty}
        columns={[
          { label: t.letter, kind: 'group', cell: (row) => letterAt(row) },
          { label: t.here, cell: () => <Tick /> },
          { label: t.name, kind: 'name', cell: ({ name }) => name },
          { label: t.organisation, cell: ({ organisation }) => organisation },
          { label: t.number, kind: 'number', cell: ({ number }) => number },
        ]}
      />
      <script type="module" src={frame.asset('door.js')} />
    </Page>
  )
}

const letterAnchor = (letter: string | undefined) => letter && `b-${letter === '#' ? '0' : letter}`

/** The letters that lead to where their names begin. */
function Letters({ has }: { has: ReadonlyMap<string, string> }) {
  const t = useDeskText().door
  const letters = [...(has.has('#') ? ['#'] : []), ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return (
    <nav class="letters" aria-label={t.letters}>
      <ul>
        {letters.map((letter) => (
          <li key={letter}>{has.has(letter) ? <a href={`#${letterAnchor(letter)}`}>{letter}</a> : letter}</li>
        ))}
      </ul>
    </nav>
  )
}
