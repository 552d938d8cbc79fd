/** What only the operator of an installation knows, and what kind of thing it is; a page names it as `{{key}}`. */
export const operatorKinds = {
  operator_name: 'words',
  operator_address: 'address',
  operator_phone: 'phone',
  operator_email: 'email',
  representative: 'words',
  legal_form: 'words',
  supervisory_authority: 'words',
  vat_number: 'line',
  editor_responsible: 'words',
  data_protection_officer: 'words',
  hosting_provider: 'words',
  accessibility_contact: 'words',
  accessibility_checked_on: 'day',
  accessibility_known_gaps: 'words',
  sign_language_video: 'link',
} as const
export type OperatorKey = keyof typeof operatorKinds
export const operatorKeys = Object.keys(operatorKinds) as OperatorKey[]
export const isOperatorKey = (key: string): key is OperatorKey => Object.hasOwn(operatorKinds, key)
/** Facts without which a page may still go online: not everybody has them. */
export const optionalOperatorKeys: readonly OperatorKey[] = ['vat_number', 'accessibility_known_gaps']

/** A fact as it was told: German where it is words, English where somebody has written it. */
export type OperatorFacts = Readonly<Partial<Record<OperatorKey, { de: string; en?: string | undefined }>>>

const blank = /\{\{\s*([a-z_]+)\s*\}\}/g

/** The keys a text asks for, each once, in order. */
export const blanksIn = (text: string): string[] => [...new Set([...text.matchAll(blank)].map((match) => match[1]!))]

/** The text with `fill(key, before)` for every blank, `before` being what stands on the line shortly in front of it. */
export const fillBlanks = (text: string, fill: (key: string, before: string) => string) =>
  text.replace(blank, (_, key: string, at: number) => fill(key, /.*$/.exec(text.slice(Math.max(0, at - 80), at))![0]))

/** Where a picture is to stand; what is not there goes to the end. */
const picturePlace = /\{\{\s*(bild|picture)\s*\}\}/

/** The text with this picture at the marked place (`{{bild}}`), else as the last paragraph. */
export const withPicture = (text: string, picture: string) =>
  picturePlace.test(text)
    ? text.replace(picturePlace, () => picture)
    : [text.trimEnd(), picture].filter(Boolean).join('\n\n')

/** How the office answers a report: by mail from here, or elsewhere and only noted here. */
export const answerWays = ['mail', 'note'] as const
export type AnswerWay = (typeof answerWays)[number]
/** The mail that answers a report. */
export const answerTemplate = 'report.answer'

const answerDays = 28
/** By when a report is to be answered: four weeks after it came, as the page promises. */
export const answerDue = (at: Date) => new Date(at.getTime() + answerDays * 864e5)

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

/** Tells one state of a report from another, so that nobody settles or reopens what somebody else has just changed. */
export const reportVersion = ({ answeredAt, doneAt }: { answeredAt: Date | null; doneAt: Date | null }) =>
  [answeredAt, doneAt].map((at) => at?.toISOString() ?? '–').join(' ')
