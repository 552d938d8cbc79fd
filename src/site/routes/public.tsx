import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { field, readForm, startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { report } from '../commands.ts'
import { HomePage } from '../pages/home.tsx'
import { WrittenPage } from '../pages/page.tsx'
import { ReportedPage, ReportPage } from '../pages/report.tsx'
import { paths } from '../paths.ts'
import { mayPublish, mayWrite } from '../permissions.ts'
import { homeContent } from '../queries/home.ts'
import { operatorFacts, pageBySlug } from '../queries/pages.ts'
import { text } from '../text.ts'

const reportForm = z.object({
  kind: field.choice(['barrier', 'question']),
  page: field.optionalLine(300),
  text: field.text(5000),
  email: field.optionalEmail(),
})
/** Who asks wants an answer; a barrier can be told without saying who one is. */
const questionForm = reportForm.extend({ email: field.email() })

/** What visitors see: home, the written pages, the way to report a barrier. */
export function publicRoutes(web: Web) {
  web.get(paths.home, async (visit, { request }) => {
    if (visit.language === 'de' && (await installation(visit)).languages[0] === 'en') {
      visit.uncached()
      if (comesForEnglish(visit.house.publicUrl, request.headers)) return { seeOther: paths.home.at('en') }
    }
    return { page: <HomePage content={await homeContent(visit)} /> }
  })

  web.get(paths.page, async (visit, { params }) => {
    const [page, facts, { zone }] = await Promise.all([
      pageBySlug(visit, params.page, true),
      operatorFacts(visit),
      installation(visit),
    ])
    if (!page) throw new NotFound()
    const own = visit.language === 'de' ? page.slugDe : page.slugEn
    if (own !== params.page) return { seeOther: paths.page.at(visit.language, { page: own }) }
    return {
      page: <WrittenPage {...{ page, facts, zone }} mayEdit={mayWrite(visit)} mayTell={mayPublish(visit)} />,
      alternate: { page: visit.language === 'de' ? page.slugEn : page.slugDe },
    }
  })

  web.get(paths.report, async (visit, { query }) => ({
    page: (
      <ReportPage
        form={startWith({ page: query.seite })}
        kind={query.art === 'frage' ? 'question' : 'barrier'}
        labels={labelsOf(visit.language, query.art === 'frage' ? 'question' : 'barrier')}
      />
    ),
  }))
  web.post(paths.report, async (visit, { body }) => {
    const kind = body.kind?.[0] === 'question' ? 'question' : 'barrier'
    const labels = labelsOf(visit.language, kind)
    const schema = kind === 'question' ? questionForm : reportForm
    return submitted<z.output<typeof reportForm>, { id: string }>(
      visit,
      readForm(schema, body, visit.language, labels),
      {
        page: (form) => <ReportPage form={form} kind={kind} labels={labels} />,
        run: (change, data) => report(change, { ...data, language: visit.language }),
        next: () => ({ seeOther: paths.reported.at(visit.language) }),
      },
    )
  })
  web.get(paths.reported, async () => ({ page: <ReportedPage /> }))
}

/** Whoever types the bare address and prefers other languages to German; not who comes from a page of ours, nor a robot. */
function comesForEnglish(publicUrl: string, { referer, 'accept-language': preferred }: FastifyRequest['headers']) {
  return Boolean(preferred) && !/^de\b/i.test(preferred ?? '') && !referer?.startsWith(publicUrl)
}

function labelsOf(language: 'de' | 'en', kind: 'barrier' | 'question') {
  const { page, text: message, email } = text[language].report
  return { page, text: message[kind], email }
}
