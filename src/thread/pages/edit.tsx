import {
  Actions,
  BilingualField,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  LastStop,
  More,
  Notice,
  Page,
  Pair,
  PostButton,
  PostForm,
  Select,
  Stack,
  Stop,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Kind } from '../model.ts'
import { paths } from '../paths.ts'
import type { Lists } from '../queries/office.ts'
import type { Piece } from '../queries/pieces.ts'
import { useOffice } from '../text/office.ts'
import { EventsTable, PointsTable, Relations, type RelationsProps } from './edit-parts.tsx'
import { Published } from './office.tsx'
import { Wordings, type WordingsProps } from './signing.tsx'
import { SourceStop } from './source.tsx'
import { hrefOf, Opened } from './words.tsx'

export type Done = 'saved' | 'wasPublished' | 'made'
type Form = { form: FormState; kind: Kind; lists: Lists; piece: Piece | undefined }
type Props = Form & {
  mayKeep: boolean
  position?: WordingsProps | undefined
  done?: Done | undefined
  relations: RelationsProps | undefined
}

/** What can be made of a piece, what happened and its lines; below them its form, and last its links. */
export function EditPage({ form, kind, lists, piece, mayKeep, done, relations, position }: Props) {
  const { language } = useFrame()
  const t = useOffice()
  const title = piece ? inLanguage(language, piece.title) : t.add[kind]
  return (
    <Page
      kind="office"
      title={title}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.title, href: paths.office.at(language, {}, { art: kind }) }, { label: title }]}
    >
      <Stack>
        {done && <Notice kind="success" title={t[done]} />}
        {piece && <Doing piece={piece} />}
        {piece?.kind === 'result' && mayKeep && <Onward piece={piece} />}
        {piece && <EventsTable piece={piece} />}
        {piece?.kind === 'position' && <PointsTable piece={piece} />}
        {piece && position && <Wordings {...position} piece={piece} />}
        <PieceForm {...{ form, kind, lists, piece }} />
        {piece && relations && <Relations {...relations} />}
      </Stack>
    </Page>
  )
}

function Doing({ piece }: { piece: Piece }) {
  const { language } = useFrame()
  const t = useOffice()
  const at = { piece: piece.id }
  return (
    <>
      <p>
        <Published of={piece} /> <More href={hrefOf(language, piece)}>{t.view}</More>
      </p>
      {!piece.publishedAt && (
        <Actions>
          <PostButton action={paths.publish.at(language, at)}>{t.publish}</PostButton>
          <ButtonLink href={paths.remove.at(language, at)} weight="second">
            {t.remove}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}

/** What the office makes of a result in one step. */
function Onward({ piece }: { piece: Piece }) {
  const { language } = useFrame()
  const t = useOffice()
  const action = paths.make.at(language, { piece: piece.id })
  return (
    <section class="stack">
      <h2>{t.onward}</h2>
      <p>{t.onwardText}</p>
      <Actions>
        <PostButton action={action} weight="second" values={{ kind: 'project' }}>
          {t.makeProject}
        </PostButton>
        <PostButton action={action} weight="second" values={{ kind: 'position' }}>
          {t.makePosition}
        </PostButton>
      </Actions>
    </section>
  )
}

function PieceForm({ form, kind, lists, piece }: Form) {
  const { language } = useFrame()
  const t = useOffice()
  const action = piece ? paths.edit.at(language, { piece: piece.id }) : paths.add.at(language, { kind })
  return (
    <>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={action}>
        <Opened form={form} />
        <What {...{ form, kind }} />
        <From {...{ form, kind, lists, piece }} />
        <Who {...{ form, kind, lists, piece }} />
        <When form={form} kind={kind} />
        <SourceStop form={form} sources={lists.sources} />
        <LastStop title={t.save}>
          <Submit>{t.save}</Submit>
        </LastStop>
      </PostForm>
    </>
  )
}

function What({ form, kind }: Pick<Form, 'form' | 'kind'>) {
  const { fields, hints, stops } = useOffice()
  return (
    <Stop legend={stops.what}>
      <BilingualField form={form} name="title" label={fields.title} maxLength={300} />
      <BilingualField
        form={form}
        name="text"
        label={fields.text}
        hint={hints.text[kind]}
        rows={6}
        maxLength={5000}
        optional
      />
      <BilingualField form={form} name="reason" label={fields.reason} rows={4} maxLength={5000} optional />
      {kind !== 'project' && (
        <BilingualField form={form} name="addressee" label={fields.addressee} maxLength={300} optional />
      )}
      {kind === 'position' && (
        <TextField
          form={form}
          name="reference"
          label={fields.reference}
          hint={hints.reference}
          maxLength={200}
          optional
        />
      )}
      {kind === 'position' && (
        <TextArea
          form={form}
          name="figures"
          label={fields.figures}
          hint={hints.figures}
          rows={3}
          maxLength={3000}
          optional
        />
      )}
    </Stop>
  )
}

function From({ form, kind, lists }: Form) {
  const { language } = useFrame()
  const { fields, stops, none } = useOffice()
  const named = (list: Lists['fields']) =>
    list.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  return (
    <Stop legend={stops.from}>
      {kind === 'result' && (
        <>
          <Select
            form={form}
            name="editionId"
            label={fields.editionId}
            empty=""
            options={lists.editions.map(({ id, title }) => ({ value: id, label: inLanguage(language, title) }))}
          />
          <Select
            form={form}
            name="groupId"
            label={fields.groupId}
            empty={none}
            optional
            options={lists.editions.flatMap(({ title, groups }) =>
              named(groups).map(({ value, label }) => ({ value, label: `${label} (${inLanguage(language, title)})` })),
            )}
          />
        </>
      )}
      <Select form={form} name="fieldId" label={fields.fieldId} empty={none} options={named(lists.fields)} optional />
    </Stop>
  )
}

function Who({ form, lists }: Form) {
  const { fields, hints, stops } = useOffice()
  return (
    <Stop legend={stops.who}>
      <TextArea
        form={form}
        name="leads"
        label={fields.leads}
        hint={hints.organisations}
        rows={3}
        maxLength={10_000}
        optional
      />
      <TextArea
        form={form}
        name="partners"
        label={fields.partners}
        hint={hints.organisations}
        rows={4}
        maxLength={10_000}
        optional
      />
      {lists.districts.length > 0 && (
        <Checkboxes
          form={form}
          name="districts"
          label={fields.districts}
          options={lists.districts.map(({ key, label, region }) => ({ value: key, label, group: region }))}
          optional
        />
      )}
    </Stop>
  )
}

function When({ form, kind }: Pick<Form, 'form' | 'kind'>) {
  const { fields, hints, stops } = useOffice()
  return (
    <Stop legend={stops.when}>
      <Pair>
        {kind === 'project' && (
          <TextField form={form} name="starts" label={fields.starts} hint={hints.dated} maxLength={10} optional />
        )}
        <TextField form={form} name="ends" label={fields.ends} hint={hints.dated} maxLength={10} optional />
      </Pair>
      {kind !== 'result' && (
        <TextField form={form} name="link" label={fields.link} type="url" maxLength={2000} optional />
      )}
    </Stop>
  )
}
