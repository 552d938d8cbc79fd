import { Details, Files, List, Prose, State, type StateForm } from '../../design/index.tsx'
import { type Group, useGroupCrumbs } from '../../groups/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { markdown, type OwnPictures } from '../../platform/markdown.ts'
import type { AmendmentState, State as PaperState } from '../model.ts'
import { paths } from '../paths.ts'
import { useText } from '../text/text.ts'

const forms = { draft: 'open', amending: 'waiting', adopted: 'done', handed_over: 'done' } as const satisfies Record<
  PaperState,
  StateForm
>

/** Where a paper stands, in a word. */
export const StateMark = ({ state }: { state: PaperState }) => (
  <State form={forms[state]}>{useText().states[state]}</State>
)

const amendmentForms = {
  open: 'waiting',
  accepted: 'done',
  accepted_changed: 'done',
  declined: 'open',
  withdrawn: 'open',
} as const satisfies Record<AmendmentState, StateForm>

/** What became of an amendment, in a word. */
export const AmendmentMark = ({ state }: { state: AmendmentState }) => (
  <State form={amendmentForms[state]}>{useText().amendmentStates[state]}</State>
)

/** Whether somebody of this standing writes now. */
export const mayWrite = ({ standing }: Pick<Group, 'standing'>, { state }: { state: PaperState }) =>
  standing === 'lead' || (standing === 'member' && state === 'draft')

/** Says an instant as day and time of the installation. */
export function useWhen(zone: string) {
  const { language } = useFrame()
  const f = dates(language, zone)
  return (at: Date) => `${f.day(at)}, ${f.time(at)}`
}

type Steps = { label: string; href?: string }[]

/** The way from the papers to one of them, and below. */
export function useWay(group: { id: string }, paper: { id: string; title: string }, ...own: Steps) {
  const { language } = useFrame()
  return [{ label: paper.title, href: paths.paper.at(language, { group: group.id, paper: paper.id }) }, ...own]
}

type InSection = { group: { id: string }; paper: { id: string; title: string }; section: { id: string; title: string } }

/** The way from the papers to something that is done with a section. */
export function useSectionWay({ group, paper, section }: InSection, own: string) {
  const { language } = useFrame()
  const at = { group: group.id, paper: paper.id, part: section.id }
  return useWay(group, paper, { label: section.title, href: paths.section.at(language, at) }, { label: own })
}

/** The same on a public page. */
export function usePublicWay(group: Parameters<typeof useGroupCrumbs>[0], ...own: Steps) {
  const { language } = useFrame()
  const t = useText()
  return useGroupCrumbs(group, { label: t.title, href: paths.papers.at(language, { group: group.id }) }, ...own)
}

/** What a paper can be taken away as. */
export function PaperFiles({ at }: { at: { group: string; paper: string } }) {
  const { language } = useFrame()
  const t = useText()
  const files = {
    PDF: paths.pdf.at(language, at),
    DOCX: paths.docx.at(language, at),
    HTML: paths.html.at(language, at),
    Markdown: paths.markdown.at(language, at),
  }
  return <Files files={files}>{t.files}</Files>
}

/** Where a page's sections lead. */
export function Contents({ sections }: { sections: readonly { id: string; title: string }[] }) {
  const t = useText()
  return (
    <Details summary={t.contents}>
      <List
        items={sections.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      />
    </Details>
  )
}

type Said = { text: string; notesBefore?: number | undefined; pictures: OwnPictures }
/** What a section says. */
export const Text = ({ text, notesBefore = 0, pictures }: Said) => (
  <Prose html={markdown(text, { topLevel: 3, notesBefore, pictures })} lang="de" />
)
