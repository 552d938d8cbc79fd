import {
  Actions,
  Col,
  Cols,
  Details,
  Difference,
  ErrorSummary,
  Hidden,
  LastStop,
  List,
  More,
  Notice,
  PostButton,
  PostForm,
  Prose,
  Stop,
  Submit,
  TextArea,
} from '../../design/index.tsx'
import { type Group, Inner } from '../../groups/index.ts'
import { type FormState, startWith, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import type { SafeHtml } from '../../platform/html.tsx'
import { compared, type Range } from '../anchors.ts'
import { isFixed, longestText } from '../model.ts'
import { paths } from '../paths.ts'
import type { ListedPaper, Section } from '../queries/papers.ts'
import type { Amendment, Comment } from '../queries/said.ts'
import { useText } from '../text/text.ts'
import { AmendmentMark, mayWrite, useSectionWay, useWay, useWhen } from './parts.tsx'

type Props = { group: Group; paper: ListedPaper; section: Section }
export type DiscussionProps = Props & {
  passages: readonly (Range & { no: number; html: SafeHtml })[]
  /** What the passages refer to, once for all. */
  notes: SafeHtml
  comments: readonly Comment[]
  amendments: readonly Amendment[]
  zone: string
  isSaved: boolean
}

const beginsIn = ({ quoteStart }: { quoteStart: number | null }, { start, end }: Range) =>
  quoteStart !== null && quoteStart >= start && quoteStart < end

/** A section passage by passage, with what is said at each. */
export function DiscussionPage(props: DiscussionProps) {
  const { group, paper, section, passages, notes, comments, amendments, isSaved } = props
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, paper: paper.id, part: section.id }
  const isSaid = (one: { quoteStart: number | null }) => passages.some((passage) => beginsIn(one, passage))
  const lost = comments.filter((one) => one.answersId === null && !isSaid(one))
  return (
    <Inner group={group} tab="papers" title={section.title} below={useWay(group, paper, { label: section.title })}>
      {isSaved && <Notice kind="success" title={t.saved} />}
      <div class="passages">
        {passages.map((passage) => (
          <Cols key={passage.start}>
            <Col span={7}>
              <Prose html={passage.html} lang="de" />
            </Col>
            <Col span={5}>
              <Said
                {...props}
                own={comments.filter((one) => beginsIn(one, passage))}
                amendments={amendments.filter((one) => beginsIn(one, passage))}
              />
              <Passage {...props} no={passage.no} />
            </Col>
          </Cols>
        ))}
        {notes && <Prose html={notes} lang="de" />}
      </div>
      {lost.length > 0 && (
        <>
          <h2>{t.passage.lost}</h2>
          <p>{t.passage.lostHint}</p>
          <Said {...props} own={lost} amendments={[]} />
        </>
      )}
      <Actions>
        {mayWrite(group, paper) && <More href={paths.write.at(language, at)}>{t.section.edit}</More>}
        <More href={paths.versions.at(language, at)}>{t.section.versions}</More>
      </Actions>
    </Inner>
  )
}

function Passage({ group, paper, section, no }: Props & { no: number }) {
  const { language } = useFrame()
  const t = useText()
  if (isFixed(paper.state)) return null
  const at = { group: group.id, paper: paper.id, part: section.id }
  const about = <span class="hide"> ({t.passage.label(no)})</span>
  const query = { stelle: String(no) }
  return (
    <Actions>
      <More href={paths.comment.at(language, at, query)}>
        {t.passage.comment}
        {about}
      </More>
      {paper.state === 'amending' && group.standing !== 'observer' && (
        <More href={paths.amend.at(language, at, query)}>
          {t.passage.amend}
          {about}
        </More>
      )}
    </Actions>
  )
}

function Said(props: DiscussionProps & { own: readonly Comment[] }) {
  const { group, paper, amendments, own } = props
  const { language } = useFrame()
  const t = useText()
  const settled = own.filter(({ resolvedAt }) => resolvedAt !== null)
  return (
    <>
      {amendments.map(({ id, no, state, by, quote, replacement }) => (
        <div key={id} class="talk">
          <p>
            <a href={paths.amendment.at(language, { group: group.id, paper: paper.id, amendment: id })}>
              {t.amendment.name(no)}
            </a>
            {by && `, ${by}`} <AmendmentMark state={state} />
          </p>
          {state === 'open' && <Difference {...compared(quote, replacement)} />}
        </div>
      ))}
      {own
        .filter(({ resolvedAt }) => resolvedAt === null)
        .map((comment) => (
          <CommentPart key={comment.id} {...props} comment={comment} />
        ))}
      {settled.length > 0 && (
        <Details summary={t.comment.settledOnes(settled.length)}>
          {settled.map((comment) => (
            <CommentPart key={comment.id} {...props} comment={comment} />
          ))}
        </Details>
      )}
    </>
  )
}

