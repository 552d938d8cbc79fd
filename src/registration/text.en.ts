import type { de } from './text.de.ts'

export const en: typeof de = {
  form: {
    title: (edition) => `Registration: ${edition}`,
    home: 'Home',
    congresses: 'Congresses',
    crumb: 'Registration',
    intro:
      'Please fill in everything that is not marked “optional”. It takes about three minutes, and you do not need an account.',
    who: 'Who is coming?',
    name: 'Name',
    nameHint: 'As it should appear on your badge, with your title if you like.',
    email: 'E-mail address',
    emailHint: 'We will send your confirmation and your ticket there.',
    already: 'You are already registered with this address',
    alreadyWho: (name, number) => `${name}${number === null ? '' : `, number ${number}`}`,
    another: 'Register another person under this address',
    anotherHint: 'Please write their name above at “Name”.',
    organisation: 'Organisation',
    function: 'Position',
    place: 'Where are you from?',
    placeEmpty: 'Please choose',
    outside: 'from outside the metropolitan region',
    how: 'How will you take part?',
    left: (left, seats) => (left === '1' ? `1 of ${seats} places left` : `${left} of ${seats} places left`),
    current: 'Your current choice; your place is safe',
    full: 'All places are taken. You will go on the waiting list.',
    queue: 'Others are already waiting. You will go on the waiting list.',
    noMove: 'All places are taken; you cannot move there at the moment.',
    which: 'What would you like to attend?',
    whichHint: 'For those who come in person. Of sessions held at the same time you can choose one.',
    sessionNone: 'none of these',
    sessionLeft: (left) => (left === '1' ? '1 place left' : `${left} places left`),
    sessionFull: 'fully booked',
    need: 'What do you need?',
    needHint:
      'Optional. By telling us something here, you agree that we use it for your participation. Only those preparing the congress see it; it is deleted the day after, and you can delete it yourself at any time before.',
    food: 'Food',
    foodHint: 'For example vegetarian, or an allergy.',
    access: 'Access and communication',
    accessHint: 'For example a wheelchair space, sign language or captions.',
    listed: 'My name may appear on the list of participants',
    listedHint: 'Only participants see the list. You can change this at any time.',
    before: 'Before you register',
    beforeText: (until) =>
      `Taking part is free of charge. ${until ? `You can make changes until ${until} and cancel at any time.` : 'You can cancel at any time.'} We use what you tell us for this congress and delete it six months afterwards at the latest.`,
    privacy: 'More about privacy',
    consents: 'Consent',
    freeConsents: 'Consent (optional)',
    freeHint: 'You can withdraw this at any time on your personal page.',
    send: 'Register',
    sendWaiting: 'Join the waiting list',
    waiting:
      'There is no place free for this at the moment. By sending the form you join the waiting list; you have a place only once the office has promised you one.',
    yours: 'Your congress',
    day: 'When',
    venue: 'Place',
    cost: 'Cost',
    free: 'none',
    questions: 'Do you have questions, or would you rather register by telephone?',
    contact: 'Contact the office',
    lost: 'Already registered? Have your link sent again',
    example: 'This is an example. The congress will not take place, but what you enter is stored all the same.',
  },
  sent: {
    title: 'You have already sent this form',
    lead: 'The same form arrived again with different content. We have kept what you sent first; you can change it there.',
    first: 'Go to that registration',
    another: 'Register someone else',
  },
  shut: {
    title: {
      announced: 'Registration is not open yet',
      closed: 'Registration is closed',
      held: 'This congress is over',
    },
    lead: {
      announced: (when) =>
        when
          ? `It opens on ${when}. There is nothing you need to do until then.`
          : 'The opening day has not been set yet. You will find it on the page of the congress.',
      closed: (when) =>
        when
          ? `It closed on ${when}. If you are registered, you can still cancel.`
          : 'If you are registered, you can still cancel.',
      held: () => 'What was discussed there, and what has become of it, is in the documentation.',
    },
    route: 'The way to the congress',
    opens: 'Registration opens',
    closes: 'Registration closes',
    congress: 'Congress',
    later: 'date to be announced',
    calendar: 'Add the congress to your calendar',
    back: 'To the congress',
    results: 'To the documentation',
  },
  quoted: (name) => `“${name}”`,
  own: {
    title: {
      confirmed: 'You are registered',
      waiting: 'You are on the waiting list',
      cancelled: 'Your registration is cancelled',
    },
    lead: {
      confirmed: (email) =>
        `Your confirmation and ticket are going to ${email}. This page is yours alone: anyone who has the link can change your registration.`,
      waiting: (email) =>
        `You do not have a place yet: all of them are taken at the moment. If one becomes free, the office will write to ${email}. Please do not come without that mail. This page is yours alone.`,
      cancelled: () => 'You no longer have a place, nor any in the sessions.',
    },
    facts: {
      name: 'Name',
      organisation: 'Organisation',
      function: 'Position',
      region: 'From',
      email: 'E-mail',
      ticket: 'Participation',
      number: 'Number',
      code: 'Code',
      sessions: 'Programme',
      food: 'Food',
      access: 'Access',
      listed: 'List of participants',
      agreed: 'Consent',
      link: 'Link',
      when: 'When',
      doors: 'Doors',
      begin: 'Starts',
      where: 'Place',
    },
    yes: 'yes',
    no: 'no',
    none: 'no sessions chosen',
    online: 'online',
    onlineLink: 'The link will stand on the page of your registration as soon as the office has entered it.',
    onlineLinkHere: 'The link will stand here as soon as the office has entered it.',
    ticket: { on_site: 'Ticket (PDF)', online: 'Online ticket (PDF)' },
    calendar: 'Add to calendar',
    change: 'Change your registration',
    cancel: 'Cancel registration',
    consent: {
      given: (day) => `yes, since ${day}`,
      open: 'not given',
      give: 'Give consent',
      withdraw: 'Withdraw',
    },
    questions: 'The office answers questions:',
    contact: 'Contact',
    participants: 'List of participants',
    again: 'Register again',
    dropped: (names) =>
      `You now take part online. ${names} can be attended on site only; we have taken that out of your registration.`,
    waitingSessions: 'Sessions you would like',
    done: {
      changed: 'Your changes have been saved. A mail about them is on its way.',
      unchanged: 'There was nothing to change. Everything stays as it is.',
      email: 'Your new address now applies. This page has a new link, which we are also sending you.',
      consent: 'Saved. You can see below, under “Consent”, how it stands now.',
      kept: 'Your address stays as it was. This page has a new link, which we are also sending you.',
    },
  },
  change: {
    title: 'Change your registration',
    closed: (day) =>
      `Sessions and ticket type could be changed until ${day}. You can still change the rest, and cancel.`,
    send: 'Save changes',
    back: 'Back without changing anything',
  },
  cancel: {
    title: 'Cancel your registration?',
    text: {
      confirmed:
        'Your place and the sessions you booked will be released at once. You cannot get them back, but you can register again while registration is open.',
      waiting:
        'You will lose your position on the waiting list. You can register again while registration is open, but then at the end of the list.',
    },
    needs: 'What you told us about food and access is deleted at once.',
    send: 'Cancel registration',
    keep: { confirmed: 'Keep your place', waiting: 'Stay on the list' },
  },
  lost: {
    title: 'Have the link to your registration sent again',
    lead: 'Enter the e-mail address you registered with. We will send the links to all registrations made with it.',
    send: 'Send the link',
    sentTitle: 'Check your mailbox',
    sent: 'If there is a registration with this address, a mail is on its way. If nothing arrives, please check the address and your spam folder.',
  },
  participants: {
    title: 'List of participants',
    lead: 'These participants have agreed to be listed. Please do not pass the list on.',
    name: 'Name',
    organisation: 'Organisation',
    empty: 'Nobody is on the list yet.',
  },
  refused: {
    tooManyForAddress:
      'There have been 30 registrations with this address from your connection in the last hour. Please try again later or use another address.',
    alreadyHere:
      'You are already registered with this address. Please tick this box only if somebody else is coming as well.',
    notOpen: 'Registration is not open at the moment.',
    unknownDistrict: 'Please choose your district again.',
    unknownTicket: 'This ticket type is no longer available. Please choose again.',
    unknownSession: 'A session you chose can no longer be booked. Please choose again.',
    sessionsOnSite: 'These sessions take place at the venue. Please choose to take part on site, or choose no session.',
    sessionsOverlap: (first, second) =>
      `“${first}” and “${second}” take place at the same time. Please choose one of them.`,
    sessionFull: (names) =>
      `“${names}” has been fully booked in the meantime. Please choose something else; everything else has been kept.`,
    ticketFull: 'There are no places left for this ticket type. Your registration stays as it was.',
    consentMissing: (text) => `Please tick the box “${text}”. Registration is not possible without it.`,
    over: 'The congress has already taken place or the registration has been cancelled.',
    changedMeanwhile: 'The registration has been changed elsewhere in the meantime. Please check your entries again.',
  },
  mail: {
    title: {
      'registration.confirmed': 'Registration confirmed',
      'registration.waiting': 'On the waiting list',
      'registration.changed': 'Registration changed',
      'registration.cancelled': 'Registration cancelled',
      'registration.links': 'Link sent again',
      'registration.message': 'Message from the office',
    },
    subject: {
      'registration.confirmed': 'Your registration: {{congress}}',
      'registration.waiting': 'You are on the waiting list: {{congress}}',
      'registration.changed': 'Your registration has changed: {{congress}}',
      'registration.cancelled': 'Your cancellation: {{congress}}',
    },
    preheader: {
      'registration.confirmed': 'You are registered',
      'registration.waiting': 'You are on the waiting list',
      'registration.changed': 'Your registration has changed',
      'registration.cancelled': 'Your registration is cancelled',
    },
    intro: {
      'registration.confirmed':
        '**You are registered.** The ticket and an entry for the calendar are attached to this mail.',
      'registration.waiting':
        '**You are on the waiting list.** All places are taken at the moment. If one becomes free, we will write to you. Please do not come without that mail.',
      'registration.changed':
        '**Your registration has changed.** This is what applies now; your up-to-date ticket is attached to this mail.',
      'registration.cancelled':
        '**Your registration is cancelled.** Your place has been released. We are sorry that you cannot come.',
    },
    body: (intro) => `Dear {{name}},

${intro}

{{facts}}

{{link}}`,
    example: {
      name: 'First name Last name',
      congress: '5th Metropolitan Congress',
      when: 'Thursday, 19 October 2028, 9:30',
      where: 'Town hall',
      facts: 'When, place, participation, programme, number',
      links: 'A button for every registration',
    },
    messageWords: {
      subject: '{{subject}}',
      body: `Hello {{name}},

{{text}}

{{link}}`,
    },
    messageExample: {
      subject: 'Your registration',
      text: 'There is a place for you in the workshop now. Would you like to have it?',
    },
    manage: 'View, change or cancel your registration',
    again: 'Coming after all? Register again',
    private: 'This link is yours alone. Please do not pass this mail on.',
    exampleNote: 'Example: this congress will not take place.',
    lostSubject: 'Your registrations',
    lostIntro: 'You asked for the link to your registration. If you did not, you can delete this mail.',
    lostOpen: (edition, name) => `${edition}: ${name}`,
    privateAll: 'Whoever has these links can change the registrations. Please do not pass this mail on.',
    lostNumber: (no) => `number ${no}`,
    twice: (numbers) =>
      `There is another registration with this name and address for this congress: number ${numbers}.`,
    twiceDo: 'One is enough. If this was a mistake, please give up this place so that someone else can have it:',
    twiceLink: 'give up this place',
    others: (names) => `Also registered for this congress with the same address: ${names.join(', ')}.`,
    ticketFile: { on_site: 'Ticket', online: 'Online-ticket' },
    calendarFile: 'Calendar',
  },
  deeds: {
    'registration.created': 'Registration received',
    'registration.confirmed': 'Place given',
    'registration.changed': 'Registration changed',
    'registration.cancelled': 'Registration cancelled',
    'registration.links_asked': 'Link requested again',
    'registration.links_sent': 'Links sent again',
    'registration.consent_given': 'Consent given',
    'registration.consent_withdrawn': 'Consent withdrawn',
    'registration.written': 'Message written',
    'registration.erased': 'Personal data erased',
    'registration.networks_erased': 'Networks of registrations forgotten',
    'registration.needs_erased': 'Food and access needs erased',
  },
  fields: {
    state: 'Status',
    number: 'Number',
    name: 'Name',
    email: 'E-mail',
    organisation: 'Organisation',
    function: 'Position',
    place: 'District',
    isListed: 'On the list',
    ticketType: 'Participation',
    sessions: 'Programme',
    consent: 'Text',
    consentWay: 'Agreed',
    subject: 'Subject',
    reason: 'Reason',
  },
}
