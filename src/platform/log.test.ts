import { expect, test } from 'vitest'
import { pathForLog } from './log.ts'

test('no secret of a link reaches the log, however it is written', () => {
  const secret = 'xBmQY7bgq0hmVwoXUXWjbg'
  const paths = [
    `/anmeldung/${secret}`,
    `/anmeldung/${secret})`,
    `/zugang/link/${secret}%3E`,
    `/zugang/link/${secret},`,
    `/en/registration/%78${secret.slice(1)}/change`,
    `/x?secret=${secret}`,
  ]
  for (const path of paths) expect(pathForLog(path)).not.toContain(secret.slice(1, 15))
  expect([pathForLog('/kongresse/2022-heilbronn/programm?x=1'), pathForLog(`/anmeldung/${secret}/karte.pdf`)]).toEqual([
    '/kongresse/2022-heilbronn/programm',
    '/anmeldung/…/karte.pdf',
  ])
})
