import { LivingPage } from './design/living.tsx'
import type { Language } from './platform/language.ts'
import { renderMail } from './platform/mail-page.tsx'
import { path } from './platform/paths.ts'
import { room } from './platform/room.ts'
import { mailLook } from './region/index.ts'
import { ticketPdf } from './registration/index.ts'

const design = path('/design', '/en/design')
const held = path('/design/:mode/style.css', '/en/design/:mode/style.css')
const mail = path('/design/mail', '/en/design/mail')
const ticket = path('/design/karte.pdf', '/en/design/ticket.pdf')

const words = {
  de: { device: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel', mail: 'Mail', ticket: 'Eintrittskarte' },
  en: { device: 'As the device', light: 'Light', dark: 'Dark', mail: 'Mail', ticket: 'Ticket' },
}
const isMode = (text: string | undefined) => text === 'light' || text === 'dark'

/** Every component in every state at `/design`, and the looks that are no page, while developing. */
export const livingRoom = room({
  name: 'living',
  routes(web) {
    web.get(design, async ({ language }, { query: { mode } }) => ({
      page: (
        <LivingPage
          views={viewsOf(language, mode)}
          mode={mode && isMode(mode) ? held.at(language, { mode }) : undefined}
        />
      ),
    }))
    // Outside of every layer, so that it wins.
    web.get(held, async (_, { params: { mode } }) => ({
      text: isMode(mode) ? `:root{color-scheme:${mode}}` : '',
      type: 'text/css',
    }))
    web.get(mail, async (visit) => ({
      bytes: Buffer.from(renderMail({ ...(await mailLook(visit)), ...sampleMail(visit.language) }).html),
      type: 'text/html; charset=utf-8',
      policy: "default-src 'none'; style-src 'unsafe-inline'",
    }))
    web.get(ticket, async (visit) => ({
      bytes: await ticketPdf({ ...(await mailLook(visit)), ...sampleTicket }),
      type: 'application/pdf',
      isInline: true,
    }))
  },
})

function viewsOf(language: Language, mode: string | undefined) {
  const t = words[language]
  return [
    { href: design.at(language), label: t.device, isCurrent: !isMode(mode) },
    { href: design.at(language, {}, { mode: 'light' }), label: t.light, isCurrent: mode === 'light' },
    { href: design.at(language, {}, { mode: 'dark' }), label: t.dark, isCurrent: mode === 'dark' },
    { href: mail.at(language), label: t.mail },
    { href: ticket.at(language), label: t.ticket },
  ]
}

function sampleMail(language: Language) {
  const say = (de: string, en: string) => (language === 'de' ? de : en)
  return {
    regionNo: 4,
    subject: say('Sie sind angemeldet', 'You are registered'),
    blocks: [
      { kind: 'heading', text: say('Sie sind angemeldet', 'You are registered') },
      {
        kind: 'paragraph',
        parts: [say('Ihre Eintrittskarte liegt bei. ', 'Your ticket is attached. '), { strong: '' }],
      },
      {
        kind: 'facts',
        facts: [
          { term: say('Wann', 'When'), text: say('19. Oktober 2028, 9 bis 16 Uhr', '19 October 2028, 9:00 to 16:00') },
          { term: say('Wo', 'Where'), text: 'Pforzheim' },
        ],
      },
      {
        kind: 'button',
        text: say('Anmeldung ansehen oder ändern', 'See or change the registration'),
        href: 'https://kongress.example/',
      },
      { kind: 'list', items: [[say('Wirtschaft, Raum 1', 'Economy, room 1')], [say('Abendempfang', 'Reception')]] },
      { kind: 'code', text: 'CZNAMT' },
      { kind: 'divider' },
      { kind: 'small', parts: [say('Dieser Link gehört nur Ihnen.', 'This link is yours alone.')] },
    ] as const,
    footer: [say('Geschäftsstelle', 'Office')],
  }
}

const sampleTicket = {
  line: 4,
  home: 4,
  title: '5. Metropolkongress Pforzheim',
  series: '5. Metropolkongress',
  facts: [
    { term: 'Wann', text: '19. Oktober 2028' },
    { term: 'Wo', text: 'Pforzheim' },
  ],
  name: 'Vertretung Landkreis Calw',
  organisation: 'Landkreis Calw',
  number: '286',
  code: 'CZNAMT',
  payload: 'METROPOL 5 286 CZNAMT',
  sessions: [{ time: '13.30 Uhr', title: 'Wasser, Hochwasser, Trinkwasser', room: 'Raum 2' }],
  isExample: true,
}
