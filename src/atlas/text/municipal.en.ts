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
    'Beside secret values the smallest others stay secret as well where needed: otherwise totals would give them away (Handbook on Statistical Disclosure Control, 2nd edition 2024, section 4.2.2). A secret value can still be estimated.',
  toFine: 'By municipality',
}
