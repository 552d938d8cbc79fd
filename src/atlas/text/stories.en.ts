import type { de } from './stories.de.ts'

export const en: typeof de = {
  stories: {
    title: 'Stories of the atlas',
    lead: 'Pages where text and views belong together. They can be read as soon as you publish them.',
    menu: 'Write stories',
    all: 'All stories',
    none: 'None has been written yet',
    columns: { title: 'Title', state: 'State' },
    published: 'published',
    draft: 'draft, for the office alone',
    begin: 'New story',
    isWhy: 'Begin with “Why a metropolitan region?”: shares, ties and method, computed from the figures',
    head: 'Title and introduction',
    fields: {
      title: 'Title',
      titleDe: 'Title',
      lead: 'Introduction',
      leadDe: 'Introduction',
      kind: 'What stands here',
      order: 'Place',
      address: 'Address of the view',
      textDe: 'Text in German',
      textEn: 'Text in English',
    },
    addressHint:
      'Each view of the atlas has its address under “Take along and cite”. With “fassung” in it it stays as it is; without it always shows the newest figures.',
    textHint: 'Markdown: ## heading, **important**, [text](address).',
    kinds: {
      text: 'Text',
      view: 'View of the atlas',
      core: 'Computed: shares of the core region',
      ties: 'Computed: who commutes across borders',
      together: 'Computed: what belongs together (Intramax)',
      zones: 'Computed: commuting zones of the cities',
      method: 'How it is counted',
    },
    part: (no) => `Part ${no}`,
    another: 'One more part',
    nothing: 'nothing',
    remove: 'nothing (remove this part)',
    save: 'Save',
    saveText: 'The parts stand in the order of their places. Then there is room for one more.',
    saved: 'Saved',
    look: 'How it looks',
    publish: 'Publish right after saving: then everybody can read the story',
    withdraw: 'Withdraw',
    more: 'Stories',
    refused: {
      noView:
        'This address leads to no view. Open the view in the atlas and take the address that stands there under “Take along and cite”; it contains “/atlas/views/”.',
      changedMeanwhile:
        'The story has been changed elsewhere in the meantime. Please load the page anew and enter your change again.',
      tooManyBlocks: 'A story has 40 parts at most. Please remove one.',
    },
  },
}
