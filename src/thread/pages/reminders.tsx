import { Notice, Page, PostButton, Stack } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useStill } from '../text/still.ts'

/** Asks before mails about what stands still are ended, and says that they are. */
export function EndRemindersPage({ secret, isEnded }: { secret: string; isEnded: boolean }) {
  const { language } = useFrame()
  const t = useStill().end
  return (
    <Page
      kind="public"
      title={t.title}
      lead={isEnded ? undefined : t.lead}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        {isEnded ? (
          <Notice kind="success" title={t.done} />
        ) : (
          <PostButton action={paths.endReminders.at(language, { secret })}>{t.button}</PostButton>
        )}
      </Stack>
    </Page>
  )
}
