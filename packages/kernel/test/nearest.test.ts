import { describe, expect, it } from 'vitest'
import { nearest, suggest } from '../src/index.ts'

describe('the nearest known word', () => {
  it.each([
    ['wieght', 'weight'],
    ['raters_min', 'ratersMin'],
    ['uptme', 'uptime'],
    ['zzzz', null],
  ])('%s is %s', (word, expected) => {
    expect(nearest(word, ['weight', 'ratersMin', 'uptime'])).toBe(expected)
  })

  it.each([
    ['ab', 'ba', 'two neighbours swapped are one edit, of at most one'],
    ['abc', 'abcd', 'one put in'],
    ['abcd', 'abc', 'one taken out'],
    ['abcd', 'axcd', 'one replaced'],
    ['abcdef', 'badcef', 'two swaps, of at most two'],
    ['abcdefg', 'xbxdxfg', 'three of seven, of at most three'],
  ])('%s may mean %s: %s', (word, candidate) => {
    expect(nearest(word, [candidate])).toBe(candidate)
  })

  it.each([
    ['abc', 'abxyz'],
    ['abcdef', 'xbxdxf'],
    ['abcd', 'abcdefg'],
    ['abcdefg', 'abc'],
    ['a', 'b'],
    ['a', 'ab'],
    // a swap and an edit within it are three edits apart, not two
    ['ca', 'abc'],
    // two edits, of at most one: both letters replaced, or only one of them moved
    ['abc', 'axy'],
    ['zab', 'zbx'],
    ['zab', 'zxa'],
    ['abc', 'bca'],
    // a swap and two replaced, of at most two
    ['zabcd', 'zbaxy'],
  ])('%s does not mean %s', (word, candidate) => {
    expect(nearest(word, [candidate])).toBeNull()
  })

  it('is the one with fewest edits, the first of several; letters may be brought together by the caller', () => {
    expect(nearest('abcdef', ['abxxef', 'abcxef', 'abcdxf'])).toBe('abcxef')
    expect(nearest('RATERS min', ['raters-min'])).toBe('raters-min')
    expect(nearest('Abc', ['xyz', 'aBC'], (word) => word)).toBeNull()
    expect(nearest('色', ['色', '彩'], (word) => word)).toBe('色')
  })

  it('offers everything there is where nothing is near', () => {
    expect(suggest('wieght', ['weight', 'unit'])).toEqual(['weight'])
    expect(suggest('zzzz', ['weight', 'unit'])).toEqual(['weight', 'unit'])
  })
})
