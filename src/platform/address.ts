import { domainToUnicode } from 'node:url'

/** An address as people read it: an umlaut domain with its umlauts, not as `xn--…`. What is no address stays. */
export function readable(address: string): string {
  const { hostname } = URL.parse(address) ?? {}
  return hostname ? address.replace(hostname, domainToUnicode(hostname)) : address
}
