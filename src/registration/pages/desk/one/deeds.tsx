import { Actions, ButtonLink, PostButton } from '../../../../design/index.tsx'
import { useFrame } from '../../../../platform/frame.ts'
import { deskPaths } from '../../../paths.ts'
import type { Own } from '../../../queries/own.ts'
import { useDeskText } from '../../../text/desk.ts'

/** What the office can do with a registration as it stands. */
export function Deeds({ own }: { own: Own }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const at = { edition: own.edition.slug, registration: own.id }
  if (own.state === 'cancelled') return <Reinstating own={own} />
  return (
    <Actions>
      <ButtonLink href={deskPaths.edit.at(language, at)}>{t.edit}</ButtonLink>
      {own.state === 'waiting' && <GivePlace own={own} loud={t.confirm} quiet={t.confirmQuietly} />}
      {own.state === 'confirmed' && (
        <ButtonLink href={deskPaths.ticket.at(language, at)} weight="second">
          {t.ticket}
        </ButtonLink>
      )}
      <WriteLink own={own} />
      {own.email && (
        <>
          <PostButton action={deskPaths.resend.at(language, at)} weight="second">
            {t.resend}
          </PostButton>
          <PostButton action={deskPaths.newLink.at(language, at)} weight="second">
            {t.newLink}
          </PostButton>
        </>
      )}
      <ButtonLink href={deskPaths.cancel.at(language, at)} weight="second">
        {t.cancel}
      </ButtonLink>
    </Actions>
  )
}

/** The place is given with a mail about it, or without. */
function GivePlace({ own, loud, quiet }: { own: Own; loud: string; quiet: string }) {
  const { language } = useFrame()
  const action = deskPaths.confirm.at(language, { edition: own.edition.slug, registration: own.id })
  return (
    <>
      <PostButton action={action} values={{ tells: 'on' }}>
        {loud}
      </PostButton>
      <PostButton action={action} weight="second">
        {quiet}
      </PostButton>
    </>
  )
}

function Reinstating({ own }: { own: Own }) {
  const t = useDeskText().one
  return (
    <>
      <p>{t.needsGone}</p>
      <Actions>
        <GivePlace own={own} loud={t.reinstate} quiet={t.reinstateQuietly} />
        <WriteLink own={own} />
      </Actions>
    </>
  )
}

/** The way to a message; none to who has no address. */
function WriteLink({ own }: { own: Own }) {
  const { language } = useFrame()
  const t = useDeskText().one
  if (!own.email) return null
  const at = { edition: own.edition.slug, registration: own.id }
  return (
    <ButtonLink href={deskPaths.message.at(language, at)} weight="second">
      {t.write}
    </ButtonLink>
  )
}
