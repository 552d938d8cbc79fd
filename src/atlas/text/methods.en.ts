import type { de } from './methods.de.ts'

export const en: typeof de = {
  methods: {
    title: 'About these figures',
    lead: 'By which methods the atlas computes, orders and draws, and where they are described.',
    more: 'Methods and literature',
    names: {
      intramax: 'Groups from flows: Intramax',
      zones: 'Commuting zones of the cities',
      closeness: 'Closeness of two regions: cosine',
      correlation: 'Relation of two indicators: rank correlation',
      classes: 'Classes on maps: natural breaks',
      colours: 'Colours that everybody can tell apart',
      secrecy: 'Secret values',
    },
    texts: {
      closeness:
        'The number of joint working groups and projects divided by the square root of the product of both regions’ numbers; 0 means nothing in common, 1 everything.',
      classes:
        'The values of each class lie as close together as this number of classes allows; computed after Fisher, known after Jenks. Classes with equally many territories (quantiles) can be chosen instead.',
      colours:
        'Greys and colours are chosen so that they can be told apart with protanopia, deuteranopia and tritanopia as well; this is checked by computation.',
    },
  },
}
