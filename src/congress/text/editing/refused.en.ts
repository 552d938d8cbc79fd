import { fileRefused } from '../../../platform/file-text.ts'
import type { de } from './refused.de.ts'

export const en: typeof de = {
  refused: {
    groupWorks:
      'There is work in this group. Please close the group instead of deleting it: what it has written stays.',
    ...fileRefused.en,
    fileNoPicture: 'This is not a picture. Please choose a PNG, JPEG, WebP or GIF file.',
    fileMissing: 'Please choose a picture.',
    sourceUnknown: 'This source no longer exists. Please choose another one.',
    sourceTitleMissing: 'Please enter the title of the source as well.',
    changedMeanwhile:
      'Somebody has changed this page in the meantime. What you typed is still here; where it differs, the saved version is shown beside it. Saving again keeps what you typed.',
    slugTaken: 'Another congress already uses this address.',
    slugReserved: 'This address is reserved. Please choose another one.',
    editionPublic:
      'This congress is not a draft: its page is or was public, and others link to it. Only drafts can be deleted. To hide it, set its status to “draft” by hand.',
    editionHasRegistrations: (count) =>
      `There ${count === '1' ? 'is one registration' : `are ${count} registrations`} for this congress, cancelled ones included. They would be lost with it, so it cannot be deleted.`,
    numberTaken: 'The series already has a congress with this number.',
    startMissing: 'Please enter the start as well.',
    endBeforeStart: 'The end must be after the start.',
    doorsAfterStart: 'The doors must open before the start.',
    dayMissing: 'Please enter the start or an approximate date.',
    closesBeforeOpens: 'Registration must close after it opens.',
    seatsBelowTaken: (taken) => `${taken} places are already taken; the number cannot be lower.`,
    roomTaken: (title, from, to) => `This room is already taken at that time: “${title}”, ${from} to ${to}.`,
    bookingsOverlap: (count) =>
      `${count === '1' ? 'One person has' : `${count} people have`} booked something else at that time; they are listed below. Nothing has been saved yet. “Save anyway” moves the session and leaves the bookings as they are.`,
    bookableNeedsTimes: 'A session that can be booked needs a start and an end.',
    seatsNeedBooking: 'Only sessions that can be booked can have a number of places.',
    sessionIsBooked: (count) =>
      count === '1'
        ? 'One person has booked this session; it must remain open for booking.'
        : `${count} people have booked this session; it must remain open for booking.`,
    sessionHasBookings: (count) =>
      count === '1'
        ? 'One person has booked this session. It can be deleted once there are no more bookings.'
        : `${count} people have booked this session. It can be deleted once there are no more bookings.`,
    partInUse: (title, more) =>
      more === '0'
        ? `Still in use: “${title}”.`
        : `Still in use: “${title}” and ${more} other ${more === '1' ? 'session' : 'sessions'}.`,
    organisationTwice: (name) => `“${name}” has already been added in this role.`,
  },
}
