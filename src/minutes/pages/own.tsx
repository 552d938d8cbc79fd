import {
  Actions,
  Details,
  ErrorSummary,
  List,
  More,
  Notice,
  Page,
  PostForm,
  Stack,
  Submit,
  TextArea,
} from '../../design/index.tsx'
import { Written } from '../../groups/index.ts'
import type { PresentGuest } from '../../meetings/index.ts'
import { type FormState, startWith } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { AgreementKind } from '../model.ts'
import { paths } from '../paths.ts'
import type { HeldSection, OwnRemarks } from '../queries/held.ts'
import { useText } from '../text/text.ts'
import { ProposeForm } from './amendments.tsx'
import { AmendmentMark } from './parts.tsx'

type Props = {
  guest: PresentGuest
  secret: string
  sections: readonly HeldSection[]
  agreements: readonly { id: string; sectionId: string | null; kind: AgreementKind; text: string }[]
  said: OwnRemarks
  isSaved: boolean
  wrong: { section: string; form: FormState } | undefined
}

const noindex = <meta name="robots" content="noindex" />

/** Minutes, opened by the link of a guest who was there. No account is needed. */
export function OwnMinutesPage(props: Props) {
  const { guest, sections, isSaved, wrong } = props
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.document.heading(guest.title)}
      over={inLanguage(language, guest.group)}
      lead={sections.length > 0 ? t.own.lead(guest.name ?? '') : undefined}
      hasProblems={wrong !== undefined}
      meta={noindex}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.own.thanks} />}
        {wrong && <ErrorSummary form={wrong.form} labels={t.fields} />}
        {sections.length === 0 && <Notice kind="warning" title={t.own.over} />}
        {sections.map((section) => (
          <SectionPart key={section.id} {...props} section={section} />
        ))}
      </Stack>
    </Page>
  )
}

function SectionPart({ secret, section, agreements, said, wrong }: Props & { section: HeldSection }) {
  const { language } = useFrame()
  const t = useText()
  const at = { secret, section: section.id }
  const isOwn = ({ sectionId }: { sectionId: string | null }) => sectionId === section.id
  const agreed = agreements.filter(isOwn)
  const form = wrong?.section === section.id ? wrong.form : undefined
  return (
    <section class="stack">
      <h2 id={section.id}>{section.title}</h2>
      {section.text ? <Written text={section.text} /> : <p>{t.section.empty}</p>}
      {agreed.length > 0 && (
        <List
          items={agreed.map(({ kind, text }) => (
            <>
              <b>{t.kinds[kind]}:</b> {text}
            </>
          ))}
        />
      )}
      <Own comments={said.comments.filter(isOwn)} amendments={said.amendments.filter(isOwn)} />
      <Details summary={t.comments.send} isOpen={form !== undefined}>
        <PostForm action={paths.ownComment.at(language, at)}>
          <TextArea form={form ?? startWith()} name="text" label={t.comments.label} maxLength={5000} rows={3} />
          <Submit weight="second">{t.comments.send}</Submit>
        </PostForm>
      </Details>
      <Actions>
        <More href={paths.ownProposal.at(language, at)}>
          {t.amendment.propose}
          <span class="hide"> ({section.title})</span>
        </More>
      </Actions>
    </section>
  )
}

/** What the guest has said to a section. */
function Own({ comments, amendments }: OwnRemarks) {
  const t = useText()
  if (comments.length + amendments.length === 0) return null
  return (
    <>
      <h3>{t.own.said}</h3>
      <List
        items={[
          ...comments.map(({ text }) => text),
          ...amendments.map(({ reason, state, answer }) => (
            <>
              {t.amendment.named('')}: {reason} <AmendmentMark state={state} /> {answer}
            </>
          )),
        ]}
      />
    </>
  )
}

type ProposalProps = { guest: PresentGuest; secret: string; section: HeldSection; form: FormState }

/** Other words for a section, by a guest who was there. */
export function OwnProposalPage({ guest, secret, section, form }: ProposalProps) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={section.title}
      over={t.document.heading(guest.title)}
      hasProblems={form.problems.length > 0}
      meta={noindex}
    >
      <Stack>
        <More href={paths.own.at(language, { secret })}>{t.own.back}</More>
        <ErrorSummary form={form} labels={t.fields} />
        <ProposeForm form={form} action={paths.ownProposal.at(language, { secret, section: section.id })} />
      </Stack>
    </Page>
  )
}
