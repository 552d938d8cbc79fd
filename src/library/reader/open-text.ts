import type { Reading } from '../model/reading.ts'
import { type Archive, openArchive } from './archive.ts'
import { Encrypted } from './limits.ts'
import { propertiesIn, saying } from './office-parts.ts'
import { inPages, type Paragraph } from './writing.ts'
import { attribute, type Walk, walkXml } from './xml.ts'

/** What stands in an OpenDocument text (ISO/IEC 26300): by its pages where it tells them, else in parts. */
export async function readOpenText(bytes: Buffer): Promise<Reading> {
  const archive = await openArchive(bytes)
  await mustBeOpen(archive)
  const pieces: Paragraph[] = []
  await walkXml(
    archive.open('content.xml'),
    body((piece) => pieces.push(piece)),
  )
  const { title, said } = await propertiesIn(archive, 'meta.xml')
  return saying(inPages(pieces, title), said)
}

const mustBeOpen = (archive: Archive) =>
  walkXml(archive.open('META-INF/manifest.xml'), {
    open: (name) => {
      if (name === 'encryption-data') throw new Encrypted()
    },
  })

/** What was deleted, and what somebody noted beside the text. */
const unread = ['tracked-changes', 'annotation']

function body(found: (piece: Paragraph) => unknown): Walk {
  let text = ''
  let level: number | undefined
  let beginsPage = false
  let open = 0
  let within = 0
  const end = () => {
    if (text.trim()) {
      found({ text: text.trim(), level, beginsPage })
      beginsPage = false
    }
    text = ''
  }
  return {
    open(name, attributes) {
      if (unread.includes(name)) within++
      if (within > 0) return
      if (name === 'p' || name === 'h') open++
      if (name === 'h') level = Number(attribute(attributes, 'outline-level')) || 1
      if (name === 's' || name === 'tab') text += ' '
      if (name === 'line-break') text += '\n'
      if (name !== 'soft-page-break') return
      end()
      beginsPage = true
    },
    close(name) {
      if (unread.includes(name)) within--
      else if (within === 0 && (name === 'p' || name === 'h')) {
        end()
        open--
        level = undefined
      }
    },
    text: (part) => {
      if (open > 0 && within === 0) text += part
    },
  }
}
