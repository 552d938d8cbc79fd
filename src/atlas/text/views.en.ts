import { counted } from '../../platform/language.ts'
import type { de } from './views.de.ts'

export const en: typeof de = {
  views: {
    names: {
      map: 'Map',
      places: 'Districts by size',
      years: 'Over time',
      slope: 'Change between two years',
      pyramid: 'Ages',
      relation: 'Two indicators against each other',
      regions: 'Flows between the regions',
      paths: 'Network plan of the ways',
      balance: 'In minus out',
    },
    leads: {
      map: 'An indicator on the map: shares as greys, counts as circles.',
      places: 'An indicator for each district on one scale.',
      years: 'How an indicator has developed year by year.',
      slope: 'A beginning and an end: what has risen and what has fallen.',
      pyramid: 'Women at the left, men at the right, the youngest below.',
      relation: 'Whether one indicator is high where the other is.',
      regions: 'At the left where people live, at the right where they work.',
      paths: 'Each relation on the shortest way across neighbouring districts.',
      balance: 'Which districts gain by the ways to work.',
    },
    choices: {
      kennzahl: 'Indicator',
      waagrecht: 'Across',
      senkrecht: 'Up',
      jahr: 'Year',
      von: 'From',
      ebene: 'Territories',
      klassen: 'Classes',
      ort: 'Territory',
      richtung: 'Direction',
      ab: 'Relations',
      art: 'What',
    },
    others: 'Other views',
    ofThis: 'As a chart, to take along and to cite',
    reformed: (days) =>
      `Other boundaries of districts since: ${days}. Values before and after are not of the same areas; they are not converted.`,
    oneYear: 'Only one year is known',
    risen: (risen, all, from) =>
      risen === 0
        ? `Risen nowhere since ${from}`
        : risen === all
          ? `Risen everywhere since ${from}`
          : `Risen in ${counted('en', risen)} of ${all} territories since ${from}`,
    most: (most, least) =>
      `${most.change > 0 ? 'Risen most' : 'Fallen least'}: ${most.name} (${most.by}), ${least.change < 0 ? 'fallen most' : 'risen least'}: ${least.name} (${least.by}).`,
    start: (from) => `${from} = 100`,
    indexedChange: (from) => `The lines show ${from} as 100; the values themselves stand in the table.`,
    indexed: (from) => `The lines show ${from} as 100; the numbers are the values themselves.`,
    women: 'Women',
    men: 'Men',
    age: 'Age in years',
    largest: (age) => `Most are ${age} years old`,
    largestText: (age, people) => `The group of ${age} years has ${people} people.`,
    newerExist: (version) => `Data version ${version}. There are newer data by now.`,
    reduced: 'Since this version was cited, the office has taken back figures of it; they are missing here.',
    take: 'Take along and cite',
    lasting: (version) =>
      `Data version ${version}. This address shows exactly these figures for ever, and says when there are newer ones:`,
    cite: 'Cite',
    citation: (one) =>
      `${one.who}: ${one.name}. ${one.source && `Source: ${one.source}. `}Atlas, data version ${one.version}. ${one.address} (accessed ${one.day}).`,
    quoteHere: 'Show it in a text here',
    quote:
      'In papers, sessions, positions and pages: this line, alone in a paragraph, shows the figure there with its state.',
    embed: 'Embed',
    embedText: 'This line shows the view on another page, with source and table, without cookies:',
  },
}
