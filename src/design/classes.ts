/** Joins the class names that apply; undefined where there are none. */
export const classes = (...names: readonly (string | false | undefined)[]) =>
  names.filter(Boolean).join(' ') || undefined
