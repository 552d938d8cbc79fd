import type { Language } from './language.ts'

type Names<P extends string> = P extends `${string}:${infer N}/${infer R}`
  ? N | Names<R>
  : P extends `${string}:${infer N}`
    ? N
    : never

/** A URL in both languages; `at` fills it in. The only way a URL is written. */
export type Path<N extends string = string> = {
  de: string
  en: string
  at(language: Language, values?: Record<N, string | number>, query?: Record<string, string | undefined>): string
  /** The filled in address in each language. */
  inBoth(values?: Record<N, string | number>): Record<Language, string>
}

/**
 * Declares a page's address, German first: `path('/kongresse/:edition', '/en/congresses/:edition')`.
 * Parameters are percent-encoded when filled in; a query value that is undefined or empty is left out.
 */
export function path<const De extends string>(de: De, en: string): Path<Names<De>> {
  const fill = (pattern: string, values: Record<string, string | number> = {}) =>
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')))
  return {
    de,
    en,
    at(language, values, query) {
      const search = new URLSearchParams()
      for (const [key, value] of Object.entries(query ?? {})) if (value) search.set(key, value)
      return fill(language === 'de' ? de : en, values) + (search.size ? `?${search}` : '')
    },
    inBoth: (values) => ({ de: fill(de, values), en: fill(en, values) }),
  }
}

/** The home page; below everything, because every page leads there. */
export const home = path('/', '/en')

/** Pages that forms of any room lead to; the office writes them, under these addresses. */
export const privacyNotice = path('/datenschutz', '/en/privacy')
export const contact = path('/kontakt', '/en/contact')
