import type { Api } from '../../platform/api.ts'
import type { Path } from '../../platform/paths.ts'

type Addresses = {
  indicatorData: Path<'indicator' | 'as'>
  territoryData: Path<'territory' | 'as'>
  flowData: Path<'as'>
  catalogue: Path
  feed: Path
}

/** What the atlas’s addresses take and give (OpenAPI 3.1). */
export const openApi = (paths: Addresses, title: string, publicUrl: string) => {
  const { paths: own, schemas: shapes } = api(paths)
  return {
    openapi: '3.1.0',
    info: { title, version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: publicUrl }],
    paths: own,
    components: { schemas: shapes },
  }
}

/** The same as a part of what all rooms give. */
export function api(paths: Addresses): Api {
  return {
    paths: {
      [at(paths.indicatorData.de)]: get('indicatorData', 'The values of an indicator, of all territories and years', {
        parameters: [
          inPath('indicator', 'Identifier of the indicator, such as population'),
          inPath('as', 'Form', { enum: ['json', 'json-stat', 'csv', 'xlsx', 'svg', 'png', 'html'] }),
          inQuery('fassung', 'Data version, to get the numbers as they were then', { type: 'integer', minimum: 1 }),
          inQuery('jahr', 'Year of the map, for pictures', { type: 'integer' }),
          inQuery('ebene', 'Level: of the map, for pictures; gemeinden for the values of municipalities', {
            enum: ['districts', 'regions', 'gemeinden'],
          }),
          inQuery('kreis', 'District whose municipalities are wanted, by its official key', text),
          inQuery('klassen', 'Classes of the map, for pictures', { enum: ['natural', 'quantiles'] }),
        ],
        json: { $ref: '#/components/schemas/IndicatorData' },
      }),
      [at(paths.territoryData.de)]: get('territoryData', 'Every figure of a municipality, a district or a region', {
        parameters: [
          inPath(
            'territory',
            'Official key of a district or a municipality, as its country publishes it; identifier of a region',
          ),
          tableForm,
        ],
        json: rowsByTitle,
      }),
      [at(paths.flowData.de)]: get(
        'flowData',
        'Flows from place to place: commuters of the latest day, unless asked otherwise',
        {
          parameters: [
            tableForm,
            inQuery('art', 'Kind of flows', { enum: ['commuters', 'moves', 'projects', 'publications'] }),
            inQuery('jahr', 'Year of the day they stand for', { type: 'integer' }),
            inQuery('ebene', 'Flows between municipalities instead of districts', { enum: ['gemeinden'] }),
            inQuery('ort', 'The municipality they begin or end in, by its official key; with ebene only', text),
            inQuery('fassung', 'Data version, to get the numbers as they were then', { type: 'integer', minimum: 1 }),
          ],
          json: rowsByTitle,
        },
      ),
      [at(paths.catalogue.de)]: get('catalogue', 'All data sets as DCAT-AP 3', { type: 'application/ld+json' }),
      [at(paths.feed.de)]: get('news', 'The newest loads as an Atom feed', { type: 'application/atom+xml' }),
    },
    schemas,
  }
}

const at = (address: string) => address.replaceAll(/:(\w+)/g, '{$1}')

type Parameter = { name: string; in: string; description: string; schema: object; required?: boolean }
const text = { type: 'string' }
const inPath = (name: string, description: string, schema: object = text): Parameter => ({
  name,
  in: 'path',
  description,
  schema,
  required: true,
})
const inQuery = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
})
const tableForm = inPath('as', 'Form', { enum: ['json', 'csv', 'xlsx'] })
/** Objects whose names are the table’s titles, in the language of the address. */
const rowsByTitle = { type: 'array', items: { type: 'object', additionalProperties: true } }

type Answer = { parameters?: Parameter[]; json?: object; type?: string }

function get(operationId: string, summary: string, { parameters, json, type }: Answer) {
  const content = type ? { [type]: { schema: text } } : { 'application/json': { schema: json } }
  return {
    get: {
      operationId,
      summary,
      ...(parameters ? { parameters } : {}),
      responses: {
        200: { description: summary, content },
        404: { description: 'There is no such indicator, territory or form' },
      },
    },
  }
}

const schemas = {
  IndicatorData: {
    type: 'object',
    required: ['id', 'name', 'definition', 'unit', 'kind', 'version', 'page', 'sources', 'values'],
    properties: {
      id: text,
      name: text,
      definition: text,
      unit: text,
      kind: { enum: ['count', 'ratio'] },
      version: { type: 'integer' },
      page: { type: 'string', format: 'uri' },
      sources: {
        type: 'array',
        items: {
          type: 'object',
          properties: { title: text, address: { type: ['string', 'null'] }, licence: { type: ['string', 'null'] } },
        },
      },
      values: { type: 'array', items: { $ref: '#/components/schemas/Value' } },
    },
  },
  Value: {
    type: 'object',
    required: ['territory', 'level', 'year', 'value', 'status', 'asOf', 'isOwnCalculation'],
    properties: {
      territory: text,
      level: { enum: ['municipality', 'district', 'region', 'whole'] },
      name: text,
      year: { type: 'integer' },
      value: { type: ['number', 'null'], description: 'Empty where it is secret' },
      status: { enum: ['final', 'preliminary', 'estimated', 'secret'] },
      asOf: text,
      isOwnCalculation: { type: 'boolean' },
      source: text,
    },
  },
}
