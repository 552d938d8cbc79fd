import type { SafeHtml } from '../../platform/html.tsx'
import type { Language } from '../../platform/language.ts'

/** A text set from Markdown, with its language where that is not the page's. */
export type SetText = { html: SafeHtml; lang: Language | undefined }
/** What of an edition is set from Markdown. */
export type Texts = { about: SetText | undefined; arrival: SetText | undefined; stepFree: SetText | undefined }
