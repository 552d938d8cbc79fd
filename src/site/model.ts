/** What only the operator of an installation knows; a page names it as `{{key}}`. */
export const operatorKeys = [
  'operator_name',
  'operator_address',
  'operator_phone',
  'operator_email',
  'representative',
  'legal_form',
  'supervisory_authority',
  'vat_number',
  'editor_responsible',
  'data_protection_officer',
  'hosting_provider',
  'accessibility_contact',
  'accessibility_checked_on',
  'accessibility_known_gaps',
  'sign_language_video',
] as const
export type OperatorKey = (typeof operatorKeys)[number]
/** Facts without which a page may still go online: not everybody has them. */
export const optionalOperatorKeys: readonly OperatorKey[] = ['vat_number', 'accessibility_known_gaps']

const blank = /\{\{\s*([a-z_]+)\s*\}\}/g

/** The keys a text asks for, each once, in order. */
export const blanksIn = (text: string): string[] => [...new Set([...text.matchAll(blank)].map((match) => match[1]!))]

/** The text with what is known filled in; `gap` says what stands where a fact is still missing. */
export const fillBlanks = (text: string, facts: Readonly<Record<string, string>>, gap: (key: string) => string) =>
  text.replace(blank, (_, key: string) => facts[key]?.replaceAll('\n', '\\\n') ?? gap(key))

export const menus = ['none', 'main', 'aids', 'foot'] as const
export type Menu = (typeof menus)[number]

export type LinePart = { text: string; change: 'same' | 'added' | 'removed' }

/** First parts of addresses that belong to the program; no page may take one. */
export const reservedSlugs = [
  'abmelden',
  'access',
  'account',
  'anmeldung',
  'anmeldung-finden',
  'assets',
  'barriere-melden',
  'congresses',
  'dateien',
  'design',
  'einrichten',
  'en',
  'files',
  'find-registration',
  'healthz',
  'kongresse',
  'konto',
  'metrics',
  'office',
  'readyz',
  'registration',
  'report-a-barrier',
  'set-up',
  'sign-out',
  'verwaltung',
  'zugang',
]
