import {
  Actions,
  BilingualField,
  Button,
  Checkbox,
  Details,
  ErrorSummary,
  Hidden,
  LastStop,
  More,
  Note,
  Notice,
  Page,
  PostButton,
  PostForm,
  Radios,
  Select,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import { filesPaths, type Shown } from '../../files/index.ts'
import { type FormState, problemsOf, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { Html } from '../../platform/html.tsx'
import { inLanguage, type Language } from '../../platform/language.ts'
import { menus, type OperatorFacts } from '../model.ts'
import { paths } from '../paths.ts'
import type { PageRow } from '../queries/pages.ts'
import { useText } from '../text.ts'
import { written } from './written.ts'

type EditProps = {
  form: FormState
  labels: Readonly<Record<string, string>>
  page: PageRow | undefined
  mayPublish: boolean
  pictures: readonly Shown[]
  /** Set when the visitors' view of what was typed is asked for. */
  preview?: { facts: OperatorFacts; zone: string } | undefined
  hasInserted?: boolean
  isSaved?: boolean
}

/** Writing a page: both languages side by side, pictures, address, menu, draft or published; a look at it before. */
export function EditPage(props: EditProps) {
  const { form, labels, page, mayPublish, preview, hasInserted, isSaved } = props
  const { language } = useFrame()
  const words = useText()
  const t = words.edit
  const title = page ? inLanguage(language, page.title) : t.newTitle
  return (
    <Page
      kind="office"
      title={title}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: words.pages.title, href: paths.pages.at(language) }, { label: title }]}
    >
      {page && (
        <Actions>
          <More href={paths.page.at(language, { page: language === 'de' ? page.slugDe : page.slugEn })}>{t.view}</More>
          <More href={paths.history.at(language, { page: page.id })}>{t.history}</More>
        </Actions>
      )}
      {isSaved && page && (
        <Notice kind="success" title={page.publishedVersion === page.currentVersion ? t.savedPublic : t.savedDraft} />
      )}
      <ErrorSummary form={form} labels={labels} />
      {preview && <Preview form={form} {...preview} />}
      {hasInserted && <Notice kind="success" title={t.inserted} />}
      <EditForm {...props} />
      {page?.publishedVersion && page.kind === 'own' && mayPublish && (
        <PostButton action={paths.withdrawal.at(language, { page: page.id })} weight="danger">
          {t.withdraw}
        </PostButton>
      )}
    </Page>
  )
}

function EditForm({ form, page, mayPublish, pictures }: EditProps) {
  const { language, languages } = useFrame()
  const words = useText()
  const t = words.edit
  const submit = (
    <Submit
      beside={
        <Button weight="second" name="action" value="preview">
          {t.preview}
        </Button>
      }
    >
      {t.save}
    </Submit>
  )
  return (
    <PostForm action={page ? paths.editPage.at(language, { page: page.id }) : paths.newPage.at(language)}>
      {/* Return in a line sends with the first button of the form: saving, not a preview or a picture. */}
      <button class="hide" type="submit" tabindex={-1}>
        {t.save}
      </button>
      <Hidden name="seen" value={valueOf(form, 'seen') || '0'} />
      <Stop legend={t.content}>
        <BilingualField form={form} name="title" label={t.title} maxLength={200} />
        <BilingualField form={form} name="text" label={t.text} hint={t.textHint} rows={18} />
        <PicturePicker form={form} pictures={pictures} />
      </Stop>
      <Stop legend={t.place}>
        <TextField form={form} name="slugDe" label={t.slugDe} hint={t.slugHint} maxLength={80} optional />
        {languages.includes('en') ? (
          <TextField form={form} name="slugEn" label={t.slugEn} hint={t.slugEnHint} maxLength={80} optional />
        ) : (
          <Hidden name="slugEn" value={valueOf(form, 'slugEn')} />
        )}
        <Select
          form={form}
          name="menu"
          label={t.menu}
          options={menus.map((value) => ({ value, label: words.pages.menus[value] }))}
        />
        <TextField form={form} name="position" label={t.position} inputMode="numeric" maxLength={3} />
      </Stop>
      <LastStop title={t.finish}>
        {mayPublish && <Checkbox form={form} name="isPublished" label={t.publish} hint={t.publishHint} />}
        {submit}
      </LastStop>
    </PostForm>
  )
}

/** The uploaded pictures to choose from; the button puts the chosen one into the text, without saving. */
function PicturePicker({ form, pictures }: Pick<EditProps, 'form' | 'pictures'>) {
  const { language } = useFrame()
  const t = useText().edit.picture
  const isOpen = ['picture', 'pictureAltDe', 'pictureAltEn'].some((name) => problemsOf(form, name).length > 0)
  const content =
    pictures.length === 0 ? (
      <Note>
        {t.none} <a href={filesPaths.files.at(language)}>{t.toFiles}</a>
      </Note>
    ) : (
      <div class="stack">
        <Radios
          form={form}
          name="picture"
          label={t.choose}
          hint={t.chooseHint}
          optional
          options={pictures.map((picture) => ({ value: picture.id, label: <Thumb picture={picture} /> }))}
        />
        <BilingualField
          form={form}
          name="pictureAlt"
          label={t.alt}
          hint={t.altHint}
          maxLength={300}
          optional="sometimes"
        />
        <Actions>
          <Button weight="second" name="action" value="picture">
            {t.insert}
          </Button>
          <More href={filesPaths.files.at(language)}>{t.toFiles}</More>
        </Actions>
      </div>
    )
  return isOpen ? content : <Details summary={t.title}>{content}</Details>
}

/** Small, with its own description below it, which also says what it shows. */
function Thumb({ picture: { id, name, alt } }: { picture: Shown }) {
  const { language } = useFrame()
  return (
    <span class="thumb">
      <img src={filesPaths.file.at('de', { file: id, name }, { breite: '400' })} alt="" loading="lazy" />
      <span>{alt ? inLanguage(language, alt) : name}</span>
    </span>
  )
}

/** What was typed as visitors would read it, in each language in which there is a text. Nothing of it is saved. */
function Preview({ form, facts, zone }: { form: FormState; facts: OperatorFacts; zone: string }) {
  const t = useText().edit
  const shown = (['De', 'En'] as const).filter((suffix) => suffix === 'De' || valueOf(form, `text${suffix}`) !== '')
  return (
    <section class="stack" aria-labelledby="preview">
      <h2 id="preview">{t.previewTitle}</h2>
      <p>{t.previewLead}</p>
      {shown.map((suffix) => {
        const language: Language = suffix === 'De' ? 'de' : 'en'
        const title = valueOf(form, `title${suffix}`)
        const { html } = written(valueOf(form, `text${suffix}`), { facts, zone, language, topLevel: 3 })
        return (
          <article key={suffix} class="confirm stack" lang={language}>
            {title && <h3 class="huge">{title}</h3>}
            <Html class="prose" html={html} />
          </article>
        )
      })}
    </section>
  )
}
