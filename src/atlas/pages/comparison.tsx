import {
  Address,
  AtlasStyle,
  Band,
  Bars,
  ColumnList,
  Details,
  Empty,
  Files,
  More,
  Notice,
  Page,
  Place,
  SearchBar,
  Select,
  Table,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import type { Indicator } from '../model/indicator.ts'
import { type Cells, whole } from '../model/values.ts'
import { paths } from '../paths.ts'
import type { Atlas } from '../queries/atlas.ts'
import type { Source } from '../queries/indicator.ts'
import type { Standing } from '../queries/standing.ts'
import { useText } from '../text.ts'
import { Citation } from './citation.tsx'
import { cellText, citedSource, dateText, filesIn, namesOf } from './words.ts'

export const mostPlaces = 6
export const placeFields = Array.from({ length: mostPlaces }, (_, index) => `ort${index + 1}`)
type Props = { atlas: Atlas; places: readonly string[]; form: FormState }
/** `asked` is what of the address names the places. */
type Citable = { asked: Readonly<Record<string, string>>; standing: Standing; sources: readonly Source[]; day: Date }
type Row = { indicator: Indicator; cells: Cells; asOf: string | undefined }

/** Up to six territories side by side: shares and heads as bars, and every figure in a table. */
export function ComparisonPage({ atlas, places, form, ...cited }: Props & Citable) {
  const { language } = useFrame()
  const words = useText()
  const t = words.comparison
  const rows = rowsOf(atlas, places)
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
        {atlas.indicators.some(({ id }) => atlas.values.yearsOf(id).length > 0) ? (
          places.length === 0 ? (
            <>
              <Choice atlas={atlas} form={form} />
              <Examples atlas={atlas} />
            </>
          ) : (
            <Details summary={t.others}>
              <Choice atlas={atlas} form={form} />
            </Details>
          )
        ) : (
          <Empty title={words.noValues} office={paths.office.at(language)} />
        )}
      </Band>
      {places.length > 0 && (
        <>
          <Frozen {...cited} />
          <Band title={t.shares} intro={t.sharesText}>
            <ul class="measures">
              {rows
                .filter(({ indicator, cells }) => indicator.kind === 'ratio' && cells.size > 0)
                .map((row) => (
                  <li key={row.indicator.id}>
                    <OneMeasure row={row} places={places} atlas={atlas} />
                  </li>
                ))}
            </ul>
          </Band>
          <Band ground="ground" title={t.all}>
            <AllFigures rows={rows} places={places} atlas={atlas} />
          </Band>
          <Citing atlas={atlas} places={places} {...cited} />
        </>
      )}
    </Page>
  )
}

/** Figures of an earlier data version say that there are newer ones, or fewer. */
function Frozen({ asked, standing: { version, newest, isReduced } }: Citable) {
  const { language } = useFrame()
  const t = useText()
  if (version >= newest && !isReduced) return null
  return (
    <Band>
      {version < newest && (
        <Notice kind="info" title={t.indicator.frozen(version)}>
          <More href={paths.comparison.at(language, {}, asked)}>{t.indicator.newer}</More>
        </Notice>
      )}
      {isReduced && <Notice kind="info" title={t.views.reduced} />}
    </Band>
  )
}

/** Its files, the address at which it stays as it is, and how it is cited. */
function Citing({
  atlas: { land },
  places,
  asked,
  standing: { version },
  day,
  sources,
}: Omit<Props, 'form'> & Citable) {
  const { language, publicUrl } = useFrame()
  const words = useText()
  const t = words.views
  const query = { ...asked, fassung: String(version) }
  const at = paths.comparison.at(language, {}, query)
  const names = namesOf(language, land)
  const name = `${words.comparison.title}: ${places.map((key) => names.get(key)?.name ?? key).join(', ')}`
  return (
    <Band title={t.take}>
      <Files files={filesIn((as) => paths.comparisonFile.at(language, { as }, query))} />
      <p>{t.lasting(version)}</p>
      <p>
        <a href={at}>
          <Address>{publicUrl + at}</Address>
        </a>
      </p>
      <Citation {...{ name, at, version, day }} source={citedSource(language, sources, true)} />
    </Band>
  )
}

