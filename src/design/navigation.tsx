import type { ComponentChildren } from 'preact'
import { type Link, useFrame } from '../platform/frame.ts'
import { Button } from './actions.tsx'
import { classes } from './classes.ts'
import { FilterContext } from './forms/question.tsx'
import { useText } from './text.ts'

/** One link of a menu. */
export const MenuLink = ({ link }: { link: Link }) => (
  <a href={link.href} lang={link.lang} hreflang={link.lang} aria-current={link.isCurrent ? 'page' : undefined}>
    {link.label}
  </a>
)

/** The links of a menu as a list. */
export const MenuList = ({ links }: { links: readonly Link[] }) => (
  <ul>
    {links.map((link) => (
      <li key={link.href}>
        <MenuLink link={link} />
      </li>
    ))}
  </ul>
)

/** The way down to this page; the last one is the page itself and no link. */
export function Breadcrumb({ crumbs }: { crumbs: readonly { label: string; href?: string | undefined }[] }) {
  const t = useText()
  return (
    <nav aria-label={t.here}>
      <ol class="crumbs">
        {crumbs.map(({ label, href }, index) => (
          <li key={label}>
            {href && index < crumbs.length - 1 ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** More of them than stand side by side on a phone. */
const isMany = (tabs: readonly Link[]) => tabs.length > 4

/** Views of one thing, each a page of its own; nothing for a single one. Where there are many, a phone shows the current one and folds the rest. */
export function Tabs({ tabs, label }: { tabs: readonly Link[]; label?: string }) {
  const t = useText()
  if (tabs.length < 2) return null
  return (
    <nav class={classes('tabs', isMany(tabs) && 'many')} aria-label={label ?? t.views}>
      <MenuList links={tabs} />
      {isMany(tabs) && <FoldedTabs tabs={tabs} />}
    </nav>
  )
}

function FoldedTabs({ tabs }: { tabs: readonly Link[] }) {
  const t = useText()
  const others = tabs.filter(({ isCurrent }) => !isCurrent)
  return (
    <details>
      <summary>
        <span>{tabs.find(({ isCurrent }) => isCurrent)?.label}</span>
        <small>{t.moreViews(others.length)}</small>
      </summary>
      <MenuList links={others} />
    </details>
  )
}

/** This page in the other language; nothing where there is none. */
export function LanguageSwitch() {
  const { alternate } = useFrame()
  const t = useText()
  if (!alternate) return null
  return <MenuLink link={{ ...alternate, label: alternate.label || t.languages[alternate.lang ?? 'de'] }} />
}

type PaginationProps = { page: number; pages: number; hrefOf: (page: number) => string }

/** Pages of a long list: first, last, and those near the current one. Nothing for a single page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useText()
  if (pages < 2) return null
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (no) => no === 1 || no === pages || Math.abs(no - page) <= 1,
  )
  return (
    <nav class="pages" aria-label={t.pages}>
      <p class="hide">{t.pageOf(page, pages)}</p>
      <ul>
        {page > 1 && <Neighbour href={hrefOf(page - 1)} direction="prev" />}
        {shown.map((no, index) => (
          <PageNumber
            key={no}
            no={no}
            isCurrent={no === page}
            hasGap={no - (shown[index - 1] ?? 0) > 1}
            href={hrefOf(no)}
          />
        ))}
        {page < pages && <Neighbour href={hrefOf(page + 1)} direction="next" />}
      </ul>
    </nav>
  )
}

function Neighbour({ href, direction }: { href: string; direction: 'prev' | 'next' }) {
  const t = useText()
  return (
    <li>
      <a class={direction === 'prev' ? 'more back' : 'more'} href={href} rel={direction}>
        {direction === 'prev' ? t.previousPage : t.nextPage}
      </a>
    </li>
  )
}

function PageNumber({
  no,
  href,
  isCurrent,
  hasGap,
}: {
  no: number
  href: string
  isCurrent: boolean
  hasGap: boolean
}) {
  const t = useText()
  return (
    <>
      {hasGap && (
        <li aria-hidden="true">
          <span>…</span>
        </li>
      )}
      <li>
        <a href={href} aria-current={isCurrent ? 'page' : undefined} aria-label={t.page(no)}>
          {no}
        </a>
      </li>
    </>
  )
}

type SearchProps = { action: string; label: string; suggestions?: string; children: ComponentChildren }

/** One field to search with, sent as the page's own query. `suggestions`: where an island asks while somebody types. */
export const SearchBar = ({ action, label, suggestions, children }: SearchProps) => (
  <search>
    <form class="filter" method="get" action={action} data-suggestions={suggestions}>
      <FilterContext.Provider value={true}>{children}</FilterContext.Provider>
      <div class="acts">
        <Button>{label}</Button>
      </div>
    </form>
  </search>
)

type FilterProps = { action: string; clear?: string | undefined; label?: string; children: ComponentChildren }

/**
 * Fields that narrow a list, sent as the page's own query, folded away where there is little room. `clear` is the list's
 * address without them: given, and the fields shown, while they narrow it.
 */
export function FilterBar({ action, clear, label, children }: FilterProps) {
  const t = useText()
  return (
    <details class="filters" open={clear !== undefined}>
      <summary>{t.filter}</summary>
      <form class="filter" method="get" action={action} aria-label={label ?? t.filterLabel}>
        <FilterContext.Provider value={true}>{children}</FilterContext.Provider>
        <div class="acts">
          <Button weight="second">{t.filter}</Button>
          {clear && <a href={clear}>{t.clearFilter}</a>}
        </div>
      </form>
    </details>
  )
}

export type Step = {
  label: string
  note?: string | undefined
  href?: string | undefined
  state: 'done' | 'now' | 'next'
}
type StepsProps = { steps: readonly Step[]; region?: number | undefined; label?: string }

/** The parts of a longer task, or the states of a thing, as stops of a line. */
export function Steps({ steps, region, label: title }: StepsProps) {
  const t = useText()
  return (
    <ol class="steps" data-region={region} aria-label={title ?? t.steps}>
      {steps.map(({ label, note, href, state }) => (
        <li key={label} class={classes(state)} aria-current={state === 'now' ? 'step' : undefined}>
          {href ? <a href={href}>{label}</a> : <span>{label}</span>}
          {state === 'done' && <span class="hide">, {t.stepDone}</span>}
          {note && <small>{note}</small>}
        </li>
      ))}
    </ol>
  )
}
