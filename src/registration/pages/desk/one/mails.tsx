import { State, Table } from '../../../../design/index.tsx'
import { outboxPaths } from '../../../../outbox/index.ts'
import { useFrame } from '../../../../platform/frame.ts'
import { dates } from '../../../../platform/language.ts'
import type { MailEntry } from '../../../queries/desk-one.ts'
import type { Own } from '../../../queries/own.ts'
import { useDeskText } from '../../../text/desk.ts'
import { useEmailText } from '../../../text/email.ts'
import { useText } from '../../../text.ts'

/** What the mails about a registration are called before they have a subject. */
function useMailTitles(): Readonly<Record<string, string>> {
  const { new: asked, old } = useEmailText().mail
  return { ...useText().mail.title, 'registration.new_email': asked.title, 'registration.old_email': old.title }
}

/** The mails about a registration, with the way into the outbox. */
export function Mails({ own, rows }: { own: Own; rows: readonly MailEntry[] }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const titles = useMailTitles()
  const { dense } = dates(language, own.edition.zone)
  return (
    <Table
      caption={t.mails}
      isCaptionHidden
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      empty={t.noMails}
      columns={[
        { label: t.columns.at, cell: ({ sentAt, queuedAt }) => <time>{dense(sentAt ?? queuedAt)}</time> },
        {
          label: t.columns.subject,
          kind: 'name',
          cell: ({ id, subject, template }) => (
            <a href={outboxPaths.mail.at(language, { mail: id })}>{subject ?? titles[template]}</a>
          ),
        },
        {
          label: t.columns.state,
          cell: ({ state }) => (
            <State
              form={state === 'failed' ? 'open' : state === 'queued' ? 'waiting' : state === 'useless' ? 'off' : 'done'}
            >
              {t.mailStates[state]}
            </State>
          ),
        },
      ]}
    />
  )
}
