import {
  Actions,
  ButtonLink,
  Col,
  Cols,
  Cover,
  Docs,
  JsonLd,
  Leaf,
  List,
  More,
  Note,
  Notice,
  Page,
  Prose,
  relatedDoc,
  Table,
} from '../../design/index.tsx'
import { kindInWords, sizeInWords } from '../../platform/file-text.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, dates, inLanguage, langOf } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import type { Related, Spoken } from '../../platform/room.ts'
import { apaOf } from '../model/citation/apa.ts'
import { citationFormats } from '../model/citation/cited.ts'
import { iso690Of } from '../model/citation/iso690.ts'
import { type Heading, pictureWidth } from '../model/reading.ts'
import { paths } from '../paths.ts'
import type { Card, Document } from '../queries/documents.ts'
import { useText } from '../text.ts'
import { DocumentFacts, RelatedLinks } from './document-facts.tsx'
import { CitationTags, documentData } from './shared-data.tsx'
import { coverOf, fileHref, foreign, kindText, pageHref, pictureHref } from './words.tsx'

type Props = {
  document: Document
  /** What belongs to it, and to its congress. */
  related: readonly Related[]
  /** The projects it belongs to. */
  projects: readonly Spoken[]
  zone: string
  mayEdit: boolean
  /** Documents near it, and collections in which it lies. */
  near: readonly Card[]
  put: readonly { slug: string; title: Bilingual }[]
}

/** A document: what it says, what is known of it, its text, its versions, and how to cite it. */
export function DocumentPage(props: Props) {
  const { document, mayEdit } = props
  const frame = useFrame()
  const t = useText()
  const { language } = frame
  const { title, subtitle, translatedTitle, abstract, type, isExample, slug, state } = document
  const lang = foreign(language, document)
  return (
    <Page
      kind="public"
      title={title}
      titleLang={lang}
      contentLang={lang}
      over={state === 'draft' ? `${t.types[type]} · ${t.office.states.draft}` : t.types[type]}
      lead={lang && translatedTitle ? translatedTitle : subtitle && <span lang={lang}>{subtitle}</span>}
      description={abstract ? inLanguage(language, abstract) : undefined}
      meta={<CitationTags document={document} />}
      example={isExample && t.example}
      crumbs={crumbs(language, t, { label: title })}
    >
      <JsonLd data={documentData(document, frame)} />
      <Cols>
        <Col span={7}>
          <Superseded document={document} />
          {abstract && (
            <Prose lang={langOf(language, abstract)}>
              <p>{inLanguage(language, abstract)}</p>
            </Prose>
          )}
          <Shown document={document} />
          <GetIt document={document} zone={props.zone} />
          <Outline document={document} />
          <Versions {...props} />
          <Belonging title={t.document.onward} related={onwardOf(props)} />
          <Cite document={document} />
          <Belonging title={t.document.beside} related={props.related.filter(isBeside(document))} />
          <Near {...props} />
        </Col>
        <Col span={5}>
          <CoverLink document={document} />
          <DocumentFacts document={document} projects={props.projects} zone={props.zone} />
          {document.state === 'published' && (
            <More href={paths.readingList.at(language, {}, { d: slug })}>{t.readingList.begin}</More>
          )}
          {mayEdit && <More href={paths.edit.at(language, { document: slug })}>{t.document.edit}</More>}
        </Col>
      </Cols>
    </Page>
  )
}

/** What became of it, then of what it belongs to; each once. */
function onwardOf({ document: { id }, related }: Props): Related[] {
  const all = [...related.filter(({ to }) => to === id), ...related.filter(({ isOutcome }) => isOutcome)]
  return all.filter(({ href }, index) => all.findIndex((one) => one.href === href) === index)
}
/** What else is of its congress. */
const isBeside =
  ({ id, editionId, sessionId }: Document) =>
  (one: Related) =>
    [editionId, sessionId].includes(one.to) && one.id !== id && !one.isOutcome

