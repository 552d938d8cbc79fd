import { type Api, described, reading, shape } from '../platform/api.ts'
import { fundKinds } from './model/projects.ts'
import { paths } from './paths.ts'

const { id, text, textOrNull, words, moment, address, list, object } = shape
const numberOrNull = { type: ['number', 'null'] }

/** What the thread gives programs. */
export const api: Api = {
  paths: {
    [paths.api.de]: reading('findPieces', 'Results, projects and positions, the latest change first', {
      shape: 'Pieces',
      asked: {
        congress: 'Only the results of this congress, by the last part of its address',
        document: 'Only what points to this document, by the last part of its address',
      },
    }),
    [described(paths.apiPiece.de)]: reading(
      'readPiece',
      'A result, project or position with what happened, its lines, and its links in both directions',
      { shape: 'PieceInFull', of: ['piece'] },
    ),
  },
  schemas: {
    Pieces: object({ pieces: list('Piece') }),
    PieceInFull: object({
      ...{ id, kind: { enum: ['result', 'project', 'position'] }, title: words, text: words, reason: words },
      ...{
        addressee: words,
        reference: textOrNull,
        figures: { type: 'array', items: text },
        state: text,
        outcome: text,
        starts: textOrNull,
        ends: textOrNull,
      },
      congress: { $ref: '#/components/schemas/PieceCongress' },
      ...{ changedAt: moment, address, organisations: list('PieceOrganisation'), events: list('PieceEvent') },
      ...{ lines: list('PieceLine'), links: list('PieceLink') },
      ...{ firstStarts: textOrNull, firstEnds: textOrNull },
      ...{ indicators: list('ProjectIndicator'), funds: list('ProjectFund') },
    }),
    ProjectIndicator: object({
      ...{ name: words, unit: text, target: numberOrNull, targetOn: textOrNull },
      ...{ firstTarget: numberOrNull, firstTargetOn: textOrNull, values: list('ProjectValue') },
    }),
    ProjectValue: object({ measuredOn: text, value: { type: 'number' }, note: text }),
    ProjectFund: object({
      ...{ kind: { enum: fundKinds }, programme: text, amountCents: numberOrNull, ratePercent: numberOrNull },
    }),
    PieceOrganisation: object({ name: text, part: text, address }),
    PieceCongress: object({ title: words, group: words, address, api: address }),
    PieceEvent: object({
      ...{ kind: text, title: words, text: words, place: text, plannedFor: textOrNull, happenedOn: textOrNull },
      source: { type: ['object', 'null'] },
    }),
    PieceLine: object({ text: words, verdict: text, evidence: words, source: { type: ['object', 'null'] } }),
    PieceLink: object({ relation: text, direction: text, kind: text, title: words, address, api: address }),
    Piece: object({
      ...{ id, kind: { enum: ['result', 'project', 'position'] }, title: words, text: words, state: text },
      ...{ outcome: textOrNull, starts: textOrNull, ends: textOrNull, changedAt: moment, address },
    }),
  },
}
