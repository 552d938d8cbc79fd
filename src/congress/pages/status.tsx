import { Actions, ButtonLink, Lead, More, Stack } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { isFull } from '../model.ts'
import { paths } from '../paths.ts'
import type { EditionContent } from '../queries/edition.ts'
import { useText } from '../text/public.ts'
import { momentText } from './when.ts'

/** What one can do now: register, wait for the opening, or nothing more. Nothing for an edition that is over. */
export function Status({ edition }: { edition: EditionContent }) {
  const { language } = useFrame()
  const t = useText()
  const { state, opensAt, closesAt, zone, places, slug } = edition
  const moment = (at: Date) => momentText(language, zone, at)
  if (state === 'announced')
    return (
      <Stack>
        <Lead>{opensAt ? t.opensAt(moment(opensAt)) : t.opensLater}</Lead>
        <CalendarLink edition={edition} />
      </Stack>
    )
  if (state === 'closed')
    return (
      <Stack>
        <Lead>{closesAt ? t.closedSince(moment(closesAt)) : t.closed}</Lead>
        <CalendarLink edition={edition} />
      </Stack>
    )
  if (state !== 'open') return null
  const isWaiting = isFull(edition)
  return (
    <Stack>
      {places && <Lead>{isWaiting ? t.full : t.placesLeft(places.left, places.seats)}</Lead>}
      <Actions>
        <ButtonLink href={paths.register.at(language, { edition: slug })}>
          {isWaiting ? t.waitingList : t.register}
        </ButtonLink>
        <CalendarLink edition={edition} />
      </Actions>
      {closesAt && <p>{t.closesAt(moment(closesAt))}</p>}
    </Stack>
  )
}

function CalendarLink({ edition: { slug, startsAt, endsAt } }: { edition: EditionContent }) {
  const { language } = useFrame()
  const t = useText()
  return startsAt && endsAt ? <More href={paths.calendar.at(language, { edition: slug })}>{t.calendar}</More> : null
}