function CommentPart({ comment, ...props }: DiscussionProps & { comment: Comment }) {
  const { group, paper, section, zone } = props
  const { language } = useFrame()
  const t = useText()
  const when = useWhen(zone)
  const at = { group: group.id, paper: paper.id, comment: comment.id }
  const answers = props.comments.filter(({ answersId }) => answersId === comment.id)
  const isSettled = comment.resolvedAt !== null
  return (
    <div class="talk" id={comment.id}>
      <p class="note">{t.comment.said(comment.by, when(comment.at))}</p>
      <Quoted comment={comment} text={section.text} />
      <p>{comment.text}</p>
      {answers.length > 0 && (
        <List items={answers.map(({ id, by, text }) => <span key={id}>{by ? `${by}: ${text}` : text}</span>)} />
      )}
      {!isFixed(paper.state) && (
        <>
          {!isSettled && (
            <Details summary={t.comment.answer}>
              <PostForm action={paths.answer.at(language, at)}>
                <TextArea form={startWith()} name="text" label={t.comment.answerText} maxLength={5000} rows={3} />
                <Submit weight="second">{t.comment.answer}</Submit>
              </PostForm>
            </Details>
          )}
          {group.standing !== 'observer' && (
            <PostButton
              action={paths.settling.at(language, at)}
              values={{ to: isSettled ? 'open' : 'settled' }}
              weight="second"
              about={t.comment.about(comment.by)}
            >
              {isSettled ? t.comment.reopen : t.comment.settle}
            </PostButton>
          )}
        </>
      )}
    </div>
  )
}

/** The words a comment is about; where others stand there now, what has changed. */
function Quoted({ comment: { quote, quoteStart, quoteEnd }, text }: { comment: Comment; text: string }) {
  const t = useText()
  if (quote === null) return null
  const now = quoteStart === null || quoteEnd === null ? undefined : text.slice(quoteStart, quoteEnd)
  if (now === undefined || now === quote)
    return (
      <div class="prose">
        <blockquote lang="de">{quote}</blockquote>
      </div>
    )
  return (
    <>
      <p class="note">{t.passage.changed}</p>
      <Difference from={quote} to={now} />
    </>
  )
}

/** Says something at a passage. */
export function CommentPage({ group, paper, section, form }: Props & { form: FormState }) {
  const { language } = useFrame()
  const t = useText()
  const c = t.comment
  const at = { group: group.id, paper: paper.id, part: section.id }
  return (
    <Inner
      group={group}
      tab="papers"
      title={c.title}
      form={form}
      below={useSectionWay({ group, paper, section }, c.title)}
    >
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm keepsDraft action={paths.comment.at(language, at)}>
        <Hidden name="near" value={valueOf(form, 'near')} />
        <Stop legend={c.what}>
          <TextArea
            form={form}
            name="quote"
            label={c.quote}
            hint={c.quoteHint}
            rows={4}
            maxLength={longestText}
            lang="de"
          />
          <TextArea form={form} name="text" label={c.text} rows={5} maxLength={5000} />
        </Stop>
        <LastStop title={c.send}>
          <Submit>{c.send}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

/** Proposes other words for a passage. */
export function AmendPage({ group, paper, section, form }: Props & { form: FormState }) {
  const { language } = useFrame()
  const t = useText()
  const a = t.amendment
  const at = { group: group.id, paper: paper.id, part: section.id }
  return (
    <Inner
      group={group}
      tab="papers"
      title={a.title}
      form={form}
      below={useSectionWay({ group, paper, section }, a.title)}
    >
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm keepsDraft action={paths.amend.at(language, at)}>
        <Hidden name="near" value={valueOf(form, 'near')} />
        <Stop legend={a.what}>
          <TextArea
            form={form}
            name="quote"
            label={a.quote}
            hint={t.comment.quoteHint}
            rows={5}
            maxLength={longestText}
            lang="de"
          />
          <TextArea
            form={form}
            name="replacement"
            label={a.replacement}
            hint={a.replacementHint}
            rows={5}
            maxLength={longestText}
            lang="de"
            optional="sometimes"
          />
          <TextArea form={form} name="reason" label={a.reason} rows={4} maxLength={5000} />
        </Stop>
        <LastStop title={a.send}>
          <Submit>{a.send}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}
