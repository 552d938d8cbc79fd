import { z } from 'zod'
import { type FormState, field, readForm, saying, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { markOf, only, openedFields, openedOn, putTogether } from '../../platform/meanwhile.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import {
  addConsultation,
  askForContribution,
  changeConsultation,
  contribute,
  mergeContributions,
  removeContribution,
} from '../commands/consultations.ts'
import { said } from '../model.ts'
import { CallPage, CallsPage } from '../pages/calls.tsx'
import { ConsultationPage, ConsultationsPage, type Forms, NewConsultationPage } from '../pages/consultations.tsx'
import { ContributionPage } from '../pages/contribution.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import {
  callAt,
  calls,
  consultationAt,
  consultationList,
  heldContribution,
  isPast,
  type Whole,
} from '../queries/consultations.ts'
import { consultations } from '../text/consultations.ts'

const fieldsIn = ({ language }: Visit) => consultations[language].fields
const saidIn = (visit: Visit) => saying(consultations[visit.language].refused, fieldsIn(visit))

const aboutForm = z.object({
  ...openedFields,
  isPublic: field.flag(),
  title: field.line(300),
  text: field.optionalText(5000),
  addressee: field.optionalLine(300),
  reference: field.optionalLine(200),
  link: field.optionalLink(),
  due: field.day(),
})
const askForm = z.object({
  organisation: field.line(200),
  topic: field.line(300),
  email: field.optionalEmail(),
  language: field.choice(['de', 'en']),
})
const writeForm = z.object({
  text: field.text(5000),
  contributor: field.line(200),
  seen: field.whole(0, 1_000_000),
})

/** Consultations: entered by the office, contributed to by who holds a link, merged to one answer. */
export function consultationRoutes(web: Web) {
  web.get(paths.consultations, async (visit) => {
    const rows = await consultationList(visit)
    const closed = await Promise.all(rows.map(({ due }) => isPast(visit, due)))
    return {
      page: <ConsultationsPage rows={rows.map((row, index) => ({ ...row, isClosed: closed[index] ?? false }))} />,
    }
  })
  web.get(paths.addConsultation, async (visit) => {
    mustKeep(visit)
    return { page: <NewConsultationPage form={startWith()} /> }
  })
  web.post(paths.addConsultation, async (visit, { body }) => {
    mustKeep(visit)
    return submitted(visit, readForm(aboutForm, body, visit.language, fieldsIn(visit)), {
      page: (form) => <NewConsultationPage form={form} />,
      run: (change, { seen: _, shown: __, ...input }) => addConsultation(change, input),
      next: ({ id }) => ({ seeOther: paths.consultation.at(visit.language, { consultation: id }) }),
    })
  })
  callRoutes(web)
  oneRoutes(web)
  contributionRoutes(web)
  heldRoutes(web)
}

function callRoutes(web: Web) {
  web.get(paths.calls, async (visit) => ({ page: <CallsPage calls={await calls(visit)} /> }))
  web.get(paths.call, async (visit, { params }) => {
    const [call, { zone }] = await Promise.all([callAt(visit, idFrom(params.consultation)), installation(visit)])
    return { page: <CallPage call={call} zone={zone} /> }
  })
}

/** The page of a consultation with one of its forms as it was sent. */
async function whole(visit: Visit, consultation: Whole, sent: Partial<Forms> & { isSaved?: boolean } = {}) {
  const { zone } = await installation(visit)
  const forms = {
    about: sent.about ?? aboutStart(consultation),
    asking: sent.asking ?? startWith({ language: 'de' }),
    merging: sent.merging ?? startWith(),
  }
  return <ConsultationPage {...{ consultation, forms, zone }} isSaved={sent.isSaved ?? false} />
}

const aboutStart = (one: Whole) => {
  const shown = only(one, said.consultation)
  return openedOn(startWith(shown), markOf(shown))
}

const savedAt = (visit: Visit, { id }: Whole) => ({
  seeOther: paths.consultation.at(visit.language, { consultation: id }, { info: 'saved' }),
})

