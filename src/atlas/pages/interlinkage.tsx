import { AtlasHead, Band, Facts, More, Note, Page, Spans, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { decimal, inLanguage, number } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import type { Cooperation } from '../model/cooperation.ts'
import { interlinkageKinds } from '../model/flows.ts'
import { paths } from '../paths.ts'
import type { Interlinkage, KindOfTies } from '../queries/interlinkage.ts'
import { useText } from '../text.ts'
import { dateText, namesOf } from './words.ts'

/** What binds the regions in traffic, economy and science, and in what is done here together; each with its measure. */
export function InterlinkagePage({ interlinkage }: { interlinkage: Interlinkage }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.interlinkage
  const { kinds, own } = interlinkage
  const percent = (share: number) => `${decimal(language, share * 100, 1)}\u00a0%`
  const shares = interlinkageKinds.flatMap((kind) => {
    const ties = kinds[kind]
    return ties ? [{ value: ties.share, text: t.shareOf[kind] }] : []
  })
  const platform = own.things > 0 ? [{ value: own.across / own.things, text: t.shareOf.own(own.things) }] : []
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: words.home, href: home.at(language) },
        { label: words.title, href: paths.atlas.at(language) },
        { label: t.title },
      ]}
    >
      <Band title={t.across} intro={t.acrossText}>
        <Spans spans={[...shares, ...platform]} format={percent} />
        <Note>{interlinkageKinds.flatMap((kind) => (kinds[kind] ? [] : [t.missing[kind]])).join(' ')}</Note>
      </Band>
      <Band ground="ground" title={t.pairs} intro={t.pairsText}>
        <Pairs interlinkage={interlinkage} />
        <p>
          <More href={paths.view.at(language, { view: 'regions' })}>{words.views.names.regions}</More>{' '}
          <More href={paths.story.at(language)}>{words.story.together}</More>
        </p>
      </Band>
      <Band title={words.story.method}>
        <Facts
          facts={[
            { label: t.kinds.commuters, value: t.method.commuters },
            { label: t.kinds.projects, value: t.method.projects },
            { label: t.kinds.publications, value: t.method.publications },
            { label: t.kinds.own, value: t.method.own },
            ...interlinkageKinds.flatMap((kind) => {
              const ties = kinds[kind]
              return ties
                ? [
                    {
                      label: words.source,
                      value: `${inLanguage(language, ties.source)} (${dateText(language, ties.asOf)})`,
                    },
                  ]
                : []
            }),
          ]}
        />
        <p>
          <More href={paths.methods.at(language)}>{words.methods.more}</More>
        </p>
      </Band>
    </Page>
  )
}

/** Every pair of regions, by each kind. */
function Pairs({ interlinkage: { land, kinds, own } }: { interlinkage: Interlinkage }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.interlinkage
  const names = namesOf(language, land)
  const both = (ties: KindOfTies | undefined, { a, b }: Cooperation) =>
    ties
      ? number(
          ties.between
            .filter(({ from, to }) => (from === a && to === b) || (from === b && to === a))
            .reduce((sum, { value }) => sum + value, 0),
        )
      : words.missing
  return (
    <Table
      caption={t.pairs}
      isCaptionHidden
      rows={own.pairs}
      keyOf={({ a, b }) => `${a} ${b}`}
      columns={[
        { label: t.pair, kind: 'name', cell: ({ a, b }) => `${names.get(a)?.name} – ${names.get(b)?.name}` },
        ...interlinkageKinds.map((kind) => ({
          label: t.kinds[kind],
          kind: 'number' as const,
          cell: (pair: Cooperation) => both(kinds[kind], pair),
        })),
        { label: t.kinds.own, kind: 'number', cell: ({ together }) => number(together) },
        { label: t.cosine, kind: 'number', cell: ({ cosine }) => decimal(language, cosine, 2) },
      ]}
    />
  )
}
