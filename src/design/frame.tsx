import { useFrame } from '../platform/frame.ts'
import { home } from '../platform/paths.ts'
import { PostButton } from './actions.tsx'
import { LanguageSwitch, MenuLink, MenuList } from './navigation.tsx'
import { Emblem, Lines } from './place.tsx'
import { useText } from './text.ts'

type Kind = { kind: 'public' | 'office' }

/** Skip link, mark, menus and the lines. On the phone the menu is a jump to the foot. */
export function Header({ kind, region }: Kind & { region?: number | undefined }) {
  const frame = useFrame()
  const t = useText()
  return (
    <>
      <a class="skip button plain" href="#main">
        {t.skip}
      </a>
      <header>
        <div class="wrap top">
          <Brand kind={kind} />
          <nav class="aids" aria-label={t.aids}>
            <Aids kind={kind} />
          </nav>
          {frame.person && <Person kind={kind} />}
          <a class="to-menu" href="#menu">
            {t.toMenu}
          </a>
          <nav class="nav" aria-label={t.mainMenu}>
            <MenuList links={kind === 'office' && frame.person ? frame.person.menu : frame.menu} />
          </nav>
        </div>
        <Lines region={region} />
      </header>
    </>
  )
}

function Brand({ kind }: Kind) {
  const { installation, language, person } = useFrame()
  const t = useText()
  const rooms = kind === 'office' ? person?.menu[0]?.href : undefined
  return (
    <a class="brand" href={rooms ?? home.at(language)}>
      {installation.logo ? <img src={installation.logo.href} alt={installation.logo.alt} /> : <Emblem />}
      <span>
        <b>{installation.short}</b>
        {(kind === 'office' || installation.name !== installation.short) && (
          <span>{kind === 'office' ? t.office : installation.name}</span>
        )}
      </span>
    </a>
  )
}

/** Small links: on public pages those for who reads otherwise, in the office the way out to the public pages. */
function Aids({ kind }: Kind) {
  const { aids, alternate, language, search } = useFrame()
  const t = useText()
  const links = kind === 'office' ? [{ href: home.at(language), label: t.toSite }] : aids
  return (
    <ul>
      {search && (
        <li class="other">
          <MenuLink link={search} />
        </li>
      )}
      {links.map((link) => (
        <li key={link.href}>
          <MenuLink link={link} />
        </li>
      ))}
      {alternate && (
        <li class="other">
          <LanguageSwitch />
        </li>
      )}
    </ul>
  )
}

/** Who is signed in, folded: rooms and the way out; on the office's pages the rooms of every day are the menu already. */
function Person({ kind }: Kind) {
  const { person } = useFrame()
  if (!person) return null
  const t = useText()
  return (
    <details class="person">
      <summary>
        <span class="hide">{t.signedIn('')}</span>
        {person.name}
      </summary>
      <div>
        <MenuList links={kind === 'office' ? person.more : [...person.menu, ...person.more]} />
        <PostButton action={person.signOut} weight="second">
          {t.signOut}
        </PostButton>
      </div>
    </details>
  )
}

/** Menu, legal links and what the installation says about itself. Where the phone's menu leads. */
export function Footer() {
  const { menu, footer, person } = useFrame()
  const t = useText()
  return (
    <footer class="foot" id="menu" tabindex={-1}>
      <div class="wrap">
        {person && <PersonInFoot />}
        <nav class="big" aria-label={t.footMenu}>
          <MenuList links={menu} />
        </nav>
        <nav aria-label={t.legal}>
          <Aids kind="public" />
          <MenuList links={footer.links} />
        </nav>
        <Notes />
        <ToTop />
      </div>
    </footer>
  )
}

/** The office's foot: the rooms where the phone's menu leads, then one quiet line. */
export function OfficeFooter() {
  const { footer, person } = useFrame()
  const t = useText()
  return (
    <footer class="foot quiet" id="menu" tabindex={-1}>
      <div class="wrap">
        {person && <PersonInFoot />}
        <nav aria-label={t.legal}>
          <Aids kind="office" />
          <MenuList links={footer.links} />
        </nav>
        <Notes />
        <ToTop />
      </div>
    </footer>
  )
}

/** The way back for who came here by the phone's menu; hidden where that is. */
const ToTop = () => (
  <a class="to-menu" href="#top">
    {useText().toTop}
  </a>
)

const Notes = () => (
  <div class="stack">
    {useFrame().footer.notes.map((note) => (
      <p key={note}>{note}</p>
    ))}
  </div>
)

function PersonInFoot() {
  const person = useFrame().person!
  const t = useText()
  return (
    <nav class="person-foot" aria-label={t.ownPages}>
      <p>{t.signedIn(person.name)}</p>
      <MenuList links={[...person.menu, ...person.more]} />
      <PostButton action={person.signOut} weight="second">
        {t.signOut}
      </PostButton>
    </nav>
  )
}
