import { AtlasStyle, Band, Note, Page, Place, Scatter, SearchBar, Select, Stack, Table } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { decimal, inLanguage, type Language } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { rankCorrelation, ticksFor } from '../model/correlation.ts'
import type { Indicator } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import type { Relation } from '../queries/relation.ts'
import { text, useText } from '../text.ts'
import { cellText, dateText, namesOf, plain, sourceLine } from './words.ts'

type Props = { relation: Relation; form: FormState }

/** Two indicators against each other: a point for each district, what that says, and the table behind it. */
export function RelationPage({ relation, form }: Props) {
  const { language } = useFrame()
  const words = useText()
  const t = words.relation
  const { across, up, choices } = relation
  const options = choices.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      meta={<AtlasStyle />}
      wide
      crumbs={[
        { label: words.home, href: home.at(language) },
        { label: words.title, href: paths.atlas.at(language) },
        { label: t.title },
      ]}
    >
      <Band>
        <Stack>
          <SearchBar action={paths.relation.at(language)} label={t.show}>
            <Select form={form} name="waagrecht" label={t.across} options={options} />
            <Select form={form} name="senkrecht" label={t.up} options={options} />
          </SearchBar>
          {across && up ? <Shown relation={{ ...relation, across, up }} /> : <p>{words.noValues}</p>}
        </Stack>
      </Band>
    </Page>
  )
}

type Both = Relation & { across: NonNullable<Relation['across']>; up: NonNullable<Relation['up']> }

function Shown({ relation }: { relation: Both }) {
  const { language } = useFrame()
  const t = useText()
  const { across, up, sources } = relation
  const said = findingOf(language, relation)
  const points = pointsOf(language, relation)
  const axis = ({ indicator }: Both['up'], values: number[]) => ({
    label: `${inLanguage(language, indicator.name)} (${inLanguage(language, indicator.unit)})`,
    ticks: ticksFor(values).map((value) => ({ value, text: plain(language, indicator, value) })),
  })
  return (
    <>
      <p>{said}</p>
      {points.length > 0 && (
        <Scatter
          points={points}
          across={axis(
            across,
            points.map(({ x }) => x),
          )}
          up={axis(
            up,
            points.map(({ y }) => y),
          )}
          id="relation"
          title={t.relation.chart(inLanguage(language, across.indicator.name), inLanguage(language, up.indicator.name))}
          description={said}
        />
      )}
      <Note>
        {[across, up].map(
          ({ indicator, asOf }) => `${inLanguage(language, indicator.name)}: ${t.asOf(dateText(language, asOf))}. `,
        )}
        {t.source}: {sourceLine(language, sources)}. {t.relation.method}
      </Note>
      <Numbers relation={relation} />
    </>
  )
}

function pointsOf(language: Language, { land, across, up }: Both) {
  const names = namesOf(language, land)
  return land.districts.flatMap(({ key, regionNo }) => {
    const [x, y] = [across.cells.get(key)?.value, up.cells.get(key)?.value]
    const isKnown = typeof x === 'number' && typeof y === 'number'
    return isKnown ? [{ key, region: regionNo, label: names.get(key)?.name ?? key, x, y }] : []
  })
}

/** From which strength on a relation is called one, and a clear one. */
const [some, clear] = [0.3, 0.6]

function findingOf(language: Language, relation: Both): string {
  const t = text[language].relation
  const points = pointsOf(language, relation)
  const found = rankCorrelation(points.map(({ x, y }) => [x, y]))
  const name = ({ indicator }: { indicator: Indicator }) => inLanguage(language, indicator.name)
  if (found === undefined) return t.tooFew(points.length)
  const rho = decimal(language, found, 2)
  if (Math.abs(found) < some) return t.none(name(relation.across), name(relation.up), rho)
  return t.found({
    across: name(relation.across),
    up: name(relation.up),
    isClear: Math.abs(found) >= clear,
    isUp: found > 0,
    rho,
  })
}

function Numbers({ relation: { land, across, up } }: { relation: Both }) {
  const { language } = useFrame()
  const t = useText()
  const names = namesOf(language, land)
  const column = ({ indicator, cells }: Both['up']) => ({
    label: inLanguage(language, indicator.name),
    kind: 'number' as const,
    cell: ({ key }: { key: string }) => cellText(language, indicator, cells.get(key)),
  })
  return (
    <Table
      caption={t.overview.numbers}
      rows={land.districts}
      keyOf={({ key }) => key}
      columns={[
        {
          label: t.indicator.territory,
          kind: 'name',
          cell: ({ key, regionNo }) => (
            <Place region={regionNo}>
              <a href={paths.territory.at(language, { territory: key })}>{names.get(key)?.name}</a>
            </Place>
          ),
        },
        column(across),
        column(up),
      ]}
    />
  )
}
