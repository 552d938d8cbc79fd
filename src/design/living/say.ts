import { useFrame } from '../../platform/frame.ts'

/** A sample's words in the language of the page. */
export function useSay() {
  const { language } = useFrame()
  return (de: string, en: string) => (language === 'de' ? de : en)
}
