type PictureProps = {
  kind: 'logo' | 'portrait'
  href: string
  /** What it shows, for everybody who does not see it. */
  alt: string
}

/** A small picture: a logo calm on white paper in both modes, a portrait square. */
export const Picture = ({ kind, href, alt }: PictureProps) => (
  <img class={kind} src={`${href}?breite=400`} alt={alt} loading="lazy" decoding="async" />
)
