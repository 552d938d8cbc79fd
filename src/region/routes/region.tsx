import { z } from 'zod'
import { type FieldProblem, type FormState, field, readForm, saying, startWith, valueOf } from '../../platform/forms.ts'
import type { Language } from '../../platform/language.ts'
import { submitted } from '../../platform/submitted.ts'
import { type Change, NotFound, type Visit } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { changeRegion, type RegionInput, setUp } from '../commands/installation.ts'
import { BeginPage } from '../pages/begin.tsx'
import { RegionPage } from '../pages/region-form.tsx'
import { paths } from '../paths.ts'
import { may, mayChange } from '../permissions.ts'
import { type Installation, installation, type Region, regions } from '../queries/region.ts'
import { checkRegions, type RegionDraft, type RegionFile, readRegionFile, regionsAtMost } from '../region-file.ts'
import { readTerritoryFile } from '../territory-file.ts'
import { type Text, text } from '../text.ts'
import { sourceRoutes } from './sources.tsx'
import { territoryProblem, territoryRoutes } from './territory.tsx'

const numbers = Array.from({ length: regionsAtMost }, (_, index) => index + 1)
const zones = Intl.supportedValuesOf('timeZone').filter((zone) => /^(Europe|Atlantic|Asia\/Nicosia)/.test(zone))
const parts = ['De', 'En', 'Colour', 'Body', 'Seat', 'Website'] as const
/** German alone, or with English; the first one is foremost. */
const languageChoices = ['de,en', 'en,de', 'de'] as const
const regionForm = z.object({
  nameDe: field.line(200),
  nameEn: field.optionalLine(200),
  short: field.line(40),
  contactEmail: field.email(),
  zone: field.oneOf(zones),
  languages: field.choice(languageChoices),
  noLogo: field.flag(),
  file: field.optionalLine(300),
  ...Object.fromEntries(numbers.flatMap((no) => parts.map((part) => [`region${no}${part}`, field.optionalLine(200)]))),
})

type Kind = 'setUp' | 'change'

/** Setting up, and changing who the region is. */
export function routes(web: Web) {
  web.get(paths.setUp, async (visit) => {
    if ((await installation(visit)).setUpAt !== null) throw new NotFound()
    if (!may.change(visit.viewer)) return { page: <BeginPage /> }
    return { page: pageOf(visit, 'setUp', startWith({ zone: 'Europe/Berlin', languages: 'de,en' })) }
  })
  web.upload(mayChange)(paths.setUp, (visit, input) => save(visit, 'setUp', input))

  web.get(paths.region, async (visit, { query }) => {
    if (!may.change(visit.viewer)) throw new NotFound()
    const [publisher, list] = await Promise.all([installation(visit), regions(visit)])
    if (!publisher.setUpAt) return { seeOther: paths.setUp.at(visit.language) }
    const { name, ...rest } = publisher
    const start = { nameDe: name.de, nameEn: name.en, ...pick(rest), ...Object.assign({}, ...list.map(valuesOfRegion)) }
    return { page: pageOf(visit, 'change', startWith(start), query.info === 'gespeichert') }
  })
  web.upload(mayChange)(paths.region, (visit, input) => save(visit, 'change', input))
  territoryRoutes(web)
  sourceRoutes(web)
}

const pick = ({ short, contactEmail, zone, languages }: Omit<Installation, 'name'>) => ({
  short,
  contactEmail,
  zone,
  languages: languages.join(','),
})

async function mustBe(visit: Visit, kind: Kind) {
  if (!may.change(visit.viewer)) throw new NotFound()
  const { setUpAt } = await installation(visit)
  if ((setUpAt === null) !== (kind === 'setUp')) throw new NotFound()
}

const pathOf = { setUp: paths.setUp, change: paths.region }

function pageOf(visit: Visit, kind: Kind, form: FormState, isSaved = false) {
  const action = pathOf[kind].at(visit.language)
  return <RegionPage {...{ kind, form, action, zones, numbers, isSaved }} />
}

