import { Band, Note, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { decimal, inLanguage } from '../../platform/language.ts'
import type { Municipalities } from '../../region/index.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'
import { dateText } from './words.ts'

type Row = Omit<Municipalities['rows'][number], 'districtKey'> & { label?: string }

/** Municipalities as a table, with their district where several are mixed. */
export function MunicipalityTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const { language } = useFrame()
  const t = useText()
  const isMixed = rows.some(({ label }) => label)
  return (
    <Table
      caption={caption}
      isCaptionHidden={!isMixed}
      density="dense"
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          label: t.columns.name,
          kind: 'name',
          cell: ({ key, name, label }) =>
            label ? name : <a href={paths.territory.at(language, { territory: key })}>{name}</a>,
        },
        { label: t.columns.level, cell: ({ kind }) => kind },
        ...(isMixed ? [{ label: t.territoryLevels.district, cell: ({ label }: Row) => label }] : []),
        { label: t.columns.key, cell: ({ key }) => key },
        {
          label: t.territory.area,
          kind: 'number',
          cell: ({ areaKm2 }) => (areaKm2 === null ? t.missing : decimal(language, areaKm2, 1)),
        },
      ]}
    />
  )
}

/** The municipalities of a district, as they were on a day. */
export function MunicipalityBand({ municipalities }: { municipalities: Municipalities }) {
  const { language } = useFrame()
  const t = useText()
  const { rows, asOf, source } = municipalities
  return (
    <Band title={t.territory.municipalities(rows.length)} intro={t.asOf(dateText(language, asOf))}>
      <MunicipalityTable caption={t.territory.municipalities(rows.length)} rows={rows} />
      <Note>
        {t.source}: {inLanguage(language, source)}
      </Note>
    </Band>
  )
}
