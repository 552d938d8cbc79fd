declare const safe: unique symbol
/** HTML that may go into a page as it is. Only what makes it safe may give it this type: `markdown()`. */
export type SafeHtml = string & { readonly [safe]: true }

/** Puts safe HTML into a page, in a `div` with this class. The only place where HTML is not made of components. */
export function Html({ html, class: name }: { html: SafeHtml; class?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits only what markdown() has written and checked
  return <div class={name} dangerouslySetInnerHTML={{ __html: html }} />
}
