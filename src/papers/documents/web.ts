import { dates } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import type { House } from '../../platform/visit.ts'
import { notesBefore } from '../notes.ts'
import type { Printed } from '../queries/content.ts'
import { ofFiles, type Pictures } from '../queries/pictures.ts'
import { de } from '../text/text.de.ts'
import { standOf } from './pdf.ts'

const style = `body{font:1.05rem/1.55 "Hanken Grotesk",system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;
color:#15191d;background:#fff}h1{font-size:2.2rem;line-height:1.1}h2{margin-top:2.5rem}table{border-collapse:collapse}
th,td{text-align:start;vertical-align:top;padding:.3rem 1rem .3rem 0;border-bottom:1px solid #c5c9cc}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:.3rem solid #c5c9cc}img{max-width:100%;height:auto}`

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter)

/** A paper as one HTML file that needs nothing else. */
export function paperHtml(
  { house }: { house: Pick<House, 'publicUrl'> },
  { content, publisher, group, state, at, pictures }: Printed,
): Buffer {
  const before = notesBefore(content.sections)
  const shown = new Map([...pictures].map(([href, picture]) => [href, { ...picture, href }]))
  const sections = content.sections.map(({ id, title, text }) => {
    const html = markdown(text, { topLevel: 3, notesBefore: before.get(id) ?? 0, pictures: shown })
    return `<section>\n<h2>${escaped(title)}</h2>\n${alone(html, house.publicUrl, pictures)}</section>\n`
  })
  return Buffer.from(`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(content.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p>${escaped(`${de.kinds[content.kind]}, ${group}, ${publisher}`)}</p>
<h1>${escaped(content.title)}</h1>
<p>${escaped(standOf(state, dates('de').day(at)))}</p>
${sections.join('')}</main>
</body>
</html>
`)
}

/** Links lead to this site from anywhere; pictures are in the file. */
const alone = (html: string, publicUrl: string, pictures: Pictures) =>
  html
    .replaceAll('<a href="/', `<a href="${publicUrl}/`)
    .replace(
      /<img src="([^"?]+)[^>]*? (alt="[^"]*"(?: width="\d+" height="\d+")?)[^>]*>/g,
      (shown, src: string, said: string) => {
        const picture = pictures.get(src)
        if (!picture) return shown.replaceAll(`"${ofFiles}`, `"${publicUrl}${ofFiles}`)
        const type = picture.type === 'jpg' ? 'jpeg' : 'png'
        return `<img src="data:image/${type};base64,${picture.bytes.toString('base64')}" ${said}>`
      },
    )

/** A paper as Markdown; notes of different sections keep their own names, links and pictures lead to where the paper is. */
export function paperMarkdown(
  { house: { publicUrl } }: { house: Pick<House, 'publicUrl'> },
  { content, group, state, at, pictures }: Printed,
): Buffer {
  const address = (src: string) => (pictures.has(src) ? publicUrl + pictures.get(src)?.href : src)
  const sections = content.sections.map(({ title, text }, index) => {
    const said = text
      .replace(/\[\^([^\][\s]+)\]/g, `[^${index + 1}-$1]`)
      .replace(/(!\[[^\]\n]*\]\()([^\s()]+)/g, (_, words: string, src: string) => words + address(src))
      .replaceAll('](/', `](${publicUrl}/`)
    return `## ${title}\n\n${said}\n`
  })
  const stand = standOf(state, dates('de').day(at))
  return Buffer.from([`# ${content.title}`, `${de.kinds[content.kind]}, ${group}. ${stand}`, ...sections].join('\n\n'))
}
