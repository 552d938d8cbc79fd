import { allEditions, congressPaths } from '../../congress/index.ts'
import { iconSvg, tokensCss } from '../../design/index.tsx'
import { openGraphPng } from '../../design/picture.tsx'
import { atom, atomType, xml } from '../../platform/atom.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Room } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation, linesOf, regions } from '../../region/index.ts'
import { paths } from '../paths.ts'
import { menuPages } from '../queries/pages.ts'
import { text } from '../text.ts'

/** What programs read: the regions' colours, the emblem, feed, sitemap, robots. */
export function machineRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.colours, async (visit) => ({
    text: tokensCss(coloursOf(await regions(visit))),
    type: 'text/css; charset=utf-8',
  }))
  web.get(paths.emblem, async (visit) => ({ text: iconSvg(coloursOf(await regions(visit))), type: 'image/svg+xml' }))

  web.get(paths.picture, async (visit) => {
    const [{ name, short }, lines] = await Promise.all([installation(visit), regions(visit)])
    const { language } = visit
    const colours = linesOf(lines, language).map(({ colour }) => colour)
    const title = inLanguage(language, name)
    const picture = { title, over: short, colours, regionCount: Math.max(1, lines.length) }
    return { bytes: await openGraphPng(picture), type: 'image/png' }
  })

  web.get(paths.feed, async (visit) => ({ text: await feedOf(visit), type: atomType }))

  web.get(paths.sitemap, async (visit) => {
    const stranger = { ...visit, viewer: { kind: 'nobody' as const } }
    const lists = await Promise.all(rooms.map((room) => room.sitemap?.(stranger) ?? []))
    const { publicUrl } = visit.house
    const { languages } = await installation(visit)
    const link = (lang: string, href: string) =>
      `<xhtml:link rel="alternate" hreflang="${lang}" href="${xml(publicUrl + href)}"/>`
    const urls = lists.flat().flatMap((address) => {
      if (address.de === address.en) return [`<url><loc>${xml(publicUrl + address.de)}</loc></url>`]
      const all = languages.map((one) => link(one, address[one]))
      const links = languages.length > 1 ? [...all, link('x-default', address[languages[0]!])].join('') : ''
      return languages.map((one) => `<url><loc>${xml(publicUrl + address[one])}</loc>${links}</url>`)
    })
    return {
      text: `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>\n`,
      type: 'application/xml; charset=utf-8',
    }
  })

  web.get(paths.robots, async (visit) => ({
    text: `User-agent: *\nDisallow: /verwaltung\nDisallow: /en/office\nDisallow: /suche\nDisallow: /en/search\nDisallow: /bibliothek?\nDisallow: /en/library?\nDisallow: /zugang\nDisallow: /en/access\nSitemap: ${visit.house.publicUrl}${paths.sitemap.de}\n`,
    type: 'text/plain; charset=utf-8',
  }))
}

/** The congresses, the newest first, each as new as the last turn it has taken. */
async function feedOf(visit: Visit) {
  const { language, house, now } = visit
  const { publicUrl } = house
  const [{ name }, cards] = await Promise.all([
    installation(visit),
    allEditions({ ...visit, viewer: { kind: 'nobody' } }),
  ])
  const t = text[language]
  const entries = cards
    .filter(({ state }) => state !== 'draft')
    .toReversed()
    .map(({ slug, title, theme, state, movedAt, isExample }) => {
      const named = [title, theme].flatMap((one) => (one ? [inLanguage(language, one)] : [])).join(': ')
      const href = publicUrl + congressPaths.edition.at(language, { edition: slug })
      const about = isExample ? t.feed.example(named) : named
      return { id: href, href, title: about, summary: t.home.states[state], updated: movedAt }
    })
  const author = inLanguage(language, name)
  const [self, page] = [paths.feed, paths.home].map((path) => publicUrl + path.at(language))
  return atom({ language, self: self!, page: page!, title: t.feed.title(author), author, entries, now })
}

/** Addresses of the home page and the written pages. */
export async function siteAddresses(visit: Parameters<typeof menuPages>[0]) {
  const pages = await menuPages(visit)
  return [
    { de: paths.home.de, en: paths.home.en },
    ...pages.map(({ slugDe, slugEn }) => ({
      de: paths.page.at('de', { page: slugDe }),
      en: paths.page.at('en', { page: slugEn }),
    })),
    { de: paths.report.de, en: paths.report.en },
  ]
}

const coloursOf = (lines: Awaited<ReturnType<typeof regions>>) => lines.map(({ no, colours }) => ({ no, ...colours }))
