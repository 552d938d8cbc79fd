import { congressPaths } from '../../congress/index.ts'
import { More, Paragraphs, Thread, type ThreadEntry } from '../../design/index.tsx'
import { libraryPaths } from '../../library/index.ts'
import { datedText } from '../../platform/dated.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import type { Piece } from '../queries/pieces.ts'
import type { StoryStop } from '../queries/story.ts'
import { useText } from '../text/public.ts'
import { hrefOf, Said, SourceLine } from './words.tsx'

/** What happened, one stop below the other, with what shows it. The piece's own stops are filled. */
export function StoryThread({ piece, stops, region }: { piece: Piece; stops: readonly StoryStop[]; region: number }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Thread
      region={region}
      entries={stops.map((stop): ThreadEntry => {
        const isMade = piece.isExample || (stop.of === 'linked' && stop.piece.isExample)
        return {
          regions: stop.regions,
          when: stop.dated && `${datedText(language, stop.dated)}${stop.isAhead ? `, ${t.result.ahead}` : ''}`,
          place: stop.place,
          kind: <StopKind stop={stop} piece={piece} />,
          title: <StopTitle stop={stop} piece={piece} />,
          children: <StopBody stop={stop} />,
          state: stop.isAhead
            ? 'open'
            : isMade
              ? 'example'
              : stop.of === 'edition' || stop.of === 'own'
                ? 'own'
                : undefined,
        }
      })}
    />
  )
}

type Props = { stop: StoryStop; piece: Piece }

function StopKind({ stop, piece }: Props) {
  const t = useText()
  if (stop.of === 'own') return t.kinds[piece.kind]
  if (stop.of === 'edition') return stop.isHandedOver ? t.kinds.result : t.relations.presented_at[0]
  if (stop.of === 'document') return stop.relation === 'presented_at' ? t.readIn : t.relations[stop.relation][0]
  const [forth, back] = t.relations[stop.relation] as [string, string]
  return `${t.kinds[stop.piece.kind]}, ${stop.isFrom ? back : forth}`
}

/** An event of another piece says whose it is, where its own words do not. */
function StopTitle({ stop }: Props) {
  const { language } = useFrame()
  const t = useText()
  if (stop.of === 'edition' && stop.isHandedOver) return `${t.result.handedOver}: ${inLanguage(language, stop.title)}`
  const title = inLanguage(language, stop.title)
  const name = stop.of === 'linked' ? inLanguage(language, stop.piece.title) : ''
  return title.includes(name) ? <Said of={stop.title} /> : `${name}: ${title}`
}

function StopBody({ stop }: { stop: StoryStop }) {
  const { language } = useFrame()
  const t = useText().result
  const planned = (stop.of === 'own' || stop.of === 'linked') && !stop.isAhead ? stop.plannedFor : null
  return (
    <>
      {stop.text && <Paragraphs of={inLanguage(language, stop.text)} lang={langOf(language, stop.text)} />}
      {stop.of === 'own' && stop.isAnswer && (
        <p>
          <a href="#antwort">{t.toAnswer}</a>
        </p>
      )}
      {planned && planned !== stop.dated && <p>{t.plannedThen(datedText(language, planned))}</p>}
      {stop.isAhead && <p>{t.aheadText}</p>}
      <SourceLine of={stop.source} />
      <Onward stop={stop} />
    </>
  )
}

function Onward({ stop }: { stop: StoryStop }) {
  const { language } = useFrame()
  const t = useText().result
  if (stop.of === 'own') return null
  const [href, words] =
    stop.of === 'edition'
      ? [congressPaths.edition.at(language, { edition: stop.slug }), t.toCongress]
      : stop.of === 'document'
        ? [libraryPaths.document.at(language, { document: stop.slug }), t.toDocument]
        : [hrefOf(language, stop.piece), t.toPiece(stop.piece.kind)]
  return (
    <p>
      <More href={href}>
        {words}
        {stop.of === 'linked' && <span class="hide"> {inLanguage(language, stop.piece.title)}</span>}
      </More>
    </p>
  )
}
