// `npm run bench -- thread`: how fast the registers of projects and organisations, the network and what became of a
// congress's results are made when nothing is kept, with the example and with 10,000 projects and 1,000 results.
import { fillExample } from '../src/example/index.ts'
import { type Measured, openMeasured, timesOf } from './library/house.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const pages = {
  'projects, first page': '/projekte',
  'projects, page 50': '/projekte?seite=50',
  'projects of a region': '/projekte?region=region-stuttgart',
  organisations: '/organisationen',
  'who works with whom': '/organisationen/netz',
  'what became of it': '/was-wurde-daraus',
  'what became of a congress': '/kongresse/2024-stuttgart/was-wurde-daraus',
  'since the last congress': '/kongresse/2027-pforzheim-beispiel/bericht',
  'what did not go on': '/was-wurde-daraus/nicht-weiter',
  'a position': '/positionen/beispiel-position-schatten',
}

async function measured(house: Measured, what: string) {
  for (const [name, path] of Object.entries(pages)) say(`| ${name}, ${what} | ${await timesOf(house, path)} |`)
  const begun = performance.now()
  await house.get('/projekte/liste/json')
  say(`| all projects as JSON, once, ${what} | ${(performance.now() - begun).toFixed(0)} | | |`)
  const set = performance.now()
  await house.get('/kongresse/2027-pforzheim-beispiel/bericht.pdf')
  say(`| since the last congress as PDF, once, ${what} | ${(performance.now() - set).toFixed(0)} | | |`)
}

/** Projects of two districts and three organisations each, and results of the last real congress, half of them carried out. */
async function grown({ client }: Measured) {
  await client.query(`insert into organisations (name, kind, district_key)
    select 'Träger ' || n, (array['company', 'municipality', 'university'])[n % 3 + 1], d.key
    from generate_series(1, 400) n join (select key, row_number() over (order by key) no, count(*) over () all_of
      from districts) d on d.no = n % all_of + 1`)
  await client.query(`insert into pieces (kind, slug, title, text, field_id, edition_id, starts, ends, state, published_at, created_at, changed_at, moved_at)
    select kind, kind || '-bench-' || n, jsonb_build_object('de', initcap(kind) || ' Nummer ' || n),
      jsonb_build_object('de', repeat('Ein Satz über das Vorhaben. ', 12)),
      case kind when 'project' then (select id from cooperation_fields order by position offset n % 5 limit 1) end,
      case kind when 'result' then (select id from editions where slug = '2024-stuttgart') end,
      (1990 + n % 40)::text, (1995 + n % 45)::text, case kind when 'project' then 'under_way' else 'idea' end, now(), now(), now(), now()
    from (select 'project' kind, generate_series(1, 10000) n union all select 'result', generate_series(1, 1000)) made`)
  await client.query(`insert into piece_districts (piece_id, district_key)
    select id, key from (select id, row_number() over () n from pieces where slug like 'project-bench-%') p
    join (select key, row_number() over (order by key) no, count(*) over () all_of from districts) d
      on d.no in (n % all_of + 1, (n * 7 + 1) % all_of + 1)`)
  await client.query(`insert into piece_organisations (piece_id, organisation_id, part, position)
    select p.id, o.id, case k when 0 then 'lead' else 'partner' end, k
    from (select id, row_number() over () n from pieces where slug like 'project-bench-%') p
    cross join generate_series(0, 2) k
    join (select id, row_number() over (order by name) no from organisations where name like 'Träger %') o
      on o.no = (n * (k + 1) + k * 17) % 400 + 1
    on conflict do nothing`)
  await client.query(`insert into relations (from_id, kind, to_piece_id, created_at)
    select r.id, 'led_to', p.id, now() from pieces r join pieces p on p.slug = replace(r.slug, 'result', 'project')
    where r.slug like 'result-bench-%' and substring(r.slug from '\\d+$')::int % 2 = 0`)
  await client.query('analyze')
}

const house = await openMeasured()
try {
  await fillExample(house.open.db, new Date())
  say('| page | median ms | p95 ms | processor ms |\n| --- | --- | --- | --- |')
  await measured(house, 'the example')
  await grown(house)
  await measured(house, '10,000 projects, 1,000 results')
} finally {
  await house.leave()
}
