import { room } from '../platform/room.ts'
import { forgetIntakes, harvestIntake, runIntake } from './jobs.ts'
import { paths } from './paths.ts'
import { intakesThatWait } from './queries.ts'
import { routes } from './routes.tsx'
import { text } from './text.ts'

export const intake = room({
  name: 'intake',
  routes,
  jobs: { forgetIntakes, harvestIntake, runIntake },
  clock: [{ at: '41 3 * * *', job: 'forgetIntakes' }],
  async attention(visit) {
    const count = await intakesThatWait(visit)
    return count > 0 ? [{ text: text[visit.language].attention(count), href: paths.intakes.at(visit.language) }] : []
  },
  recorded(language) {
    const { deeds, recorded, recordedStates } = text[language]
    return { deeds, fields: recorded, values: { became: recordedStates } }
  },
})
