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

  it('offers everything there is where nothing is near', () => {
    expect(suggest('wieght', ['weight', 'unit'])).toEqual(['weight'])
    expect(suggest('zzzz', ['weight', 'unit'])).toEqual(['weight', 'unit'])
  })
})
