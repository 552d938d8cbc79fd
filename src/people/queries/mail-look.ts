import { regionTokens } from '../../design/index.tsx'
import { inLanguage } from '../../platform/language.ts'
import type { MailPage } from '../../platform/mail-page.tsx'
import type { Visit } from '../../platform/visit.ts'

/** What makes a mail this installation's: language, name, lines. The region stands on this room, so it is read here. */
export async function mailLook(
  visit: Pick<Visit, 'read' | 'language'>,
): Promise<Pick<MailPage, 'language' | 'installation' | 'regions'>> {
  const [installation, regions] = await Promise.all([
    visit.read.selectFrom('installation').select('name').executeTakeFirst(),
    visit.read.selectFrom('regions').select(['no', 'name', 'colours']).orderBy('no').execute(),
  ])
  return {
    language: visit.language,
    installation: installation ? inLanguage(visit.language, installation.name) : 'Metropol',
    regions: regions.map(({ no, name, colours }) => {
      const { field, on } = regionTokens({ no, ...(colours as { field: { light: string } }) })
      return { no, name: inLanguage(visit.language, name), colour: field.light, on: on.light }
    }),
  }
}
