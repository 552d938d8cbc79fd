import { createHash } from 'node:crypto'
import { atlasPaths } from '../atlas/index.ts'
import { congressPaths } from '../congress/index.ts'
import { groupPaths, isOfGroups } from '../groups/index.ts'
import { libraryPaths } from '../library/index.ts'
import { organisationPaths } from '../organisations/index.ts'
import { peoplePaths } from '../people/index.ts'
import { readableEmail } from '../platform/address.ts'
import { filePath } from '../platform/files.ts'
import type { Link } from '../platform/frame.ts'
import { inLanguage, type Language } from '../platform/language.ts'
import type { Room } from '../platform/room.ts'
import type { WebParts } from '../platform/web-parts.ts'
import { installation, type Region, regions } from '../region/index.ts'
import { searchPaths } from '../search/index.ts'
import { isOfThread, threadPaths } from '../thread/index.ts'
import { paths } from './paths.ts'
import { menuPages } from './queries/pages.ts'
import { text } from './text.ts'

type FrameOf = WebParts['frame']

/** What stands round every page: who publishes it, the menus, the regions' lines. */
export const frameOf =
  (asset: (name: string) => string, rooms: readonly Room[]): FrameOf =>
  async (visit, path) => {
    const { language, viewer } = visit
    const [publisher, lines, pages] = await Promise.all([installation(visit), regions(visit), menuPages(visit)])
    const t = text[language]
    const isCurrent = (href: string) =>
      path === href || (href !== paths.overview.at(language) && path.startsWith(`${href}/`))
    const current = (link: Link) => ({ ...link, isCurrent: isCurrent(link.href) })
    const written = (menu: 'main' | 'aids' | 'foot') =>
      pages
        .filter((page) => page.menu === menu)
        .map(({ slugDe, slugEn, title }) =>
          current({
            href: paths.page.at(language, { page: language === 'de' ? slugDe : slugEn }),
            label: inLanguage(language, title),
          }),
        )
    const report = current({ href: paths.report.at(language), label: t.menu.report })
    const version = versionOf(lines)
    return {
      languages: publisher.languages,
      installation: {
        name: inLanguage(language, publisher.name),
        short: publisher.short,
        logo: logoOf(publisher.logoFileId),
      },
      regions: lines.map(({ no, name }) => ({ no, name: inLanguage(language, name) })),
      menu: [...roomsAt(path, mainMenu(language), current), ...written('main')],
      search: {
        ...current({ href: searchPaths.search.at(language), label: t.menu.search }),
        description: searchPaths.description.at(language),
      },
      aids: written('aids'),
      footer: {
        links: [
          // Congresses are marked where a group is.
          { href: groupPaths.groups.at(language), label: t.menu.groups, isCurrent: false },
          current({ href: organisationPaths.register.at(language), label: t.menu.organisations }),
          ...written('foot'),
          report,
          ...(viewer.kind === 'person'
            ? []
            : [current({ href: peoplePaths.access.at(language), label: t.menu.access })]),
        ],
        notes: [t.note, ...(publisher.isExample ? [t.exampleNote] : [])],
      },
      person:
        viewer.kind === 'person'
          ? {
              name: readableEmail(viewer.name),
              ...menusOf(
                roomsAt(
                  path,
                  rooms.flatMap(({ menu }) => menu?.(visit) ?? []),
                  current,
                ),
              ),
              signOut: peoplePaths.signOut.at(language),
            }
          : undefined,
      asset: (name) =>
        name === 'regions.css'
          ? `${paths.colours.de}?${version}`
          : name === 'icon.svg'
            ? `${paths.emblem.de}?${version}`
            : asset(name),
    }
  }

function mainMenu(language: Language): RoomLink[] {
  const { menu: t } = text[language]
  return [
    { href: congressPaths.congresses.at(language), label: t.congresses, holds: isOfGroups },
    { href: threadPaths.thread.at(language), label: t.thread, holds: isOfThread },
    { href: threadPaths.projects.at(language), label: t.projects },
    { href: threadPaths.positions.at(language), label: t.positions },
    { href: libraryPaths.library.at(language), label: t.library },
    { href: atlasPaths.atlas.at(language), label: t.atlas },
  ]
}

type RoomLink = ReturnType<NonNullable<Room['menu']>>[number]
/** The rooms' links, the one marked that holds this address; else the one it lies below. */
function roomsAt(path: string, links: readonly RoomLink[], below: (link: Link) => Link): Link[] {
  const holder = links.find(({ holds }) => holds?.(path))
  return links.map(({ holds, ...link }) => (holder ? { ...link, isCurrent: link.href === holder.href } : below(link)))
}

/** The rooms of every day in the order of the work; all others are found on the overview and under the person's name. */
const everyDay = [
  /^\/(verwaltung|en\/office)$/,
  /\/(kongresse|congresses)$/,
  /\/(anmeldungen|registrations)$/,
  /\/(faden|thread)$/,
  /\/(arbeitsgruppen|working-groups)$/,
  /\/(bibliothek|library)$/,
  /\/(postausgang|outbox)$/,
  /\/(seiten|pages)$/,
  /\/(personen|people)$/,
]
function menusOf(links: readonly Link[]) {
  const rank = ({ href }: Link) => everyDay.findIndex((pattern) => pattern.test(href))
  return {
    menu: links.filter((link) => rank(link) >= 0).toSorted((a, b) => rank(a) - rank(b)),
    more: links.filter((link) => rank(link) < 0),
  }
}

const versionOf = (lines: readonly Region[]) =>
  createHash('sha256')
    .update(JSON.stringify(lines.map(({ no, colours }) => [no, colours])))
    .digest('base64url')
    .slice(0, 8)

/** The name stands beside the logo and is not said twice. */
const logoOf = (file: string | null) =>
  file === null ? undefined : { href: filePath.at('de', { file, name: 'logo' }), alt: '' }
