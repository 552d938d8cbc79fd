import type { ComponentChildren } from 'preact'
import {
  AtlasHead,
  Band,
  Col,
  Cols,
  More,
  Note,
  Notice,
  Page,
  Place,
  SearchBar,
  Select,
  Stack,
  StepLegend,
  Table,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { home } from '../../platform/paths.ts'
import { viewKinds } from '../model/views.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'
import type { Drawn } from './drawn/index.ts'
import { Take } from './take.tsx'

export type Choice = { name: string; label: string; options: readonly { value: string; label: string }[] }
type Props = { drawn: Drawn; choices: readonly Choice[]; form: FormState; day: Date }

/** One view: its chart, what can be chosen, the numbers behind it, and how to take it along. */
export function ViewPage({ drawn, choices, form, day }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { kind } = drawn
  return (
    <Page
      kind="public"
      title={t.views.names[kind]}
      lead={t.views.leads[kind]}
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.atlas.at(language) },
        { label: t.views.names[kind] },
      ]}
    >
      <Band>
        <Cols>
          <Col span={8}>
            <Standing drawn={drawn} />
            <Shown drawn={drawn} />
          </Col>
          <Col span={4}>
            {choices.length > 0 && (
              <SearchBar action={paths.view.at(language, { view: kind })} label={t.indicator.show}>
                {choices.map(({ name, label, options }) => (
                  <Select key={name} {...{ form, name, label, options }} optional />
                ))}
              </SearchBar>
            )}
            {drawn.chart && <Take drawn={drawn} day={day} />}
          </Col>
        </Cols>
      </Band>
      {drawn.rows.length > 0 && (
        <Band ground="ground" title={t.overview.numbers}>
          <Numbers drawn={drawn} />
        </Band>
      )}
      <Others kind={kind} />
    </Page>
  )
}

/** What is shown, said and where it is from. */
export function Shown({ drawn: { title, name, text, chart, legend, note } }: { drawn: Drawn }) {
  return (
    <Figure over={name} title={title} note={note}>
      {text && <p>{text}</p>}
      {chart}
      {legend.length > 0 && <StepLegend steps={legend} />}
    </Figure>
  )
}

type FigureProps = { over: string; title: string; note: string; children: ComponentChildren }
const Figure = ({ over, title, note, children }: FigureProps) => (
  <Stack>
    <p class="over">{over}</p>
    <h2>{title}</h2>
    {children}
    {note && <Note>{note}</Note>}
  </Stack>
)

/** A frozen view says when there are newer data, and when some of its own have been taken back. */
function Standing({ drawn: { kind, query, standing } }: { drawn: Drawn }) {
  const { language } = useFrame()
  const t = useText()
  const { version, newest, isReduced } = standing
  return (
    <>
      {version < newest && (
        <Notice kind="info" title={t.indicator.frozen(version)}>
          <More href={paths.view.at(language, { view: kind }, { ...query, fassung: undefined })}>
            {t.indicator.newer}
          </More>
        </Notice>
      )}
      {isReduced && <Notice kind="info" title={t.views.reduced} />}
    </>
  )
}

/** More rows than these are for the file. */
const mostRows = 60

/** The table behind a view. */
export function Numbers({ drawn: { name, heads, rows: all } }: { drawn: Drawn }) {
  const t = useText()
  const rows = all.slice(0, mostRows)
  const [first, ...others] = heads
  return (
    <Table
      caption={rows.length < all.length ? `${name}. ${t.flows.shown(rows.length, all.length)}` : name}
      density="dense"
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        {
          label: first,
          kind: 'name',
          cell: (row) => (row.region ? <Place region={row.region}>{row.name}</Place> : row.name),
        },
        ...others.map((label, index) => ({
          label,
          kind: 'number' as const,
          cell: ({ cells }: Drawn['rows'][number]) => cells[index]?.text,
        })),
      ]}
    />
  )
}

function Others({ kind }: { kind: Drawn['kind'] }) {
  const { language } = useFrame()
  const t = useText().views
  return (
    <Band title={t.others}>
      <p class="together">
        {viewKinds
          .filter((one) => one !== kind)
          .map((one) => (
            <>
              <More key={one} href={paths.view.at(language, { view: one })}>
                {t.names[one]}
              </More>{' '}
            </>
          ))}
      </p>
    </Band>
  )
}
