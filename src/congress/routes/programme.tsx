import { z } from 'zod'
import { type FormState, field, readForm, startWith, valueOf } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { installation, sources } from '../../region/index.ts'
import { declineProposal, takeProposal } from '../commands/proposals.ts'
import { addSession, changeSession, moveSessionUp, removeSession } from '../commands/sessions.ts'
import { sessionMatter } from '../matters/session.ts'
import { newSourceIn } from '../matters/source.ts'
import { RemovePage } from '../pages/edit/parts.tsx'
import { ProgrammeEditPage, SessionEditPage } from '../pages/edit/programme.tsx'
import { paths } from '../paths.ts'
import { managedEdition, managedProgramme, partsOf, proposalsFor, storedSession } from '../queries/editing.ts'
import { markOfOverlaps, type Overlap, overlapsOf } from '../queries/overlaps.ts'
import { editing } from '../text/editing.ts'
import { refusalText, refusedForm } from './opened.ts'

const at = paths.editProgramme

/** The programme of an edition and the forms of its sessions. */
export function programmeRoutes(web: Web) {
  web.get(at.list, async (visit, { params, query }) => {
    const edition = await managedEdition(visit, params.edition)
    const [sessions, proposals, { zone }] = await Promise.all([
      managedProgramme(visit, edition.id),
      proposalsFor(visit, edition.id),
      installation(visit),
    ])
    return { page: <ProgrammeEditPage {...{ edition, zone, sessions, proposals }} isSaved={query.saved === '1'} /> }
  })
  proposalRoutes(web)
  web.post(at.up, async (visit, { params }) =>
    visit.change(
      (change) => moveSessionUp(change, { edition: params.edition, id: idFrom(params.item) }),
      ({ slug }) => ({ seeOther: at.list.at(visit.language, { edition: slug }, { saved: '1' }) }),
    ),
  )
  addRoutes(web)
  itemRoutes(web)
  removeRoutes(web)
}

const proposalForm = z.object({ to: field.choice(['programme', 'aside']) })

function proposalRoutes(web: Web) {
  web.post(paths.proposal, async (visit, { params, body }) => {
    const edition = await managedEdition(visit, params.edition)
    const { data } = readForm(proposalForm, body, visit.language)
    if (!data) throw new NotFound()
    const proposal = { edition: edition.slug, id: idFrom(params.proposal) }
    return changed(visit, {
      run: (change) => (data.to === 'programme' ? takeProposal : declineProposal)(change, proposal),
      next: ({ slug }) => ({ seeOther: at.list.at(visit.language, { edition: slug }, { saved: '1' }) }),
    })
  })
}

/** What stands on the page of a session beside its form. */
type Shown = { overlaps?: readonly Overlap[]; asks?: string; isSaved?: boolean }

/** What every form of a session needs to know of its edition. */
async function opened(visit: WebVisit, slug: string) {
  const edition = await managedEdition(visit, slug)
  const [{ zone }, known, rooms, tracks] = await Promise.all([
    installation(visit),
    sources(visit),
    partsOf(visit, 'rooms', edition.id),
    partsOf(visit, 'tracks', edition.id),
  ])
  const option = ({ id, name }: { id: string; name?: unknown }) => ({
    value: id,
    label: inLanguage(visit.language, name as Bilingual),
  })
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const lists = {
    rooms: rooms.map(option),
    tracks: tracks.map(option),
    sources: known.map(({ id, title }) => ({ value: id, label: inLanguage(visit.language, title) })),
  }
  const options = { roomId: lists.rooms, trackId: lists.tracks, sourceId: lists.sources }
  const matter = sessionMatter(zone, ids(rooms), ids(tracks))
  const page = (form: FormState, id?: string, more: Shown = {}) => (
    <SessionEditPage
      {...{ edition, zone, form, id, ...lists, ...more }}
      name={nameOf(visit, form, id)}
      overlaps={more.overlaps ?? []}
    />
  )
  return { edition, matter, options, page }
}

