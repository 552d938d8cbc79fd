import { z } from 'zod'
import { type FormState, field, readForm, saying, startWith, withRefusal } from '../../platform/forms.ts'
import { type Language, languages } from '../../platform/language.ts'
import { type MailWords, previewOf, wordsVersion } from '../../platform/mail-words.ts'
import type { Room } from '../../platform/room.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { changeWords, resetWords, wordsRefusal } from '../commands.ts'
import { TemplatePage, type TemplateRow, TemplatesPage } from '../pages/templates.tsx'
import { paths } from '../paths.ts'
import { mayWriteTemplates } from '../permissions.ts'
import { type OwnWords, ownWords, ownWordsOf } from '../queries.ts'
import { text } from '../text.ts'

const wordsForm = z.object({
  seen: field.line(20),
  subject: field.line(200),
  body: field.text(15_000),
  action: field.optionalLine(20),
})
const resetForm = z.object({ seen: field.line(20) })

/** The words of mails, for the office; `rooms` bring the built-in ones. */
export function templateRoutes(web: Web, rooms: readonly Room[]) {
  const all: ReadonlyMap<string, MailWords> = new Map(
    rooms.flatMap(({ mails }) =>
      Object.entries(mails ?? {}).flatMap(([key, { words }]) => (words ? [[key, words]] : [])),
    ),
  )

  web.get(paths.templates, async (visit) => {
    if (!mayWriteTemplates(visit)) throw new NotFound()
    const [own, { zone, languages: offered }] = await Promise.all([ownWords(visit), installation(visit)])
    const rows = rowsOf(all, own, visit.language).filter((row) => offered.includes(row.language))
    return { page: <TemplatesPage rows={rows} zone={zone} /> }
  })

  web.get(paths.template, async (visit, { params, query }) => {
    const it = await theTemplate(visit, all, params)
    const form = startOf(it)
    const done = query.info === 'saved' || query.info === 'wasReset' ? query.info : undefined
    return { page: shown(visit, it, form, done), alternate: params }
  })

  web.post(paths.template, async (visit, { params, body }) => {
    const it = await theTemplate(visit, all, params)
    const labels = labelsOf(visit.language)
    const refused = saying(text[visit.language].refused, labels)
    const { data, form } = readForm(wordsForm, body, visit.language, labels)
    const problem = data && wordsRefusal(it.words, data, it.language)
    if (data?.action === 'preview' && !problem) return { page: shown(visit, it, form) }
    return submitted(visit, problem ? { form: refused(form, problem) } : { form, data }, {
      page: (form) => shown(visit, it, form),
      run: (change, data) => changeWords(change, { ...it, ...data }),
      next: () => ({ seeOther: paths.template.at(visit.language, params, { info: 'saved' }) }),
      refused,
    })
  })

  web.post(paths.reset, async (visit, { params, body }) => {
    const it = await theTemplate(visit, all, params)
    const seen = readForm(resetForm, body, visit.language).data?.seen ?? ''
    return changed(visit, {
      run: (change) => resetWords(change, { ...it, seen }),
      next: () => ({ seeOther: paths.template.at(visit.language, params, { info: 'wasReset' }) }),
      refused: (refusal) => shown(visit, it, withRefusal(startOf(it), refusal, text[visit.language].refused)),
    })
  })
}

type Template = { template: string; language: Language; words: MailWords; own: OwnWords | undefined }

const startOf = ({ own, words, language }: Template) =>
  startWith({ ...(own ?? words.standard(language)), seen: wordsVersion(own) })

async function theTemplate(
  visit: Visit,
  all: ReadonlyMap<string, MailWords>,
  params: { template: string; words: string },
): Promise<Template> {
  const words = all.get(params.template)
  const language = languages.find((one) => one === params.words)
  if (!mayWriteTemplates(visit) || !words || !language) throw new NotFound()
  return { template: params.template, language, words, own: await ownWordsOf(visit, params.template, language) }
}

const stateOf = (words: MailWords, own: OwnWords | undefined) =>
  !own ? 'standard' : 'problem' in previewOf(words, own, own.language) ? 'broken' : 'changed'

function rowsOf(all: ReadonlyMap<string, MailWords>, own: readonly OwnWords[], language: Language): TemplateRow[] {
  return [...all].flatMap(([template, words]) =>
    languages.map((one) => {
      const mine = own.find((row) => row.template === template && row.language === one)
      const { subject } = mine ?? words.standard(one)
      const title = words.title(language)
      return { template, title, language: one, subject, state: stateOf(words, mine), changedAt: mine?.changedAt }
    }),
  )
}

function shown(
  visit: Visit,
  { template, words, language, own }: Template,
  form: FormState,
  done?: 'saved' | 'wasReset',
) {
  const written = { subject: form.values.subject?.[0] ?? '', body: form.values.body?.[0] ?? '' }
  const preview = previewOf(words, written, language)
  const example = words.example(language)
  const placeholders = [...words.placeholders, ...(words.parts ?? [])].map((name) => ({
    name,
    example: example[name] ?? '',
    isAlone: words.parts?.includes(name) ?? false,
  }))
  return (
    <TemplatePage
      {...{ form, template, placeholders, done }}
      labels={labelsOf(visit.language)}
      title={words.title(visit.language)}
      words={language}
      state={stateOf(words, own)}
      seen={form.values.seen?.[0] || wordsVersion(own)}
      standard={words.standard(language)}
      preview={'problem' in preview ? undefined : preview}
    />
  )
}

function labelsOf(language: Language) {
  const { subject, body } = text[language].templates
  return { subject, body }
}
