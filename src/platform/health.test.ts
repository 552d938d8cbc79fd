import fastify from 'fastify'
import { expect, test } from 'vitest'
import { health } from './health.ts'

const metricsToken = 'ein-langes-geheimnis'

/** Asks for the metrics from an address, with these headers, behind a proxy that is believed or not. */
async function asked(
  remoteAddress: string,
  headers: Record<string, string> = {},
  trustProxy: boolean | string[] = false,
) {
  const app = fastify({ trustProxy })
  await health({ isReady: () => true, databaseAnswers: async () => true, metricsToken })(app)
  const { statusCode, body } = await app.inject({ url: '/metrics', remoteAddress, headers })
  await app.close()
  return body.includes('process_cpu') ? statusCode : -statusCode
}

test('this machine reads the metrics, no other one does', async () => {
  expect([await asked('127.0.0.1'), await asked('::1'), await asked('::ffff:127.0.0.1')]).toEqual([200, 200, 200])
  expect([await asked('203.0.113.7'), await asked('10.0.0.1'), await asked('::ffff:10.0.0.1')]).toEqual([
    -404, -404, -404,
  ])
})

test('a forwarding header opens nothing, whoever is believed, and closes what a proxy on this machine passes on', async () => {
  for (const trustProxy of [false, true, ['127.0.0.1']])
    for (const from of ['203.0.113.7', '127.0.0.1'])
      for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'])
        expect([from, header, await asked(from, { [header]: '127.0.0.1' }, trustProxy)]).toEqual([from, header, -404])
})

test('the token opens from everywhere; a wrong one closes, also here', async () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  expect(await asked('203.0.113.7', bearer(metricsToken))).toBe(200)
  expect(await asked('203.0.113.7', bearer('falsch'))).toBe(-404)
  expect(await asked('127.0.0.1', bearer('falsch'))).toBe(-404)
})
