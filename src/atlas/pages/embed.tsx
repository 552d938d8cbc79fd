import type { Language } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { Drawn } from './drawn/index.ts'
import { PictureFile } from './picture-file.tsx'

/** What an embedded page may do: nothing but show itself, in whatever page; it sets no cookie and asks for nothing. */
export const embedPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"

const style =
  'h1{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;margin:0}body{margin:0;font:16px/1.5 Arial,sans-serif;color:#15191d;background:#fff}svg{max-width:100%;height:auto}main>svg{display:block;width:100%;max-width:730px}details,p{margin:12px 6px}table{border-collapse:collapse}td,th{padding:4px 16px 4px 0;text-align:left;border-bottom:1px solid #cfcbc1}td{text-align:right}a{color:inherit}'

type Props = {
  drawn: Drawn
  regions: Parameters<typeof PictureFile>[0]['regions']
  language: Language
  publicUrl: string
}

/** A view for other people's pages: the picture, its table, and where it is from. Brings its own few rules. */
export function EmbedPage({ drawn, regions, language, publicUrl }: Props) {
  const t = text[language]
  const { kind, query, name, heads, rows } = drawn
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{name}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{name}</h1>
          <PictureFile {...{ drawn, regions, language }} />
          <details>
            <summary>{t.overview.numbers}</summary>
            <table>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">{row.name}</th>
                    {row.cells.map((cell, index) => (
                      <td key={heads[index + 1]}>{cell.text}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
          <p>
            <a href={publicUrl + paths.view.at(language, { view: kind }, query)} target="_blank" rel="noopener">
              {t.indicator.wholePage(name)}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
