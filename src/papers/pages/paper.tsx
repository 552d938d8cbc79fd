import {
  Actions,
  Details,
  Empty,
  ErrorSummary,
  Facts,
  List,
  More,
  Notice,
  PostButton,
  PostForm,
  Submit,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner, Way } from '../../groups/index.ts'
import { type FormState, startWith } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import type { OwnPictures } from '../../platform/markdown.ts'
import { paths } from '../paths.ts'
import type { ListedPaper, Section } from '../queries/papers.ts'
import { useText } from '../text/text.ts'
import { Contents, mayWrite, PaperFiles, StateMark, Text, useWay, useWhen } from './parts.tsx'

type At = { group: string; paper: string }

export type PaperProps = {
  group: Group
  paper: ListedPaper
  sections: readonly Section[]
  /** How many notes the sections before each have. */
  notesBefore: ReadonlyMap<string, number>
  pictures: OwnPictures
  zone: string
  form?: FormState | undefined
  isSaved?: boolean
  refused?: string | undefined
}

/** A paper that is being written: its sections, what waits at them, and where it goes next. */
export function PaperPage(props: PaperProps) {
  const { group, paper, sections, zone, form = startWith(), isSaved, refused } = props
  const t = useText()
  const when = useWhen(zone)
  const at = { group: group.id, paper: paper.id }
  const present = sections.filter(({ isRemoved }) => !isRemoved)
  return (
    <Inner group={group} tab="papers" title={paper.title} form={form} below={useWay(group, paper)}>
      {isSaved && <Notice kind="success" title={t.saved} />}
      {refused && <Notice kind="warning" title={refused} />}
      <ErrorSummary form={form} labels={t.fields} />
      <Facts
        facts={[
          { label: t.fields.kind, value: t.kinds[paper.kind] },
          { label: t.state, value: <StateMark state={paper.state} /> },
          { label: t.changed, value: when(paper.changedAt) },
        ]}
      />
      <Ways group={group} paper={paper} />
      {present.length === 0 && <Empty title={t.section.none} />}
      {present.length > 4 && <Contents sections={present} />}
      {present.map((section) => (
        <SectionPart key={section.id} {...props} section={section} />
      ))}
      {mayWrite(group, paper) &&
        (present.length === 0 ? (
          <AddSection at={at} form={form} weight="primary" />
        ) : (
          <Details summary={t.section.add}>
            <AddSection at={at} form={form} weight="second" />
          </Details>
        ))}
      <Removed {...props} />
      {present.length > 0 && <PaperFiles at={at} />}
      {present.length > 0 && group.standing === 'lead' && <Moves paper={paper} sections={sections} at={at} />}
    </Inner>
  )
}

function Ways({ group, paper }: Pick<PaperProps, 'group' | 'paper'>) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, paper: paper.id }
  const count = paper.openAmendments
  return (
    <Actions>
      <More href={paths.amendments.at(language, at)}>
        {count > 0 ? `${t.amendments.title} (${t.openAmendments(count)})` : t.amendments.title}
      </More>
      {group.standing === 'lead' && <More href={paths.settings.at(language, at)}>{t.settings.title}</More>}
    </Actions>
  )
}

function AddSection({ at, form, weight }: { at: At; form: FormState; weight: 'primary' | 'second' }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={paths.addSection.at(language, at)}>
      <TextField form={form} name="title" label={t.section.title} maxLength={300} />
      <Submit weight={weight}>{t.section.add}</Submit>
    </PostForm>
  )
}

function SectionPart(props: PaperProps & { section: Section }) {
  const { group, paper, section, notesBefore, pictures, zone } = props
  const { language } = useFrame()
  const t = useText()
  const when = useWhen(zone)
  const at = { group: group.id, paper: paper.id, part: section.id }
  const about = { about: section.title }
  const waiting = [
    section.openAmendments > 0 && t.openAmendments(section.openAmendments),
    section.openComments > 0 && t.openComments(section.openComments),
  ].filter(Boolean)
  return (
    <section class="stack">
      <h2 id={section.id}>{section.title}</h2>
      {section.text ? (
        <Text {...{ pictures }} text={section.text} notesBefore={notesBefore.get(section.id)} />
      ) : (
        <p>{t.section.empty}</p>
      )}
      <p class="note">{[t.section.last(section.by, when(section.changedAt)), ...waiting].join(' · ')}</p>
      <Actions>
        {section.text && <Way href={paths.section.at(language, at)} label={t.section.discuss} {...about} />}
        {mayWrite(group, paper) && (
          <>
            <Way href={paths.write.at(language, at)} label={t.section.edit} {...about} />
            <Way href={paths.addPicture.at(language, at)} label={t.picture.title} {...about} />
          </>
        )}
        <Way href={paths.versions.at(language, at)} label={t.section.versions} {...about} />
      </Actions>
      {group.standing === 'lead' && (
        <Details summary={t.section.order}>
          <Actions>
            <PostButton action={paths.place.at(language, at)} weight="second" about={section.title}>
              {t.section.up}
            </PostButton>
            <PostButton
              action={paths.removal.at(language, at)}
              values={{ to: 'out' }}
              weight="second"
              about={section.title}
            >
              {t.section.remove}
            </PostButton>
          </Actions>
        </Details>
      )}
    </section>
  )
}

function Removed({ group, paper, sections }: PaperProps) {
  const { language } = useFrame()
  const t = useText()
  const out = sections.filter(({ isRemoved }) => isRemoved)
  if (out.length === 0 || group.standing !== 'lead') return null
  return (
    <Details summary={`${t.section.removed}: ${out.length}`}>
      <List
        items={out.map(({ id, title }) => (
          <>
            {title}{' '}
            <PostButton
              action={paths.removal.at(language, { group: group.id, paper: paper.id, part: id })}
              values={{ to: 'in' }}
              weight="second"
              about={title}
            >
              {t.section.putBack}
            </PostButton>
          </>
        ))}
      />
    </Details>
  )
}

function Moves({ paper, sections, at }: Pick<PaperProps, 'paper' | 'sections'> & { at: At }) {
  const { language } = useFrame()
  const t = useText()
  const { state } = paper
  const action = paths.state.at(language, at)
  const button = (to: 'draft' | 'amending' | 'adopted', label = t.moves[to]) => (
    <PostButton
      action={action}
      values={{ to, seen: String(paper.revision) }}
      weight={to === 'draft' ? 'second' : 'primary'}
    >
      {label}
    </PostButton>
  )
  if (state !== 'draft' && state !== 'amending') return null
  return (
    <>
      <p>{t.moveHints[state]}</p>
      <Actions>{button(state === 'draft' ? 'amending' : 'draft')}</Actions>
      {state === 'amending' && (
        <Details summary={t.moves.adopted}>
          <Open paper={paper} sections={sections} />
          {button('adopted', t.adopting.submit)}
        </Details>
      )}
    </>
  )
}

/** What is still open in a paper, before it never changes any more. */
function Open({ paper, sections }: Pick<PaperProps, 'paper' | 'sections'>) {
  const t = useText()
  const empty = sections
    .filter(({ text, isRemoved }) => !text && !isRemoved)
    .map(({ title }) => t.adopting.empty(title))
  const waiting = [
    ...empty,
    ...(paper.openComments > 0 ? [t.openComments(paper.openComments)] : []),
    ...(paper.openAmendments > 0 ? [t.openAmendments(paper.openAmendments)] : []),
  ]
  return (
    <>
      <p>{t.adopting.text}</p>
      {waiting.length > 0 && (
        <>
          <p>{t.adopting.open}</p>
          <List items={waiting} />
        </>
      )}
    </>
  )
}
