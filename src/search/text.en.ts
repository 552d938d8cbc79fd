import type { de } from './text.de.ts'

export const en: typeof de = {
  home: 'Home',
  title: 'Search',
  lead: 'In everything published here: documents page by page, programmes, congresses, results, projects, positions, organisations, pages; people who agreed.',
  label: 'Search',
  words: 'Words to search for',
  hint: 'All words must be there. “In quotation marks” looks for exactly these words, a minus in front leaves out: -rail.',
  found: (count) =>
    count === 0 ? 'Nothing found' : count === 1 ? 'One result' : `${count.toLocaleString('en-GB')} results`,
  none: 'Check the spelling, or use fewer words.',
  description: (name) => `Search in documents, programmes and pages: ${name}`,
}
