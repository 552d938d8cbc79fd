import { tidy } from '../../src/library/model/reading.ts'
import { readFile } from '../../src/library/reader/run.ts'
import { bookFiles } from './corpus.ts'
import { type Measured, processorTime } from './house.ts'

/** What is asked: every kind with words that are common and words that are rare in the corpus, made by chance. */
/** `own`: what it took of processor time, on average, here and in the database: the same on a busy machine. */
export type Times = { kind: string; median: number; p95: number; own: number }
const askedOfEachKind = 24

/** Numbers by chance, the same in every run. */
export function chance(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** So many pages are put together anew; further ones repeat them in other documents. */
const distinctPages = 20_000

/**
 * Fills an empty library with so many pages, or leaves one as it is that an earlier run filled: documents of 1 to 120 pages, 40 on average, each page put together of paragraphs
 * from anywhere in the books, so that words are as common as in real text. A rare word of its own stands on every
 * thousandth page. Indexes are made when the pages are there.
 */
export async function fillWithPages({ client }: Measured, count: number) {
  const { rows } = await client.query<{ pages: number; isWhole: boolean }>(
    `select count(*)::int as pages, to_regclass('document_words_words') is not null as "isWhole" from document_pages`,
  )
  const { pages, isWhole } = rows[0]!
  if (pages >= count && isWhole) return
  if (pages > 0) throw new Error('the kept folder was not filled to the end, or for fewer pages: remove it')
  const paragraphs = await realParagraphs()
  await client.query('set maintenance_work_mem = 1000000; set session_replication_role = replica')
  await client.query('drop index if exists document_pages_words, document_pages_pairs, document_words_words')
  // What is thrown away afterwards needs no log.
  await client.query('alter table document_pages set unlogged; alter table document_words set unlogged')
  const random = chance(7)
  let made = 0
  while (made < Math.min(count, distinctPages))
    made += await addDocuments(client, { paragraphs, random, from: made, most: distinctPages - made })
  await client.query('alter table document_pages alter column words drop expression if exists')
  // What further pages repeat is known when the first ones are.
  await client.query(`insert into document_words (document_id, words) select d.id, array(
      select lexeme from unnest(tsvector_to_array(d.words)) lexeme
      union select lexeme from document_pages p, unnest(tsvector_to_array(p.words)) lexeme
        where p.document_id = d.id and right(lexeme, 1) not in ('²', '⁴'))
    from documents d where not exists (select from document_words known where known.document_id = d.id)`)
  await client.query(`select learn_words_of(id) from documents`)
  for (let round = made / distinctPages; round < count / distinctPages; round++) await repeat(client, round)
  await client.query('create index document_pages_words on document_pages using gin (words)')
  await client.query('create index document_pages_pairs on document_pages using gin (word_pairs(words))')
  await client.query('create index document_words_words on document_words using gin (words)')
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze')
}

/** The first documents once more, each with another address, another year and the same pages. */
async function repeat(client: Measured['client'], round: number) {
  await client.query(
    `create temp table copied as select id as old, uuidv7() as new, slug from documents where slug like 'bericht-%' and slug not like '%-kopie-%'`,
  )
  await client.query(
    `insert into documents (id, slug, title, type, language, state, access, published_at, created_at, changed_at, dated, current_version)
      select new, copied.slug || '-kopie-' || $1::text, title, type, language, state, access, now(), now(), now(), (1990 + (dated::int + $1::int) % 36)::text, 1
      from copied join documents on id = old`,
    [round],
  )
  await client.query(`insert into document_versions (document_id, version, file_id, at, reading)
      select new, 1, file_id, at, reading from copied join document_versions on document_id = old`)
  await client.query(
    `insert into document_subjects select new, subject_id from copied join document_subjects on document_id = old`,
  )
  await client.query(
    `insert into document_words select new, words from copied join document_words on document_id = old`,
  )
  await client.query(`insert into document_pages (document_id, version, page, text, words)
      select new, version, page, text, words from copied join document_pages on document_id = old`)
  await client.query('drop table copied')
}

async function realParagraphs(): Promise<string[]> {
  const all: string[] = []
  for (const { file } of bookFiles()) {
    const reading = await readFile(file, 'pdf', { seconds: 120, megabytes: 512 })
    if (reading.state !== 'read') throw new Error(`${file} is ${reading.state}`)
    for (const page of reading.pages) {
      const lines = tidy(page).split('\n')
      for (let at = 0; at < lines.length; at += 6) all.push(lines.slice(at, at + 6).join('\n'))
    }
  }
  return all.filter(({ length }) => length > 100)
}

type Batch = { paragraphs: readonly string[]; random: () => number; from: number; most: number }

async function addDocuments(client: Measured['client'], { paragraphs, random, from, most }: Batch): Promise<number> {
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const lengths: number[] = []
  for (let left = Math.min(2000, most); left > 0; left -= lengths.at(-1)!)
    lengths.push(Math.min(left, 1 + Math.floor(120 * random() * random() * 1.33)))
  const titles = lengths.map(() => any(paragraphs).replace(/\s+/g, ' ').slice(0, 60).trim() || 'Bericht')
  const { rows } = await client.query(
    `with document as (insert into documents (slug, title, type, language, state, access, published_at, created_at, changed_at, dated, current_version)
       select 'bericht-' || ($1 + no)::text, title, (array['study', 'minutes', 'position', 'press'])[1 + no % 4], 'de', 'published',
         case when no % 20 = 0 then 'members' else 'public' end, now(), now(), now(), (1990 + no % 36)::text, 1
       from unnest($2::text[]) with ordinality as t (title, no) returning id, slug),
     about as (insert into document_subjects select document.id, s.id from document, subjects s
       where s.position % 5 = hashtext(document.slug) % 5),
     file as (insert into files (sha256, bytes, media_type, name, created_at) select sha256(slug::bytea), 1, 'application/pdf', 'a.pdf', now() from document returning id, sha256),
     version as (insert into document_versions (document_id, version, file_id, at, reading)
       select document.id, 1, file.id, now(), 'read' from document join file on sha256 = sha256(slug::bytea))
     select id from document order by slug`,
    [from, titles],
  )
  const owners = rows.flatMap(({ id }, index) =>
    Array.from({ length: lengths[index]! }, (_, page) => [id, page + 1] as const),
  )
  const texts = owners.map((_, index) => {
    const rare = (from + index) % 1000 === 0 ? `\nKennwort${(from + index) / 1000}` : ''
    return Array.from({ length: 5 }, () => any(paragraphs)).join('\n\n') + rare
  })
  await client.query(
    `insert into document_pages (document_id, version, page, text)
     select id, 1, page, text from unnest($1::uuid[], $2::int[], $3::text[]) as p (id, page, text)`,
    [owners.map(([id]) => id), owners.map(([, page]) => page), texts],
  )
  return owners.length
}

/** So many questions of each kind are asked before, of a program that has just started. */
const warmingUp = 6

/** How long whole pages of the search take, as a visitor gets them, the first time each question is asked. */
export async function times(house: Measured): Promise<Times[]> {
  for (const list of Object.values(await questionsFrom(house, 11)))
    for (const query of list.slice(-warmingUp)) await house.get(`/bibliothek?${query}`)
  const questions = await questionsFrom(house, 7)
  const all: Times[] = []
  for (const [kind, list] of Object.entries(questions)) {
    const taken: number[] = []
    const before = await processorTime(house)
    await house.get(`/bibliothek?q=Anfang${kind.length}`)
    for (const query of list) {
      const begun = performance.now()
      const html = await house.get(`/bibliothek?${query}`)
      taken.push(performance.now() - begun)
      if (!html.includes('<h2>')) throw new Error(`no answer to ${query}: ${html.slice(0, 300)}`)
    }
    all.push({ kind, ...spread(taken), own: ((await processorTime(house)) - before) / list.length })
  }
  return all
}

export function spread(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

async function questionsFrom({ client }: Measured, seed: number): Promise<Record<string, string[]>> {
  const random = chance(seed)
  const { rows } = await client.query<{ text: string }>(
    `select text from document_pages where document_id in (select id from documents order by md5(slug) limit 60) and page = 1`,
  )
  const words = rows.flatMap(({ text }) => text.match(/\p{Lu}\p{Ll}{4,}/gu) ?? [])
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]).map(([word]) => word)
  const common = sorted.slice(0, 30)
  const rare = sorted.slice(-200)
  const any = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const q = (text: string, more = '') => `q=${encodeURIComponent(text)}${more}`
  const some = (one: (n: number) => string) => Array.from({ length: askedOfEachKind }, (_, n) => one(n))
  const runs = rows.flatMap(({ text }) => text.replace(/\s+/g, ' ').match(/\p{L}{4,} \p{L}{2,} \p{L}{4,}/gu) ?? [])
  return {
    'one common word': some((n) => q(common[n]!)),
    'one rare word': some(() => q(any(rare))),
    'a word of one page in a thousand': some((n) => q(`Kennwort${n % 20}`)),
    'two common words': some(() => q(`${any(common)} ${any(common)}`)),
    'three words': some(() => q(`${any(common)} ${any(rare)} ${any(common)}`)),
    phrase: some(() => q(`"${any(runs)}"`)),
    'common word without another': some(() => q(`${any(common)} -${any(common)}`)),
    'common word, filtered twice': some((n) => q(common[n]!, `&jahr=${2000 + n}&thema=energy`)),
    'common word, by date': some((n) => q(common[n]!, '&folge=datum')),
    'typing error': some(() => q(any(common).replace(/(?<=^.{3})./u, ''))),
    'no word, filtered': some((n) => `jahr=${2000 + n}`),
  }
}
