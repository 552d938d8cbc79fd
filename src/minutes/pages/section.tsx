import {
  Details,
  Difference,
  ErrorSummary,
  Hidden,
  LastStop,
  Notice,
  PostForm,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner, Written } from '../../groups/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { longestText } from '../model.ts'
import { paths } from '../paths.ts'
import type { Section, Version } from '../queries/minutes.ts'
import { useText } from '../text/text.ts'
import { useWay } from './minutes.tsx'

type Props = { group: Group; meeting: Meeting; section: Section }

/** What somebody else has saved while this text was written, and whether both could be put together. */
export type Conflict = { mine: string; merged: string | undefined; zone: string }

/** Writes a section. Where somebody was faster, both texts are shown and nothing of either is lost. */
export function SectionPage({
  group,
  meeting,
  section,
  form,
  conflict,
}: Props & { form: FormState; conflict?: Conflict | undefined }) {
  const { language } = useFrame()
  const t = useText()
  const shown = conflict
    ? {
        ...form,
        values: { ...form.values, text: [conflict.merged ?? conflict.mine], seen: [String(section.revision)] },
      }
    : form
  return (
    <Inner group={group} tab="meetings" title={section.title} form={form} below={useWay(group, meeting, section.title)}>
      {conflict ? <Merge section={section} conflict={conflict} /> : <ErrorSummary form={form} labels={t.fields} />}
      <PostForm
        keepsDraft
        action={paths.section.at(language, { group: group.id, meeting: meeting.id, section: section.id })}
      >
        <Hidden name="seen" value={valueOf(shown, 'seen')} />
        <Stop legend={t.section.what}>
          <TextField form={shown} name="title" label={t.section.title} maxLength={300} />
          <TextArea
            form={shown}
            name="text"
            label={t.section.text}
            hint={t.section.textHint}
            rows={16}
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

function Merge({ section, conflict: { mine, merged, zone } }: { section: Section; conflict: Conflict }) {
  const { language } = useFrame()
  const t = useText()
  const f = dates(language, zone)
  return (
    <>
      <Notice kind="warning" title={t.merge.title}>
        <p>{merged === undefined ? t.merge.both : t.merge.clean}</p>
      </Notice>
      <h2>{t.merge.theirs}</h2>
      <p class="note">{t.section.last(section.by, `${f.day(section.changedAt)}, ${f.time(section.changedAt)}`)}</p>
      <Written text={section.text} />
      <h2>{t.merge.yours}</h2>
      <Written text={mine} />
      <h2>{t.merge.differences}</h2>
      <Difference from={section.text} to={mine} />
    </>
  )
}

/** Every version of a section, each with what it changed. */
export function VersionsPage({
  group,
  meeting,
  section,
  versions,
  zone,
}: Props & { versions: readonly Version[]; zone: string }) {
  const { language } = useFrame()
  const t = useText()
  const f = dates(language, zone)
  const title = t.versions.title(section.title)
  return (
    <Inner group={group} tab="meetings" title={title} below={useWay(group, meeting, t.section.versions)}>
      {versions.map(({ revision, text, at, by }, index) => {
        const before = versions[index + 1]
        return (
          <Details
            key={revision}
            summary={`${t.versions.one(revision)}, ${f.day(at)}, ${f.time(at)}${by && `, ${by}`}`}
          >
            {before ? <Difference from={before.text} to={text} /> : <p>{text || t.versions.first}</p>}
          </Details>
        )
      })}
    </Inner>
  )
}
