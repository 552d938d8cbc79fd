import { Band, Col, Cols, type Doc, Docs, Field, relatedDoc } from '../../design/index.tsx'
import { kindInWords, sizeInWords } from '../../platform/file-text.ts'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { langOf } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { onwardOf, type Related } from '../../platform/room.ts'
import { paths } from '../paths.ts'
import type { Document, EditionContent, ShownFile } from '../queries/edition.ts'
import { useText } from '../text/public.ts'
import { Content } from './content.tsx'
import { Ref } from './sources.tsx'

/** `related` is what other rooms have that belongs to the edition. */
type Props = { edition: EditionContent; related: readonly Related[] }

/** What remains of an edition, as the continuation of the title's field. */
export function Documentation({ edition, related }: Props) {
  const t = useText()
  const docs = useDocs({ edition, related })
  const content = (
    <Cols>
      <Col span={4}>
        <h2 class="huge">{t.documents.title}</h2>
        <p>{docs.length > 0 ? t.documents.lead : t.documents.none}</p>
      </Col>
      <Col span={8}>{docs.length > 0 && <Docs docs={docs} />}</Col>
    </Cols>
  )
  if (edition.regionNo === null) return <Band id="documents">{content}</Band>
  return (
    <Field region={edition.regionNo} id="documents" joins>
      {content}
    </Field>
  )
}

/** Documents that are there before the congress. */
export function Documents({ edition, related }: Props) {
  const t = useText()
  const docs = useDocs({ edition, related })
  if (docs.length === 0) return null
  return (
    <Band id="documents" title={t.documents.beforehand}>
      <Docs docs={docs} />
    </Band>
  )
}

/**
 * The edition's own documents, those that are not at hand leading to what another room has of their title, then what it
 * does not name itself.
 */
function useDocs({ edition, related }: Props): Doc[] {
  const frame = useFrame()
  const belonging = related.filter(({ to }) => to === edition.id)
  const isAt = (one: Related, address: string | null) =>
    address !== null && [one.href, frame.publicUrl + one.href, ...(one.alsoAt ?? [])].includes(address)
  const known = edition.documents.map((document) => ({ document, record: recordOf(document, belonging) }))
  const onward = (one: Related | undefined) => one && onwardOf(related, { of: one.id, edition: edition.id })
  const isNamed = (one: Related) =>
    known.some(({ document, record }) => (record === one && !isAtHand(document)) || isAt(one, document.link))
  return [
    ...known.map(({ document, record }) => ({
      ...docOf(frame, edition, { ...document, record: isAtHand(document) ? undefined : record }),
      onward: onward(record),
    })),
    ...belonging.filter((one) => !isNamed(one)).map((one) => ({ ...relatedDoc(one), onward: onward(one) })),
  ]
}

const isAtHand = ({ file, link }: Document) => file !== undefined || link !== null

/** What another room has of a document: it carries the same title, or goes on after it. */
const recordOf = ({ title }: Document, related: readonly Related[]) =>
  related.find(({ text }) => text.toLowerCase().startsWith(title.de.toLowerCase()))

type Led = Document & { record: Related | undefined }

function docOf({ language }: Frame, edition: EditionContent, document: Led): Doc {
  const { title, kind, year, note, link, file, record, source } = document
  const onTheWeb = link && isSafeLink(link) ? link : undefined
  const href = file ? fileAddress(edition, file) : (record?.href ?? onTheWeb)
  return {
    title: <Content of={title} />,
    href,
    lang: langOf(language, title),
    kind: (
      <>
        <Content of={kind} />
        {year !== null && `, ${year}`}
        {file && `, ${kindInWords(file.mediaType)}, ${sizeInWords(language, file.bytes)}`}
        <Ref of={source} edition={edition} />
      </>
    ),
    text: (note || !href) && <Known note={note} isHere={href !== undefined} />,
  }
}

function Known({ note, isHere }: { note: Document['note']; isHere: boolean }) {
  const t = useText()
  return (
    <>
      {note && <Content of={note} />}
      {note && !isHere && <br />}
      {!isHere && t.documents.absent}
    </>
  )
}

/** What other rooms have that belongs to a point of the programme. */
export function SessionDocuments({ related }: Pick<Props, 'related'>) {
  const t = useText()
  if (related.length === 0) return null
  return (
    <section>
      <h2>{t.documents.beforehand}</h2>
      <Docs docs={related.map(relatedDoc)} />
    </section>
  )
}

export const fileAddress = ({ slug }: { slug: string }, { id, name }: Pick<ShownFile, 'id' | 'name'>) =>
  paths.file.at('de', { edition: slug, file: id, name })
