import type { de } from './mail.de.ts'

export const en: typeof de = {
  footer: 'You get this e-mail because somebody gave your address in a working group.',
  greeting: (name) => (name ? `Dear ${name},` : 'Hello,'),
  office: 'The office',
  titles: {
    invited: 'Invitation to a working group',
    confirm: 'Confirm joining',
    asked: 'Somebody asks to join a working group',
    admitted: 'Admitted to a working group',
  },
  buttons: {
    invited: 'See the invitation',
    confirm: 'Confirm the address',
    asked: 'See the request',
    admitted: 'To the working group',
  },
  standard: {
    invited: {
      subject: 'Invitation: working group {{group}}',
      body: '{{greeting}}\n\n{{by}} invites you to the working group **{{group}}**, as {{part}}. The group works towards a congress: {{congress}}.\n\n{{link}}\n\nThere you accept or decline. Without an answer we delete your details after 60 days.',
    },
    confirm: {
      subject: 'Please confirm: working group {{group}}',
      body: 'With this address somebody wants to join the working group **{{group}}** ({{congress}}). Was it you? Then please confirm.\n\n{{link}}\n\nIf it was not you, do nothing. We delete the details after 60 days.',
    },
    asked: {
      subject: 'Request: working group {{group}}',
      body: 'Somebody wants to join your working group **{{group}}**.\n\n{{link}}',
    },
    admitted: {
      subject: 'Welcome to the working group {{group}}',
      body: 'You are now a member of the working group **{{group}}** ({{congress}}).\n\n{{link}}',
    },
  },
  example: {
    greeting: 'Dear Anna Example,',
    group: 'Artificial intelligence',
    congress: '4th metropolitan congress',
    by: 'The office',
    part: 'member',
  },
}
