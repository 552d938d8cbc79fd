import { Band, Files, Note, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, number } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Exchanged } from '../queries/municipalities.ts'
import { flowText, useText } from '../text.ts'
import { dateText, filesIn } from './words.ts'

/** With which other municipalities one exchanges how much, of one kind. */
export function ExchangedBand({ exchanged, of }: { exchanged: Exchanged; of: string }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.exchanged
  const { kind, asOf, source, partners, all } = exchanged
  const title = t.title(flowText(language, kind).title)
  const count = (value: number | undefined) => (value === undefined ? t.none : number(value))
  const asked = { ...(kind === 'commuters' ? {} : { art: kind }), ebene: 'gemeinden', ort: of }
  return (
    <Band ground="ground" title={title} intro={t.shown(partners.length, all)}>
      <Table
        caption={title}
        isCaptionHidden
        rows={partners}
        keyOf={({ key }) => key}
        columns={[
          {
            label: t.place,
            kind: 'name',
            cell: ({ key, name }) => <a href={paths.territory.at(language, { territory: key })}>{name}</a>,
          },
          { label: t.into, kind: 'number', cell: ({ into }) => count(into) },
          { label: t.out, kind: 'number', cell: ({ out }) => count(out) },
        ]}
      />
      <Files files={filesIn((as) => paths.flowData.at(language, { as }, asked))}>{t.file}</Files>
      <Note>
        {words.asOf(dateText(language, asOf))}. {words.source}: {inLanguage(language, source)}.
      </Note>
    </Band>
  )
}
