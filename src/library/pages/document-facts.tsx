import { congressPaths } from '../../congress/index.ts'
import { Address, Facts } from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, langOf } from '../../platform/language.ts'
import type { Spoken } from '../../platform/room.ts'
import { readName, relationKinds } from '../model/document.ts'
import { paths } from '../paths.ts'
import type { Document, Relation } from '../queries/documents.ts'
import { useText } from '../text.ts'
import { foreign, LicenceName } from './words.tsx'

type Words = ReturnType<typeof useText>

type Props = { document: Document; projects: readonly Spoken[]; zone: string }
/** What is known of a document. */
export function DocumentFacts({ document, projects, zone }: Props) {
  const { language, publicUrl } = useFrame()
  const t = useText()
  const d = t.document
  const { slug, authors, publisher, dated, subjects, regions, licence, access, edition, session, group, current } =
    document
  const { districts, rightsNote, doi, urn } = document
  const names = (list: readonly { name: { de: string; en?: string | undefined } }[]) =>
    list.map(({ name }) => inLanguage(language, name)).join(', ')
  const permanent = publicUrl + paths.document.at(language, { document: slug })
  return (
    <Facts
      facts={[
        { label: d.authors, value: authors.length > 0 && <Authors document={document} /> },
        { label: d.publisher, value: publisher },
        { label: d.dated, value: dated && datedText(language, dated) },
        { label: d.language, value: t.languages[document.language] },
        { label: d.pages, value: current?.pageCount && t.units[current.unit].count(current.pageCount) },
        { label: d.subjects, value: names(subjects) },
        { label: d.regions, value: names(regions) },
        { label: d.districts, value: districts.map(({ name }) => name).join(', ') },
        {
          label: d.congress,
          value: edition && (
            <>
              <a href={congressPaths.edition.at(language, { edition: edition.slug })}>
                {inLanguage(language, edition.title)}
              </a>
              {edition.startsAt && `, ${dates(language, zone).day(edition.startsAt)}`}
              {edition.town && `, ${edition.town}`}
            </>
          ),
        },
        {
          label: d.session,
          value: edition && session && (
            <a href={congressPaths.session.at(language, { edition: edition.slug, session: session.id })}>
              {inLanguage(language, session.title)}
            </a>
          ),
        },
        {
          label: d.group,
          value: group && (
            <a href={congressPaths.group.at(language, { group: group.id })}>{inLanguage(language, group.name)}</a>
          ),
        },
        {
          label: d.projects(projects.length),
          value: projects.length > 0 && <ProjectLinks of={projects} />,
        },
        { label: d.licence, value: <LicenceName of={licence} /> },
        {
          label: d.rightsNote,
          value: rightsNote && <span lang={langOf(language, rightsNote)}>{inLanguage(language, rightsNote)}</span>,
        },
        { label: d.access, value: access !== 'public' && t.accesses[access] },
        ...relationFacts(document, language, d.relations),
        { label: 'DOI', value: doi && <a href={`https://doi.org/${doi}`}>{doi}</a> },
        { label: 'URN', value: urn },
        {
          label: d.address,
          value: (
            <a href={permanent}>
              <Address>{permanent.replace(/^https?:\/\//, '')}</Address>
            </a>
          ),
        },
      ]}
    />
  )
}

const ProjectLinks = ({ of }: { of: readonly Spoken[] }) =>
  of.map(({ id, text, href, lang }, index) => [
    index > 0 && '; ',
    <a key={id} href={href} lang={lang}>
      {text}
    </a>,
  ])

/** What it is to others, and they to it. */
function relationFacts({ relations }: Document, language: 'de' | 'en', words: Words['document']['relations']) {
  return relationKinds.flatMap((kind) =>
    [false, true].map((isReverse) => {
      const of = relations.filter((one) => one.kind === kind && one.isReverse === isReverse)
      return {
        label: words[kind][isReverse ? 'other' : 'own'],
        value: of.length > 0 && <RelatedLinks of={of} language={language} />,
      }
    }),
  )
}

/** Links to documents, one after the other. */
export function RelatedLinks({ of, language }: { of: readonly Relation[]; language: 'de' | 'en' }) {
  return of.map(({ slug, title, language: own }, index) => [
    index > 0 && '; ',
    <a key={slug} href={paths.document.at(language, { document: slug })} lang={foreign(language, { language: own })}>
      {title}
    </a>,
  ])
}

const Authors = ({ document: { authors } }: { document: Document }) =>
  authors.map((author, index) => [
    index > 0 && '; ',
    author.identifier ? (
      <a key={author.name} href={author.identifier}>
        {readName(author)}
      </a>
    ) : (
      readName(author)
    ),
  ])
