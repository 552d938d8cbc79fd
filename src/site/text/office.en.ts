import type { de } from './office.de.ts'

export const en: typeof de = {
  overview: {
    title: 'Overview',
    menu: 'Overview',
    attention: 'To do now',
    calm: 'Nothing needs your attention.',
    more: 'Other areas',
    days: (left) => (left === 1 ? 'day until the congress' : 'days until the congress'),
    thisWeek: (count) => (count === 1 ? 'registration in seven days' : 'registrations in seven days'),
    seats: (seats) => `of ${seats} places taken`,
    taken: 'places taken',
    waiting: 'on the waiting list',
    registrations: 'Registrations',
    edit: 'Edit the congress',
    blanks: (count) =>
      count === 1
        ? 'One detail for the imprint and other required pages is missing'
        : `${count} details for the imprint and other required pages are missing`,
    openReports: (count) =>
      count === 1 ? 'One report has not been dealt with yet' : `${count} reports have not been dealt with yet`,
    english: (count) =>
      count === 1 ? 'The English text of one page is missing' : `The English text of ${count} pages is missing`,
    example: 'This installation shows example data. To begin one of your own: npm start -- --empty',
  },
  pages: {
    menu: 'Pages',
    title: 'Pages',
    lead: 'Texts that you write yourself. Every version is kept.',
    add: 'New page',
    columns: {
      title: 'Title',
      address: 'Address',
      menu: 'Menu',
      state: 'State',
      changed: 'Changed',
      english: 'English',
    },
    states: { published: 'published', changed: 'has a draft', draft: 'draft' },
    english: { there: 'available', missing: 'missing' },
    menus: { none: 'no menu', main: 'main menu', aids: 'top right', foot: 'bottom of the page' },
    empty: 'There are no pages yet.',
  },
  edit: {
    newTitle: 'New page',
    title: 'Title',
    text: 'Text',
    textHint:
      '## makes a heading, **this** makes something important, - begins a list item, [word](address) is a link. {{operator_name}} inserts one of the operator’s details.',
    preview: 'Preview',
    previewTitle: 'Preview',
    previewLead: 'This is how visitors read it. Nothing of it has been saved yet.',
    inserted: 'The picture is in the text now. It has not been saved yet.',
    picture: {
      title: 'Insert a picture',
      choose: 'Which picture?',
      chooseHint:
        'It goes to the end of the text, or where you have written {{picture}}. These are the latest pictures that are public.',
      alt: 'What does the picture show?',
      altHint:
        'One sentence for everybody who does not see it. If empty, the description given at the upload is taken.',
      insert: 'Insert',
      chooseFirst: 'Please choose a picture.',
      altMissing: 'Please describe the picture for everybody who does not see it.',
      none: 'There is no public picture yet.',
      toFiles: 'Upload pictures',
    },
    savedPublic: 'Saved and published.',
    savedDraft: 'Saved as a draft; this version is not published yet.',
    slugDe: 'Address, German',
    slugEn: 'Address, English',
    slugHint: 'Empty: from the title. Otherwise lower-case letters, digits and hyphens',
    slugEnHint: 'Left empty, the German one counts',
    menu: 'Place in the menu',
    position: 'Order in the menu',
    publish: 'Publish this version',
    publishHint: 'If this is not ticked, it stays a draft; visitors keep seeing the last published version.',
    save: 'Save',
    view: 'View the page',
    history: 'Versions',
    withdraw: 'Take the page offline',
    content: 'Content',
    place: 'Address and menu',
    finish: 'Save',
  },
  history: {
    title: (name) => `Versions: ${name}`,
    version: (no) => `Version ${no}`,
    by: (who, when) => `${who}, ${when}`,
    system: 'with the installation',
    current: 'current',
    published: 'published',
    restore: 'Restore as a draft',
    difference: (from, to) => `Difference from version ${from} to ${to}`,
    nothing: 'No difference in the text.',
    removed: 'removed',
    added: 'new',
  },
  operator: {
    menu: 'Operator details',
    title: 'Operator details',
    lead: 'What only you can know. These details appear in the imprint, the privacy notice, the contact page and the accessibility statement.',
    open: (count) =>
      count === 0
        ? 'All required details are there.'
        : count === 1
          ? 'One required detail is missing.'
          : `${count} required details are missing.`,
    usedOn: 'Still missing on',
    groups: {
      operator: 'Who operates the pages',
      duties: 'For the imprint and the privacy notice',
      accessibility: 'Accessibility',
    },
    hints: {
      operator_address: 'Street and number, postal code and town; a post office box is not enough.',
      representative: 'For example: the chairwoman, by name.',
      vat_number: 'For example DE123456789. Whoever has none leaves the field empty.',
      editor_responsible: 'Name and address of one person.',
      accessibility_known_gaps: 'Empty means: none are known.',
      sign_language_video: 'Address of the video, with https://.',
    },
    save: 'Save',
    saved: 'Saved.',
    blankLabels: { accessibility_checked_on: 'date of the check' },
    keys: {
      operator_name: 'Name of the operator',
      operator_address: 'Postal address',
      operator_phone: 'Telephone',
      operator_email: 'E-mail address',
      representative: 'Authorised representative',
      legal_form: 'Legal form',
      supervisory_authority: 'Supervisory authority',
      vat_number: 'VAT identification number',
      editor_responsible: 'Responsible for the content',
      data_protection_officer: 'Data protection officer',
      hosting_provider: 'Server operated by',
      accessibility_contact: 'Contact for accessibility',
      accessibility_checked_on: 'Accessibility checked on',
      accessibility_known_gaps: 'Known barriers',
      sign_language_video: 'Video in sign language',
    },
  },
  reports: {
    menu: 'Reports',
    title: 'Reports',
    lead: 'Barriers and questions that visitors have reported. An answer is due within four weeks.',
    columns: {
      when: 'Received',
      kind: 'Kind',
      page: 'Page',
      text: 'Message',
      email: 'Answer to',
      state: 'State',
      answer: 'Answer',
    },
    one: { barrier: 'A reported barrier', question: 'A question' },
    due: (day) => `answer by ${day}`,
    answered: (moment, who) => `${moment}, ${who}`,
    gone: 'somebody whose account was deleted',
    answerTitle: 'Answer',
    labels: { answer: 'Answer', way: 'What happens with it?', staysOpen: 'The report stays open' },
    ways: {
      mail: (address) => `Send it as a mail to ${address}, with the message below it`,
      note: 'Only note it, for example after a phone call',
    },
    noAddress: 'No address was given; the answer is only noted.',
    send: 'Answer',
    note: 'Note the answer',
    mailed: 'Sent as a mail on',
    back: 'Back',
    done: { mail: 'The answer is on its way by mail.', note: 'The answer is noted; no mail is sent.' },
    kept: 'Messages and answers are deleted one year after they came.',
    kinds: { barrier: 'Barrier', question: 'Question' },
    states: { open: 'open', done: 'done' },
    empty: 'Nobody has come across an obstacle.',
    emptyHint: 'When somebody reports a barrier or asks a question, it appears here and on the overview.',
    none: 'no address',
  },
  refused: {
    unknownBlank: (names) =>
      `There is no such placeholder: ${names}. You will find all of them under “Operator details”.`,
    answerMissing: 'Please write what you answer.',
    noAddress: 'There is no address with this report. You can only note the answer.',
    answeredMeanwhile:
      'Somebody else has answered meanwhile; the answer stands further up. Your text is still here and has not been sent.',
    slugTaken: 'Another page has this address already.',
    mayNotPublish: 'Only the office can publish. Save the version as a draft.',
    changedMeanwhile:
      'Somebody else has changed the page in the meantime. What you typed is still here; the new version is under Versions.',
    pageIsRequired: 'This page is required by law and cannot be taken offline.',
  },
  mail: {
    reportSubject: { barrier: 'A barrier was reported', question: 'A question has come in' },
    reportTitle: 'Report to the office',
    reportWords: {
      subject: '{{kind}}',
      body: `A message has come in through the website:

{{text}}

{{link}}`,
    },
    reportExample: 'The map on the page “How to get there” cannot be used by keyboard.',
    open: 'Open in the office',
    answerTitle: 'Answer to a report or a question',
    answerWords: {
      subject: 'Answer to your message',
      body: `{{answer}}

You had written to us:

{{message}}`,
    },
    answerExample: 'Hello, thank you for telling us. The map can be used by keyboard now.',
  },
  deeds: {
    'page.created': 'Page created',
    'page.changed': 'Page changed',
    'page.restored': 'Version restored',
    'page.unpublished': 'Page taken offline',
    'operator.told': 'Operator details changed',
    'report.barrier': 'Barrier reported',
    'report.question': 'Question asked',
    'report.mailed': 'Report answered by mail',
    'report.answered': 'Answer to a report noted',
    'report.settled': 'Report dealt with',
    'report.reopened': 'Report opened again',
    'report.erased': 'Reports deleted after one year',
    'installation.filled': 'Example installation filled',
  },
}
