import { sections } from './corpus.ts'
import { fillLibrary, type Measured } from './house.ts'
import { type Judged, judged } from './judged.ts'
import { regional } from './region.ts'

export type Quality = { kind: string; count: number; ndcg: number; recall: number; first: number }
const atMost = 10

/**
 * How well the search answers the judged questions: nDCG@10 (Järvelin and Kekäläinen 2002, gain 2^grade − 1), recall of
 * all judged answers among the first twenty, and how often the first answer is one of the best. Per kind and for all.
 */
export async function quality(house: Measured): Promise<{ rows: Quality[]; documents: number; weak: string[] }> {
  const sources = [...regional, ...(await sections())]
  const known = new Set(sources.map(({ id }) => id))
  const missing = judged.flatMap(({ answers }) => Object.keys(answers)).filter((id) => !known.has(id))
  if (missing.length > 0) throw new Error(`not in the corpus: ${missing.join(', ')}`)
  const slugs = await fillLibrary(house, sources)
  await house.client.query('analyze')
  const measured: (Judged & { ndcg: number; recall: number; first: number; found: string[] })[] = []
  for (const one of judged) {
    const html = await house.get(`/bibliothek?q=${encodeURIComponent(one.q)}`)
    const found = [...html.matchAll(/<a href="\/bibliothek\/([\w-]+)"/g)].flatMap(([, slug]) => slugs.get(slug!) ?? [])
    measured.push({ ...one, found, ...scores(one.answers, found) })
  }
  const kinds = [...new Set(judged.map(({ kind }) => kind))]
  const rowOf = (kind: string, all: typeof measured): Quality => ({
    kind,
    count: all.length,
    ndcg: mean(all.map(({ ndcg }) => ndcg)),
    recall: mean(all.map(({ recall }) => recall)),
    first: mean(all.map(({ first }) => first)),
  })
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      measured.filter((one) => one.kind === kind),
    ),
  )
  const weak = measured
    .filter(({ ndcg }) => ndcg < 0.9)
    .map(({ q, ndcg, found }) => `${ndcg.toFixed(2)} ${q} → ${found.slice(0, 4).join(', ') || 'nothing'}`)
  return { rows: [...rows, rowOf('all', measured)], documents: sources.length, weak }
}

function scores(answers: Record<string, number>, found: readonly string[]) {
  const gain = (grade: number) => 2 ** grade - 1
  const sum = (grades: readonly number[]) =>
    grades.slice(0, atMost).reduce((total, grade, index) => total + gain(grade) / Math.log2(index + 2), 0)
  const ideal = Object.values(answers).toSorted((a, b) => b - a)
  const seen = found.slice(0, 20)
  return {
    ndcg: sum(found.map((id) => answers[id] ?? 0)) / sum(ideal),
    recall: Object.keys(answers).filter((id) => seen.includes(id)).length / ideal.length,
    first: answers[found[0] ?? ''] === ideal[0] ? 1 : 0,
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
