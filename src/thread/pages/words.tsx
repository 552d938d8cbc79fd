import { Example, Hidden, More, Note, type OutcomeForm, OutcomeMark, State } from '../../design/index.tsx'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage, type Language, langOf } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { home } from '../../platform/paths.ts'
import type { Source } from '../../region/index.ts'
import type { Outcome, State as StateName } from '../model.ts'
import { pathOf, paths } from '../paths.ts'
import type { Card } from '../queries/pieces.ts'
import { text, useText } from '../text/public.ts'
import { useStill } from '../text/still.ts'

/** A content text in the page's language, marked where it had to stay German. */
export function Said({ of }: { of: Bilingual }) {
  const { language } = useFrame()
  const lang = langOf(language, of)
  return lang ? <span lang={lang}>{inLanguage(language, of)}</span> : inLanguage(language, of)
}

/** A way on that stands in a line of its own. */
export const Way = ({ href, children }: { href: string; children: string }) => (
  <p>
    <More href={href}>{children}</More>
  </p>
)

/** The form that stands for an outcome, in lines and beside words. */
export const formOf = (outcome: Outcome) =>
  (({ carried_out: 'done', under_way: 'going', not_taken_up: 'stopped', open: 'unknown' }) as const)[outcome]

/** An outcome by form and word; a position's line has its own words for it. */
export function OutcomeWord({ of, words }: { of: Outcome; words?: string }) {
  const t = useText()
  return <OutcomeMark form={formOf(of)}>{words ?? t.outcomes[of]}</OutcomeMark>
}

/** The form that stands for a state. */
export const stateForms: Record<StateName, OutcomeForm> = {
  idea: 'unknown',
  planned: 'unknown',
  under_way: 'going',
  paused: 'stopped',
  completed: 'done',
  abandoned: 'stopped',
  handed_over: 'going',
  heard: 'going',
  answered: 'done',
}
/** Where a piece stands, by form and word. */
export function StateWord({ of }: { of: StateName }) {
  return <OutcomeMark form={stateForms[of]}>{useText().states[of]}</OutcomeMark>
}

/** Where something is from, in small print. */
export function SourceLine({ of }: { of: Source | undefined }) {
  const { language } = useFrame()
  const t = useText()
  if (!of) return null
  const title = inLanguage(language, of.title)
  return (
    <Note>
      {t.source} {of.address && isSafeLink(of.address) ? <a href={of.address}>{title}</a> : title}
    </Note>
  )
}

/** That nothing has been entered for a year. */
export const StillMark = () => (
  <p>
    <State form="open">{useStill().mark}</State>
  </p>
)

/** The label of what is made up; nothing for what is real. */
export function ExampleWord({ of: { isExample } }: { of: Pick<Card, 'isExample'> }) {
  const t = useText()
  return isExample ? (
    <p>
      <Example>{t.exampleShort}</Example>
    </p>
  ) : null
}

/** Where a piece is read. */
export const hrefOf = (language: Language, { kind, slug }: Pick<Card, 'kind' | 'slug'>) =>
  pathOf(kind).at(language, { piece: slug })

/** The way down to a piece or a list of them. */
export function crumbsTo(language: Language, ...below: readonly { label: string; href?: string }[]) {
  const t = text[language]
  return [{ label: t.home, href: home.at(language) }, ...below]
}
/** The lists that pieces of each kind stand in. */
export const listOf = (language: Language, kind: Card['kind']) => {
  const t = text[language]
  return {
    result: { label: t.thread.title, href: paths.thread.at(language) },
    project: { label: t.projects.title, href: paths.projects.at(language) },
    position: { label: t.positions.title, href: paths.positions.at(language) },
  }[kind]
}

/** What a form that was opened on something stored carries along, so that two people's changes can be put together. */
export const Opened = ({ form }: { form: FormState }) =>
  valueOf(form, 'seen') ? (
    <>
      <Hidden name="seen" value={valueOf(form, 'seen')} />
      <Hidden name="shown" value={valueOf(form, 'shown')} />
    </>
  ) : null
