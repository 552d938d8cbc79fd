// A bare Fastify route that sends the bytes it is given: the measure for a page that is kept.
import { readFileSync } from 'node:fs'
import fastify from 'fastify'

const [port = '0', file = '', headers = '{}'] = process.argv.slice(2)
const bytes = readFileSync(file)
const given = JSON.parse(headers) as Record<string, string>
const app = fastify()
app.get('/*', (_, reply) => reply.headers(given).send(bytes))
await app.listen({ port: Number(port), host: '127.0.0.1' })
process.stdout.write('{"isReady":true}\n')
