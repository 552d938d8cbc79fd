import { PostButton, Table } from '../../design/index.tsx'
import type { Group } from '../../groups/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Answer, answers, bestOf, type Tally } from '../model.ts'
import { paths } from '../paths.ts'
import type { Guest, Meeting, Option, Poll } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { spanText } from '../times.ts'
import { When } from './parts.tsx'

type Props = { group: Group; meeting: Meeting; guests: readonly Guest[]; poll: Poll; zone: string }

/** Which dates suit whom: a row for each date, so that it reads on a phone as well. */
export function PollTable({ group, meeting, guests, poll, zone }: Props) {
  const { language } = useFrame()
  const t = useText()
  const who = (option: Option, answer: Answer) =>
    guests.flatMap(({ id, name }) =>
      poll.answers.some((one) => one.guestId === id && one.optionId === option.id && one.answer === answer)
        ? [name || t.people.noName]
        : [],
    )
  const best = bestOf(
    poll.options.map((option) => {
      const count = (answer: Answer) => who(option, answer).length
      return { yes: count('yes'), if_need_be: count('if_need_be'), no: count('no') } satisfies Tally
    }),
  )
  const fixing = {
    label: t.columns.state,
    cell: (option: Option) => (
      <PostButton
        action={paths.fixing.at(language, { group: group.id, meeting: meeting.id })}
        values={{ option: option.id }}
        weight="second"
        about={spanText(language, zone, option)}
      >
        {t.poll.fix}
      </PostButton>
    ),
  }
  return (
    <>
      {group.standing === 'lead' && <p>{t.poll.fixHint}</p>}
      <Table
        caption={t.poll.title}
        rows={poll.options}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t.fields.when,
            cell: (option) => (
              <>
                <When of={option} zone={zone} />
                {best.includes(poll.options.indexOf(option)) && <span class="small"> {t.poll.best}</span>}
              </>
            ),
          },
          ...answers.map((answer) => ({
            label: t.poll.answers[answer],
            cell: (option: Option) => <Names label={t.poll.answers[answer]} names={who(option, answer)} />,
          })),
          ...(group.standing === 'lead' ? [fixing] : []),
        ]}
      />
    </>
  )
}

const Names = ({ label, names }: { label: string; names: readonly string[] }) => (
  <>
    {label}: {names.length}
    {names.length > 0 && <span class="small"> {names.join(', ')}</span>}
  </>
)
