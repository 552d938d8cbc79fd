import type { Language } from '../../platform/language.ts'

/** What a visitor reads when there is no page of a room to show. */
export const errorPage = (_language: Language, status: number, requestId: string) => (
  <html lang="de">
    <body>
      <h1>{status}</h1>
      <p>{requestId}</p>
    </body>
  </html>
)
