import {
  DateField,
  ErrorSummary,
  LastStop,
  PostButton,
  PostForm,
  Select,
  Stop,
  Submit,
  Table,
} from '../../design/index.tsx'
import { type Group, Inner, type Member } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Proxy, Vote } from '../queries/votes.ts'
import { useText } from '../text/text.ts'

type Props = {
  group: Group
  form: FormState
  proxies: readonly Proxy[]
  members: readonly Member[]
  /** The votes that are open now. */
  votes: readonly Pick<Vote, 'id' | 'title'>[]
}

/** Who votes for whom, as far as the viewer has to do with it. */
export function ProxiesPage({ group, form, proxies, members, votes }: Props) {
  const { language } = useFrame()
  const t = useText()
  const p = t.proxy
  const day = (on: string) => dates(language).day(new Date(`${on}T12:00:00Z`))
  const others = members.filter(
    ({ id, part, state }) => id !== group.ownMemberId && part !== 'observer' && state === 'active',
  )
  return (
    <Inner group={group} tab="votes" title={p.title} lead={p.lead} form={form} below={[{ label: t.proxies }]}>
      <ErrorSummary form={form} labels={t.fields} />
      <Table
        caption={p.own}
        rows={proxies}
        keyOf={({ id }) => id}
        empty={p.none}
        columns={[
          { label: p.giver, kind: 'name', cell: ({ giver }) => giver || t.roll.noName },
          { label: p.proxy, cell: ({ proxy }) => proxy || t.roll.noName },
          { label: p.span, cell: ({ vote, untilOn }) => vote ?? (untilOn && p.until(day(untilOn))) },
          {
            label: p.end,
            kind: 'action',
            cell: ({ id, isOwn, proxy }) =>
              isOwn && (
                <PostButton
                  action={paths.proxyEnd.at(language, { group: group.id, proxy: id })}
                  weight="second"
                  about={proxy}
                >
                  {p.end}
                </PostButton>
              ),
          },
        ]}
      />
      <PostForm action={paths.proxies.at(language, { group: group.id })}>
        <Stop legend={p.give}>
          <Select
            form={form}
            name="proxyId"
            label={p.who}
            empty={p.choose}
            options={others.map(({ id, name }) => ({ value: id, label: name || t.roll.noName }))}
          />
          <Select
            form={form}
            name="voteId"
            label={p.vote}
            empty={p.all}
            options={votes.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
          <DateField form={form} name="untilOn" label={p.untilOn} hint={p.untilHint} optional="sometimes" />
        </Stop>
        <LastStop title={p.submit}>
          <Submit>{p.submit}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}
