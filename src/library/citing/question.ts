/** A citation asked for: an item of CSL-JSON as BibTeX, as RIS, or as text by APA in a language. */
export type Question = { id: number; item: object; format: 'bib' | 'ris' | 'de-DE' | 'en-US' }
export type Answer = { id: number; text: string }
