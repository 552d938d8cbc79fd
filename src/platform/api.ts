import type { Visit } from './visit.ts'

/** What a room gives programs as JSON, as OpenAPI 3.1 describes it: its addresses, and the shapes that come back. */
export type Api = { paths: Readonly<Record<string, object>>; schemas: Readonly<Record<string, object>> }

/** An address as OpenAPI writes it. */
export const described = (address: string) => address.replaceAll(/:(\w+)/g, '{$1}')

type Reading = { shape: string; of?: string[]; asked?: Readonly<Record<string, string>> }

/** Reading an address: what is told there, the shape that comes back, and the parts of the address that are chosen or asked. */
export function reading(operationId: string, summary: string, { shape, of = [], asked = {} }: Reading) {
  const schema = { $ref: `#/components/schemas/${shape}` }
  const parameters = of.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const questions = Object.entries(asked).map(([name, description]) => ({
    ...{ name, in: 'query', description, schema: { type: 'string' } },
  }))
  const missing = of.length > 0 ? { 404: { description: 'It is not there, or not for everybody' } } : {}
  return {
    get: {
      ...{ operationId, summary, parameters: [...parameters, ...questions] },
      responses: { 200: { description: summary, content: { 'application/json': { schema } } }, ...missing },
    },
  }
}

const orNull = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })
const text = { type: 'string' }
/** Shapes that come back again and again. */
export const shape = {
  text,
  textOrNull: orNull(text),
  id: { type: 'string', format: 'uuid' },
  address: { type: 'string', format: 'uri' },
  moment: { type: ['string', 'null'], format: 'date-time' },
  /** German, and English where there is some. */
  words: { type: ['object', 'null'], properties: { de: text, en: text } },
  list: (name: string) => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } }),
  object: (properties: object) => ({ type: 'object', properties }),
}

/** Programs are told what everybody may know, whoever asks. */
export const strangerOf = (visit: Visit): Visit => ({ ...visit, viewer: { kind: 'nobody' } })

/** JSON for programs of anybody. */
export const jsonAnswer = (value: unknown) => ({
  text: `${JSON.stringify(value, null, 2)}\n`,
  type: 'application/json; charset=utf-8',
  isOpen: true,
})
