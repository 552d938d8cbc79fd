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
/** What a form with files may weigh: from who may send them there, from anybody else with an account, from a stranger. */
const mostOf = { files: 25 * oneMegabyte, form: oneMegabyte, nothing: 0 }
export type Brings = keyof typeof mostOf
const mostValues = 2000

const refusal = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode })

/**
 * Reads what a write may carry: a form (1 MB), a flat JSON object (1 MB), or a form with files (20 MB each, 25 MB in all,
 * only where the route takes files and from who may send them there; 1 MB from others who are signed in).
 * Everything ends as lists of texts, so that a field sent twice or not at all can surprise nobody.
 */
export async function bodies(app: FastifyInstance, bringsOf: (request: FastifyRequest) => Promise<Brings>) {
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
    limits: { files: 20, fields: 200, fieldSize: oneMegabyte },
  })
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart() || request.is404) return
    // Files come from people with an account only; a stranger's are not even read, whatever cookie comes with them.
    const most = mostOf[await bringsOf(request)]
    if (most === 0) throw refusal(415, 'files need an account')
    if (Number(request.headers['content-length'] ?? 0) > most) throw refusal(413, 'too many bytes in all')
    request.body = await partsOf(request, most)
  })
}

/** A form with files. One that is cut off or malformed is the sender's mistake (400). */
async function partsOf(request: FastifyRequest, most: number): Promise<Parsed> {
  const parsed: Parsed = { fields: Object.create(null), uploads: [], count: 0 }
  let total = 0
  try {
    for await (const part of request.parts({ limits: { fileSize: Math.min(most, 20 * oneMegabyte) } })) {
      const { type, fieldname: field } = part
      const content = type === 'field' ? String(part.value) : await part.toBuffer()
      total += content.length
      if (total > most) throw refusal(413, 'too many bytes in all')
      if (type === 'field') add(parsed, field, content as string)
      else parsed.uploads.push({ field, name: cut(clean(part.filename ?? ''), 300), bytes: content as Buffer })
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