const rowsOf = ({ indicators, values }: Atlas, places: readonly string[]): Row[] =>
  indicators.map((indicator) => {
    const year = values.yearsOf(indicator.id).at(-1)
    const cells: Cells = year === undefined ? new Map() : values.cells(indicator.id, year)
    return { indicator, cells, asOf: places.map((key) => cells.get(key)?.asOf).find(Boolean) }
  })

function Choice({ atlas: { land }, form }: Pick<Props, 'atlas' | 'form'>) {
  const { language } = useFrame()
  const t = useText().comparison
  const names = namesOf(language, land)
  const keys = [whole, ...land.regions.map(({ id }) => id), ...land.districts.map(({ key }) => key)]
  return (
    <SearchBar action={paths.comparison.at(language)} label={t.show}>
      {placeFields.map((name, index) => (
        <Select
          key={name}
          form={form}
          name={name}
          label={t.place(index + 1)}
          empty={t.none}
          optional
          options={keys.map((value) => ({ value, label: names.get(value)?.name ?? value }))}
        />
      ))}
    </SearchBar>
  )
}

/** Where one can begin: all regions, and the districts of each. */
function Examples({ atlas: { land } }: Pick<Props, 'atlas'>) {
  const { language } = useFrame()
  const t = useText().comparison
  const href = (keys: readonly string[]) =>
    paths.comparison.at(language, {}, Object.fromEntries(keys.map((key, index) => [`ort${index + 1}`, key])))
  const within = land.regions.map(({ id, no, name }) => ({
    ...{ id, no, name: inLanguage(language, name) },
    keys: land.districts.flatMap(({ key, regionId }) => (regionId === id ? [key] : [])).slice(0, mostPlaces),
  }))
  return (
    <>
      <h2>{t.examples}</h2>
      <ColumnList
        items={[
          <h3>
            <a href={href(land.regions.slice(0, mostPlaces).map(({ id }) => id))}>{t.regions}</a>
          </h3>,
          ...within
            .filter(({ keys }) => keys.length > 1)
            .map(({ no, name, keys }) => (
              <h3>
                <Place region={no}>
                  <a href={href(keys)}>{t.within(name)}</a>
                </Place>
              </h3>
            )),
        ]}
      />
    </>
  )
}

function OneMeasure({ row: { indicator, cells }, places, atlas: { land } }: { row: Row } & Omit<Props, 'form'>) {
  const { language } = useFrame()
  const words = useText()
  const names = namesOf(language, land)
  const name = inLanguage(language, indicator.name)
  return (
    <>
      <h3>
        <a href={paths.indicator.at(language, { indicator: indicator.id })}>{name}</a>
      </h3>
      <Bars
        caption={name}
        words={{ name: words.indicator.territory, value: inLanguage(language, indicator.unit) }}
        rows={places.map((key) => ({
          key,
          name: names.get(key)?.name,
          region: names.get(key)?.region,
          value: cells.get(key)?.value ?? undefined,
          text: cellText(language, indicator, cells.get(key)),
        }))}
      />
    </>
  )
}

function AllFigures({ rows, places, atlas: { land } }: { rows: readonly Row[] } & Omit<Props, 'form'>) {
  const { language } = useFrame()
  const words = useText()
  const names = namesOf(language, land)
  return (
    <Table
      caption={words.comparison.all}
      isCaptionHidden
      rows={rows}
      keyOf={({ indicator }) => indicator.id}
      columns={[
        { label: words.columns.indicator, kind: 'name', cell: ({ indicator }) => inLanguage(language, indicator.name) },
        ...places.map((key) => ({
          label: names.get(key)?.name ?? key,
          kind: 'number' as const,
          cell: ({ indicator, cells }: Row) => cellText(language, indicator, cells.get(key)),
        })),
        { label: words.columns.unit, kind: 'labelled', cell: ({ indicator }) => inLanguage(language, indicator.unit) },
        { label: words.columns.asOf, kind: 'labelled', cell: ({ asOf }) => asOf && dateText(language, asOf) },
      ]}
    />
  )
}
