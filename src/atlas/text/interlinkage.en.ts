import type { de } from './interlinkage.de.ts'

export const en: typeof de = {
  interlinkage: {
    title: 'Interlinkage',
    lead: 'What binds the regions in traffic, economy and science, and what their organisations do here together.',
    across: 'How much reaches across borders',
    acrossText: 'Share of the relations that bind two regions. All lengths are on one scale.',
    shareOf: {
      commuters: 'of those who commute between districts work in another region.',
      projects: 'of the joint projects between districts bind regions.',
      publications: 'of the joint publications between districts bind regions.',
      own: (things) => `of the ${things} working groups and projects of several organisations bind regions.`,
    },
    missing: {
      commuters: 'Commuters have not been loaded yet.',
      projects: 'For the economy no joint projects have been loaded yet; this is not zero.',
      publications: 'For science no joint publications have been loaded yet; this is not zero.',
    },
    pairs: 'Each two regions',
    pairsText: 'Both directions together. What is not known is shown as such.',
    pair: 'Regions',
    kinds: {
      commuters: 'Traffic: commuters',
      projects: 'Economy: projects',
      publications: 'Science: publications',
      own: 'Groups and projects here',
    },
    cosine: 'Closeness (cosine)',
    method: {
      commuters: 'People who live in one region and work in the other; sums of the relations of districts.',
      projects: 'Joint projects by the seats of those who take part, as soon as a load of this kind is published.',
      publications: 'Joint publications by the seats of the institutions, as soon as a load of this kind is published.',
      own: 'Public working groups and projects of two organisations or more whose seat is known. Closeness: the number of joint ones by the root of the product of both regions’ numbers (cosine after G. Salton and M. J. McGill, Introduction to Modern Information Retrieval, 1983); 0 is nothing together, 1 everything.',
    },
  },
}
