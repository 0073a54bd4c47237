import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FaultError } from '../../src/errors.ts'
import { boxCox, logarithm, type LogVariant } from '../../src/treat/logarithm.ts'
import { deviationOf, meanOf, shapeOf } from '../../src/treat/moments.ts'
import { passes, SHAPE_CRITERION } from '../../src/treat/criterion.ts'
import { carryThrough, transformValue } from '../../src/treat/transform.ts'
import { treatColumn, type TreatOptions } from '../../src/treat/treat.ts'
import { winsorise } from '../../src/treat/winsorise.ts'
import { faultsOf } from '../support/faults.ts'
import { runs } from '../support/runs.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)
const codes = (call: () => unknown): readonly string[] => faultsOf(call).map(({ code }) => code)
const tailed = f(1, 2, 2, 3, 3, 3, 4, 90)

/** Columns with ties, gaps and far outliers; never infinite. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 2, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
)
const columns = fc.array(cell, { maxLength: 40 }).map((values) => Float64Array.from(values))

describe('moments', () => {
  it('hand figures', () => {
    expect(meanOf(f(0.1, 0.1, 0.1))).toBe(0.1)
    expect(meanOf(f())).toBeNaN()
    expect(meanOf(f(1e308, 1.5e308))).toBe(1.25e308)
    expect(deviationOf(f(2, 4, 4, 4, 5, 5, 7, 9))).toBeCloseTo(2.138089935299395, 14)
    expect(deviationOf(f(0.1, 0.1, 0.1))).toBe(0)
    expect(deviationOf(f(5))).toBeNaN()
    expect(deviationOf(f(1, 3))).toBe(Math.SQRT2)
    expect(shapeOf(f(1, 2, 6))).toEqual({ skewness: expect.closeTo(1.457863, 6), kurtosis: null })
    // deviations -1, -1, -1, 3: g1 = 24 / 3 / 3^1.5, g2 = 84 / 4 / 9 - 3
    expect(shapeOf(f(0, 0, 0, 4))).toEqual({ skewness: expect.closeTo(2, 12), kurtosis: expect.closeTo(4, 12) })
  })

  it('nothing, one value and equal values have no shape', () => {
    for (const values of [f(), f(NaN, NaN), f(7), f(0.1, 0.1, 0.1, 0.1)])
      expect(shapeOf(values)).toEqual({ skewness: null, kurtosis: null })
    expect(shapeOf(f(1, 2, 4)).kurtosis).toBeNull()
    expect(shapeOf(f(1, 2)).skewness).toBeNull()
  })

  it('do not overflow', () => {
    expect(shapeOf(f(1e200, 2e200, 2e200, 5e200)).skewness).toBeCloseTo(shapeOf(f(1, 2, 2, 5)).skewness ?? NaN, 12)
  })

  it('hold at the edge of what a number can be', () => {
    const edge = shapeOf(f(-1.7e308, -1.7e308, 1.7e308, -1.7e308))
    const plain = shapeOf(f(-1, -1, 1, -1))
    expect(edge.skewness).toBeCloseTo(plain.skewness ?? NaN, 9)
    expect(edge.kurtosis).toBeCloseTo(plain.kurtosis ?? NaN, 9)
    // deviations of -0.85, -0.85, -0.85 and 2.55: squares 8.67 over 3
    expect(deviationOf(f(-1.7e308, -1.7e308, 1.7e308, -1.7e308)) / 1.7e308).toBeCloseTo(1, 12)
    expect(shapeOf(f(1.7e308, 1.7e308))).toEqual({ skewness: null, kurtosis: null })
  })

  it('either limit is enough, ends included', () => {
    expect(passes({ skewness: 2, kurtosis: 9 }, SHAPE_CRITERION)).toBe(true)
    expect(passes({ skewness: -5, kurtosis: 3.5 }, SHAPE_CRITERION)).toBe(true)
    expect(passes({ skewness: -2.1, kurtosis: 3.6 }, SHAPE_CRITERION)).toBe(false)
    expect(passes({ skewness: 2.1, kurtosis: null }, SHAPE_CRITERION)).toBe(false)
    expect(passes({ skewness: null, kurtosis: null }, SHAPE_CRITERION)).toBe(true)
  })

  it('shape does not change with the unit of measure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -99, max: 99 }),
        (values, times, plus) => {
          const before = shapeOf(Float64Array.from(values))
          const after = shapeOf(Float64Array.from(values, (value) => times * value + plus))
          expect(after.skewness ?? 0).toBeCloseTo(before.skewness ?? 0, 9)
          expect(after.kurtosis ?? 0).toBeCloseTo(before.kurtosis ?? 0, 9)
        },
      ),
      runs(300),
    )
  })
})

describe('winsorise', () => {
  it('moves the far end inward, leaves the input alone and says what it did', () => {
    const before = Float64Array.from(tailed)
    const { values, rows, stopped, transform } = winsorise(tailed)
    expect(values).toEqual(f(1, 2, 2, 3, 3, 3, 4, 4))
    expect(tailed).toEqual(before)
    expect([rows, stopped, transform]).toEqual([[7], 'passes', { kind: 'clamp', low: null, high: 4 }])
  })

  it('treats the low end of a left skew', () => {
    expect(winsorise(tailed.map((value) => -value)).values).toEqual(tailed.map((value) => -Math.min(4, value)))
  })

  it('stops at the limit', () => {
    expect(winsorise(tailed, { most: 0 })).toMatchObject({ rows: [], stopped: 'limit' })
    expect(winsorise(f(1, 1, 1, 1, 1, 1, 1, 5), { most: 9 })).toMatchObject({ stopped: 'constant' })
  })

  it('goes on to the limit where it is told to; at no skew the high end first, as COINr', () => {
    expect(winsorise(f(-3, -1, 1, 3))).toMatchObject({ rows: [], stopped: 'passes' })
    expect(winsorise(f(-3, -1, 1, 3), { most: 1, until: 'limit' })).toMatchObject({
      values: f(-3, -1, 1, 1),
      rows: [3],
      transform: { kind: 'clamp', low: null, high: 1 },
    })
    // what is left is skewed to the left: now the low end
    expect(winsorise(f(-3, -1, 1, 3), { most: 2, until: 'limit' })).toMatchObject({
      values: f(-1, -1, 1, 1),
      transform: { kind: 'clamp', low: -1, high: 1 },
    })
  })

  it('moves ties together and names rows in their order', () => {
    const values = f(1, 2, 500, 3, 2, 1, 3, 2, 1, 3, 900, 500)
    const found = winsorise(values, { most: 3, kurtosis: -9, skewness: 0.1 })
    expect(found.values).toEqual(f(1, 2, 3, 3, 2, 1, 3, 2, 1, 3, 3, 3))
    expect([found.rows, found.stopped]).toEqual([[2, 10, 11], 'limit'])
  })

  it('refuses what it cannot read', () => {
    expect(faultsOf(() => winsorise(f(1), { skewness: -1, kurtosis: -Infinity }))).toMatchObject([
      { code: 'PREPARE_OPTION_RANGE', params: { option: 'skewness', value: '-1', least: '0', most: 'Infinity' } },
    ])
    expect(faultsOf(() => winsorise(f(1), { kurtosis: NaN, most: -1 }))).toMatchObject([
      { params: { option: 'most', value: '-1' } },
      { params: { option: 'kurtosis', value: 'NaN', least: '-Infinity', most: 'Infinity' } },
    ])
    expect(codes(() => winsorise(f(1, Infinity, -Infinity), { most: -1 }))).toEqual([
      'PREPARE_VALUE_INFINITE',
      'PREPARE_VALUE_INFINITE',
      'PREPARE_OPTION_RANGE',
    ])
    expect(codes(() => winsorise(f(1, 2), { most: NaN }))).toEqual(['PREPARE_OPTION_RANGE'])
    expect(codes(() => treatColumn(f(1, 2), { skewness: NaN, kurtosis: NaN }))).toEqual([
      'PREPARE_OPTION_RANGE',
      'PREPARE_OPTION_RANGE',
    ])
  })

  it('is its own transform', () => {
    fc.assert(
      fc.property(columns, (values) => {
        const { values: treated, transform } = winsorise(values)
        expect(values.map((value) => transformValue(transform, value))).toEqual(treated)
      }),
      runs(300),
    )
  })
})

describe('logarithms', () => {
  it('worked by hand', () => {
    expect(logarithm(f(0, 1, 3), 'from-one').values).toEqual(f(0, Math.LN2, 2 * Math.LN2))
    expect([...logarithm(f(0, 1, 3), 'gii').values]).toEqual([
      0,
      expect.closeTo(Math.log(5 / 3), 12),
      expect.closeTo(Math.log(3), 12),
    ])
    expect(boxCox(f(1, 4, 9), { lambda: 0.5 }).values).toEqual(f(0, 2, 4))
    expect(boxCox(f(0, 1), { lambda: 0, offset: 1 }).values[1]).toBeCloseTo(Math.LN2, 15)
  })

  it('the signed variant takes the tail in on either side', () => {
    const right = f(0, 1, 1, 2, 2, 3, 100)
    const left = right.map((value) => -value)
    const [log, mirrored] = [logarithm(right, 'ct-signed').values, logarithm(left, 'ct-signed').values]
    expect(mirrored).toEqual(log.map((value) => -value))
    expect(logarithm(right, 'ct').values).toEqual(log)
    expect(Math.abs(shapeOf(logarithm(left, 'ct').values).skewness ?? 0)).toBeGreaterThan(
      Math.abs(shapeOf(mirrored).skewness ?? 0),
    )
  })

  it('names what it cannot do', () => {
    expect(codes(() => logarithm(f(2, 2, NaN), 'ct'))).toEqual(['TREAT_CONSTANT'])
    expect(codes(() => logarithm(f(7), 'ct'))).toEqual(['TREAT_CONSTANT'])
    expect(codes(() => logarithm(f(0, 5e-324), 'ct'))).toEqual(['TREAT_RANGE'])
    expect(codes(() => logarithm(f(-1.7e308, 1.7e308), 'ct'))).toEqual(['TREAT_RANGE'])
    expect(codes(() => logarithm(f(0.1, 1), 'gii'))).toEqual(['TREAT_GII_MAXIMUM'])
    expect(codes(() => logarithm(f(1, Infinity), 'ct'))).toEqual(['PREPARE_VALUE_INFINITE'])
    expect(codes(() => boxCox(f(-1, 2), { lambda: 1, offset: 1 }))).toEqual(['TREAT_BOX_COX_DOMAIN'])
    expect(codes(() => boxCox(f(1, 2), { lambda: NaN }))).toEqual(['PREPARE_OPTION_FINITE'])
    expect(codes(() => boxCox(f(1, 1e300), { lambda: 5 }))).toEqual(['TREAT_RANGE'])
  })

  it('says by which figures', () => {
    const params = (call: () => unknown): readonly unknown[] => faultsOf(call).map((one) => one.params)
    expect(params(() => logarithm(f(-1.7e308, 1.7e308), 'ct'))).toEqual([{ least: -1.7e308, most: 1.7e308 }])
    expect(params(() => logarithm(f(0.1, 1), 'gii'))).toEqual([{ most: 1 }])
    expect(params(() => boxCox(f(-1, 2), { lambda: 1, offset: 0.5 }))).toEqual([{ least: -1, offset: '0.5' }])
    expect(params(() => boxCox(f(1, 2), { lambda: Infinity }))).toEqual([{ option: 'lambda', value: 'Infinity' }])
    expect(params(() => boxCox(f(1e300, 1), { lambda: 5 }))).toEqual([{ least: 1, most: 1e300 }])
  })

  it('without skew the signed variant goes from the top, as COINr; the transform is the formula’s figures', () => {
    const { values, transform } = logarithm(f(0, 1, 2), 'ct-signed')
    expect([...values]).toEqual([2.02, 1.02, 0.02].map((way) => expect.closeTo(-Math.log(way), 12) as unknown))
    expect(transform).toEqual({ kind: 'log', sign: -1, from: 2, factor: 1, add: 0.02 })
    expect(logarithm(f(5, 6), 'ct-signed').transform).toMatchObject({ sign: -1, from: 6 })
    expect(logarithm(f(3, NaN, 5), 'gii').transform).toEqual({ kind: 'log', sign: 1, from: 3, factor: 2, add: 1 })
    expect(logarithm(f(3, 5), 'from-one').transform).toEqual({ kind: 'log', sign: 1, from: 3, factor: 1, add: 1 })
    const squared = boxCox(f(3, 5), { lambda: 2 })
    expect([...squared.values]).toEqual([0, expect.closeTo((3 ** 2 - 1) / 2, 12)])
    expect(squared.transform).toEqual({ kind: 'box-cox', from: 3, add: 1, lambda: 2 })
  })

  it('a column without values comes back', () => {
    expect(logarithm(f(NaN), 'ct').transform).toEqual({ kind: 'clamp', low: null, high: null })
    expect(logarithm(f(NaN, NaN), 'ct').values).toEqual(f(NaN, NaN))
    expect(boxCox(f(), { lambda: 1 }).values).toEqual(f())
    expect(boxCox(f(3, 3), { lambda: 0 }).values).toEqual(f(0, 0))
  })

  it('keep the order of units and their gaps', () => {
    const variants = fc.constantFrom<LogVariant>('ct', 'ct-signed', 'from-one', 'gii')
    fc.assert(
      fc.property(columns, variants, (values, variant) => {
        let logs: Float64Array
        try {
          logs = logarithm(values, variant).values
        } catch (error) {
          expect(error).toBeInstanceOf(FaultError)
          return
        }
        for (const [row, value] of values.entries()) {
          expect(Number.isNaN(logs[row])).toBe(Number.isNaN(value))
          for (const [other, than] of values.entries())
            if (value < than) expect(logs[row]).toBeLessThanOrEqual(logs[other] ?? NaN)
        }
      }),
      runs(200),
    )
  })
})

describe('treatColumn', () => {
  it('writes down every changed cell', () => {
    const { outcome, cells, transforms, attempts } = treatColumn(tailed)
    expect(outcome).toBe('passes')
    expect(cells).toEqual([{ row: 7, before: 90, after: 4, method: 'winsorise' }])
    expect(transforms).toEqual([{ kind: 'clamp', low: null, high: 4 }])
    expect(attempts.map(({ verdict }) => verdict)).toEqual(['passes'])
  })

  it('falls back on the logarithm', () => {
    const doubling = Float64Array.from({ length: 13 }, (_, row) => 2 ** row)
    const steps: TreatOptions['steps'] = [
      { method: 'winsorise', most: 0 },
      { method: 'logarithm', variant: 'ct-signed' },
    ]
    const found = treatColumn(doubling, { steps })
    expect(found.outcome).toBe('passes')
    expect(found.cells).toHaveLength(13)
    expect(found.attempts.map(({ method, verdict }) => [method, verdict])).toEqual([
      ['winsorise', 'worse'],
      ['logarithm', 'passes'],
    ])
  })

  it('keeps the raw column where every step is worse, constant or impossible', () => {
    const spike = f(0, 0, 0, 0, 0, 0, 0, 0, 0, 5)
    const constant = treatColumn(spike, { steps: [{ method: 'winsorise', most: 5 }] })
    expect([constant.outcome, constant.cells, constant.transforms]).toEqual(['kept', [], []])
    expect(constant.attempts.map(({ verdict }) => verdict)).toEqual(['constant'])
    const left = tailed.map((value) => -value)
    expect(treatColumn(left, { steps: [{ method: 'logarithm', variant: 'ct' }] })).toMatchObject({
      outcome: 'kept',
      values: left,
      attempts: [{ verdict: 'worse' }],
    })
    const impossible = treatColumn(left, { steps: [{ method: 'box-cox', lambda: 0, offset: 0 }] })
    expect(impossible.attempts.map((one) => [one.verdict, one.fault?.code])).toEqual([
      ['impossible', 'TREAT_BOX_COX_DOMAIN'],
    ])
  })

  it('a later step may start from what the one before left', () => {
    const steps: TreatOptions['steps'] = [
      { method: 'winsorise', most: 1 },
      { method: 'logarithm', variant: 'ct-signed' },
    ]
    const values = Float64Array.from({ length: 30 }, (_, row) => (row < 27 ? row : ([1e3, 1e5, 1e7][row - 27] ?? 0)))
    expect(treatColumn(values, { steps, keep: 'last', from: 'previous' }).transforms.map(({ kind }) => kind)).toEqual([
      'clamp',
      'log',
    ])
    expect(treatColumn(values, { steps, keep: 'last' }).transforms.map(({ kind }) => kind)).toEqual(['log'])
  })

  it('goes back to the raw column after a step that left all equal', () => {
    const steps: TreatOptions['steps'] = [
      { method: 'winsorise', most: 5 },
      { method: 'logarithm', variant: 'ct' },
    ]
    const spike = f(0, 0, 0, 0, 0, 0, 0, 0, 0, 5)
    // of two values any is a straight line: the logarithm is as skewed as the column, and so no better
    const { attempts, outcome } = treatColumn(spike, { steps, from: 'previous' })
    expect(attempts.map(({ verdict }) => verdict)).toEqual(['constant', 'worse'])
    expect(attempts.map((one) => one.fault)).toEqual([null, null])
    expect(outcome).toBe('kept')
  })

  it('where none passes, keeps the least skewed, or the last that is better', () => {
    const doubling = Float64Array.from({ length: 13 }, (_, row) => 2 ** row)
    const [log, mild] = [
      { method: 'logarithm', variant: 'ct' },
      { method: 'box-cox', lambda: 0.9 },
    ] as const
    const kept = (options: TreatOptions): unknown => {
      const { outcome, transforms, cells, attempts } = treatColumn(doubling, { ...options, skewness: 0, kurtosis: -9 })
      expect([outcome, attempts.map(({ verdict }) => verdict)]).toEqual(['improved', ['better', 'better']])
      return [transforms.map(({ kind }) => kind), new Set(cells.map(({ method }) => method))]
    }
    expect(kept({ steps: [log, mild] })).toEqual([['log'], new Set(['logarithm'])])
    expect(kept({ steps: [mild, log] })).toEqual([['log'], new Set(['logarithm'])])
    expect(kept({ steps: [log, mild], keep: 'last' })).toEqual([['box-cox'], new Set(['box-cox'])])
    expect(kept({ steps: [log, mild], keep: 'least-skewed' })).toEqual([['log'], new Set(['logarithm'])])
  })

  describe('in any case', () => {
    const always = (values: Float64Array, steps: TreatOptions['steps']) =>
      treatColumn(values, { when: 'always', ...(steps && { steps }) })

    it('does every step to what the one before left, though the first would do', () => {
      const found = always(tailed, [
        { method: 'winsorise', most: 1 },
        { method: 'logarithm', variant: 'from-one' },
      ])
      // 90 becomes 4, and ln(x - 1 + 1) is ln x
      expect([...found.values]).toEqual(
        [1, 2, 2, 3, 3, 3, 4, 4].map((value) => expect.closeTo(Math.log(value), 12) as unknown),
      )
      expect(found.outcome).toBe('done')
      expect(found.transforms.map(({ kind }) => kind)).toEqual(['clamp', 'log'])
      expect(found.attempts.map(({ method }) => method)).toEqual(['winsorise', 'logarithm'])
      expect([...carryThrough(found.transforms, [90])]).toEqual([expect.closeTo(Math.log(4), 12)])
    })

    it('takes a column that passes, and winsorises to the limit', () => {
      const even = f(1, 2, 3, 4, 5, 6, NaN)
      expect(treatColumn(even).outcome).toBe('untouched')
      expect(always(even, [{ method: 'logarithm', variant: 'ct' }]).values).toEqual(logarithm(even, 'ct').values)
      expect(always(f(1, 2, 3, 4, 5, 9), [{ method: 'winsorise', most: 1 }]).values).toEqual(f(1, 2, 3, 4, 5, 5))
      expect(always(tailed, undefined).outcome).toBe('done')
    })

    it('keeps a column more skewed than it was: that was asked for', () => {
      const left = f(1, 8, 9, 9, 10, 10)
      const found = always(left, [{ method: 'logarithm', variant: 'ct' }])
      expect(found.attempts.map(({ verdict }) => verdict)).toEqual(['worse'])
      expect(found.values).toEqual(logarithm(left, 'ct').values)
    })

    it('leaves equal and missing values, and takes no step that makes all equal', () => {
      for (const values of [f(7, 7, NaN), f(NaN), f()])
        expect(always(values, undefined)).toMatchObject({ outcome: 'untouched', values })
      const spike = f(0, 0, 0, 5)
      expect(always(spike, [{ method: 'winsorise', most: 5 }]).values).toEqual(spike)
    })

    it('refuses a step that cannot be done', () => {
      expect(codes(() => always(f(0.1, 0.5, 0.9), [{ method: 'logarithm', variant: 'gii' }]))).toEqual([
        'TREAT_GII_MAXIMUM',
      ])
    })
  })

  it('what was impossible has the raw column’s shape and the reason; the next step is tried', () => {
    const left = tailed.map((value) => -value)
    const { attempts, outcome } = treatColumn(left, {
      steps: [
        { method: 'box-cox', lambda: 0, offset: 0 },
        { method: 'winsorise', most: 5 },
      ],
    })
    expect(attempts[0]).toMatchObject({
      method: 'box-cox',
      shape: shapeOf(left),
      fault: { code: 'TREAT_BOX_COX_DOMAIN' },
    })
    expect(attempts[1]).toMatchObject({ method: 'winsorise', verdict: 'passes', fault: null })
    expect(outcome).toBe('passes')
  })

  it('leaves alone what passes: nothing, one unit, all missing, all equal', () => {
    for (const values of [f(), f(4), f(NaN, NaN), f(2, 2, 2, 2, 2), f(1, 2, 3, 4)])
      expect(treatColumn(values)).toMatchObject({ outcome: 'untouched', values, cells: [], attempts: [] })
    expect(codes(() => treatColumn(f(1, Infinity)))).toEqual(['PREPARE_VALUE_INFINITE'])
  })

  it('never raises |skewness|, keeps order and gaps, and its transforms give its values', () => {
    const options = fc.constantFrom<TreatOptions>(
      {},
      { from: 'previous' },
      {
        keep: 'last',
        steps: [
          { method: 'box-cox', lambda: 0.5 },
          { method: 'logarithm', variant: 'ct' },
        ],
      },
      {
        skewness: 0.5,
        kurtosis: 0,
        steps: [
          { method: 'winsorise', most: 2 },
          { method: 'logarithm', variant: 'ct' },
        ],
      },
    )
    fc.assert(
      fc.property(columns, options, (values, chosen) => {
        const before = Float64Array.from(values)
        const found = treatColumn(values, chosen)
        expect(values).toEqual(before)
        expect(Math.abs(found.after.skewness ?? 0)).toBeLessThanOrEqual(Math.abs(found.before.skewness ?? 0))
        expect(found.cells.length > 0).toBe(found.transforms.length > 0)
        for (const [row, value] of values.entries()) {
          expect(Number.isNaN(found.values[row])).toBe(Number.isNaN(value))
          if (!Number.isNaN(value)) expect(carryThrough(found.transforms, [value])).toEqual([found.values[row]])
          for (const [other, than] of values.entries())
            if (value < than) expect(found.values[row]).toBeLessThanOrEqual(found.values[other] ?? NaN)
        }
      }),
      runs(300),
    )
  })
})

describe('carryThrough', () => {
  it('a clamp, as written in the examples', () => {
    expect(transformValue({ kind: 'clamp', low: null, high: 10 }, 12)).toBe(10)
    expect(carryThrough([{ kind: 'clamp', low: null, high: 60 }], [40, 100])).toEqual([40, 60])
    expect(passes({ skewness: 2.5, kurtosis: 3 }, SHAPE_CRITERION)).toBe(true)
  })

  it('a target goes with its column: whoever reached it still has', () => {
    const { transforms, values } = treatColumn(tailed, { steps: [{ method: 'logarithm', variant: 'ct' }] })
    const [target = NaN] = carryThrough(transforms, [4])
    expect([...values].map((value) => value >= target)).toEqual([...tailed].map((value) => value >= 4))
    expect(carryThrough(treatColumn(tailed).transforms, [50, 3, NaN])).toEqual([4, 3, NaN])
  })

  it('by hand: both ends of a clamp, a logarithm from above, a power at and below its edge', () => {
    const ends = { kind: 'clamp', low: 2, high: 8 } as const
    expect([1, 2, 5, 8, 9].map((value) => transformValue(ends, value))).toEqual([2, 2, 5, 8, 8])
    expect(transformValue({ kind: 'clamp', low: 2, high: null }, 1)).toBe(2)
    const log = { kind: 'log', sign: -1, from: 10, factor: 2, add: 1 } as const
    expect(transformValue(log, 8)).toBeCloseTo(-Math.log(2 * 2 + 1), 12)
    const root = { kind: 'box-cox', from: 1, add: 2, lambda: 0.5 } as const
    expect([3, -1, -2].map((value) => transformValue(root, value))).toEqual([(2 - 1) / 0.5, NaN, NaN])
    expect(transformValue({ ...root, lambda: 0 }, 3)).toBeCloseTo(Math.log(4), 12)
    expect(faultsOf(() => carryThrough([log], [20, 8])).map(({ params }) => params)).toEqual([{ value: '20' }])
  })

  it('names a goalpost that has no logarithm, all of them', () => {
    const { transforms } = logarithmOf(tailed)
    expect(codes(() => carryThrough(transforms, [-50, 3, -60]))).toEqual(['TREAT_CARRY_DOMAIN', 'TREAT_CARRY_DOMAIN'])
    expect(codes(() => carryThrough([boxCox(tailed, { lambda: 0.5 }).transform], [-1]))).toEqual(['TREAT_CARRY_DOMAIN'])
  })

  const logarithmOf = (values: Float64Array): Pick<ReturnType<typeof treatColumn>, 'transforms'> => ({
    transforms: [logarithm(values, 'ct').transform],
  })
})
