import { congressPaths, editionBySlug } from '../../congress/index.ts'
import { libraryPaths } from '../../library/index.ts'
import { organisationPaths } from '../../organisations/index.ts'
import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { pathOf, paths } from '../paths.ts'
import { pieceAt } from '../queries/pieces.ts'
import { detailsOf } from '../queries/projects.ts'
import { latestPieces } from '../queries/register.ts'
import { linkedWith, piecesOfDocument, placesOf, resultsOf, withWork } from '../queries/thread.ts'

const most = 1000

/** The latest pieces; or the results of a congress, or what is linked with a document, so that a program walks back. */
async function cardsFor(stranger: Visit, { congress, document }: { congress?: string; document?: string }) {
  if (congress) return resultsOf(stranger, [(await editionBySlug(stranger, congress)).id])
  return document ? piecesOfDocument(stranger, document) : latestPieces(stranger, most)
}

/** Results, projects and positions for programs, as everybody may know them. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit, { query }) => {
    const cards = await cardsFor(strangerOf(visit), query)
    const pieces = cards.map(({ id, kind, slug, title, text, state, outcome, starts, ends, changedAt }) => ({
      ...{ id, kind, title, text, state, outcome, starts, ends, changedAt },
      address: visit.house.publicUrl + pathOf(kind).at('de', { piece: slug }),
    }))
    return jsonAnswer({ pieces })
  })
  web.get(paths.apiPiece, async (visit, { params }) => {
    const stranger = strangerOf(visit)
    const piece = await pieceAt(stranger, params.piece)
    const [links, places, [judged], project] = await Promise.all([
      linkedWith(stranger, [piece.id]),
      placesOf(stranger, piece.id),
      withWork(stranger, [piece]),
      piece.kind === 'project' ? projectOf(stranger, piece.id) : {},
    ])
    const { publicUrl } = visit.house
    const { id, kind, title, text, reason, addressee, reference, figures, state, starts, ends, changedAt } = piece
    return jsonAnswer({
      ...{
        id,
        kind,
        title,
        text,
        reason,
        addressee,
        reference,
        figures: figures.map((address) => publicUrl + address),
        state,
        outcome: judged?.outcome,
        starts,
        ends,
        changedAt,
      },
      address: publicUrl + pathOf(kind).at('de', { piece: piece.slug }),
      ...project,
      congress: piece.edition && {
        ...{ title: piece.edition.title, group: piece.group?.name ?? null },
        ...addressesOf(publicUrl, { kind: 'edition', slug: piece.edition.slug }),
      },
      organisations: piece.organisations.map(({ id: organisation, name, part }) => ({
        ...{ name, part, address: publicUrl + organisationPaths.organisation.at('de', { organisation }) },
      })),
      events: piece.events.map(({ id: _, ...event }) => event),
      lines: piece.points.map(({ text: line, verdict, evidence, source }) => ({
        text: line,
        verdict,
        evidence,
        source,
      })),
      links: [
        ...(links.get(piece.id) ?? []).map(({ relation, isFrom, kind: other, slug, title: name }) => ({
          ...{ relation, direction: isFrom ? 'to this' : 'from this', kind: other, title: name },
          address: publicUrl + pathOf(other).at('de', { piece: slug }),
          api: publicUrl + paths.apiPiece.at('de', { piece: slug }),
        })),
        ...places.map(({ relation, kind: other, slug, title: name }) => ({
          ...{ relation, direction: 'from this', kind: other, title: name },
          ...addressesOf(publicUrl, { kind: other, slug }),
        })),
      ],
    })
  })
}

/** Where a document or congress is read, by people and by programs. */
const addressesOf = (publicUrl: string, { kind, slug }: { kind: 'document' | 'edition'; slug: string }) =>
  kind === 'document'
    ? {
        address: publicUrl + libraryPaths.document.at('de', { document: slug }),
        api: publicUrl + libraryPaths.apiDocument.at('de', { document: slug }),
      }
    : {
        address: publicUrl + congressPaths.edition.at('de', { edition: slug }),
        api: publicUrl + congressPaths.apiCongress.at('de', { edition: slug }),
      }

/** What a project has beside what all pieces have: what was planned first, what is measured, what it costs. */
async function projectOf(stranger: Visit, id: string) {
  const { firstStarts, firstEnds, indicators, funds } = await detailsOf(stranger, id)
  return {
    ...{ firstStarts, firstEnds },
    indicators: indicators.map(({ name, unit, target, targetOn, firstTarget, firstTargetOn, values }) => ({
      ...{ name, unit, target, targetOn, firstTarget, firstTargetOn },
      values: values.map(({ measuredOn, value, note }) => ({ measuredOn, value, note })),
    })),
    funds: funds.map(({ kind, programme, amountCents, ratePercent }) => ({
      ...{ kind, programme, amountCents, ratePercent },
    })),
  }
}
