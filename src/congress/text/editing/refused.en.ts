import { fileRefused } from '../../../platform/file-text.ts'
import type { de } from './refused.de.ts'

export const en: typeof de = {
  refused: {
    ...fileRefused.en,
    fileNoPicture: 'This is not a picture. PNG, JPEG, WebP and GIF are possible.',
    fileMissing: 'Please choose a picture.',
    sourceUnknown: 'This source is no longer there. Please choose another one.',
    sourceTitleMissing: 'Please give the source a name as well.',
    changedMeanwhile:
      'Somebody has changed this page in the meantime. What you typed is still here; where it differs, the stored state stands beside it. Saving again keeps what you typed.',
    slugTaken: 'Another congress has this address.',
    slugReserved: 'This address is needed for something else. Please choose another.',
    editionPublic:
      'This congress is not a draft: its page is or was public, and others link to it. Only drafts can be deleted. If it should no longer be seen, set its state to “draft” by hand.',
    editionHasRegistrations: (count) =>
      `There ${count === '1' ? 'is one registration' : `are ${count} registrations`} for this congress, cancelled ones included. They would be lost with it; therefore it stays.`,
    numberTaken: 'The series has this number already.',
    startMissing: 'Please give the start as well.',
    endBeforeStart: 'The end is not after the start.',
    doorsAfterStart: 'The doors open after the start.',
    dayMissing: 'Please give the start or an approximate day.',
    closesBeforeOpens: 'Registration closes before it opens.',
    seatsBelowTaken: (taken) => `${taken} places are taken; fewer are not possible.`,
    roomTaken: (title, from, to) => `This room is taken then: “${title}”, ${from} to ${to}.`,
    bookingsOverlap: (count) =>
      `${count === '1' ? 'One person has' : `${count} people have`} booked something else at that time; they are listed below. Nothing has been saved yet. “Save anyway” moves the session and leaves the bookings as they are.`,
    bookableNeedsTimes: 'A session that can be booked needs a start and an end.',
    seatsNeedBooking: 'Places only count where the session can be booked.',
    sessionIsBooked: (count) =>
      count === '1'
        ? 'One person has booked this session; it must stay bookable.'
        : `${count} people have booked this session; it must stay bookable.`,
    sessionHasBookings: (count) =>
      count === '1'
        ? 'One person has booked this session. It can be deleted once nobody has it booked.'
        : `${count} people have booked this session. It can be deleted once nobody has it booked.`,
    partInUse: (title, more) =>
      more === '0' ? `Still in use: “${title}”.` : `Still in use: “${title}” and ${more} more sessions.`,
    organisationTwice: (name) => `“${name}” is there already in this part.`,
  },
}
