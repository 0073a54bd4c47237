import { test } from 'vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf, type CanonicalValue } from './canonical.ts'

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

test('the digest does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const turned = Object.fromEntries(Object.entries(record).reverse())
      expect(digestOf(turned as CanonicalValue)).toBe(digestOf(record as CanonicalValue))
      expect(JSON.parse(canonicalJson(record as CanonicalValue))).toEqual(JSON.parse(JSON.stringify(record)))
    }),
  )
})
