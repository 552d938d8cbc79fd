import { Docs, Empty, Note, Page, Stack } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import type { Barriers } from '../queries/barriers.ts'
import { useText } from '../text.ts'
import { crumbs } from './document.tsx'
import { foreign, kindText } from './words.tsx'

/** What the files of the library lack: a part of the accessibility statement. */
export function BarriersPage({ documents }: { documents: readonly Barriers[] }) {
  const { language } = useFrame()
  const t = useText()
  const b = t.barriers
  return (
    <Page kind="public" title={b.title} lead={b.lead} crumbs={crumbs(language, t, { label: b.title })}>
      <Stack>
        {documents.length === 0 ? (
          <Empty title={b.none} />
        ) : (
          <>
            <h2>{b.found(documents.length)}</h2>
            <Docs
              docs={documents.map((card) => ({
                title: card.title,
                lang: foreign(language, card),
                href: paths.document.at(language, { document: card.slug }),
                kind: kindText(language, card),
                text: card.lacks.map((lack) => b.lacks[lack]).join(' '),
              }))}
            />
          </>
        )}
        <Note>{b.note}</Note>
      </Stack>
    </Page>
  )
}
