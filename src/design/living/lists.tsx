import { Docs, List } from '../facts.tsx'
import { Select, TextField } from '../forms/fields.tsx'
import { Band, Col, Cols } from '../layout.tsx'
import { FilterBar, Pagination, Steps, Tabs } from '../navigation.tsx'
import { State, type StateForm } from '../notice.tsx'
import { Place } from '../place.tsx'
import { Route, Thread, TimeRoute } from '../route.tsx'
import { type Column, Table } from '../table.tsx'

type Row = { no: number; name: string; region: number; seats: string; form: StateForm; state: string }

const rows: readonly Row[] = [
  { no: 286, name: 'Landkreis Calw, Vertretung', region: 4, seats: '2', form: 'done', state: 'bestätigt' },
  { no: 284, name: 'Regionalverband Neckar-Alb', region: 3, seats: '1', form: 'waiting', state: 'Warteliste' },
  { no: 282, name: 'Hochschule Aalen', region: 5, seats: '12', form: 'open', state: 'zu prüfen' },
  { no: 279, name: 'Universität Tübingen', region: 3, seats: '1', form: 'off', state: 'abgesagt' },
]

const pick = (row: Row) => (
  <label>
    <input type="checkbox" name="pick" value={row.no} />
    <span class="hide">Nr. {row.no} auswählen</span>
  </label>
)

const columns: readonly Column<Row>[] = [
  { label: 'Auswählen', kind: 'pick', cell: pick },
  { label: 'Nr.', kind: 'number', cell: (row) => row.no, sort: { href: '#nr', direction: 'descending' } },
  { label: 'Einrichtung', kind: 'name', cell: (row) => <a href="#main">{row.name}</a>, sort: { href: '#name' } },
  { label: 'Region', cell: (row) => <Place region={row.region} /> },
  { label: 'Plätze', kind: 'number', cell: (row) => row.seats },
  { label: 'Stand', cell: (row) => <State form={row.form}>{row.state}</State> },
  {
    label: 'Handlung',
    kind: 'action',
    cell: (row) => (
      <a href="#main">
        Öffnen<span class="hide"> Nr. {row.no}</span>
      </a>
    ),
  },
]

const empty = { values: {}, problems: [] }

/** Filter, tables, documents, routes, threads, pages. */
export const LivingLists = () => (
  <>
    <Band title="Listen">
      <Tabs
        tabs={[
          { href: '#a', label: 'Alle', isCurrent: true },
          { href: '#b', label: 'Zu prüfen' },
          { href: '#c', label: 'Warteliste' },
        ]}
      />
      <FilterBar action="#main" clear="#main">
        <TextField form={empty} name="q" label="Suche" type="search" />
        <Select
          form={empty}
          name="state"
          label="Stand"
          empty="alle"
          options={[{ value: 'done', label: 'bestätigt' }]}
        />
        <Select
          form={empty}
          name="region"
          label="Region"
          empty="alle fünf"
          options={[{ value: '1', label: '1 Region Stuttgart' }]}
        />
      </FilterBar>
      <Table
        caption="4 Anmeldungen, neueste zuerst"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.no}
        density="dense"
        aside={{ href: '#csv', label: 'Als CSV laden' }}
      />
      <Pagination page={3} pages={16} hrefOf={(page) => `#page-${page}`} />
    </Band>
    <Band title="Tabelle und Dokumente" ground="ground">
      <Table
        caption="Anmeldungen"
        isCaptionHidden
        columns={columns.slice(2, 6)}
        rows={rows.slice(0, 2)}
        keyOf={(row) => row.no}
      />
      <Table
        caption="Leere Tabelle"
        columns={columns.slice(2, 6)}
        rows={[]}
        keyOf={() => 0}
        empty="Noch keine Anmeldungen."
      />
      <Docs
        docs={[
          {
            title: 'Die Metropolregion als Wirtschaftsraum',
            href: '#studie',
            kind: 'Studie, 2022',
            text: 'Prognos AG im Auftrag des Verbands Region Stuttgart und seiner Partner.',
            onward: { href: '#faden', label: 'Was wurde daraus?' },
          },
          { title: 'Protokolle der Arbeitsgruppen', href: '#protokolle', kind: 'Protokolle, 2021–22' },
        ]}
      />
      <List items={['Eine Zeile', 'Noch eine Zeile']} />
    </Band>
    <LivingRoutes />
  </>
)

const LivingRoutes = () => (
  <>
    <Band title="Strecken">
      <Steps
        steps={[
          { label: 'Person', href: '#1', state: 'done' },
          { label: 'Teilnahme', state: 'now' },
          { label: 'Bestätigung', state: 'next' },
        ]}
      />
      <Cols>
        <Col span={6}>
          <Route
            stops={[
              { when: '9.00 Uhr', title: 'Anmeldung', text: 'Harmonie Heilbronn' },
              { when: '9.30 Uhr', title: 'Begrüßung', href: '#main', text: 'Harry Mergel, Oberbürgermeister' },
              { title: 'Übergabe', text: 'Der Staffelstab geht an Stuttgart.', region: 1 },
            ]}
          />
        </Col>
        <Col span={6}>
          <Thread
            region={2}
            entries={[
              {
                regions: [2],
                when: '20. September 2022',
                place: 'Heilbronn',
                kind: 'Ergebnis',
                title: 'Thesen',
                state: 'own',
              },
              {
                regions: [3, 5],
                when: 'Zeitpunkt nicht erfasst',
                place: 'Reutlingen, Heidenheim',
                kind: 'Projekt',
                title: 'Hy-FIVE',
              },
              {
                regions: [1],
                when: 'März 2025',
                kind: 'Beispieltext',
                title: 'Frage aus der Regionalversammlung',
                state: 'example',
              },
              {
                regions: [1],
                when: 'Ende 2026, geplant',
                place: 'Stuttgart',
                kind: 'offen',
                title: 'Elektrolyseur',
                state: 'open',
              },
            ]}
          />
        </Col>
      </Cols>
    </Band>
    <Band title="Der Weg dorthin" ground="ground">
      <TimeRoute
        stops={[
          { at: new Date('2021-06-17'), when: '17. Juni 2021', title: 'Impulsgruppe', text: 'Sitzung zum Kongress' },
          { at: new Date('2021-11-08'), when: '8. November 2021', title: 'Auftakt in Neckarwestheim' },
          { at: new Date('2022-09-20'), when: '20. September 2022', title: 'Kongress in Heilbronn', isOpen: true },
        ]}
      />
    </Band>
  </>
)
