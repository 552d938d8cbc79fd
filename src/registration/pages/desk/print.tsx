import { Actions, More, Page, Table } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { dates, inLanguage } from '../../../platform/language.ts'
import { deskPaths } from '../../paths.ts'
import type { DeskEdition, Filter, ListRow } from '../../queries/desk.ts'
import { useDeskText } from '../../text/desk.ts'
import { type Choices, queryOf, useFilterWords } from './filters.tsx'
import { useColumns } from './list.tsx'

/** Prints the page it stands on; hidden where no script runs, as the browser's own menu does the same. */
export function PrintButton() {
  const frame = useFrame()
  return (
    <>
      <button class="button second plain" type="button" data-print hidden>
        {useDeskText().printing.now}
      </button>
      <script type="module" src={frame.asset('print.js')} />
    </>
  )
}

type Props = { edition: DeskEdition; filter: Filter; choices: Choices; rows: readonly ListRow[]; now: Date }

/** The whole list as it is filtered, to be printed: nothing but its rows, and on every sheet whose they are. */
export function PrintPage({ edition, filter, choices, rows, now }: Props) {
  const { language } = useFrame()
  const t = useDeskText()
  const { short, time } = dates(language, edition.zone)
  const title = t.printing.title(inLanguage(language, edition.title))
  const lead = t.printing.lead(t.caption(rows.length, false), `${short(now)}, ${time(now)}`)
  const words = useFilterWords(filter, choices)
  const at = { edition: edition.slug }
  return (
    <Page
      kind="office"
      title={title}
      lead={words.length > 0 ? `${lead} ${t.printing.found(words.join(', '))}` : lead}
      head="slim"
      example={edition.isExample}
    >
      <Actions>
        <PrintButton />
        <More href={deskPaths.list.at(language, at, queryOf(filter))}>{t.printing.back}</More>
      </Actions>
      <Table
        caption={title}
        isCaptionHidden
        density="dense"
        rows={rows}
        keyOf={(row) => row.id}
        empty={t.empty}
        sheet={`${title}. ${lead}`}
        columns={useColumns({ ...edition, mayWork: false })}
      />
    </Page>
  )
}
