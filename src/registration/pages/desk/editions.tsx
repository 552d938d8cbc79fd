import { dayText } from '../../../congress/index.ts'
import { Example, Page, Table } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, inLanguage, number } from '../../../platform/language.ts'
import { deskPaths } from '../../paths.ts'
import { useDeskText } from '../../text/desk.ts'

/** The editions whose registrations one works on. */
export function DeskEditionsPage({
  editions,
  zone,
}: {
  editions: readonly (Parameters<typeof dayText>[2] & {
    slug: string
    title: Bilingual
    isExample: boolean
    count: number
  })[]
  zone: string
}) {
  const { language } = useFrame()
  const t = useDeskText()
  return (
    <Page kind="office" title={t.title}>
      <Table
        caption={t.title}
        isCaptionHidden
        rows={editions}
        keyOf={({ slug }) => slug}
        empty={t.empty}
        columns={[
          {
            label: t.columns.name,
            kind: 'name',
            cell: ({ slug, title, isExample }) => (
              <>
                <a href={deskPaths.list.at(language, { edition: slug })}>{inLanguage(language, title)}</a>{' '}
                {isExample && <Example />}
              </>
            ),
          },
          { label: t.plot.day, cell: (row) => dayText(language, zone, row) },
          { label: t.title, kind: 'number', cell: ({ count }) => number(count) },
        ]}
      />
    </Page>
  )
}
