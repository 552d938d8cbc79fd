import { ColumnList, Docs, List } from '../facts.tsx'
import { Select, TextField } from '../forms/fields.tsx'
import { Band } from '../layout.tsx'
import { FilterBar, Pagination, SearchBar, Tabs } from '../navigation.tsx'
import { State, type StateForm } from '../notice.tsx'
import { Place } from '../place.tsx'
import { type Column, Table } from '../table.tsx'
import { useSay } from './say.ts'

type Say = ReturnType<typeof useSay>
type Row = { no: number; name: string; region: number; seats: string; form: StateForm; state: string }

const rowsIn = (say: Say): readonly Row[] => [
  {
    no: 286,
    name: say('Landkreis Calw, Vertretung', 'District of Calw'),
    region: 4,
    seats: '2',
    form: 'done',
    state: say('bestätigt', 'confirmed'),
  },
  {
    no: 284,
    name: say('Regionalverband Neckar-Alb', 'Neckar-Alb regional association'),
    region: 3,
    seats: '1',
    form: 'waiting',
    state: say('Warteliste', 'waiting list'),
  },
  {
    no: 282,
    name: say('Hochschule Aalen', 'Aalen University'),
    region: 5,
    seats: '12',
    form: 'open',
    state: say('zu prüfen', 'to check'),
  },
  {
    no: 279,
    name: say('Universität Tübingen', 'University of Tübingen'),
    region: 3,
    seats: '1',
    form: 'off',
    state: say('abgesagt', 'cancelled'),
  },
]

const columnsIn = (say: Say): readonly Column<Row>[] => [
  { label: say('Auswählen', 'Choose'), kind: 'pick', cell: (row) => <Pick say={say} no={row.no} /> },
  {
    label: say('Nr.', 'No.'),
    kind: 'number',
    cell: (row) => row.no,
    sort: { href: '#nr', direction: 'descending' },
  },
  {
    label: say('Einrichtung', 'Organisation'),
    kind: 'name',
    cell: (row) => <a href="#main">{row.name}</a>,
    sort: { href: '#name' },
  },
  { label: say('Region', 'Region'), cell: (row) => <Place region={row.region} /> },
  { label: say('Plätze', 'Places'), kind: 'number', cell: (row) => row.seats },
  { label: say('Stand', 'State'), cell: (row) => <State form={row.form}>{row.state}</State> },
  {
    label: say('Handlung', 'Action'),
    kind: 'action',
    cell: (row) => (
      <a href="#main">
        {say('Öffnen', 'Open')}
        <span class="hide"> {row.no}</span>
      </a>
    ),
  },
]

const Pick = ({ say, no }: { say: Say; no: number }) => (
  <label>
    <input type="checkbox" name="pick" value={no} />
    <span class="hide">
      {say('Auswählen:', 'Choose:')} {no}
    </span>
  </label>
)

const empty = { values: {}, problems: [] }

/** Filter, tables, documents, pages. */
export const LivingLists = () => (
  <>
    <LivingTable />
    <LivingDocuments />
  </>
)

function LivingTable() {
  const say = useSay()
  return (
    <Band title={say('Listen', 'Lists')}>
      <Tabs
        tabs={[
          { href: '#a', label: say('Alle', 'All'), isCurrent: true },
          { href: '#b', label: say('Zu prüfen', 'To check') },
          { href: '#c', label: say('Warteliste', 'Waiting list') },
        ]}
      />
      <SearchBar action="#main" label={say('Suchen', 'Search')}>
        <TextField form={empty} name="words" label={say('Suchwörter', 'Words to search for')} type="search" />
      </SearchBar>
      <FilterBar action="#main" clear="#main">
        <TextField form={empty} name="q" label={say('Suche', 'Search')} type="search" />
        <Select
          form={empty}
          name="state"
          label={say('Stand', 'State')}
          empty={say('alle', 'all')}
          options={[{ value: 'done', label: say('bestätigt', 'confirmed') }]}
        />
        <Select
          form={empty}
          name="region"
          label={say('Region', 'Region')}
          empty={say('alle fünf', 'all five')}
          options={[{ value: '1', label: '1 Region Stuttgart' }]}
        />
      </FilterBar>
      <Table
        caption={say('4 Anmeldungen, neueste zuerst', '4 registrations, newest first')}
        columns={columnsIn(say)}
        rows={rowsIn(say)}
        keyOf={(row) => row.no}
        density="dense"
        aside={{ href: '#csv', label: say('Als CSV laden', 'Download as CSV') }}
      />
      <Pagination page={3} pages={16} hrefOf={(page) => `#page-${page}`} />
    </Band>
  )
}

function LivingDocuments() {
  const say = useSay()
  const columns = columnsIn(say).slice(2, 6)
  return (
    <Band title={say('Tabelle und Dokumente', 'Table and documents')} ground="ground">
      <Table
        caption={say('Anmeldungen', 'Registrations')}
        isCaptionHidden
        columns={columns}
        rows={rowsIn(say).slice(0, 2)}
        keyOf={(row) => row.no}
      />
      <Table
        caption={say('Leere Tabelle', 'Empty table')}
        columns={columns}
        rows={[]}
        keyOf={() => 0}
        empty={say('Noch keine Anmeldungen.', 'No registrations yet.')}
      />
      <Docs
        docs={[
          {
            title: say('Die Metropolregion als Wirtschaftsraum', 'The metropolitan region as an economic area'),
            href: '#studie',
            kind: say('Studie, 2022', 'Study, 2022'),
            text: say('Im Auftrag des Verbands Region Stuttgart.', 'Commissioned by Verband Region Stuttgart.'),
            cover: { href: '/bild.png', width: 240, height: 126 },
            onward: { href: '#faden', label: say('Was wurde daraus?', 'What became of it?') },
          },
          {
            title: say('Protokolle der Arbeitsgruppen', 'Minutes of the working groups'),
            href: '#protokolle',
            kind: say('Protokolle, 2021–22', 'Minutes, 2021–22'),
          },
        ]}
      />
      <List items={[say('Eine Zeile', 'A line'), say('Noch eine Zeile', 'One more line')]} />
      <ColumnList items={[say('Eine Gruppe', 'A group'), say('Noch eine Gruppe', 'One more group')]} />
    </Band>
  )
}
