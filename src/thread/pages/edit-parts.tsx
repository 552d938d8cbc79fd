import { Actions, ButtonLink, PostButton, PostForm, Select, Stop, Submit, Table } from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { type EventKind, isAhead, type Kind, type RelationKind, relationKinds } from '../model.ts'
import { paths } from '../paths.ts'
import type { Target } from '../queries/office.ts'
import type { Event, Piece } from '../queries/pieces.ts'
import type { Linked, LinkedPlace } from '../queries/thread.ts'
import { useOffice } from '../text/office.ts'
import { useText } from '../text/public.ts'
import { Said } from './words.tsx'

/** What happened with a piece, each to be changed. */
export function EventsTable({ piece }: { piece: Piece }) {
  const { language } = useFrame()
  const t = useOffice()
  const { noDate, result } = useText()
  const at = { piece: piece.id }
  const when = (event: Event) => {
    const dated = event.happenedOn ?? event.plannedFor
    return dated ? `${datedText(language, dated)}${isAhead(event) ? `, ${result.ahead}` : ''}` : noDate
  }
  return (
    <>
      <Table
        caption={t.eventsTitle}
        density="dense"
        rows={piece.events}
        keyOf={({ id }) => id}
        empty={t.eventsEmpty}
        columns={[
          { label: t.eventColumns.when, cell: when },
          { label: t.eventColumns.kind, cell: ({ kind }) => <KindWord of={kind} kind={piece.kind} /> },
          { label: t.eventColumns.title, kind: 'name', cell: ({ title }) => <Said of={title} /> },
          {
            label: t.eventColumns.action,
            kind: 'action',
            cell: ({ id, title }) => (
              <a href={paths.event.at(language, { ...at, event: id })}>
                {t.change}
                <span class="hide"> {inLanguage(language, title)}</span>
              </a>
            ),
          },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.addEvent.at(language, at)} weight="second">
          {t.addEvent}
        </ButtonLink>
      </Actions>
    </>
  )
}

function KindWord({ of, kind }: { of: EventKind; kind: Kind }) {
  const t = useOffice()
  return (kind === 'result' && t.resultEvents[of]) || t.events[of]
}

/** A position's lines, each to be judged. */
export function PointsTable({ piece }: { piece: Piece }) {
  const { language } = useFrame()
  const t = useOffice()
  const { positions, verdicts: words } = useText()
  const at = { piece: piece.id }
  return (
    <>
      <Table
        caption={t.pointsTitle}
        density="dense"
        rows={piece.points}
        keyOf={({ id }) => id}
        empty={t.pointsEmpty}
        columns={[
          { label: positions.columns.text, kind: 'name', cell: (point) => <Said of={point.text} /> },
          { label: positions.columns.verdict, cell: ({ verdict }) => words[verdict] },
          {
            label: t.eventColumns.action,
            kind: 'action',
            cell: (point) => (
              <a href={paths.point.at(language, { ...at, point: point.id })}>
                {t.change}
                <span class="hide"> {inLanguage(language, point.text)}</span>
              </a>
            ),
          },
        ]}
      />
      <Actions>
        <ButtonLink href={paths.addPoint.at(language, at)} weight="second">
          {t.addPoint}
        </ButtonLink>
      </Actions>
    </>
  )
}

export type RelationsProps = {
  piece: Piece
  form: FormState
  linked: readonly Linked[]
  places: readonly LinkedPlace[]
  targets: readonly Target[]
}

/** What a piece is linked with, and one more link. */
export function Relations({ piece, form, linked, places, targets }: RelationsProps) {
  const { language } = useFrame()
  const t = useOffice()
  const { kinds } = useText()
  const rows = [
    ...linked.map(({ relationId, relation, isFrom, kind, title }) => ({
      relationId,
      relation,
      isFrom,
      title,
      kind: kinds[kind],
    })),
    ...places.map(({ relationId, relation, kind, title }) => ({
      relationId,
      relation,
      isFrom: false,
      title,
      kind: t.targets[kind],
    })),
  ]
  return (
    <>
      <Table
        caption={t.relationsTitle}
        density="dense"
        rows={rows}
        keyOf={({ relationId }) => relationId}
        empty={t.relationsEmpty}
        columns={[
          {
            label: t.relationColumns.relation,
            cell: ({ relation, isFrom }) => <RelationWord of={relation} isFrom={isFrom} />,
          },
          {
            label: t.relationColumns.other,
            kind: 'name',
            cell: ({ title, kind }) => (
              <>
                {kind}: <Said of={title} />
              </>
            ),
          },
          {
            label: t.relationColumns.action,
            kind: 'action',
            cell: ({ relationId, title }) => (
              <PostButton
                action={paths.unrelate.at(language, { piece: piece.id, relation: relationId })}
                weight="second"
                about={inLanguage(language, title)}
              >
                {t.unrelate}
              </PostButton>
            ),
          },
        ]}
      />
      <NewRelation {...{ piece, form, targets }} />
    </>
  )
}

const RelationWord = ({ of, isFrom }: { of: RelationKind; isFrom: boolean }) => useText().relations[of][isFrom ? 1 : 0]

function NewRelation({ piece, form, targets }: Pick<RelationsProps, 'piece' | 'form' | 'targets'>) {
  const { language } = useFrame()
  const t = useOffice()
  return (
    <PostForm action={paths.relate.at(language, { piece: piece.id })}>
      <Stop legend={t.relate}>
        <Select
          form={form}
          name="relation"
          label={t.relationColumns.relation}
          hint={t.hints.relation}
          options={relationKinds.map((value) => ({ value, label: t.relationNames[value] }))}
        />
        <Select
          form={form}
          name="to"
          label={t.fields.to}
          empty=""
          options={targets.map(({ id, label, kind }) => ({
            value: id,
            label: inLanguage(language, label),
            group: t.targets[kind],
          }))}
        />
        <Submit weight="second">{t.relate}</Submit>
      </Stop>
    </PostForm>
  )
}
