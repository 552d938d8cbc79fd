import { inLanguage, type Language } from '../../platform/language.ts'
import { knownOf } from '../model/finding.ts'
import type { Theme } from '../model/theme.ts'
import { paths } from '../paths.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { text } from '../text.ts'
import { SvgFile } from './svg-file.tsx'
import { cellText, namesOf } from './words.ts'

/** What an embedded page may do: nothing but show itself, in whatever page; it sets no cookie and asks for nothing. */
export const embedPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"

const style =
  'h1{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;margin:0}body{margin:0;font:16px/1.5 Arial,sans-serif;color:#15191d;background:#fff}svg{display:block;width:100%;height:auto;max-width:730px}details,p{margin:12px 6px}table{border-collapse:collapse}td,th{padding:4px 16px 4px 0;text-align:left;border-bottom:1px solid #cfcbc1}td{text-align:right}a{color:inherit}'

type Props = { view: IndicatorView; theme: Theme; language: Language; publicUrl: string }

/** A map for other people's pages: the picture, its table, and where it is from. Brings its own few rules. */
export function EmbedPage({ view, theme, language, publicUrl }: Props) {
  const { indicator, land, cells } = view
  const t = text[language]
  const names = namesOf(language, land)
  const name = inLanguage(language, indicator.name)
  const keys = land.districts.map(({ key }) => key)
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
          <SvgFile {...{ view, theme, language }} />
          <details>
            <summary>{t.overview.numbers}</summary>
            <table>
              <tbody>
                {knownOf(keys, cells).map(({ key }) => (
                  <tr key={key}>
                    <th scope="row">{names.get(key)?.name}</th>
                    <td>{cellText(language, indicator, cells.get(key))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
          <p>
            <a
              href={publicUrl + paths.indicator.at(language, { indicator: indicator.id })}
              target="_blank"
              rel="noopener"
            >
              {t.indicator.wholePage(name)}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
