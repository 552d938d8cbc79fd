import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { clean, cut } from './clean.ts'
import type { Upload } from './forms.ts'

type Parsed = {
  fields: Record<string, string[]>
  uploads: Upload[]
  count: number
}

const oneMegabyte = 1024 * 1024
const mostUploaded = 25 * oneMegabyte
const mostValues = 2000

const refusal = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode })

/**
 * Reads what a write may carry: a form (1 MB), a flat JSON object (1 MB), or a form with files (20 MB each, 25 MB in all, signed in only).
 * Everything ends as lists of texts, so that a field sent twice or not at all can surprise nobody.
 */
export async function bodies(app: FastifyInstance, mayBringFiles: (request: FastifyRequest) => Promise<boolean>) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: oneMegabyte },
    async (_request: unknown, body: Buffer) => {
      const parsed: Parsed = { fields: Object.create(null), uploads: [], count: 0 }
      for (const [name, value] of new URLSearchParams(body.toString('utf8'))) add(parsed, name, value)
      return parsed
    },
  )
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: oneMegabyte },
    async (_request: unknown, body: Buffer) => {
      const parsed: Parsed = { fields: Object.create(null), uploads: [], count: 0 }
      const value = parseJson(body.toString('utf8'))
      for (const [name, content] of Object.entries(value))
        for (const item of Array.isArray(content) ? content : [content])
          if (item !== null && item !== false)
            add(parsed, name, item === true ? 'on' : typeof item === 'object' ? flat(item) : String(item))
      return parsed
    },
  )
  // Pieces of a file go past the body: whoever takes them reads the request.
  app.addContentTypeParser(
    'application/offset+octet-stream',
    (_request: unknown, _payload: unknown, done: (error: null) => void) => done(null),
  )
  await app.register(multipart, {
    limits: { fileSize: 20 * oneMegabyte, files: 20, fields: 200, fieldSize: oneMegabyte },
  })
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart() || request.is404) return
    // Files come from people with an account only; a stranger's are not even read, whatever cookie comes with them.
    if (!(await mayBringFiles(request))) throw refusal(415, 'files need an account')
    request.body = await partsOf(request)
  })
}

/** A form with files. One that is cut off or malformed is the sender's mistake (400). */
async function partsOf(request: FastifyRequest): Promise<Parsed> {
  const parsed: Parsed = { fields: Object.create(null), uploads: [], count: 0 }
  let total = 0
  try {
    for await (const part of request.parts())
      if (part.type === 'field') add(parsed, part.fieldname, String(part.value))
      else {
        const bytes = await part.toBuffer()
        total += bytes.length
        if (total > mostUploaded) throw refusal(413, 'too many bytes in all')
        parsed.uploads.push({ field: part.fieldname, name: cut(clean(part.filename ?? ''), 300), bytes })
      }
  } catch (error) {
    throw Object.assign(error as Error, { statusCode: (error as { statusCode?: number }).statusCode ?? 400 })
  }
  // A field in which nobody has chosen a file arrives without a name; a file that is empty has one.
  parsed.uploads = parsed.uploads.filter(({ name, bytes }) => name || bytes.length > 0)
  return parsed
}

function add(parsed: Parsed, name: string, value: string) {
  if (++parsed.count > mostValues) throw refusal(413, 'too many fields')
  parsed.fields[name] ??= []
  const list = parsed.fields[name]
  if (list.length < 500) list.push(value)
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value
  } catch {}
  throw Object.assign(new Error('not a JSON object'), { statusCode: 400 })
}

/** What lies deeper than a flat object is no form; nested beyond reason it is the sender's mistake. */
function flat(item: object): string {
  try {
    return JSON.stringify(item)
  } catch {
    throw refusal(400, 'not a flat JSON object')
  }
}
