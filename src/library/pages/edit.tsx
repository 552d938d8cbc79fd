import {
  BilingualField,
  Checkboxes,
  DateField,
  ErrorSummary,
  Hidden,
  LastStop,
  Notice,
  Page,
  Pair,
  PostForm,
  Radios,
  Select,
  Stack,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { Watched } from '../../files/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import type { Spoken } from '../../platform/room.ts'
import { accesses, licenceNames, types, writtenIn } from '../model/document.ts'
import { paths } from '../paths.ts'
import type { Document } from '../queries/documents.ts'
import { useText } from '../text.ts'
import { Relations } from './edit-relations.tsx'
import { isUnderWay, NewVersion, Standing } from './edit-standing.tsx'

export type Lists = {
  subjects: readonly { id: string; name: Bilingual }[]
  regions: readonly { id: string; name: Bilingual }[]
  districts: readonly { key: string; label: string }[]
  projects: readonly Spoken[]
  places: readonly {
    id: string
    title: Bilingual
    theme: Bilingual | null
    sessions: readonly { id: string; title: Bilingual }[]
    groups: readonly { id: string; name: Bilingual }[]
  }[]
}
type Props = { form: FormState; document: Document | undefined; lists: Lists; done?: 'saved' | 'published' | undefined }

/** The form of a document, and what can be done with it. */
export function EditPage({ form, document, lists, done }: Props) {
  const { language } = useFrame()
  const t = useText()
  const o = t.office
  return (
    <Page
      kind="office"
      title={document?.title ?? o.newTitle}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.library, href: paths.office.at(language) }, { label: document?.title ?? o.newTitle }]}
    >
      <Stack>
        {done && <Notice kind="success" title={o[done]} />}
        <ErrorSummary form={form} labels={o.fields} />
        {document && (
          <Watched id="standing" isUnderWay={isUnderWay(document.current)} changesPage>
            <Standing document={document} />
          </Watched>
        )}
        <PostForm action={document ? paths.edit.at(language, { document: document.slug }) : paths.add.at(language)}>
          <Hidden name="seen" value={valueOf(form, 'seen')} />
          <What form={form} isFixed={document !== undefined && document.state !== 'draft'} />
          <Who form={form} />
          <About form={form} lists={lists} />
          <Rights form={form} />
          <Relations form={form} districts={lists.districts} />
          <LastStop title={o.save}>
            <Submit>{o.save}</Submit>
          </LastStop>
        </PostForm>
        {document && <NewVersion document={document} form={form} />}
      </Stack>
    </Page>
  )
}

type Part = { form: FormState }

function What({ form, isFixed }: Part & { isFixed: boolean }) {
  const t = useText()
  const { fields, hints, parts } = t.office
  return (
    <Stop legend={parts.what}>
      <TextField form={form} name="title" label={fields.title} hint={hints.title} maxLength={300} />
      <TextField form={form} name="subtitle" label={fields.subtitle} maxLength={300} optional />
      <TextField form={form} name="translatedTitle" label={fields.translatedTitle} maxLength={300} optional />
      <Pair>
        <Select
          form={form}
          name="type"
          label={fields.type}
          options={types.map((value) => ({ value, label: t.types[value] }))}
        />
        <Select
          form={form}
          name="language"
          label={fields.language}
          options={writtenIn.map((value) => ({ value, label: t.languages[value] }))}
        />
      </Pair>
      <TextField form={form} name="dated" label={fields.dated} hint={hints.dated} maxLength={10} optional />
      {isFixed ? (
        <Hidden name="slug" value={valueOf(form, 'slug')} />
      ) : (
        <TextField form={form} name="slug" label={fields.slug} hint={hints.slug} maxLength={80} optional />
      )}
    </Stop>
  )
}

function Who({ form }: Part) {
  const { fields, hints, parts } = useText().office
  return (
    <Stop legend={parts.who}>
      <TextArea form={form} name="persons" label={fields.persons} hint={hints.persons} rows={3} optional />
      <TextArea
        form={form}
        name="organisations"
        label={fields.organisations}
        hint={hints.organisations}
        rows={2}
        optional
      />
      <TextField form={form} name="publisher" label={fields.publisher} maxLength={300} optional />
    </Stop>
  )
}

function About({ form, lists: { subjects, regions, places, projects } }: Part & { lists: Lists }) {
  const { language } = useFrame()
  const t = useText()
  const { fields, parts, none, wholeCongress } = t.office
  const named = (list: Lists['subjects']) =>
    list.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  const congress = ({ title, theme }: Lists['places'][number]) =>
    [title, theme].flatMap((words) => (words ? inLanguage(language, words) : [])).join(': ')
  return (
    <Stop legend={parts.about}>
      <BilingualField form={form} name="abstract" label={fields.abstractDe} rows={6} maxLength={5000} optional />
      <Checkboxes form={form} name="subjects" label={fields.subjects} options={named(subjects)} optional />
      {regions.length > 0 && (
        <Checkboxes form={form} name="regions" label={fields.regions} options={named(regions)} optional />
      )}
      <Select
        form={form}
        name="belongsTo"
        label={fields.belongsTo}
        empty={none}
        optional
        options={places.flatMap((place) => {
          const group = congress(place)
          return [
            { value: place.id, label: wholeCongress, group },
            ...place.sessions.map(({ id, title }) => ({ value: id, label: inLanguage(language, title), group })),
          ]
        })}
      />
      <Select
        form={form}
        name="groupId"
        label={fields.groupId}
        empty={none}
        optional
        options={places.flatMap((place) =>
          named(place.groups).map((option) => ({ ...option, group: congress(place) })),
        )}
      />
      {projects.length > 0 && (
        <Checkboxes
          form={form}
          name="projects"
          label={fields.projects}
          options={projects.map(({ id, text }) => ({ value: id, label: text }))}
          optional
        />
      )}
    </Stop>
  )
}

function Rights({ form }: Part) {
  const t = useText()
  const { fields, hints, parts, accesses: words } = t.office
  return (
    <Stop legend={parts.rights}>
      <Select
        form={form}
        name="licence"
        label={fields.licence}
        hint={hints.licence}
        options={licenceNames.map((value) => ({ value, label: t.licences[value] }))}
      />
      <TextField form={form} name="link" label={fields.link} type="url" maxLength={2000} optional />
      <Radios
        form={form}
        name="access"
        label={fields.access}
        options={accesses.map((value) => ({ value, label: words[value] }))}
      />
      <DateField form={form} name="embargoUntil" label={fields.embargoUntil} hint={hints.embargoUntil} optional />
      <BilingualField form={form} name="rightsNote" label={fields.rightsNoteDe} rows={2} maxLength={1000} optional />
    </Stop>
  )
}
