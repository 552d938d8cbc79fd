import { readableDocuments } from '../../library/index.ts'
import { ownOrganisations } from '../../organisations/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { mayKeep, points, signatures, versions } from '../permissions.ts'
import type { Piece } from './pieces.ts'

/** A wording of a position as it was kept. */
export type Version = {
  id: string
  number: number
  title: Bilingual
  text: Bilingual | null
  reason: Bilingual | null
  addressee: Bilingual | null
  reference: string | null
  figures: string[]
  points: Bilingual[]
  note: string
  madeAt: Date
}
export type Signed = {
  id: string
  versionId: string
  organisationId: string
  organisation: string
  person: string
  function: string
  signedOn: string
  decision: string
}
/** What shows a line's verdict, beside the words: a document of the library with its page, an address. */
export type Proof = { document: { slug: string; title: string } | undefined; page: number | null; link: string | null }
/** What only a position has: its wordings, the last first, who signed which, and what proves its verdicts. */
export type Position = { versions: Version[]; signed: Signed[]; proofs: ReadonlyMap<string, Proof> }

export async function positionOf(visit: Visit, pieceId: string): Promise<Position> {
  const [rows, signed, lines] = await Promise.all([
    versions(visit)
      .where('pieceId', '=', pieceId)
      .select([
        'id',
        'number',
        'title',
        'text',
        'reason',
        'addressee',
        'reference',
        'figures',
        'points',
        'note',
        'madeAt',
      ])
      .orderBy('number', 'desc')
      .execute(),
    signaturesOf(visit, pieceId),
    proofsOf(visit, pieceId),
  ])
  return {
    versions: rows.map((row) => ({ ...row, points: row.points as Bilingual[] })),
    signed,
    proofs: new Map(
      lines.map(({ id, slug, title, evidencePage: page, evidenceLink: link }) => [
        id,
        { document: slug && title ? { slug, title } : undefined, page, link },
      ]),
    ),
  }
}

const signaturesOf = (visit: Visit, pieceId: string): Promise<Signed[]> =>
  signatures(visit)
    .innerJoin('positionVersions', 'positionVersions.id', 'positionSignatures.versionId')
    .innerJoin('organisations', 'organisations.id', 'positionSignatures.organisationId')
    .where('positionVersions.pieceId', '=', pieceId)
    .select([
      'positionSignatures.id',
      'positionSignatures.versionId',
      'positionSignatures.organisationId',
      'organisations.name as organisation',
      'person',
      'function',
      'signedOn',
      'decision',
    ])
    .orderBy('signedOn')
    .orderBy('organisations.name')
    .execute()

const proofsOf = (visit: Visit, pieceId: string) =>
  points(visit)
    .leftJoin(
      readableDocuments(visit)
        .where('documents.state', '=', 'published')
        .select(['documents.id', 'documents.slug', 'documents.title'])
        .as('proof'),
      'proof.id',
      'positionPoints.evidenceDocumentId',
    )
    .where('pieceId', '=', pieceId)
    .select(['positionPoints.id', 'proof.slug', 'proof.title', 'evidencePage', 'evidenceLink'])
    .execute()

/** The wording with this number, and the one before it. Throws NotFound. */
export function versionAt({ versions: all }: Position, number: string) {
  const at = all.findIndex((one) => String(one.number) === number)
  const version = all[at]
  if (!version) throw new NotFound()
  return { version, before: all[at + 1] }
}

/** The organisations for which the viewer may sign: those they look after that carry it; undefined: any, by its name. */
export async function signableFor(visit: Visit, { organisations }: Piece): Promise<string[] | undefined> {
  if (mayKeep(visit)) return undefined
  const own = await ownOrganisations(visit)
  return own.filter(({ id }) => organisations.some((one) => one.id === id)).map(({ name }) => name)
}
