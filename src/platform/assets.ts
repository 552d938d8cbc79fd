import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { packageRoot } from './package-root.ts'

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  map: 'application/json',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
}

const ofDocuments = ['content-security-policy', 'cross-origin-opener-policy', 'permissions-policy']

/** The built files for the browser, held in memory with their compressed forms; their names tell their content. */
export async function openAssets(folder = join(packageRoot, 'dist/assets')) {
  const manifest: Record<string, string> = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  const files = new Map<string, Buffer>()
  for (const name of await readdir(folder)) files.set(name, await readFile(join(folder, name)))
  return {
    /** URL of a file by its plain name. Throws for a name that was not built. */
    href(plain: string) {
      const href = manifest[plain]
      if (!href) throw new Error(`no built file ${plain}`)
      return href
    },
    serve(app: FastifyInstance) {
      app.get<{ Params: { file: string } }>(
        '/assets/:file',
        { config: { rateLimit: false } },
        async (request, reply) => {
          const { file } = request.params
          const type = types[file.split('.').at(-1) ?? '']
          if (!type || !files.has(file)) return reply.callNotFound()
          const accepted = request.headers['accept-encoding'] ?? ''
          const ending =
            accepted.includes('br') && files.has(`${file}.br`)
              ? 'br'
              : accepted.includes('gzip') && files.has(`${file}.gz`)
                ? 'gz'
                : ''
          // They say what a document may do, and a stylesheet or a font is none.
          if (/\.(css|woff2)$/.test(file)) for (const name of ofDocuments) reply.removeHeader(name)
          if (ending) reply.header('content-encoding', ending === 'br' ? 'br' : 'gzip')
          reply
            .header('cache-control', 'public, max-age=31536000, immutable')
            .header('vary', 'accept-encoding')
            .type(type)
          return reply.send(files.get(ending ? `${file}.${ending}` : file))
        },
      )
    },
  }
}
