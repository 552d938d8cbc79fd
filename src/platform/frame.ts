import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from './language.ts'

export type Link = { href: string; label: string; isCurrent?: boolean; lang?: Language }

/** Everything round a page that does not belong to the page: who publishes it, its menus, its other language. */
export type Frame = {
  language: Language
  /** Absolute, without a slash at the end: `https://kongress.example`. */
  publicUrl: string
  /** The languages of the pages, the first one foremost. */
  languages: readonly Language[]
  /** The path asked for, without query. */
  path: string
  installation: { name: string; short: string; logo?: { href: string; alt: string } | undefined }
  /** The regions in the order of their lines, numbered from 1. */
  regions: readonly { no: number; name: string }[]
  menu: readonly Link[]
  /** The search over everything, and its description for browsers (OpenSearch). */
  search?: (Link & { description: string }) | undefined
  /** Small links on top: plain language, sign language. The other language is added from `alternate`. */
  aids: readonly Link[]
  footer: { links: readonly Link[]; notes: readonly string[] }
  /** This page in the other language; undefined where it exists in one only. */
  alternate: Link | undefined
  /** Set when somebody is signed in: their name, the rooms of every day, the other ones, and where to sign out. */
  person: { name: string; menu: readonly Link[]; more: readonly Link[]; signOut: string } | undefined
  /** A new form's key: proof of origin and guard against sending twice. */
  formKey: () => string
  /** URL of a built file by its plain name: `asset('style.css')` → `/assets/style-3F2A.css`. */
  asset: (name: string) => string
}

const Context = createContext<Frame | undefined>(undefined)
export const FrameProvider = Context.Provider

/** The frame of the page being rendered. Throws outside a page. */
export function useFrame(): Frame {
  const frame = useContext(Context)
  if (!frame) throw new Error('useFrame: rendered outside a page')
  return frame
}
