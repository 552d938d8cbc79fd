import { useFrame } from '../platform/frame.ts'

/** Data about the page for programs (schema.org); a data block, which no browser runs. */
export const JsonLd = ({ data }: { data: object }) => (
  <script
    type="application/ld+json"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped cannot leave the block
    dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
  />
)

/** What other sites show when somebody shares the address (Open Graph). `picture` is a path of this site, 1200 × 630. */
export function Preview({ title, description, picture }: { title: string; description: string; picture: string }) {
  const { language, publicUrl, path, installation } = useFrame()
  const tags = {
    'og:type': 'website',
    'og:site_name': installation.name,
    'og:title': title,
    'og:description': description,
    'og:url': publicUrl + path,
    'og:locale': language === 'de' ? 'de_DE' : 'en_GB',
    'og:image': publicUrl + picture,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': title,
  }
  return (
    <>
      {Object.entries(tags).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
    </>
  )
}
