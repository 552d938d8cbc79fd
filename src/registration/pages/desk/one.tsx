import { Band, Notice, Page } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import type { Bilingual } from '../../../platform/language.ts'
import { deskPaths } from '../../paths.ts'
import type { Double } from '../../queries/desk.ts'
import type { HistoryEntry, MailEntry } from '../../queries/desk-one.ts'
import type { Own } from '../../queries/own.ts'
import { useDeskText } from '../../text/desk.ts'
import { namesIn } from '../../when.ts'
import { useOneCrumbs } from './crumbs.ts'
import { History, type Names } from './history.tsx'
import { Deeds } from './one/deeds.tsx'
import { OneFacts } from './one/facts.tsx'
import { Mails } from './one/mails.tsx'

/** What has just been done here, the sessions that were lost by it, or what was refused. */
export type Said = {
  problem?: string | undefined
  done?: DeskDone | undefined
  dropped?: readonly { title: Bilingual }[]
}

type OneProps = Said & {
  own: Own
  names: Names
  history: readonly HistoryEntry[]
  mails: readonly MailEntry[]
  doubles: readonly Double[]
}

/** What the office can have done on this page. */
export const deskDone = [
  'changed',
  'unchanged',
  'placed',
  'mailed',
  'linked',
  'cancelled',
  'entered',
  'written',
] as const
export type DeskDone = (typeof deskDone)[number]

/** Everything about one registration: what it says, what happened to it, what was mailed. */
export function DeskOnePage({ own, names, history, mails, doubles, problem, done, dropped = [] }: OneProps) {
  const { language } = useFrame()
  const t = useDeskText()
  return (
    <Page
      kind="office"
      title={own.name}
      lead={own.organisation}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      example={own.edition.isExample}
      crumbs={useOneCrumbs(own)}
      wide
    >
      <Band>
        {done && (
          <Notice kind="success" title={t.done[done]}>
            {dropped.length > 0 ? t.dropped(namesIn(language, dropped)) : undefined}
          </Notice>
        )}
        {problem && <Notice kind="warning" title={problem} />}
        <Doubles own={own} doubles={doubles} />
        <OneFacts own={own} />
        <Deeds own={own} />
      </Band>
      <Band title={t.one.history} ground="ground">
        <History own={own} names={names} rows={history} />
      </Band>
      <Band title={t.one.mails}>
        <Mails own={own} rows={mails} />
      </Band>
    </Page>
  )
}

/** The same person's other registrations: one of them is enough. */
function Doubles({ own, doubles }: Pick<OneProps, 'own' | 'doubles'>) {
  const { language } = useFrame()
  const t = useDeskText()
  if (doubles.length === 0) return null
  return (
    <Notice kind="warning" title={t.double}>
      {t.doubleText}{' '}
      {doubles.map(({ id, number }, index) => (
        <>
          {index > 0 && ', '}
          <a href={deskPaths.one.at(language, { edition: own.edition.slug, registration: id })}>
            {t.doubleNumber(String(number ?? '–'))}
          </a>
        </>
      ))}
    </Notice>
  )
}
