/** The last part of an address for this title: small letters and digits, at most 60; `fallback` where none are left. */
export function slugFrom(title: string, fallback: string): string {
  const slug = title
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return slug || fallback
}

/** The slug, or the first with a number from 2 on that is free. */
export function firstFree(slug: string, isTaken: (slug: string) => boolean): string {
  let free = slug
  for (let no = 2; isTaken(free); no++) free = `${slug}-${no}`
  return free
}
