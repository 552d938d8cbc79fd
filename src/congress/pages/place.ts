/** Venue and town, the town only once: “Harmonie Heilbronn”, “Stadthalle, Reutlingen”. */
export function placeText({ venue, town }: { venue: string | null; town: string | null }) {
  if (venue && town && !venue.includes(town)) return `${venue}, ${town}`
  return venue ?? town ?? ''
}
