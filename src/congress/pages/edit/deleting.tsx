import { Actions, ButtonLink, Confirm, List, Notice } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { inLanguage } from '../../../platform/language.ts'
import { paths } from '../../paths.ts'
import type { Going } from '../../queries/deleting.ts'
import { useEditing } from '../../text/editing.ts'
import { type Edited, Shell } from './shell.tsx'

type Props = {
  edition: Edited
  going: readonly { name: Going; count: number }[]
  registrations: number
  isDraft: boolean
  /** Why it could not be deleted when that was tried. */
  refused?: string | undefined
}

/** Says what goes with a draft before it is deleted; says why an edition can't be. */
export function RemoveEditionPage({ edition, going, registrations, isDraft, refused }: Props) {
  const { language } = useFrame()
  const t = useEditing()
  const why = isDraft
    ? registrations > 0 && t.refused.editionHasRegistrations(String(registrations))
    : t.refused.editionPublic
  const back = paths.edit.at(language, { edition: edition.slug })
  return (
    <Shell edition={edition} tab="overview" title={t.removeTitle(inLanguage(language, edition.title))}>
      {why || refused ? (
        <>
          <Notice kind="warning">
            <p>{why || refused}</p>
          </Notice>
          <Actions>
            <ButtonLink href={back} weight="second">
              {t.back}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Confirm
          action={paths.removeEdition.at(language, { edition: edition.slug })}
          submit={t.removeEdition}
          back={back}
        >
          {going.length > 0 && (
            <>
              <p>{t.goesWithIt}</p>
              <List items={going.map(({ name, count }) => t.going[name](count))} />
            </>
          )}
          <p>{t.removeText}</p>
        </Confirm>
      )}
    </Shell>
  )
}
