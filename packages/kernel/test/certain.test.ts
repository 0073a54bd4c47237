import { expect, it } from 'vitest'
import { certain } from '../src/certain.ts'

it('gives what is there, and names what is not', () => {
  expect(certain([7][0], 'the first')).toBe(7)
  for (const value of [0, '', null, false]) expect(certain(value, 'it')).toBe(value)
  expect(() => certain([7][1], 'the second')).toThrow(new RangeError('not there: the second'))
})