function nameOf({ language }: WebVisit, form: FormState, id: string | undefined) {
  if (!id) return editing[language].newSession
  return (language === 'en' && valueOf(form, 'titleEn')) || valueOf(form, 'titleDe') || editing[language].session
}

type Opened = Awaited<ReturnType<typeof opened>>

/** What was typed about a session. */
function readSession({ language }: WebVisit, { edition, matter }: Opened, body: Input<'edition'>['body']) {
  const { data, form } = readForm(matter.schema, body, language, editing[language].labels)
  if (!data) return { form }
  const { seats } = data
  const said = { values: matter.values(data), speakers: matter.speakers(data), source: newSourceIn(form) }
  return { form, data: { edition: edition.slug, seats, ...said } }
}

function addRoutes(web: Web) {
  web.get(at.add, async (visit, { params }) => {
    const { page } = await opened(visit, params.edition)
    return { page: page(startWith({ format: 'talk' })) }
  })
  web.post(at.add, async (visit, { params, body }) => {
    const { language } = visit
    const open = await opened(visit, params.edition)
    return submitted(visit, readSession(visit, open, body), {
      page: (form) => open.page(form),
      run: addSession,
      next: ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
      refused: (form, refusal) => refusedForm(language, form, refusal, form),
    })
  })
}

function itemRoutes(web: Web) {
  web.get(at.item, async (visit, { params, query }) => {
    const { edition, matter, page } = await opened(visit, params.edition)
    const stored = await storedSession(visit, edition.id, idFrom(params.item))
    const overlaps = await overlapsOf(visit, stored)
    return { page: page(matter.form(stored), stored.id, { overlaps, isSaved: query.saved === '1' }) }
  })
  web.post(at.item, async (visit, { params, body }) => {
    const { language } = visit
    const open = await opened(visit, params.edition)
    const { id } = await storedSession(visit, open.edition.id, idFrom(params.item))
    const read = readSession(visit, open, body)
    const overlaps = valueOf(read.form, 'overlaps')
    const saved = { saved: '1' }
    const afterwards = (edition: string) =>
      overlaps ? at.item.at(language, { edition, item: id }, saved) : at.list.at(language, { edition }, saved)
    return submitted(visit, read, {
      async page(form, refusal) {
        if (refusal?.refused !== 'bookingsOverlap') return open.page(form, id)
        const found = await overlapsOf(visit, { id, ...read.data!.values })
        return open.page(form, id, { overlaps: found, asks: markOfOverlaps(found) })
      },
      run: (change, data) => changeSession(change, { ...data, id, seen: valueOf(read.form, 'seen'), overlaps }),
      next: ({ slug }) => ({ seeOther: afterwards(slug) }),
      async refused(form, refusal) {
        const now = open.matter.form(await storedSession(visit, open.edition.id, id))
        return refusedForm(language, form, refusal, now, open.options)
      },
    })
  })
}

function removeRoutes(web: Web) {
  const removing = async (visit: WebVisit, params: { edition: string; item: string }) => {
    const edition = await managedEdition(visit, params.edition)
    const { id, title } = await storedSession(visit, edition.id, idFrom(params.item))
    const place = { edition: edition.slug, item: id }
    const page = (refused?: string) => (
      <RemovePage
        edition={edition}
        tab="programme"
        name={inLanguage(visit.language, title)}
        action={at.remove.at(visit.language, place)}
        back={at.item.at(visit.language, place)}
        refused={refused}
      />
    )
    return { edition, id, page }
  }
  web.get(at.remove, async (visit, { params }) => ({ page: (await removing(visit, params)).page() }))
  web.post(at.remove, async (visit, { params }) => {
    const { language } = visit
    const { edition, id, page } = await removing(visit, params)
    return changed(visit, {
      run: (change) => removeSession(change, { edition: edition.slug, id }),
      next: ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
      refused: (refusal) => page(refusalText(language, refusal)),
    })
  })
}
