import type { de } from './parts.de.ts'

export const en: typeof de = {
  parts: {
    facts: { title: 'Facts', one: 'Fact', empty: 'No facts yet.' },
    milestones: { title: 'Milestones', one: 'Milestone', empty: 'No milestones yet.' },
    groups: { title: 'Working groups', one: 'Working group', empty: 'No working groups yet.' },
    documents: { title: 'Documents', one: 'Document', empty: 'No documents yet.' },
    rooms: { title: 'Rooms', one: 'Room', empty: 'No rooms yet.' },
    tracks: { title: 'Tracks', one: 'Track', empty: 'No tracks yet.' },
  },
  newOne: (one) => `Add ${one.toLowerCase()}`,
}