function oneRoutes(web: Web) {
  web.get(paths.consultation, async (visit, { params, query }) => {
    const one = await consultationAt(visit, idFrom(params.consultation))
    return { page: await whole(visit, one, { isSaved: query.info === 'saved' }) }
  })
  web.post(paths.consultation, async (visit, { params, body }) => {
    const one = await consultationAt(visit, idFrom(params.consultation))
    return submitted(visit, readForm(aboutForm, body, visit.language, fieldsIn(visit)), {
      page: (about) => whole(visit, one, { about }),
      run: (change, { shown: _, ...input }) => changeConsultation(change, { ...input, id: one.id }),
      next: () => savedAt(visit, one),
      refused: async (form, refusal) => {
        const now = aboutStart(await consultationAt(visit, one.id))
        return putTogether(visit.language, saidIn(visit)(form, refusal), now, { labels: fieldsIn(visit) })
      },
    })
  })
  web.post(paths.askContribution, async (visit, { params, body }) => {
    const one = await consultationAt(visit, idFrom(params.consultation))
    return submitted(visit, readForm(askForm, body, visit.language, fieldsIn(visit)), {
      page: (asking) => whole(visit, one, { asking }),
      run: (change, input) => askForContribution(change, { ...input, consultation: one.id }),
      next: () => savedAt(visit, one),
      refused: saidIn(visit),
    })
  })
  web.post(paths.merge, async (visit, { params }) => {
    const one = await consultationAt(visit, idFrom(params.consultation))
    return changed(visit, {
      run: (change) => mergeContributions(change, { id: one.id }),
      next: ({ position }) => ({ seeOther: paths.edit.at(visit.language, { piece: position }, { info: 'made' }) }),
      refused: (refusal) => whole(visit, one, { merging: saidIn(visit)(startWith(), refusal) }),
    })
  })
}

function contributionRoutes(web: Web) {
  const opened = async (visit: Visit, params: { consultation: string; contribution: string }) => {
    const one = await consultationAt(visit, idFrom(params.consultation))
    const part = one.contributions.find(({ id }) => id === params.contribution)
    if (!part) throw new NotFound()
    const { zone } = await installation(visit)
    const at = { consultation: one.id, contribution: part.id }
    const page = (form: FormState) => (
      <ContributionPage
        {...{ ...one, ...part, form, zone, written: part.text, text: one.text }}
        isClosed={one.positionId !== null}
        isSaved={false}
        action={paths.contribution.at(visit.language, at)}
        remove={paths.removeContribution.at(visit.language, at)}
        office={{ label: one.title, href: paths.consultation.at(visit.language, at) }}
      />
    )
    return { one, part, page }
  }
  web.get(paths.contribution, async (visit, { params }) => {
    const { part, page } = await opened(visit, params)
    return { page: page(startWith({ text: part.text, contributor: part.contributor, seen: part.revision })) }
  })
  web.post(paths.contribution, async (visit, { params, body }) => {
    const { one, part, page } = await opened(visit, params)
    return submitted(visit, readForm(writeForm, body, visit.language, fieldsIn(visit)), {
      page,
      run: (change, input) => contribute(change, { ...input, id: part.id }),
      next: () => savedAt(visit, one),
      refused: saidIn(visit),
    })
  })
  web.post(paths.removeContribution, async (visit, { params }) => {
    const { one, part } = await opened(visit, params)
    return changed(visit, {
      run: (change) => removeContribution(change, { consultation: one.id, id: part.id }),
      next: () => savedAt(visit, one),
      refused: (refusal) => whole(visit, one, { merging: saidIn(visit)(startWith(), refusal) }),
    })
  })
}

function heldRoutes(web: Web) {
  const opened = async (visit: Visit, secret: string) => {
    const [held, { zone }] = await Promise.all([heldContribution(visit), installation(visit)])
    const page = (form: FormState, isSaved = false) => (
      <ContributionPage
        {...{ ...held, form, zone, isSaved }}
        action={paths.contribute.at(visit.language, { secret })}
      />
    )
    return { held, page }
  }
  web.get(paths.contribute, async (visit, { params, query }) => {
    const { held, page } = await opened(visit, params.secret)
    const { written: text, contributor, revision: seen } = held
    return { page: page(startWith({ text, contributor, seen }), query.info === 'saved') }
  })
  web.post(paths.contribute, async (visit, { params, body }) => {
    const { held, page } = await opened(visit, params.secret)
    return submitted(visit, readForm(writeForm, body, visit.language, fieldsIn(visit)), {
      page: (form) => page(form),
      run: (change, input) => contribute(change, { ...input, id: held.contribution }),
      next: () => ({ seeOther: paths.contribute.at(visit.language, params, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
}
