import { expect, test } from 'vitest'
import { errorForLog, pathForLog } from './log.ts'

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

test('what a mail server or the database says of a failure is kept without the address', () => {
  const error = Object.assign(new Error('rejected: 550 5.1.1 <eine.person@amt.example> unknown'), {
    code: '23505',
    constraint: 'people_email',
    detail: 'Key (email)=(eine.person@amt.example) already exists.',
    rejected: ['eine.person@amt.example'],
  })
  const kept = JSON.stringify(errorForLog(error))
  expect(kept).not.toContain('amt.example')
  expect(JSON.parse(kept)).toMatchObject({
    type: 'Error',
    message: 'rejected: 550 5.1.1 <…> unknown',
    code: '23505',
    constraint: 'people_email',
  })
})
