// A program of its own: makes citations as it is asked for them, and ends with who asks. What it loads takes a second and
// some 100 MB, which only those pay who cite.
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import type { Answer, Question } from './question.ts'

function cited({ item, format }: Question): string {
  const cite = new Cite(item)
  if (format === 'bib' || format === 'ris') return cite.format(format === 'bib' ? 'bibtex' : 'ris')
  return cite.format('bibliography', { template: 'apa', lang: format, format: 'text' }).trim()
}

process.on('disconnect', () => process.exit(0))
process.on('message', (question: Question) => {
  const answer: Answer = { id: question.id, text: cited(question) }
  process.send!(answer)
})
