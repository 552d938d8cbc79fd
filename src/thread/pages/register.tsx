import { Docs, Empty, Figures, Page, Pagination, Stack } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage, langOf } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Card } from '../queries/pieces.ts'
import type { RegisterRow } from '../queries/register.ts'
import type { ResultCard } from '../queries/thread.ts'
import { consultations } from '../text/consultations.ts'
import { useText } from '../text/public.ts'
import { onPage } from './projects.tsx'
import { crumbsTo, ExampleWord, hrefOf, listOf, OutcomeWord, Said, StateWord, Way } from './words.tsx'

type Field = { id: string; name: Bilingual }
type FieldProps = {
  field: Field
  results: readonly ResultCard[]
  projects: readonly RegisterRow[]
  positions: readonly RegisterRow[]
  /** Which page of its projects this is, and how many there are on all. */
  page: number
  count: number
}

/** A field of cooperation: its results, projects and positions. */
export function FieldPage({ field, results, projects, positions, page, count }: FieldProps) {
  const { language } = useFrame()
  const t = useText()
  const p = t.projects
  const name = inLanguage(language, field.name)
  return (
    <Page
      kind="public"
      title={name}
      over={p.field}
      lead={p.fieldLead(name)}
      crumbs={crumbsTo(language, listOf(language, 'project'), { label: name })}
    >
      <Stack>
        <Figures
          figures={[
            { label: p.results, value: results.length },
            { label: p.title, value: count },
            { label: p.positions, value: positions.length },
          ]}
        />
        <Cards title={p.title} cards={projects} />
        <Pagination
          page={page}
          pages={Math.ceil(count / onPage)}
          hrefOf={(no) => paths.field.at(language, { field: field.id }, no > 1 ? { seite: String(no) } : {})}
        />
        <Cards title={p.results} cards={results} />
        <Cards title={p.positions} cards={positions} />
      </Stack>
    </Page>
  )
}

function Cards({ title, cards }: { title?: string; cards: readonly Card[] }) {
  const { language } = useFrame()
  const t = useText()
  if (cards.length === 0) return null
  return (
    <section>
      {title && <h2>{title}</h2>}
      <Docs
        docs={cards.map((card) => ({
          title: inLanguage(language, card.title),
          lang: langOf(language, card.title),
          href: hrefOf(language, card),
          kind: card.kind === 'result' ? <OutcomeWord of={card.outcome} /> : <StateWord of={card.state} />,
          text:
            card.kind === 'position' && card.addressee
              ? t.positions.to(inLanguage(language, card.addressee))
              : card.text && <Said of={card.text} />,
          more: <ExampleWord of={card} />,
        }))}
      />
    </section>
  )
}

/** What the region demands, and what became of it. */
export function PositionsPage({ positions, hasCalls }: { positions: readonly RegisterRow[]; hasCalls: boolean }) {
  const { language } = useFrame()
  const t = useText().positions
  return (
    <Page kind="public" title={t.title} lead={t.lead} crumbs={crumbsTo(language, { label: t.title })}>
      {hasCalls && <Way href={paths.calls.at(language)}>{consultations[language].calls.all}</Way>}
      {positions.length === 0 ? (
        <Empty title={t.none} office={paths.office.at(language)} />
      ) : (
        <Cards cards={positions} />
      )}
    </Page>
  )
}
