import { type Doc, Docs, Empty, Page, Prose, SearchBar, Stack, TextArea, TextField } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { type Frame, useFrame } from '../../platform/frame.ts'
import type { SafeHtml } from '../../platform/html.tsx'
import { inLanguage, langOf } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Collection, CollectionRow } from '../queries/collections.ts'
import type { Covered } from '../queries/covers.ts'
import type { Card } from '../queries/documents.ts'
import { useText } from '../text.ts'
import { crumbs } from './document.tsx'
import { coverOf, foreign, kindText } from './words.tsx'

type Covers = ReadonlyMap<string, Covered>

const docsOf = ({ language }: Frame, cards: readonly Card[], covers: Covers): Doc[] =>
  cards.map((card) => ({
    title: card.title,
    lang: foreign(language, card),
    href: paths.document.at(language, { document: card.slug }),
    kind: kindText(language, card),
    text: card.subtitle ? <span lang={foreign(language, card)}>{card.subtitle}</span> : undefined,
    cover: coverOf(card.slug, covers.get(card.id)),
  }))

/** All collections. */
export function CollectionsPage({ rows }: { rows: readonly CollectionRow[] }) {
  const { language } = useFrame()
  const t = useText()
  const c = t.collections
  return (
    <Page kind="public" title={c.title} lead={c.lead} crumbs={crumbs(language, t, { label: c.title })}>
      {rows.length === 0 ? (
        <Empty title={c.none} />
      ) : (
        <Docs
          docs={rows.map(({ slug, title, documents }) => ({
            title: inLanguage(language, title),
            lang: langOf(language, title),
            href: paths.collection.at(language, { collection: slug }),
            kind: t.search.allOf(documents),
          }))}
        />
      )}
    </Page>
  )
}

type Props = { collection: Collection; introduction: SafeHtml | undefined; covers: Covers }

/** A collection: what it is about, and its documents. */
export function CollectionPage({ collection, introduction, covers }: Props) {
  const frame = useFrame()
  const t = useText()
  const { language } = frame
  const { title, isPublished, isExample, documents } = collection
  const name = inLanguage(language, title)
  return (
    <Page
      kind="public"
      title={name}
      titleLang={langOf(language, title)}
      over={isPublished ? t.collections.one : `${t.collections.one} · ${t.office.states.draft}`}
      example={isExample && t.example}
      crumbs={crumbs(
        language,
        t,
        { label: t.collections.title, href: paths.collections.at(language) },
        { label: name },
      )}
    >
      <Stack>
        {introduction && collection.introduction && (
          <Prose html={introduction} lang={langOf(language, collection.introduction)} />
        )}
        <h2>{t.search.allOf(documents.length)}</h2>
        <Docs docs={docsOf(frame, documents, covers)} />
      </Stack>
    </Page>
  )
}

/** A reading list: it is its own address and lies nowhere. */
export function ReadingListPage({
  form,
  title,
  cards,
  covers,
}: {
  form: FormState
  title: string
  cards: readonly Card[]
  covers: Covers
}) {
  const frame = useFrame()
  const t = useText()
  const { language } = frame
  const r = t.readingList
  return (
    <Page
      kind="public"
      title={title || r.title}
      lead={r.lead}
      meta={<meta name="robots" content="noindex" />}
      crumbs={crumbs(language, t, { label: r.title })}
    >
      <Stack>
        <Docs docs={docsOf(frame, cards, covers)} />
        <SearchBar action={paths.readingList.at(language)} label={r.make}>
          <TextField form={form} name="titel" label={r.name} maxLength={200} optional />
          <TextArea form={form} name="d" label={r.documents} hint={r.hint} rows={5} optional />
        </SearchBar>
      </Stack>
    </Page>
  )
}
