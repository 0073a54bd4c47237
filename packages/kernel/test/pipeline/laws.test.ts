/** Laws of every pipeline, on data of all shapes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compile,
  FaultError,
  score,
  type Framework,
  type ImputeSpec,
  type NormaliseSpec,
  type PipelineSpec,
  type TreatSpec,
} from '../../src/index.ts'
import { branch, dataset, framework, leaf, type TestRow } from '../support/build.ts'
import { runs } from '../support/runs.ts'

const IDS = ['a', 'b', 'c']
const normaliser = fc.constantFrom<NormaliseSpec>(
  { method: 'min-max', low: 0, high: 100, constant: 50 },
  { method: 'z-score', mean: 50, deviation: 10, constant: 50 },
  { method: 'rank', ties: 'average' },
  { method: 'percentile-rank', ties: 'min', constant: 50 },
  { method: 'mid-percentile' },
  { method: 'distance-to-maximum', constant: 50 },
  { method: 'efficacy', base: 60, span: 40, outside: 'extend', constant: 60 },
  {
    method: 'categorical',
    categories: [
      [0, 0],
      [0.5, 50],
      [0.9, 100],
    ],
  },
  { method: 'goalposts', worst: -50, best: 250 },
)
const impute = fc.constantFrom<readonly ImputeSpec[]>(
  [],
  [{ method: 'mean' }],
  [{ method: 'group-median' }, { method: 'median' }],
  [{ method: 'row-mean' }],
  [{ method: 'neighbours', k: 2 }],
)
const treat = fc.constantFrom<TreatSpec | 'none'>('none', {}, { steps: [{ method: 'winsorise', most: 2 }] })
const rules = fc
  .record({ normalise: normaliser, impute, treat, available: fc.constantFrom(0, 0.3, 0.6) })
  .map(({ available, normalise, ...steps }): Framework => {
    const pipeline: PipelineSpec = {
      ...steps,
      screen: { units: { available }, indicators: { available: available / 2 } },
    }
    return framework(
      branch(
        'root',
        IDS.map((id, index) =>
          leaf(id, 1 / 3, {
            normalise,
            ...(index === 2 && normalise.method !== 'goalposts' && { direction: 'negative' as const }),
          }),
        ),
      ),
      { missing: 'exclude', pipeline },
    )
  })
const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -40, max: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1000, -1000) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant('na' as const) },
)
const row = fc.record({
  cells: fc.record({ a: value, b: value, c: value }),
  group: fc.constantFrom('x', 'y', null),
})
const table = fc
  .array(row, { minLength: 1, maxLength: 14 })
  .map((rows) => rows.map((each, index): TestRow => ({ ...each, unit: `u${index}`, period: '1' })))

/** Scores by unit, or the codes of the faults. */
function outcome(rule: Framework, rows: readonly TestRow[]): ReadonlyMap<string, number> | string {
  try {
    const { score: scores } = score(compile(rule), dataset(rows))
    return new Map(rows.map(({ unit }, index) => [`${unit} ${rows[index]?.period}`, scores[index] ?? NaN]))
  } catch (error) {
    if (error instanceof FaultError) return [...new Set(error.faults.map(({ code }) => code))].sort().join(' ')
    throw error
  }
}

function expectSame(left: ReturnType<typeof outcome>, right: ReturnType<typeof outcome>): void {
  if (typeof left === 'string' || typeof right === 'string') return expect(left).toBe(right)
  for (const [key, found] of right) {
    const other = left.get(key) ?? NaN
    expect(Number.isNaN(found)).toBe(Number.isNaN(other))
    if (!Number.isNaN(found)) expect(Math.abs(found - other)).toBeLessThan(2e-9)
  }
}

describe('laws', () => {
  it('a score is on 0 to 100 or missing, and a fault has a name', () => {
    fc.assert(
      fc.property(rules, table, (rule, rows) => {
        const found = outcome(rule, rows)
        if (typeof found === 'string') expect(found).toMatch(/^[A-Z_]+( [A-Z_]+)*$/)
        else for (const one of found.values()) expect(Number.isNaN(one) || (one >= 0 && one <= 100)).toBe(true)
      }),
      runs(100),
    )
  })

  it('the order of units does not matter', () => {
    fc.assert(
      fc.property(rules, table, (rule, rows) => {
        expectSame(outcome(rule, rows), outcome(rule, rows.toReversed()))
      }),
      runs(100),
    )
  })

  it('against a frozen period a new unit moves nobody', () => {
    fc.assert(
      fc.property(rules, table, row, (rule, rows, added) => {
        const frozen: Framework = { ...rule, pipeline: { ...rule.pipeline, reference: { period: '1' } } }
        const before = outcome(frozen, rows)
        const after = outcome(frozen, [...rows, { ...added, unit: 'new', period: '2' }])
        if (typeof before === 'string' || typeof after === 'string') return
        for (const [key, found] of before) expect(after.get(key)).toEqual(found)
      }),
      runs(100),
    )
  })

  it('periods without a reference are worlds of their own', () => {
    fc.assert(
      fc.property(rules, table, table, (rule, rows, others) => {
        const next = others.map((each) => ({ ...each, period: '2' }))
        const both = outcome(rule, [...rows, ...next])
        if (typeof both !== 'string') expectSame(both, outcome(rule, rows))
      }),
      runs(100),
    )
  })

  it('nothing to do does nothing: complete data within limits, no treatment', () => {
    const whole = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(whole, normaliser, (values, normalise) => {
        const rows = values.map((each, index) => ({ unit: `u${index}`, cells: { a: each } }))
        const bare = framework(branch('root', [leaf('a', 1, { normalise })]))
        const full: Framework = {
          ...bare,
          pipeline: {
            screen: { units: { available: 1, nonZero: 1 } },
            impute: [{ method: 'mean' }, { method: 'neighbours', k: 1 }],
          },
        }
        expect(outcome(full, rows)).toEqual(outcome(bare, rows))
      }),
      runs(100),
    )
  })
})