function Belonging({ title, related }: { title: string; related: readonly Related[] }) {
  if (related.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Docs docs={related.map(relatedDoc)} />
    </section>
  )
}

type Words = ReturnType<typeof useText>

/** The way down: Start / Bibliothek / the document and below. */
export const crumbs = (language: 'de' | 'en', t: Words, ...below: readonly { label: string; href?: string }[]) => [
  { label: t.home, href: home.at(language) },
  { label: t.library, href: paths.library.at(language) },
  ...below,
]

/** That there is a newer document in its place. */
function Superseded({ document: { relations } }: { document: Document }) {
  const { language } = useFrame()
  const t = useText().document
  const newer = relations.filter(({ kind, isReverse }) => kind === 'supersedes' && isReverse)
  if (newer.length === 0) return null
  return (
    <Notice kind="warning" title={t.superseded}>
      <RelatedLinks of={newer} language={language} />
    </Notice>
  )
}

type GetItProps = Pick<Props, 'document' | 'zone'>
function GetIt({ document: { slug, current, link, embargoUntil }, zone }: GetItProps) {
  const { language } = useFrame()
  const { document: t, leaves } = useText()
  if (!current)
    return (
      <>
        <Note>
          {embargoUntil ? t.embargo(dates(language, zone).day(embargoUntil)) : link ? t.noFileLink : t.noFile}
        </Note>
        {link && (
          <Actions>
            <ButtonLink href={link}>{t.link}</ButtonLink>
          </Actions>
        )}
      </>
    )
  const { mediaType, bytes } = current.file
  return (
    <>
      <Actions>
        <ButtonLink href={fileHref(slug, current)}>
          {t.download(kindInWords(mediaType), sizeInWords(language, bytes))}
        </ButtonLink>
        {current.reading === 'read' && <More href={paths.text.at(language, { document: slug })}>{t.read}</More>}
        {current.pictureHeights.length > 0 && current.reading !== 'picture' && (
          <More href={paths.pages.at(language, { document: slug })}>{leaves.see}</More>
        )}
        {link && <More href={link}>{t.link}</More>}
      </Actions>
      {current.reading === 'scan' && <Notice>{t.scan}</Notice>}
    </>
  )
}

/** A document that is a picture: itself. What it shows stands in the summary above. */
function Shown({ document }: { document: Document }) {
  const { language } = useFrame()
  const { current, slug, title } = document
  const height = current?.pictureHeights[0]
  if (current?.reading !== 'picture' || !height) return null
  return (
    <Leaf
      {...{ height, lines: [], width: pictureWidth, href: pictureHref(slug, current, 1) }}
      alt={title}
      lang={foreign(language, document)}
    />
  )
}

/** The first page, leading to all of them. */
function CoverLink({ document: { slug, current } }: { document: Document }) {
  const { language } = useFrame()
  const t = useText()
  const cover = coverOf(slug, current)
  if (!cover || current?.reading === 'picture') return null
  return (
    <p>
      <a href={paths.pages.at(language, { document: slug })}>
        <Cover {...cover} alt={t.leaves.see} />
      </a>
    </p>
  )
}

/** So many headings stand on the page; of more only the first level, all of them folded below. */
const mostUnfolded = 15

/** Two levels of the table of contents, each leading to the page in the reading version. */
function Outline({ document }: { document: Document }) {
  const t = useText().document
  const { current } = document
  const all = current?.reading === 'read' ? current.outline.filter(({ level }) => level <= 2) : []
  if (all.length === 0) return null
  const chapters = all.filter(({ level }) => level === 1).slice(0, 2 * mostUnfolded)
  const isFolded = all.length > mostUnfolded
  return (
    <section>
      <h2>{t.outline}</h2>
      <Headings of={isFolded ? chapters : all} document={document} />
      {isFolded && all.length > chapters.length && (
        <details>
          <summary>{t.allHeadings(all.length)}</summary>
          <Headings of={all} document={document} />
        </details>
      )}
    </section>
  )
}

