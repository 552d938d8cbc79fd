import { render } from 'preact-render-to-string'
import type { Language } from './language.ts'
import { type MailBlock, type MailPart, oneLine, unlinkedParts } from './mail-blocks.ts'
import { mailText } from './mail-text.ts'
import { isSafeLink } from './markdown.ts'

export type { MailBlock, MailPart } from './mail-blocks.ts'

/** A line of the region with its colour and the colour of text on it, both as `#rrggbb`. */
export type MailRegion = { no: number; name: string; colour: string; on: string }

export type MailPage = {
  language: Language
  installation: string
  /** In the order of their lines. */
  regions: readonly MailRegion[]
  /** The region the mail is about: its line lies lowest and becomes the field with the sender's name. */
  regionNo?: number | undefined
  subject: string
  /** What an inbox shows beside the subject. */
  preheader?: string | undefined
  blocks: readonly MailBlock[]
  footer: readonly MailPart[]
}

/**
 * A mail in the installation's look: HTML for mail clients and plain text of the same blocks.
 * Everything is text until it is drawn here; the subject is one line of at most 200 characters, so that no name can add
 * a header. Throws a TypeError for an address that is no http, https, mailto or tel link.
 */
export function renderMail(mail: MailPage): { subject: string; html: string; text: string } {
  const subject = oneLine(mail.subject).slice(0, 200)
  const footer = unlinkedParts(mail.footer)
  for (const href of addressesOf(mail))
    if (!isSafeLink(href) || !/^(https?|mailto|tel):/i.test(href))
      throw new TypeError(`renderMail: no address: ${href}`)
  return {
    subject,
    html: `<!DOCTYPE html>${render(<Page {...mail} {...{ subject, footer }} />)}`,
    text: mailText(mail.blocks, footer),
  }
}

function addressesOf({ blocks, footer }: MailPage): string[] {
  const ofParts = (parts: readonly MailPart[]) =>
    parts.flatMap((part) => (typeof part === 'object' && 'href' in part ? [part.href] : []))
  return [...blocks, { kind: 'small' as const, parts: footer }].flatMap((block) => {
    if (block.kind === 'button') return [block.href]
    if (block.kind === 'list') return block.items.flatMap(ofParts)
    return 'parts' in block ? ofParts(block.parts) : []
  })
}

const ink = '#15191d'
const muted = '#555b61'
const face = 'font-family:Hanken Grotesk,Helvetica,Arial,sans-serif'
// Mail clients drop the stylesheet when they like; the inline styles hold without it. No quotes: it is escaped as text.
const dark = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.paper{background:#14181c!important;color:#f3f1ec!important}
.ink{color:#f3f1ec!important}.muted{color:#b5babf!important}.rule{border-color:#f3f1ec!important}
.button{background:#f3f1ec!important;color:#15191d!important}}`

function Page({ language, installation, regions, regionNo, subject, preheader, blocks, footer }: MailPage) {
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
        <style>{dark}</style>
      </head>
      <body class="paper" style={`margin:0;background:#ffffff;color:${ink};${face}`}>
        {preheader ? <div style="display:none;max-height:0;overflow:hidden">{oneLine(preheader)}</div> : null}
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          class="paper"
          style="background:#ffffff"
        >
          <tbody>
            <Lines regions={regions} own={regions.find(({ no }) => no === regionNo)} installation={installation} />
            <tr>
              <td style="padding:32px 24px 40px">
                <div lang={language} style="max-width:600px">
                  {blocks.map((block) => (
                    <Block block={block} />
                  ))}
                  <div
                    class="muted rule"
                    style={`border-top:1px solid ${ink};margin-top:32px;padding-top:16px;${small}`}
                  >
                    <Parts parts={footer} />
                  </div>
                </div>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}

function Lines({
  regions,
  own,
  installation,
}: Pick<MailPage, 'regions' | 'installation'> & { own?: MailRegion | undefined }) {
  const others = regions.filter((region) => region !== own)
  const field = own ? `background:${colour(own.colour)};color:${colour(own.on)};` : ''
  return (
    <>
      {others.map((region) => (
        <tr>
          <td style={`background:${colour(region.colour)};height:6px;line-height:6px;font-size:1px`}>&nbsp;</td>
        </tr>
      ))}
      <tr>
        <td
          class={own ? undefined : 'ink'}
          style={`${field}padding:16px 24px;font-size:18px;line-height:1.3;font-weight:650`}
        >
          {oneLine(installation)}
        </td>
      </tr>
    </>
  )
}

// A colour comes from data: what is none must not end up in a style.
const colour = (value: string) => (/^#[\da-f]{6}$/i.test(value) ? value : ink)

const text = 'margin:0 0 16px;font-size:17px;line-height:1.5'
const small = `font-size:15px;line-height:1.5;color:${muted}`
const label = 'padding:6px 16px 6px 0;vertical-align:top;text-align:left;font-weight:650'

function Block({ block }: { block: MailBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h1 style="margin:0 0 20px;font-size:28px;line-height:1.15;font-weight:650">{oneLine(block.text)}</h1>
    case 'paragraph':
      return <p style={text}>{<Parts parts={block.parts} />}</p>
    case 'small':
      return (
        <p class="muted" style={`margin:0 0 16px;${small}`}>
          {<Parts parts={block.parts} />}
        </p>
      )
    case 'facts':
      return <Facts facts={block.facts} />
    case 'button':
      return (
        <p style="margin:24px 0">
          <a
            href={block.href}
            class="button"
            style={`display:inline-block;background:${ink};color:#ffffff;padding:16px 24px;font-size:17px;line-height:1.4;font-weight:650;text-decoration:none`}
          >
            {oneLine(block.text)}
          </a>
        </p>
      )
    case 'code':
      return (
        <p style="margin:0 0 16px;font-size:28px;line-height:1.3;font-weight:700;letter-spacing:2px">
          {oneLine(block.text)}
        </p>
      )
    case 'list':
      return (
        <ul style={`${text};padding-left:24px`}>
          {block.items.map((item) => (
            <li style="margin:0 0 6px">
              <Parts parts={item} />
            </li>
          ))}
        </ul>
      )
    case 'divider':
      return <hr class="rule" style={`border:0;border-top:1px solid ${ink};margin:24px 0`} />
  }
}

function Facts({ facts }: { facts: readonly { term: string; text: string }[] }) {
  return (
    <table
      class="rule"
      cellpadding="0"
      cellspacing="0"
      width="100%"
      style={`border-top:3px solid ${ink};margin:0 0 24px;font-size:17px;line-height:1.4`}
    >
      <tbody>
        {facts.map((fact) => (
          <tr>
            <th scope="row" class="rule" style={`${label};border-bottom:1px solid ${ink}`}>
              {oneLine(fact.term)}
            </th>
            <td class="rule" style={`padding:6px 0;border-bottom:1px solid ${ink}`}>
              {oneLine(fact.text)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Parts({ parts }: { parts: readonly MailPart[] }) {
  return (
    <>
      {parts.map((part) => {
        if (typeof part === 'string') return part
        if ('strong' in part) return <strong style="font-weight:650">{part.strong}</strong>
        return (
          <a class="ink" href={part.href} style={`color:${ink}`}>
            {part.link}
          </a>
        )
      })}
    </>
  )
}
