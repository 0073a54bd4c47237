import { describe, expect, it } from 'vitest'
import { benefitOfTheDoubt } from '../../src/index.ts'
import { columnsOf, expectClose, fixture } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

interface DoubtCase {
  readonly name: string
  readonly Y: number[][]
  readonly lower_share: number[] | null
  readonly upper_share: number[] | null
  readonly bound_mode: 'own' | 'all' | null
  readonly CI: number[]
  readonly efficient: number[]
}

const cases = fixture<{ cases: DoubtCase[] }>('bod').cases
const optionsOf = (each: DoubtCase) => ({
  ...(each.lower_share && { lower: each.lower_share }),
  ...(each.upper_share && { upper: each.upper_share }),
  ...(each.bound_mode && { sharesOf: each.bound_mode }),
})

describe.each(cases.filter(({ name }) => name !== 'share_all_tight_12x4'))(
  'reference benefit of the doubt $name',
  (each) => {
    const found = benefitOfTheDoubt(columnsOf(each.Y), optionsOf(each))
    const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

    it('scores', () => {
      expectClose(
        found.map(({ score }) => score),
        each.CI,
      )
      expect(found.flatMap(({ score }, unit) => (score === 1 ? [unit] : []))).toEqual(each.efficient)
    })

    it('weights reach the score, give no unit more than 1 and keep the bounds', () => {
      found.forEach(({ score, weights, shares }, unit) => {
        const scoreOf = (row: readonly number[] = []): number =>
          total(row.map((value, r) => value * (weights[r] ?? NaN)))
        expect(Math.abs(scoreOf(each.Y[unit]) - score)).toBeLessThan(1e-12)
        for (const row of each.Y) {
          const reached = scoreOf(row)
          expect(reached).toBeLessThan(1 + 1e-12)
          if (each.bound_mode !== 'all') continue
          row.forEach((value, r) => {
            const part = value * (weights[r] ?? NaN)
            expect(part).toBeGreaterThanOrEqual((each.lower_share?.[r] ?? 0) * reached - 1e-12)
            expect(part).toBeLessThanOrEqual((each.upper_share?.[r] ?? 1) * reached + 1e-12)
          })
        }
        expectClose([total(shares)], [1])
        shares.forEach((share, r) => {
          expect(share).toBeGreaterThanOrEqual((each.lower_share?.[r] ?? 0) - 1e-12)
          expect(share).toBeLessThanOrEqual((each.upper_share?.[r] ?? 1) + 1e-12)
        })
      })
    })

    it('peers certify the optimum: their dual weights sum to the score', () => {
      for (const { score, peers } of found) expectClose([total(peers.map(({ weight }) => weight))], [score])
    })
  },
)

it('bounds on all units that leave only w = 0 are a fault, not a score of 0 for everyone', () => {
  const each = cases.find(({ name }) => name === 'share_all_tight_12x4')
  expect(each?.CI.every((score) => score === 0)).toBe(true)
  expect(() => benefitOfTheDoubt(columnsOf(each?.Y ?? []), each ? optionsOf(each) : {})).toThrow(
    'BOD_NO_ADMISSIBLE_WEIGHTS',
  )
})

readsEveryCase(import.meta.url)
