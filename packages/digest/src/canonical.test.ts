import { test } from 'vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOfLists, sha256, type CanonicalValue } from './canonical.ts'

describe('canonicalJson', () => {
  it('spells the example of RFC 8785, section 3.2.3, in its order of keys', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).not.toHaveLength(0)
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  it.each([
    [333333333.3333333, '333333333.3333333'],
    [1e30, '1e+30'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
    [0.000000000000000000000000001, '1e-27'],
    [-0, '0'],
  ])('prints the numbers of RFC 8785, section 3.2.2: %d', (number, text) => {
    expect(canonicalJson(number)).toBe(text)
  })

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson({ a: [Number.NaN] })).toThrow(RangeError)
    expect(() => canonicalJson(Infinity)).toThrow(RangeError)
  })
})

test('digestOfLists digests the canonical text, whatever the order of its keys', () => {
  const lists = fc.dictionary(fc.string(), fc.array(fc.jsonValue(), { maxLength: 4 }), { maxKeys: 4 })
  fc.assert(
    fc.property(lists, (record) => {
      const value = record as Record<string, CanonicalValue[]>
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(digestOfLists(turned)).toBe(`sha256:${sha256(canonicalJson(value))}`)
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
