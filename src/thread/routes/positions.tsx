import { z } from 'zod'
import { quoted } from '../../atlas/index.ts'
import { type FormState, field, readForm, refusalWords, saying, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { inLanguage } from '../../platform/language.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { keepWording, sign, unsign } from '../commands/positions.ts'
import { letterPdf } from '../documents/letter.ts'
import { VersionPage } from '../pages/position.tsx'
import { SignPage } from '../pages/signing.tsx'
import { paths } from '../paths.ts'
import { mayKeep } from '../permissions.ts'
import { pieceToEdit } from '../queries/office.ts'
import { pieceAt } from '../queries/pieces.ts'
import { positionOf, signableFor, versionAt } from '../queries/positions.ts'
import { positions } from '../text/positions.ts'
import { editing } from './editing.tsx'

const saidIn = ({ language }: Visit) => saying(positions[language].refused, positions[language].fields)

/** Wordings of positions, their letters, and who signs them. */
export function positionRoutes(web: Web) {
  web.get(paths.version, async (visit, { params }) => {
    const piece = await pieceAt(visit, params.piece, 'position')
    const [position, { zone }] = await Promise.all([positionOf(visit, piece.id), installation(visit)])
    const wording = versionAt(position, params.version)
    const figures = await quoted(visit, wording.version.figures)
    return { page: <VersionPage {...{ piece, position, figures, zone }} {...wording} /> }
  })
  web.get(
    paths.letter,
    async (visit, { params }) => {
      const piece = await pieceAt(visit, params.piece, 'position')
      const [position, { name, zone }] = await Promise.all([positionOf(visit, piece.id), installation(visit)])
      const { version } = versionAt(position, params.version)
      const publisher = inLanguage(visit.language, name)
      const figures = await quoted(visit, version.figures)
      const bytes = await letterPdf(visit, { piece, version, figures, signed: position.signed, publisher, zone })
      return { bytes, type: 'application/pdf', name: `${positions[visit.language].letter.fileName}.pdf` }
    },
    'files',
  )
  web.post(paths.keepWording, async (visit, { params, body }) => {
    const piece = await pieceToEdit(visit, params.piece)
    if (piece.kind !== 'position') throw new NotFound()
    return submitted(visit, readForm(noteForm, body, visit.language, positions[visit.language].fields), {
      page: (keeping) => editing(visit, piece, { keeping }),
      run: (change, { note }) => keepWording(change, { piece: piece.id, note }),
      next: () => ({ seeOther: paths.edit.at(visit.language, { piece: piece.id }, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
  signRoutes(web)
}

const noteForm = z.object({ note: field.optionalLine(300) })
const signForm = z.object({
  organisation: field.line(200),
  person: field.line(200),
  function: field.optionalLine(200),
  signedOn: field.day(),
  decision: field.line(500),
  seen: field.whole(0, 1_000_000),
})

function signRoutes(web: Web) {
  web.get(paths.sign, async (visit, { params, query }) => {
    const { page } = await signing(visit, params.piece)
    return { page: page(startWith(), query.info === 'saved') }
  })
  web.post(paths.sign, async (visit, { params, body }) => {
    const { piece, page } = await signing(visit, params.piece)
    return submitted(visit, readForm(signForm, body, visit.language, positions[visit.language].fields), {
      page: (form) => page(form),
      run: (change, input) => sign(change, { ...input, piece: piece.id }),
      next: ({ slug }) => ({ seeOther: paths.sign.at(visit.language, { piece: slug }, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
  web.post(paths.unsign, async (visit, { params }) => {
    const { piece, page } = await signing(visit, params.piece)
    const { refused } = positions[visit.language]
    return changed(visit, {
      run: (change) => unsign(change, { piece: piece.id, id: idFrom(params.signature) }),
      next: ({ slug }) => ({ seeOther: paths.sign.at(visit.language, { piece: slug }, { info: 'saved' }) }),
      refused: (refusal) =>
        page({
          values: {},
          problems: [{ field: undefined, label: undefined, message: refusalWords(refusal, refused) }],
        }),
    })
  })
}

/** A position that the viewer signs for an organisation, or enters signatures of. Throws NotFound for all others. */
async function signing(visit: Visit, address: string) {
  if (visit.viewer.kind !== 'person') throw new NotFound()
  const piece = await pieceAt(visit, address, 'position')
  const [{ versions, signed }, signable] = await Promise.all([positionOf(visit, piece.id), signableFor(visit, piece)])
  if (!mayKeep(visit) && signable?.length === 0) throw new NotFound()
  const figures = await quoted(visit, versions[0]?.figures ?? [])
  const page = (form: FormState, isSaved = false) => (
    <SignPage {...{ form, piece, signed, figures, signable, isSaved }} version={versions[0]} />
  )
  return { piece, page }
}
