import { expect, it } from 'vitest'
import { remember } from '../src/rescore/remember.ts'

/** Asks, and tells how often an answer had to be made. */
function counting(most: number) {
  let made = 0
  const ask = remember<number>(most)
  return (...parts: readonly unknown[]): readonly [answer: number, made: number] => {
    const answer = ask(parts, () => {
      made++
      return parts.length
    })
    return [answer, made]
  }
}

it('makes an answer once for the same parts in the same order', () => {
  const ask = counting(4)
  const [one, other] = [{}, {}]
  expect([ask(one, 2), ask(one, 2), ask(NaN), ask(NaN)].map(([, made]) => made)).toEqual([1, 1, 2, 2])
  // others: an equal object, another order, one part more or fewer, a zero of the other sign
  expect([ask(other, 2), ask(2, one), ask(one, 2, 3), ask(one)].map(([, made]) => made)).toEqual([3, 4, 5, 6])
  expect([ask(0), ask(-0)].map(([, made]) => made)).toEqual([7, 8])
  expect(ask(0)).toEqual([1, 8])
})

it('forgets what was not asked for longest', () => {
  const ask = counting(2)
  ask('a')
  ask('b')
  expect(ask('a')).toEqual([1, 2])
  ask('c')
  expect(ask('a')).toEqual([1, 3])
  expect(ask('b')).toEqual([1, 4])
})
