import type { de } from './municipal.de.ts'

export const en: typeof de = {
  level: 'Municipality',
  lead: (kind, district, asOf) => `${kind}, ${district}, within its boundaries of ${asOf}.`,
  city: (kind, asOf) => `${kind}, a district of its own, within its boundaries of ${asOf}.`,
  mapTitle: (name, district) => `${name} among the municipalities of ${district}`,
  figures: 'What is known',
  figuresText:
    'Every indicator there is for municipalities, beside the district’s. The rank counts among the municipalities of the district, from the highest value.',
  none: 'There are no indicators for this municipality yet. That does not mean zero.',
  district: 'District',
  title: (indicator) => `${indicator} by municipality`,
  fineLead: (known, all, asOf) =>
    known === all
      ? `All ${all} municipalities, ${asOf}.`
      : `There is a value for ${known} of ${all} municipalities, ${asOf}.`,
  all: 'All districts',
  choose: (n, most) => `${n} municipalities cannot be read on one map (${most} at most). Please choose a district.`,
  noMap: 'Boundaries of municipalities have not been loaded yet.',
  inOrder: 'In order',
  shown: (shown, all) =>
    shown === all ? `All ${all} municipalities.` : `The first ${shown} of ${all} municipalities; all are in the file.`,
  protected:
    'Where a single municipality of a district is secret, the smallest of the others stays secret as well: otherwise the district’s total would give the value away.',
  toFine: 'By municipality',
}
