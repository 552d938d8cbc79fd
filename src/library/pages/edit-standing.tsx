import {
  Actions,
  BilingualField,
  ButtonLink,
  FileField,
  LastStop,
  List,
  More,
  Notice,
  PostButton,
  PostForm,
  Stop,
  Submit,
} from '../../design/index.tsx'
import { InPieces } from '../../files/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { lacksOf } from '../model/accessibility.ts'
import { acceptedFiles } from '../model/document.ts'
import { paths } from '../paths.ts'
import type { Document } from '../queries/documents.ts'
import { useText } from '../text.ts'
import { DocumentState } from './office.tsx'

/** Whether its file is being read, or the text on its pictures. */
export const isUnderWay = (current: Document['current']) =>
  current?.reading === 'waiting' || current?.recognition === 'waiting'

/** Where it stands, what its file gave, and the next step. */
export function Standing({ document }: { document: Document }) {
  const { language } = useFrame()
  const t = useText().office
  const { slug, state, current } = document
  const here = { document: slug }
  const reading = current?.reading
  return (
    <>
      <p>
        <DocumentState of={document} />
      </p>
      {state === 'draft' && <Proposed document={document} />}
      {reading && reading !== 'read' && reading !== 'picture' && (
        <Notice kind={reading === 'waiting' ? 'info' : 'warning'} title={t.readings[reading]}>
          <p>{t.advice[reading]}</p>
          {current.recognition !== 'none' && <p>{t.recognition[current.recognition]}</p>}
          {isUnderWay(current) && <More href={paths.edit.at(language, here)}>{t.again}</More>}
          {reading !== 'waiting' && (
            <PostButton action={paths.readAgain.at(language, here)} weight="second">
              {t.readAgain}
            </PostButton>
          )}
        </Notice>
      )}
      {current?.recognition === 'done' && <Notice kind="info" title={t.recognition.done} />}
      <Accessible document={document} />
      {state === 'draft' && <Uncited document={document} />}
      <Actions>
        {state === 'draft' && <PostButton action={paths.publish.at(language, here)}>{t.publish}</PostButton>}
        <ButtonLink href={paths.document.at(language, here)} weight="second">
          {t.look}
        </ButtonLink>
        {state === 'draft' && (
          <ButtonLink href={paths.remove.at(language, here)} weight="second">
            {t.remove}
          </ButtonLink>
        )}
        {state === 'published' && (
          <ButtonLink href={paths.withdraw.at(language, here)} weight="second">
            {t.withdraw}
          </ButtonLink>
        )}
      </Actions>
      {state === 'draft' && <p class="hint">{t.publishHint}</p>}
    </>
  )
}

/** What was filled in from the file, for somebody to look at. */
function Proposed({ document: { proposed } }: { document: Document }) {
  const t = useText()
  if (proposed.length === 0) return null
  const { title, text, authors } = t.office.proposed
  const fields: Readonly<Record<string, string>> = { ...t.office.fields, authors }
  return (
    <Notice kind="info" title={title}>
      <p>
        {proposed.map((name) => fields[name]).join(', ')}. {text}
      </p>
    </Notice>
  )
}

/** What a reference to the document would lack, and what a picture shows. */
function Uncited({ document: { authors, publisher, dated, abstract, current } }: { document: Document }) {
  const t = useText().office.uncited
  const isUnsaid = current?.reading === 'picture' && !abstract
  const missing = [authors.length === 0 && !publisher && t.author, !dated && t.date, isUnsaid && t.picture].filter(
    (one) => one !== false,
  )
  return (
    missing.length > 0 && (
      <Notice kind="info" title={t.title}>
        <List items={missing} />
        <p>{t.text}</p>
      </Notice>
    )
  )
}

/** What the file lacks for who does not see it, and what to ask its author for. */
function Accessible({ document: { current, title } }: { document: Document }) {
  const t = useText()
  if (!current?.accessibility) return null
  const missing = lacksOf(current.accessibility)
  if (missing.length === 0) return <p class="hint">{t.barriers.good}</p>
  return (
    <Notice kind="info" title={t.barriers.report}>
      <List items={missing.map((lack) => t.barriers.lacks[lack])} />
      <details>
        <summary>{t.barriers.askTitle}</summary>
        <p>{t.barriers.ask(title)}</p>
        <List items={missing.map((lack) => t.barriers.asks[lack])} />
      </details>
    </Notice>
  )
}

/** Adds a file to a document; the ones before stay. */
export function NewVersion({ document, form }: { document: Document; form: FormState }) {
  const { language } = useFrame()
  const t = useText().office
  if (document.state === 'withdrawn') return null
  return (
    <InPieces>
      <PostForm action={paths.addVersion.at(language, { document: document.slug })} encoding="multipart">
        <Stop legend={document.current ? t.newVersion : t.drop}>
          <FileField form={form} name="file" label={t.fields.file} accept={acceptedFiles} />
          {document.current && <BilingualField form={form} name="note" label={t.note} maxLength={500} optional />}
        </Stop>
        <LastStop title={t.sendVersion}>
          <Submit weight="second">{t.sendVersion}</Submit>
        </LastStop>
      </PostForm>
    </InPieces>
  )
}
