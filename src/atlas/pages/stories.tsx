import {
  Actions,
  BilingualField,
  Checkbox,
  ErrorSummary,
  Hidden,
  LastStop,
  More,
  Notice,
  Page,
  Pair,
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
import { blockKinds } from '../model/story.ts'
import { paths } from '../paths.ts'
import type { allStories, storyAt } from '../queries/stories.ts'
import { useText } from '../text.ts'

type Stories = Awaited<ReturnType<typeof allStories>>

/** All stories, and a new one. */
export function StoriesPage({ stories, form }: { stories: Stories; form: FormState }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.stories
  return (
    <Page
      kind="office"
      title={t.title}
      lead={t.lead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: words.office.title, href: paths.office.at(language) }, { label: t.title }]}
    >
      <Stack>
        <ErrorSummary form={form} labels={t.fields} />
        <Table
          caption={t.all}
          rows={stories}
          keyOf={({ id }) => id}
          empty={t.none}
          columns={[
            {
              label: t.columns.title,
              kind: 'name',
              cell: ({ id, title }) => (
                <a href={paths.storyEdit.at(language, { story: id })}>{inLanguage(language, title)}</a>
              ),
            },
            { label: t.columns.state, cell: ({ publishedAt }) => (publishedAt ? t.published : t.draft) },
          ]}
        />
        <PostForm action={paths.stories.at(language)}>
          <Stop legend={t.begin}>
            <BilingualField form={form} name="title" label={t.fields.title} maxLength={160} />
            <BilingualField form={form} name="lead" label={t.fields.lead} maxLength={500} rows={2} />
            <Checkbox form={form} name="isWhy" label={t.isWhy} />
          </Stop>
          <LastStop title={t.begin}>
            <Submit>{t.begin}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}

type EditProps = { story: Awaited<ReturnType<typeof storyAt>>; form: FormState; isSaved?: boolean }

/** A story with its parts, each with its place in the order, and room for one more. */
export function StoryEditPage({ story, form, isSaved }: EditProps) {
  const { language } = useFrame()
  const words = useText()
  const t = words.stories
  const at = { story: story.id }
  return (
    <Page
      kind="office"
      title={inLanguage(language, story.title)}
      lead={story.publishedAt ? t.published : t.draft}
      hasProblems={form.problems.length > 0}
      crumbs={[
        { label: words.office.title, href: paths.office.at(language) },
        { label: t.title, href: paths.stories.at(language) },
        { label: inLanguage(language, story.title) },
      ]}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.saved} />}
        <ErrorSummary form={form} labels={t.fields} />
        <Actions>
          <More href={paths.told.at(language, { told: story.slug })}>{t.look}</More>
          {story.publishedAt && (
            <PostButton action={paths.storyWithdraw.at(language, at)} weight="second">
              {t.withdraw}
            </PostButton>
          )}
        </Actions>
        <PostForm action={paths.storyEdit.at(language, at)} keepsDraft>
          <Hidden name="seen" value={valueOf(form, 'seen') || '0'} />
          <Stop legend={t.head}>
            <BilingualField form={form} name="title" label={t.fields.title} maxLength={160} />
            <BilingualField form={form} name="lead" label={t.fields.lead} maxLength={500} rows={2} />
          </Stop>
          {Array.from({ length: story.blocks.length + 1 }, (_, index) => (
            <BlockStop key={index} form={form} index={index} isNew={index === story.blocks.length} />
          ))}
          <LastStop title={t.save}>
            <p>{t.saveText}</p>
            {!story.publishedAt && <Checkbox form={form} name="publishes" label={t.publish} />}
            <Submit>{t.save}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}

function BlockStop({ form, index, isNew }: { form: FormState; index: number; isNew: boolean }) {
  const t = useText().stories
  const kind = valueOf(form, `kind${index}`)
  const isPart = kind !== '' && kind !== 'text' && kind !== 'view'
  return (
    <Stop legend={isNew ? t.another : t.part(index + 1)}>
      <Pair>
        <Select
          form={form}
          name={`kind${index}`}
          label={t.fields.kind}
          empty={isNew ? t.nothing : t.remove}
          optional
          options={blockKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextField
          form={form}
          name={`order${index}`}
          label={t.fields.order}
          inputMode="numeric"
          maxLength={4}
          optional
        />
      </Pair>
      {(isNew || kind === 'view') && (
        <TextField
          form={form}
          name={`address${index}`}
          label={t.fields.address}
          hint={t.addressHint}
          maxLength={500}
          optional
        />
      )}
      {!isPart && (isNew || kind !== 'view') && (
        <>
          <TextArea
            form={form}
            name={`textDe${index}`}
            label={t.fields.textDe}
            hint={t.textHint}
            maxLength={10_000}
            optional
          />
          <TextArea form={form} name={`textEn${index}`} label={t.fields.textEn} maxLength={10_000} rows={3} optional />
        </>
      )}
    </Stop>
  )
}
