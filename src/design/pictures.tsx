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

export type CoverPicture = { href: string; width: number; height: number }

/** The first page of a document, small. Without words it says nothing that does not stand beside it. */
export const Cover = ({ href, width, height, alt = '' }: CoverPicture & { alt?: string }) => (
  <img class="cover" src={href} width={width} height={height} alt={alt} loading="lazy" decoding="async" />
)

type LeafProps = CoverPicture & {
  /** Runs of text on it: from the left, from the top, width, height, words. */
  lines: readonly (readonly [number, number, number, number, string])[]
  lang?: string | undefined
  /** What it shows, where no text lies over it. */
  alt?: string
}

/** A page as a picture, its text lying over it unseen: it can be marked, searched in the page and read aloud. */
export const Leaf = ({ href, width, height, lines, lang, alt = '' }: LeafProps) => (
  <div class="leaf">
    <img src={href} width={width} height={height} alt={alt} loading="lazy" decoding="async" />
    {/* biome-ignore lint/a11y/noSvgWithoutTitle: it is no picture, its texts are what is read */}
    <svg viewBox={`0 0 ${width} ${height}`} lang={lang}>
      {lines.map(([left, top, wide, high, words], index) => (
        <text
          key={index}
          x={left}
          y={top + high * 0.8}
          font-size={high}
          textLength={wide}
          lengthAdjust="spacingAndGlyphs"
        >
          {words}
        </text>
      ))}
    </svg>
  </div>
)
