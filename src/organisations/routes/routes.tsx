import { z } from 'zod'
import { organisationKinds } from '../../people/index.ts'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { lostByMerging, type Room, relatedTo } from '../../platform/room.ts'
import { submitted } from '../../platform/submitted.ts'
import { tableFile } from '../../platform/table-file.ts'
import { NotFound, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { districts, places } from '../../region/index.ts'
import { changeOrganisation, mergeOrganisations } from '../commands/register.ts'
import { registerColumns } from '../export.ts'
import { officialKey as knownKey } from '../model/keys.ts'
import { NetworkPage, pagesOf } from '../pages/network.tsx'
import { EditPage, MergePage } from '../pages/office.tsx'
import { OrganisationPage } from '../pages/organisation.tsx'
import { onPage, RegisterPage } from '../pages/public.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { contactsOf, isKeptBy, ownList, shownContactsOf, stewardsOf } from '../queries/keeping.ts'
import { networkOf } from '../queries/network.ts'
import {
  alike,
  type Filter,
  type Organisation,
  organisationAt,
  organisationsBeside,
  register,
  registerPage,
  stayedFor,
} from '../queries/register.ts'
import { text } from '../text.ts'
import { answerRoutes, saidIn } from './answers.tsx'
import { apiRoutes } from './api.ts'
import { careRoutes } from './care.tsx'

/** The register of organisations, what each takes part in, and how the office keeps it. */
export function routes(web: Web, rooms: readonly Room[]) {
  const list = async (visit: Visit, kind: 'public' | 'office', query: Readonly<Record<string, string>>) => {
    const [page, own] = [pageFrom(query), ownQuery(query)]
    const [found, narrowedTo, looksAfter] = await Promise.all([
      registerPage(visit, rooms, { ...filterFrom(own), page, size: onPage }),
      places(visit),
      ownList(visit),
    ])
    return (
      <RegisterPage
        {...{ kind, page, looksAfter, ...found }}
        places={narrowedTo}
        query={own}
        form={startWith(own)}
        isDeclined={query.info === 'declined'}
      />
    )
  }
  apiRoutes(web, rooms)
  web.get(
    paths.register,
    async (visit, { query }) => {
      if (query.q) visit.uncached()
      return { page: await list(visit, 'public', query) }
    },
    'searches',
  )
  web.get(
    paths.registerFile,
    async (visit, { params, query }) => {
      const rows = await register(visit, rooms, filterFrom(query))
      const name = text[visit.language].fileName
      return tableFile(params.as, { name, columns: registerColumns(visit), rows }, visit)
    },
    'files',
  )
  web.get(
    paths.network,
    async (visit, { query }) => {
      const { art = '', woran = '', seite } = query
      const filter = { kind: organisationKinds.find((one) => one === art), subject: subjectFrom(woran) }
      const network = await networkOf(visit, rooms, filter)
      const page = pageFrom(query)
      if (seite !== undefined && (seite !== String(page) || page > pagesOf(network))) throw new NotFound()
      const own = { ...(filter.kind ? { art } : {}), ...(filter.subject ? { woran } : {}) }
      return { page: <NetworkPage {...{ network, page }} form={startWith(own)} query={own} /> }
    },
    'searches',
  )
  web.get(paths.organisation, async (visit, { params }) => {
    const stayed = await stayedFor(visit, params.organisation)
    // Only to one that this viewer may see.
    if (stayed) {
      const { id } = await organisationAt(visit, rooms, stayed)
      return { movedTo: paths.organisation.at(visit.language, { organisation: id }) }
    }
    const organisation = await organisationAt(visit, rooms, params.organisation)
    const { id, districtKey } = organisation
    const [related, beside, contacts, isKept, network] = await Promise.all([
      relatedTo(visit, rooms, districtKey ? [id, districtKey] : [id]),
      organisationsBeside(visit, organisation),
      shownContactsOf(visit, [id]),
      isKeptBy(visit, id),
      networkOf(visit, rooms, { around: id }),
    ])
    const { partners = [] } = network.knots.find((knot) => knot.id === id) ?? {}
    return {
      page: <OrganisationPage {...{ organisation, related, beside, contacts, isKept, partners }} ties={network.ties} />,
    }
  })
  web.get(paths.office, async (visit, { query }) => {
    mustKeep(visit)
    return { page: await list(visit, 'office', query) }
  })
  editRoutes(web, rooms)
  mergeRoutes(web, rooms)
  careRoutes(web)
  answerRoutes(web)
}

/** A field's key or an edition's id; anything else asks for nothing. */
const subjectFrom = (woran: string) => (/^[\w-]{1,60}$/.test(woran) ? woran : undefined)

/** The page of a long list that is asked for; the first for anything else. */
const pageFrom = ({ seite = '' }: Readonly<Record<string, string>>) =>
  /^[1-9]\d{0,3}$/.test(seite) ? Number(seite) : 1

/** The filter's part of an address's query. */
const ownQuery = ({ q, art, kreis }: Readonly<Record<string, string>>): Record<string, string> => ({
  ...(q ? { q: q.slice(0, 100) } : {}),
  ...(art ? { art } : {}),
  ...(kreis ? { kreis } : {}),
})

const filterFrom = ({ q, art, kreis }: Readonly<Record<string, string | undefined>>): Filter => ({
  q: q?.slice(0, 100),
  kind: organisationKinds.find((one) => one === art),
  district: /^[a-z0-9-]{1,40}$/.test(kreis ?? '') ? kreis : undefined,
})

const organisationForm = z.object({
  name: field.line(200),
  kind: field.choice(organisationKinds),
  districtKey: field.optionalLine(10),
  officialKey: field.optionalLine(60),
  website: field.optionalLink(),
})

function editRoutes(web: Web, rooms: readonly Room[]) {
  const opened = async (visit: Visit, id: string) => {
    mustKeep(visit)
    const [organisation, places] = await Promise.all([organisationAt(visit, rooms, id), districts(visit)])
    const page = (form: FormState, done?: 'saved' | 'merged') => (
      <EditPage {...{ organisation, form, done }} districts={places} />
    )
    return { organisation, places, page }
  }
  web.get(paths.edit, async (visit, { params, query }) => {
    const { organisation, page } = await opened(visit, params.organisation)
    const { name, kind, districtKey, website, officialKey } = organisation
    const done = (['saved', 'merged'] as const).find((one) => one === query.info)
    return { page: page(startWith({ name, kind, districtKey, website, officialKey }), done) }
  })
  web.post(paths.edit, async (visit, { params, body }) => {
    const { organisation, places, page } = await opened(visit, params.organisation)
    const { id } = organisation
    return submitted(visit, readForm(organisationForm, body, visit.language, text[visit.language].fields), {
      page: (form) => page(form),
      async run(change, { districtKey, officialKey, ...rest }) {
        const isUnknown = districtKey !== '' && !places.some(({ key }) => key === districtKey)
        if (isUnknown) return refuse('districtUnknown', 'districtKey')
        const known = officialKey ? knownKey(officialKey) : undefined
        // A key of another register that stood here before may stay.
        if (officialKey && !known && officialKey !== organisation.officialKey)
          return refuse('keyUnclear', 'officialKey')
        const keys = { districtKey: districtKey || null, officialKey: (known?.key ?? officialKey) || null }
        return changeOrganisation(change, { ...rest, ...keys, id })
      },
      next: () => ({ seeOther: paths.edit.at(visit.language, { organisation: id }, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
}

/** So many names can be chosen from; likely doubles stand first anyway. */
const inChoice = 1000
const mergeForm = z.object({ other: field.id(), stewards: field.ids() })

type Two = { kept: Organisation; gone: Organisation }

/** What merging loses, in words: what the register says differently of both, and what other rooms have twice. */
async function lostIn(visit: Visit, rooms: readonly Room[], { kept, gone }: Two) {
  const t = text[visit.language]
  const both = (label: string, one: string | null, other: string | null) =>
    one && other && one !== other ? [t.office.both(label, one, other)] : []
  return [
    ...both(t.fields.officialKey, kept.officialKey, gone.officialKey),
    ...both(t.fields.districtKey, kept.district, gone.district),
    ...both(t.fields.website, kept.website, gone.website),
    ...both(t.fields.about, kept.about?.de ?? null, gone.about?.de ?? null),
    ...(await lostByMerging(visit, rooms, { kept: kept.id, gone: gone.id })),
  ]
}

const weight = ({ isConfirmed, officialKey }: Organisation) => (isConfirmed ? 2 : 0) + (officialKey ? 1 : 0)
const turned = ({ language }: Visit, kept: Organisation, gone: Organisation) => ({
  seeOther: paths.merge.at(language, { organisation: kept.id }, { other: gone.id }),
})

function mergeRoutes(web: Web, rooms: readonly Room[]) {
  const asked = async (visit: Visit, organisation: Organisation, form: FormState, other?: Organisation) => {
    const [near, all, related, lost, stewards, contacts] = await Promise.all([
      alike(visit, organisation),
      register(visit, rooms, {}, inChoice),
      relatedTo(visit, rooms, other ? [other.id] : []),
      other ? lostIn(visit, rooms, { kept: organisation, gone: other }) : [],
      other ? stewardsOf(visit, other.id) : [],
      other ? contactsOf(visit, other.id) : [],
    ])
    const people = { stewards, contacts }
    return <MergePage {...{ organisation, form, all, other, related, lost, people }} alike={near} />
  }
  web.get(paths.merge, async (visit, { params, query }) => {
    mustKeep(visit)
    const organisation = await organisationAt(visit, rooms, params.organisation)
    const isOther = query.other && query.other !== organisation.id
    const other = isOther ? await organisationAt(visit, rooms, query.other ?? '') : undefined
    // Preselected to stay: the confirmed one, then the one with an official key. The page lets them change places.
    if (other && query.info !== 'chosen' && weight(other) > weight(organisation))
      return turned(visit, other, organisation)
    return { page: await asked(visit, organisation, startWith({ other: other?.id }), other) }
  })
  web.post(paths.merge, async (visit, { params, body }) => {
    mustKeep(visit)
    const organisation = await organisationAt(visit, rooms, params.organisation)
    return submitted(visit, readForm(mergeForm, body, visit.language, text[visit.language].fields), {
      page: (form) => asked(visit, organisation, form),
      run: (change, { other, stewards }) =>
        mergeOrganisations(change, { kept: organisation.id, gone: idFrom(other), stewards, rooms }),
      next: ({ id }) => ({ seeOther: paths.edit.at(visit.language, { organisation: id }, { info: 'merged' }) }),
      refused: saidIn(visit),
    })
  })
}
