import type { de } from './text.de.ts'

export const en: typeof de = {
  counts: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
  problems: {
    missing: 'Please fill in this field.',
    choose: 'Please choose one of the options.',
    agree: 'Please agree; it is not possible without.',
    tooLong: (most) => `This is too long. At most ${most} characters fit.`,
    tooShort: (least) => `This is too short. At least ${least} characters are needed.`,
    email: 'This e-mail address is not complete. Example: name@district.example',
    emailNoAt: 'The @ sign is missing. Example: name@district.example',
    emailLetter: (letter) =>
      `There is “${letter}” before the @ sign. We cannot be sure to reach addresses with such letters before the @; after it they are fine. Please give another address.`,
    number: 'Please enter a whole number.',
    tooSmall: (least) => `The number must be at least ${least}.`,
    tooLarge: (most) => `The number must be at most ${most}.`,
    date: 'Please give day and time, for example 19/10/2028, 09:00.',
    day: 'Please give a day, for example 19/10/2028.',
    phone: 'Please give a telephone number, for example +49 711 123456.',
    link: 'Please give a complete address that starts with https://.',
    slug: 'Only small letters, digits and single dashes, for example: about-us',
    pattern: 'There are characters here that do not fit.',
    unknownChoice: 'This option does not exist or no longer exists. Please choose again.',
    invalid: 'This does not fit.',
  },
  meanwhile: {
    taken: (now) => (now ? `Changed meanwhile and taken over here: “${now}”` : 'Emptied meanwhile, and so here.'),
    merged: () => 'Both changes stand here together. Please read them.',
    both: (now) => `${now ? `Saved meanwhile: “${now}”` : 'Saved meanwhile: nothing'}. What you entered stands here.`,
  },
}
