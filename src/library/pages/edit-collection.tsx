import {
  Actions,
  BilingualField,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Hidden,
  LastStop,
  Notice,
  Page,
  PostButton,
  PostForm,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { CollectionRow } from '../queries/collections.ts'
import { useText } from '../text.ts'
import type { Lists } from './edit.tsx'

/** The office's collections. */
export function OwnCollectionsPage({ rows, isSaved }: { rows: readonly CollectionRow[]; isSaved: boolean }) {
  const { language } = useFrame()
  const t = useText()
  const c = t.collections
  return (
    <Page
      kind="office"
      title={c.title}
      lead={c.lead}
      crumbs={[{ label: t.library, href: paths.office.at(language) }, { label: c.title }]}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.office.saved} />}
        <Actions>
          <ButtonLink href={paths.addCollection.at(language)}>{c.add}</ButtonLink>
        </Actions>
        <Table
          caption={c.title}
          rows={rows}
          keyOf={({ id }) => id}
          empty={c.none}
          columns={[
            {
              label: t.office.columns.title,
              kind: 'name',
              cell: ({ slug, title }) => (
                <a href={paths.editCollection.at(language, { collection: slug })}>{inLanguage(language, title)}</a>
              ),
            },
            { label: t.office.subjects.documents, cell: ({ documents }) => documents },
            {
              label: t.office.columns.state,
              cell: ({ isPublished }) => (isPublished ? t.office.states.published : t.office.states.draft),
            },
          ]}
        />
      </Stack>
    </Page>
  )
}

type Props = { form: FormState; slug: string | undefined; places: Lists['places'] }

/** A collection's form. */
export function EditCollectionPage({ form, slug, places }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { fields, hints, none, save } = t.office
  const c = t.collections
  return (
    <Page
      kind="office"
      title={slug === undefined ? c.add : c.one}
      hasProblems={form.problems.length > 0}
      crumbs={[
        { label: t.library, href: paths.office.at(language) },
        { label: c.title, href: paths.ownCollections.at(language) },
        { label: slug ?? c.add },
      ]}
    >
      <Stack>
        <ErrorSummary form={form} labels={fields} />
        {slug !== undefined && (
          <Actions>
            <ButtonLink href={paths.collection.at(language, { collection: slug })} weight="second">
              {t.office.look}
            </ButtonLink>
            <PostButton action={paths.removeCollection.at(language, { collection: slug })} weight="second">
              {c.remove}
            </PostButton>
          </Actions>
        )}
        <PostForm
          action={
            slug === undefined
              ? paths.addCollection.at(language)
              : paths.editCollection.at(language, { collection: slug })
          }
        >
          <Hidden name="seen" value={valueOf(form, 'seen')} />
          <Stop legend={c.one}>
            <BilingualField form={form} name="title" label={fields.titleDe} maxLength={200} />
            <TextField form={form} name="slug" label={fields.slug} hint={hints.slug} maxLength={80} optional />
            <BilingualField
              form={form}
              name="introduction"
              label={fields.introductionDe}
              rows={8}
              maxLength={10_000}
              optional
            />
            <Select
              form={form}
              name="editionId"
              label={t.document.congress}
              empty={none}
              optional
              options={places.map(({ id, title }) => ({ value: id, label: inLanguage(language, title) }))}
            />
            <TextArea form={form} name="documents" label={fields.documents} hint={hints.documents} rows={8} optional />
            <Checkbox form={form} name="isPublished" label={c.isPublished} />
          </Stop>
          <LastStop title={save}>
            <Submit>{save}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}
