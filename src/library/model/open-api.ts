import { type Api, described, reading, shape } from '../../platform/api.ts'
import { paths } from '../paths.ts'
import { types, writtenIn } from './document.ts'

const word = (parameter: string, description: string, schema: object = { type: 'string' }) => ({
  name: parameter,
  in: 'query',
  description,
  schema,
})
const answered = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
})

/** What the library gives programs. */
export const api = (): Api => ({
  paths: {
    [paths.api.de]: {
      get: {
        operationId: 'findDocuments',
        summary: 'Published documents that everybody may read, found by words and filters',
        parameters: [
          word('q', 'Words; “phrases” in quotation marks; -without'),
          word('art', 'Type', { enum: types }),
          word('jahr', 'Year', { type: 'integer' }),
          word('thema', 'Identifier of a subject'),
          word('region', 'Identifier of a region'),
          word('sprache', 'Language', { enum: writtenIn }),
          word('folge', 'Order; without it the best answer first', { enum: ['datum'] }),
          word('seite', 'Page, 20 documents each', { type: 'integer', minimum: 1, maximum: 50 }),
        ],
        responses: {
          200: answered('What was found', { $ref: '#/components/schemas/Found' }),
          429: { description: 'Too many searches; wait as long as Retry-After says' },
        },
      },
    },
    [described(paths.apiDocument.de)]: {
      get: {
        operationId: 'readDocument',
        summary: 'A document by its identifier or the last part of its address',
        parameters: [{ name: 'document', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: answered('The document', { $ref: '#/components/schemas/Document' }),
          404: { description: 'It is not there, or not for everybody' },
        },
      },
    },
    [paths.apiCollections.de]: reading(
      'findCollections',
      'Published collections with the documents in them, in their order',
      {
        shape: 'Collections',
      },
    ),
  },
  schemas: schemas(),
})

function schemas() {
  const string = { type: 'string' }
  const orNull = { type: ['string', 'null'] }
  const bilingual = { type: ['object', 'null'], properties: { de: string, en: string } }
  const common = {
    id: { type: 'string', format: 'uuid' },
    type: { enum: types },
    language: { enum: writtenIn },
    title: string,
    subtitle: string,
    abstract: bilingual,
    publisher: string,
    dated: orNull,
    address: { type: 'string', format: 'uri' },
  }
  const list = (items: object) => ({ type: 'array', items })
  const pages = list({ type: 'object', properties: { page: { type: 'integer' }, sentence: string } })
  const facet = list({ type: 'object', properties: { value: string, count: { type: 'integer' } } })
  return {
    Collections: shape.object({ collections: shape.list('Collection') }),
    Collection: shape.object({
      ...{ id: shape.id, slug: string, title: shape.words, introduction: shape.words, address: shape.address },
      documents: { type: 'array', items: shape.id },
    }),
    Found: {
      type: 'object',
      properties: {
        total: { type: 'integer' },
        page: { type: 'integer' },
        pages: { type: 'integer' },
        documents: list({ type: 'object', properties: { ...common, score: { type: 'number' }, pages } }),
        facets: { type: 'object', additionalProperties: facet },
      },
    },
    Document: {
      type: 'object',
      properties: {
        ...common,
        translatedTitle: string,
        licence: string,
        doi: orNull,
        urn: orNull,
        authors: list({ type: 'object' }),
        subjects: list({ type: 'object' }),
        regions: list({ type: 'object' }),
        file: { type: ['object', 'null'] },
      },
    },
  }
}

/** What all rooms give programs (OpenAPI 3.1). */
export const openApi = (title: string, publicUrl: string, apis: readonly Api[]) => ({
  openapi: '3.1.0',
  info: { title, version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
  servers: [{ url: publicUrl }],
  paths: Object.assign({}, ...apis.map((one) => one.paths)),
  components: { schemas: Object.assign({}, ...apis.map((one) => one.schemas)) },
})