function Headings({ of, document }: { of: readonly Heading[]; document: Document }) {
  const { language } = useFrame()
  return (
    <List
      items={of.map(({ title, page }) => (
        <a href={pageHref(language, document.slug, page)} lang={foreign(language, document)}>
          {title}
        </a>
      ))}
    />
  )
}

function Versions({ document: { versions, currentVersion, slug }, zone }: Props) {
  const { language } = useFrame()
  const t = useText().document
  if (versions.length < 2) return null
  const { short } = dates(language, zone)
  return (
    <Table
      caption={t.versions}
      rows={versions}
      keyOf={({ version }) => version}
      columns={[
        {
          label: t.versionColumns.version,
          kind: 'name',
          cell: ({ version }) =>
            version === currentVersion ? `${t.version(version)} (${t.current})` : t.version(version),
        },
        { label: t.versionColumns.at, cell: ({ at }) => short(at) },
        {
          label: t.versionColumns.note,
          cell: ({ note }) => note && <span lang={langOf(language, note)}>{inLanguage(language, note)}</span>,
        },
        {
          label: t.versionColumns.file,
          cell: (version) => (
            <a href={fileHref(slug, version)}>
              {t.download(kindInWords(version.file.mediaType), sizeInWords(language, version.file.bytes))}
              <span class="hide">, {t.version(version.version)}</span>
            </a>
          ),
        },
      ]}
    />
  )
}

function Cite({ document }: { document: Document }) {
  const { language, publicUrl } = useFrame()
  const t = useText().document
  const { slug } = document
  const url = publicUrl + paths.document.at(language, { document: slug })
  return (
    <section>
      <h2>{t.cite}</h2>
      <p class="note">{t.citeAs}</p>
      <p>{apaOf(document, url, language)}</p>
      <p class="note">{t.citeIso}</p>
      <p>{iso690Of(document, { url }, language)}</p>
      <p class="files noprint">
        {citationFormats.map((format) => (
          <a key={format} class="more" href={paths.citation.at(language, { document: slug, format })}>
            {t.formats[format]}
          </a>
        ))}
      </p>
    </section>
  )
}

/** Documents near it, and the collections in which it lies. */
function Near({ near, put }: Pick<Props, 'near' | 'put'>) {
  const { language } = useFrame()
  const t = useText()
  if (near.length + put.length === 0) return null
  return (
    <section>
      <h2>{t.document.near}</h2>
      <List
        items={[
          ...put.map(({ slug, title }) => (
            <>
              <a href={paths.collection.at(language, { collection: slug })} lang={langOf(language, title)}>
                {inLanguage(language, title)}
              </a>
              , {t.collections.one}
            </>
          )),
          ...near.map((card) => (
            <>
              <a href={paths.document.at(language, { document: card.slug })} lang={foreign(language, card)}>
                {card.title}
              </a>
              , {kindText(language, card)}
            </>
          )),
        ]}
      />
    </section>
  )
}

/** What stays of a withdrawn document: its title, when, and why. */
export function WithdrawnPage({ document, zone }: { document: Document; zone: string }) {
  const { language } = useFrame()
  const t = useText()
  const { title, withdrawnAt, withdrawnReason } = document
  return (
    <Page
      kind="public"
      title={title}
      titleLang={foreign(language, document)}
      over={t.document.withdrawn}
      meta={<meta name="robots" content="noindex" />}
      crumbs={crumbs(language, t, { label: title })}
    >
      <Notice kind="warning" title={t.document.withdrawn}>
        {withdrawnAt && <p>{t.document.withdrawnAt(dates(language, zone).day(withdrawnAt))}</p>}
        {withdrawnReason && <p lang={langOf(language, withdrawnReason)}>{inLanguage(language, withdrawnReason)}</p>}
      </Notice>
    </Page>
  )
}