async function save(visit: WebVisit, kind: Kind, { body, uploads }: Input<never>) {
  await mustBe(visit, kind)
  const t = text[visit.language]
  const upload = uploads.find(({ field }) => field === 'file')
  const read = readForm(regionForm, { ...body, file: upload ? [upload.name] : [] }, visit.language, labelsOf(t))
  const stated = upload
    ? { ...readRegionFile(upload.bytes), isFile: true }
    : { ...typedRegions(read.form), isFile: false }
  const whole = upload && alsoStated(upload.bytes)
  const found = [
    ...read.form.problems,
    ...problemsIn(t, stated, typedNumbers(read.form)),
    ...((stated.file ? undefined : whole?.problems) ?? []).map((problem) => ({
      field: 'file',
      label: t.file,
      message: territoryProblem(t, problem),
    })),
  ]
  const problems = [...new Map(found.map((one) => [`${one.field} ${one.message}`, one])).values()]
  const data = read.data &&
    stated.regions &&
    !whole?.problems && {
      ...publisherIn(read.data),
      logo: uploads.find(({ field }) => field === 'logo') ?? (valueOf(read.form, 'noLogo') ? null : undefined),
      regions: upload ? stated.regions : byNumber(read.form, stated.regions),
      territory: whole?.territory,
    }
  return submitted(visit, data ? { form: read.form, data } : { form: { ...read.form, problems } }, {
    page: (form) => pageOf(visit, kind, form),
    run: commandOf[kind],
    next: () => ({ seeOther: paths.region.at(visit.language, {}, { info: 'gespeichert' }) }),
    refused: saying(t.refused, labelsOf(t)),
  })
}

/** What else a file of regions holds: districts and what belongs to them; undefined for regions alone. */
function alsoStated(bytes: Buffer) {
  const read = readTerritoryFile(bytes, { asOf: '', source: '' })
  const isMore = read.problems === undefined || !read.problems.some((one) => one === 'nothing' || one === 'noHeader')
  return isMore ? read : undefined
}

type Publisher = Record<'nameDe' | 'nameEn' | 'short' | 'contactEmail' | 'zone' | 'languages', string>

const publisherIn = ({ nameDe, nameEn, short, contactEmail, zone, languages }: Publisher) => ({
  name: nameEn ? { de: nameDe, en: nameEn } : { de: nameDe },
  short,
  contactEmail,
  zone,
  languages: languages.split(',') as Language[],
})

const commandOf: Record<Kind, (change: Change, input: RegionInput) => ReturnType<typeof setUp>> = {
  setUp,
  change: changeRegion,
}

const typedNumbers = (form: FormState) => numbers.filter((no) => valueOf(form, `region${no}De`) !== '')

/** What was typed into the fields, those without a name left out. */
function typedRegions(form: FormState): RegionFile {
  const typed = (no: number, part: (typeof parts)[number]) => valueOf(form, `region${no}${part}`).replace(/\s+/g, ' ')
  return checkRegions(
    typedNumbers(form).map((no) => ({
      name: typed(no, 'De'),
      nameEn: typed(no, 'En'),
      bodyName: typed(no, 'Body'),
      bodySeat: typed(no, 'Seat'),
      bodyWebsite: typed(no, 'Website'),
      colours: { field: typed(no, 'Colour'), fieldDark: '', line: '', lineDark: '' },
    })),
  )
}

/** The regions typed, each at its number. */
function byNumber(form: FormState, drafts: readonly RegionDraft[]) {
  const typed = typedNumbers(form)
  return numbers.map((no) => drafts[typed.indexOf(no)])
}

/** `typed` are the numbers of the regions in the form, in their order. */
function problemsIn(
  t: Text,
  { file, rows, isFile }: RegionFile & { isFile: boolean },
  typed: number[],
): FieldProblem[] {
  if (file && !isFile) return [{ field: 'region1De', label: t.region(1), message: t.refused.noRegions as string }]
  if (file) return [{ field: 'file', label: t.file, message: t.fileProblems[file] }]
  return (rows ?? []).map(({ row, line, problem, value }) => {
    const words = t.rowProblems[problem]
    const message = typeof words === 'string' ? words : words(value)
    if (isFile) return { field: 'file', label: t.file, message: line ? t.inLine(line, message) : t.inRow(row, message) }
    const no = typed[row - 1]!
    return { field: `region${no}${partOf[problem] ?? 'De'}`, label: t.region(no), message }
  })
}

const partOf: Record<string, string> = { colour: 'Colour', website: 'Website' }

const valuesOfRegion = ({ no, name, colours, bodyName, bodySeat, bodyWebsite }: Region) => ({
  [`region${no}De`]: name.de,
  [`region${no}En`]: name.en,
  [`region${no}Colour`]: colours.field.light,
  [`region${no}Body`]: bodyName,
  [`region${no}Seat`]: bodySeat,
  [`region${no}Website`]: bodyWebsite,
})

const labelsOf = (t: Text) => ({
  nameDe: t.name,
  short: t.short,
  contactEmail: t.contactEmail,
  zone: t.zone,
  languages: t.languages,
  logo: t.ownLogo,
  ...Object.fromEntries(numbers.flatMap((no) => parts.map((part) => [`region${no}${part}`, t.region(no)]))),
})
