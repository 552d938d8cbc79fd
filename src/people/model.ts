/** How long the links and devices that sign somebody in are good for. */
export const linkMinutes = 15
export const invitationDays = 7
export const signInDays = 30
export const challengeMinutes = 5
/** How long a closed account can be opened again, should it have been a mistake; then it is erased. */
export const closedDays = 30
/** Open links one person can have at once; more asking sends no more mail. */
export const openLinksAtMost = 5

const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chromium|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]
const firstIn = (table: readonly [RegExp, string][], text: string) => table.find(([sign]) => sign.test(text))?.[1]

/** Browser and system of a User-Agent in words, `Firefox, Linux`; empty when neither is known. */
export const deviceOf = (userAgent: string) =>
  [firstIn(browsers, userAgent), firstIn(systems, userAgent)].filter(Boolean).join(', ')

/** One changed value of an entry in the audit log. */
export type ChangedValue = { field: string; from: unknown; to: unknown }

/** The values that differ between before and after, in the order they were written. */
export function changedValues(before: unknown, after: unknown): ChangedValue[] {
  const from = asRecord(before)
  const to = asRecord(after)
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map((field) => ({ field, from: from[field], to: to[field] }))
    .filter((value) => JSON.stringify(value.from ?? null) !== JSON.stringify(value.to ?? null))
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

export const organisationKinds = [
  'regional_body',
  'district',
  'municipality',
  'company',
  'university',
  'chamber',
  'association',
  'state',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]
