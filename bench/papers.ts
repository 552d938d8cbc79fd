// `npm run bench -- papers`: how fast the pages and the documents of a paper are made when nothing is kept, with 50
// sections and 200 comments and with 500 sections and 2,000 comments, and how much longer ten times as much takes.
import { performance } from 'node:perf_hooks'
import { fillExample } from '../src/example/index.ts'
import { hashOf, newFormKey, newSecret } from '../src/platform/tokens.ts'
import { cookieName } from '../src/platform/web-parts.ts'
import { type Measured, openMeasured, timesOf } from './library/house.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

type Paper = { of: string; section: string; what: string }

/** A group of the example with a lead who is signed in; gives the group's address and the lead's cookie. */
async function aGroup({ client, house }: Measured) {
  const secret = newSecret()
  const { rows } = await client.query(
    `with person as (insert into people (email, name, created_at) values ('bench@region.example', 'Leitung', now()) returning id),
       sign as (insert into sign_ins (person_id, secret_hash, means, created_at, seen_at, expires_at)
         select id, $1, 'link', now(), now(), now() + interval '1 day' from person),
       made as (insert into working_groups (edition_id, name, position, state)
         select id, '{"de":"Gruppe"}', 90, 'working' from editions order by sort_on desc limit 1 returning id),
       joined as (insert into group_members (group_id, person_id, part, state, way, created_at, joined_at)
         select made.id, person.id, 'lead', 'active', 'invitation', now(), now() from made, person)
     select made.id as group, person.id as person from made, person`,
    [hashOf(secret)],
  )
  return { ...(rows[0] as { group: string; person: string }), cookie: `${cookieName(house.publicUrl)}=${secret}` }
}
type Group = Awaited<ReturnType<typeof aGroup>>

/** A paper of so many sections of 600 letters, four comments at passages of each, an amendment at every tenth. */
async function aPaper({ client }: Measured, { group, person }: Group, sections: number): Promise<Paper> {
  const { rows } = await client.query(
    `with paper as (insert into papers (group_id, title, kind, state, created_at, created_by, changed_at)
         values ($1, 'Papier mit Abschnitten', 'theses', 'amending', now(), $2, now()) returning id),
       parts as (insert into paper_sections (paper_id, position, title, text, changed_at, changed_by)
         select paper.id, n, 'Abschnitt ' || n,
           'Die Kreise planen **gemeinsam** und sagen, wer es zahlt. ' || repeat('Noch ein Satz dazu. ', 12) || e'\\n\\n' || repeat('Ein Satz dazu. ', 20), now(), $2
         from paper, generate_series(1, $3::int) n returning id, paper_id, position, title, text),
       written as (insert into paper_versions (section_id, revision, title, text, at, by_person)
         select id, 1, title, text, now(), $2 from parts),
       said as (insert into paper_comments (section_id, person_id, text, at, quote, quote_start, quote_end)
         select id, $2, 'Bitte genauer, mit einer Zahl. ' || k, now(), substr(text, 1, 10), k, k + 10
         from parts, generate_series(0, 3) k),
       amended as (insert into paper_amendments (no, section_id, paper_id, person_id, at, quote, quote_start, quote_end, replacement, reason)
         select position, id, paper_id, $2, now(), substr(text, 1, 10), 0, 10, 'Alle Kreise', 'Genauer.' from parts where position % 10 = 0)
     select paper_id as paper, id as section from parts where position = $3::int / 2`,
    [group, person, sections],
  )
  await client.query('analyze')
  const of = `/arbeitsgruppen/${group}/papiere/${rows[0].paper}`
  return { of, section: `${of}/abschnitte/${rows[0].section}`, what: `${sections} sections, ${sections * 4} comments` }
}

const pages = {
  'the paper': ({ of }: Paper) => of,
  'a section with what is said at it': ({ section }: Paper) => section,
  'writing a section': ({ section }: Paper) => `${section}/bearbeiten`,
  'all amendments': ({ of }: Paper) => `${of}/antraege`,
  'as Markdown': ({ of }: Paper) => `${of}/papier.md`,
  'as HTML': ({ of }: Paper) => `${of}/papier.html`,
}
/** Milliseconds of one saving in the median; the bounds of a paper have to let it through. */
async function saving({ open, house }: Measured, { cookie }: Group, { section }: Paper) {
  const all: number[] = []
  for (let n = 1; n <= 9; n++) {
    const begun = performance.now()
    const answer = await open.app.inject({
      ...{ method: 'POST', url: `${section}/bearbeiten` },
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `${new URLSearchParams({ formKey: newFormKey(house.key, cookie.split('=')[1]!), seen: String(n), ...said(n) })}`,
    })
    if (answer.statusCode !== 303) throw new Error(`saving was answered with ${answer.statusCode}`)
    all.push(performance.now() - begun)
  }
  return all.toSorted((a, b) => a - b)[4]!
}

const said = (n: number) => ({ title: 'Abschnitt', text: `Anders, zum ${n}. Mal.` })

const documents = { 'as PDF': 'papier.pdf', 'as DOCX': 'papier.docx' }

const house = await openMeasured()
try {
  await fillExample(house.open.db, new Date())
  const group = await aGroup(house)
  const get = async (url: string) => {
    const answer = await house.open.app.inject({ method: 'GET', url, headers: { cookie: group.cookie } })
    if (answer.statusCode !== 200) throw new Error(`${url} was answered with ${answer.statusCode}`)
    return answer.rawPayload.length
  }
  const papers = [await aPaper(house, group, 50), await aPaper(house, group, 500)]
  say('| page | median ms | p95 ms | processor ms |\n| --- | --- | --- | --- |')
  const growth: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    const found: number[] = []
    for (const paper of papers) {
      const times = await timesOf({ ...house, get: async (url) => String(await get(url)) }, path(paper))
      found.push(Number(times.split(' ')[0]))
      say(`| ${name}, ${paper.what} | ${times} |`)
    }
    growth.push(`| ${name} | ${(found[1]! / found[0]!).toFixed(1)}× |`)
  }
  const saved: number[] = []
  for (const paper of papers) {
    saved.push(await saving(house, group, paper))
    say(`| saving a section, ${paper.what} | ${saved.at(-1)!.toFixed(0)} | | |`)
  }
  growth.push(`| saving a section | ${(saved[1]! / saved[0]!).toFixed(1)}× |`)
  for (const [name, file] of Object.entries(documents)) {
    const found: number[] = []
    for (const { of, what } of papers) {
      await get(`${of}/${file}`)
      const begun = performance.now()
      await get(`${of}/${file}`)
      found.push(performance.now() - begun)
      say(`| ${name}, once, ${what} | ${found.at(-1)!.toFixed(0)} | | |`)
    }
    growth.push(`| ${name} | ${(found[1]! / found[0]!).toFixed(1)}× |`)
  }
  say(`\n| ten times as much takes | |\n| --- | --- |\n${growth.join('\n')}`)
} finally {
  await house.leave()
}
