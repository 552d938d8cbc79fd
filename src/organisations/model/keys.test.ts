import { expect, test } from 'vitest'
import { officialKey } from './keys.ts'

test('a key is known by its form and check digits: AGS, ROR and LEI, each as people write it', () => {
  // The Karlsruhe Institute of Technology and Deutsche Bank AG, as the public registers list them.
  expect(['08235', '08 235 018', 'https://ror.org/04t3en479', '7LTWFZYICNSX8D621K86'].map(officialKey)).toEqual([
    { scheme: 'ags', key: '08235' },
    { scheme: 'ags', key: '08235018' },
    { scheme: 'ror', key: '04t3en479', href: 'https://ror.org/04t3en479' },
    {
      scheme: 'lei',
      key: '7LTWFZYICNSX8D621K86',
      href: 'https://search.gleif.org/#/record/7LTWFZYICNSX8D621K86',
    },
  ])
})

test('a mistyped key is none', () => {
  const wrong = ['99235', '082', '0823', '04t3en478', '7LTWFZYICNSX8D621K87', 'DE123456789', '']
  expect(wrong.map(officialKey)).toEqual([undefined, { scheme: 'ags', key: '082' }, ...Array(5).fill(undefined)])
})
