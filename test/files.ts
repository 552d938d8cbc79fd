import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { cookieName } from '../src/platform/web-parts.ts'
import type { World } from './world.ts'

type Person = Awaited<ReturnType<World['person']>>
export type Sent = { name: string; bytes: Buffer; field?: string }

/** Posts a form with a file or several, each in its field `file` unless said otherwise, as a browser does. */
export async function upload(
  world: World,
  path: string,
  who: Person,
  sent: Sent | readonly Sent[],
  fields: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [field, value] of Object.entries({ formKey: world.formKey(who), ...fields })) form.append(field, value)
  for (const { field = 'file', bytes, name } of [sent].flat() as Sent[])
    form.append(field, new Blob([new Uint8Array(bytes)]), name)
  const body = new Response(form)
  return world.app.inject({
    method: 'POST',
    url: path,
    cookies: { [cookieName(world.house.publicUrl)]: who.secret },
    headers: { 'content-type': body.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}

/** Everything that lies in the folder for files, by path within it. */
export async function keptFiles(world: World): Promise<string[]> {
  const names = await readdir(join(world.data, 'files'), { recursive: true }).catch(() => [])
  return names.filter((name) => name.includes('/')).sort()
}
