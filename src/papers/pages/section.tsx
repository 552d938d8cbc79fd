import {
  Details,
  Difference,
  ErrorSummary,
  Hidden,
  LastStop,
  More,
  Notice,
  PostButton,
  PostForm,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner, Written } from '../../groups/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { longestText } from '../model.ts'
import { paths } from '../paths.ts'
import type { ListedPaper, Section, Version } from '../queries/papers.ts'
import { useText } from '../text/text.ts'
import { mayWrite, useWay, useWhen } from './parts.tsx'

type Props = { group: Group; paper: ListedPaper; section: Section }

/** What somebody else has saved while this text was written, and whether both could be put together. */
export type Conflict = { mine: string; merged: string | undefined; zone: string }

/** Writes a section. Where somebody was faster, both texts are shown and nothing of either is lost. */
export function WritePage({ group, paper, section, form, conflict }: Props & { form: FormState; conflict?: Conflict }) {
  const { language } = useFrame()
  const t = useText()
  const shown = conflict ? withBoth(form, section, conflict) : form
  const way = useWay(group, paper, { label: section.title })
  return (
    <Inner group={group} tab="papers" title={section.title} form={form} below={way}>
      {conflict ? <Merge section={section} conflict={conflict} /> : <ErrorSummary form={form} labels={t.fields} />}
      <PostForm keepsDraft action={paths.write.at(language, { group: group.id, paper: paper.id, part: section.id })}>
        <Hidden name="seen" value={valueOf(shown, 'seen')} />
        <Stop legend={t.section.what}>
          <TextField form={shown} name="title" label={t.section.title} maxLength={300} />
          <TextArea
            form={shown}
            name="text"
            label={t.section.text}
            hint={t.section.textHint}
            rows={20}
            maxLength={longestText}
            optional="sometimes"
          />
        </Stop>
        <LastStop title={t.section.save}>
          <Submit>{t.section.save}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

const withBoth = (form: FormState, { revision }: Section, { mine, merged }: Conflict): FormState => ({
  ...form,
  values: { ...form.values, text: [merged ?? mine], seen: [String(revision)] },
})

function Merge({ section, conflict: { mine, merged, zone } }: { section: Section; conflict: Conflict }) {
  const t = useText()
  const when = useWhen(zone)
  return (
    <>
      <Notice kind="warning" title={t.merge.title}>
        <p>{merged === undefined ? t.merge.both : t.merge.clean}</p>
      </Notice>
      <h2>{t.merge.theirs}</h2>
      <p class="note">{t.section.last(section.by, when(section.changedAt))}</p>
      <Written text={section.text} />
      <h2>{t.merge.yours}</h2>
      <Written text={mine} />
      <h2>{t.merge.differences}</h2>
      <Difference from={section.text} to={mine} />
    </>
  )
}

type VersionsProps = Props & {
  versions: readonly Version[]
  older: number | undefined
  zone: string
  refused?: string | undefined
}

/** The versions of a section, each with what it changed, and the way back to it. */
export function VersionsPage({ group, paper, section, versions, older, zone, refused }: VersionsProps) {
  const { language } = useFrame()
  const t = useText()
  const when = useWhen(zone)
  const at = { group: group.id, paper: paper.id, part: section.id }
  const way = useWay(
    group,
    paper,
    { label: section.title, href: paths.section.at(language, at) },
    { label: t.section.versions },
  )
  return (
    <Inner group={group} tab="papers" title={t.versions.title(section.title)} below={way}>
      {refused && <Notice kind="warning" title={refused} />}
      {versions.slice(0, 50).map((version, index) => (
        <Details
          key={version.revision}
          summary={`${t.versions.one(version.revision)}, ${when(version.at)}${version.by && `, ${version.by}`}`}
        >
          <Changed version={version} before={versions[index + 1]} />
          {version.revision === section.revision ? (
            <p class="note">{t.versions.now}</p>
          ) : (
            mayWrite(group, paper) && (
              <PostButton
                action={paths.restoring.at(language, { ...at, version: String(version.revision) })}
                values={{ seen: String(section.revision) }}
                weight="second"
                about={t.versions.one(version.revision)}
              >
                {t.versions.restore}
              </PostButton>
            )
          )}
        </Details>
      ))}
      {older !== undefined && (
        <More href={paths.versions.at(language, at, { bis: String(older) })}>{t.versions.older}</More>
      )}
    </Inner>
  )
}

function Changed({ version, before }: { version: Version; before: Version | undefined }) {
  const t = useText()
  if (!before) return version.text ? <Written text={version.text} /> : <p>{t.versions.first}</p>
  return (
    <>
      {version.title !== before.title && (
        <>
          <p class="note">{t.versions.titleWas}</p>
          <Difference from={before.title} to={version.title} />
        </>
      )}
      <Difference from={before.text} to={version.text} />
    </>
  )
}
