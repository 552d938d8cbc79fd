import { SMTPServer } from 'smtp-server'
import { expect } from 'vitest'
import { test, type World } from '../../test/world.ts'
import { sendMailJob } from './outbox.ts'

/** A mail server that turns the first mails away, and what it has accepted. */
async function aMailServer(turnsAway: number) {
  const accepted: string[] = []
  let tries = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (++tries <= turnsAway) return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        accepted.push(Buffer.concat(parts).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return {
    accepted,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

const secret = 'Zm9yZ2V0bWVub3RwbGVhc2U'

async function aQueuedMail({ db, clock }: World) {
  const mail = { template: 'test.note', recipient: 'anna@region.example', language: 'en' as const, queuedAt: clock.now }
  const { id } = await db.insertInto('mails').values(mail).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Runs the job as the queue would; tells whether it asked for another try, and how the mail stands. */
async function tried({ db, house, clock }: World, job: ReturnType<typeof sendMailJob>, mail: string) {
  const visit = {
    db,
    read: db as never,
    viewer: { kind: 'system' as const },
    now: clock.now,
    language: 'de' as const,
    house,
  }
  const isAgain = await job(visit, { mail }).then(
    () => false,
    () => true,
  )
  const row = await db
    .selectFrom('mails')
    .select(['state', 'attempts', 'lastError', 'body'])
    .where('id', '=', mail)
    .executeTakeFirstOrThrow()
  return { isAgain, ...row }
}

const jobTo = (smtpUrl: string) =>
  sendMailJob({
    languages: async () => ['de', 'en'],
    smtpUrl,
    from: 'Metropol <office@region.example>',
    look: async ({ language }) => ({ language, installation: 'Metropol', regions: [] }),
    templates: {
      'test.note': {
        compose: async ({ language, look }) => ({
          subject: `Note in ${language}`,
          html: `<p>${look.installation}</p>`,
          text: `https://region.example/${secret}`,
          secrets: [secret],
        }),
      },
    },
  })

test('a mail turned away is tried again, then sent once in its own language, and kept without its secret', async ({
  world,
}) => {
  const server = await aMailServer(2)
  const job = jobTo(server.url)
  const mail = await aQueuedMail(world)
  const first = await tried(world, job, mail)
  expect([first.isAgain, first.state, first.attempts]).toEqual([true, 'queued', 1])
  expect(first.lastError).toContain('451 try later')
  await tried(world, job, mail)
  const third = await tried(world, job, mail)
  expect([third.isAgain, third.state, third.attempts]).toEqual([false, 'sent', 3])
  expect(third.body).toBe('https://region.example/••••••')
  expect(await tried(world, job, mail)).toEqual(third)
  expect(server.accepted.length).toBe(1)
  expect(server.accepted[0]).toContain('Subject: Note in en')
  expect(server.accepted[0]).toContain(secret)
  expect(server.accepted[0]).toContain(`Message-ID: <${mail}@localhost>`)
  await server.close()
})

test('after eight tries a mail is given up and asks for no further one', async ({ world }) => {
  const server = await aMailServer(100)
  const job = jobTo(server.url)
  const mail = await aQueuedMail(world)
  for (let n = 1; n <= 7; n++) expect((await tried(world, job, mail)).isAgain).toBe(true)
  const eighth = await tried(world, job, mail)
  expect([eighth.isAgain, eighth.state, eighth.attempts]).toEqual([false, 'failed', 8])
  expect(server.accepted).toEqual([])
  await server.close()
})
