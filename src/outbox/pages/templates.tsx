import {
  Button,
  Details,
  ErrorSummary,
  Hidden,
  LastStop,
  Note,
  Notice,
  Page,
  PostButton,
  PostForm,
  Prose,
  Stack,
  State,
  Stop,
  Submit,
  Table,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, type Language } from '../../platform/language.ts'
import type { MailBlock, MailPart } from '../../platform/mail-blocks.ts'
import type { Filled, Written } from '../../platform/mail-words.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

export type TemplateState = 'standard' | 'changed' | 'broken'
export type TemplateRow = {
  template: string
  title: string
  language: Language
  subject: string
  state: TemplateState
  changedAt: Date | undefined
}

/** All mails whose words can be changed, in both languages. */
export function TemplatesPage({ rows, zone }: { rows: readonly TemplateRow[]; zone: string }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.templates
  const { short } = dates(language, zone)
  return (
    <Page kind="office" title={t.title} lead={t.lead}>
      <Table
        caption={t.caption}
        isCaptionHidden
        rows={rows}
        keyOf={(row) => `${row.template} ${row.language}`}
        empty={t.empty}
        columns={[
          {
            label: t.name,
            kind: 'name',
            cell: (row) => (
              <a href={paths.template.at(language, { template: row.template, words: row.language })}>
                {row.title}
                <span class="hide">, {words.languages[row.language]}</span>
              </a>
            ),
          },
          { label: t.language, cell: (row) => words.languages[row.language] },
          { label: t.subject, cell: (row) => <span lang={row.language}>{row.subject}</span> },
          {
            label: t.state,
            cell: ({ state, changedAt }) => (
              <TemplateMark state={state}>
                {state === 'changed' && changedAt ? t.changed(short(changedAt)) : t.states[state]}
              </TemplateMark>
            ),
          },
        ]}
      />
    </Page>
  )
}

const TemplateMark = ({ state, children }: { state: TemplateState; children: string }) => (
  <State form={{ standard: 'waiting', changed: 'done', broken: 'open' }[state] as 'waiting'}>{children}</State>
)

export type TemplateProps = {
  form: FormState
  labels: Readonly<Record<string, string>>
  template: string
  title: string
  /** The language of the words. */
  words: Language
  state: TemplateState
  seen: string
  placeholders: readonly { name: string; example: string; isAlone: boolean }[]
  standard: Written
  preview: Filled | undefined
  done: 'saved' | 'wasReset' | undefined
}

/** The words of one mail in one language, with a preview, and the way back to the built-in ones. */
export function TemplatePage(props: TemplateProps) {
  const { form, labels, template, title, words, state, preview, done } = props
  const { language } = useFrame()
  const t = useText()
  const crumb = `${title}, ${t.languages[words]}`
  return (
    <Page
      kind="office"
      title={crumb}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.templates.title, href: paths.templates.at(language) }, { label: crumb }]}
    >
      <Stack>
        {done && <Notice kind="success" title={t.templates[done]} />}
        {state === 'broken' && (
          <Notice kind="warning" title={t.templates.brokenTitle}>
            <p>{t.templates.broken}</p>
          </Notice>
        )}
        <ErrorSummary form={form} labels={labels} />
        <WordsForm {...props} />
        {preview && <Preview preview={preview} lang={words} />}
        {state !== 'standard' && (
          <>
            <Details summary={t.templates.standard}>
              <Prose lang={words}>
                <p>
                  <b>{props.standard.subject}</b>
                </p>
                {props.standard.body.split(/\n{2,}/).map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </Prose>
            </Details>
            <PostButton
              action={paths.reset.at(language, { template, words })}
              values={{ seen: props.seen }}
              weight="danger"
            >
              {t.templates.reset}
            </PostButton>
          </>
        )}
      </Stack>
    </Page>
  )
}

function WordsForm({ form, template, words, seen, placeholders }: TemplateProps) {
  const { language } = useFrame()
  const t = useText().templates
  return (
    <PostForm action={paths.template.at(language, { template, words })}>
      <Hidden name="seen" value={seen} />
      <Stop legend={t.words}>
        <TextField form={form} name="subject" label={t.subject} maxLength={200} lang={words} />
        <TextArea form={form} name="body" label={t.body} hint={t.bodyHint} rows={14} maxLength={15_000} lang={words} />
        <Table
          caption={t.placeholders}
          rows={placeholders}
          keyOf={({ name }) => name}
          columns={[
            { label: t.placeholder, kind: 'name', cell: ({ name }) => `{{${name}}}` },
            { label: t.use, cell: ({ isAlone }) => (isAlone ? t.alone : t.inText) },
            { label: t.example, cell: ({ example }) => <span lang={words}>{example}</span> },
          ]}
        />
        <Note>{t.placeholdersLead}</Note>
      </Stop>
      <LastStop title={t.finish}>
        <p>{t.finishLead}</p>
        <Submit
          beside={
            <Button weight="second" name="action" value="preview">
              {t.show}
            </Button>
          }
        >
          {t.save}
        </Submit>
      </LastStop>
    </PostForm>
  )
}

function Preview({ preview, lang }: { preview: Filled; lang: Language }) {
  const t = useText().templates
  return (
    <section aria-labelledby="preview">
      <Stack>
        <h2 id="preview">{t.preview}</h2>
        <Note>{t.previewLead}</Note>
        <Prose lang={lang}>
          {preview.blocks.map((block, index) => (
            <Block key={index} block={block} />
          ))}
        </Prose>
      </Stack>
    </section>
  )
}

/** The kinds of blocks that words and the examples of parts come to. */
function Block({ block }: { block: MailBlock }) {
  if (block.kind === 'heading') return <h3>{block.text}</h3>
  if (block.kind === 'paragraph') return <p>{block.parts.map(partOf)}</p>
  if (block.kind !== 'list') return null
  return (
    <ul>
      {block.items.map((item, index) => (
        <li key={index}>{item.map(partOf)}</li>
      ))}
    </ul>
  )
}

function partOf(part: MailPart) {
  if (typeof part === 'string') return part
  return 'strong' in part ? <b>{part.strong}</b> : <a href={part.href}>{part.link}</a>
}
