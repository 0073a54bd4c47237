import { describe, expect, it } from 'vitest'
import {
  correlationFlags,
  correlationRatio,
  cronbachAlpha,
  describeIndicator,
  discrimination,
  effectiveWeights,
  intraclassCorrelations,
  krippendorffAlpha,
  nominalWeights,
  parentCorrelations,
  principalComponents,
  rankAgreement,
  redundantPairs,
  rotateFactors,
  type NamedColumn,
} from '../../src/index.ts'
import { covariance } from '../../src/numeric/covariance.ts'
import { pearson } from '../../src/numeric/pearson.ts'
import { skewness } from '../../src/numeric/skewness.ts'
import { standardDeviation } from '../../src/numeric/standard-deviation.ts'
import { variance } from '../../src/numeric/variance.ts'
import { faultsOf } from './fixtures.ts'

const column = (id: string, ...values: number[]): NamedColumn => ({ id, values: Float64Array.from(values) })
const a = column('a', 1, 2, 3, 4)
const b = column('b', 1, 3, 2, 4)

describe('descriptive statistics by hand', () => {
  it('mean 4, deviation 2, so a variation of a half, also around a negative mean', () => {
    expect(describeIndicator(column('x', 2, 4, 6))).toMatchObject({ mean: 4, standardDeviation: 2, variation: 0.5 })
    expect(describeIndicator(column('x', -2, -4, -6)).variation).toBe(0.5)
  })

  it('a flag needs to pass its threshold, not to meet it', () => {
    expect(describeIndicator(column('x', 0, 0, 1, 2)).flags).toEqual([])
    expect(describeIndicator(column('x', 0, 0, 0, 2)).flags).toEqual(['manyZeros'])
    expect(describeIndicator(column('x', 1, 1, 2, 2)).flags).toEqual([])
    expect(describeIndicator(column('x', 1, 2, NaN, NaN), { availability: 0.5 }).flags).toEqual([])
    expect(describeIndicator(column('x', 1, NaN, NaN, NaN), { availability: 0.5 }).flags).toEqual([
      'lowAvailability',
      'constant',
    ])
  })

  it('figures far from 0 keep their digits', () => {
    expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1)
    expect(covariance([1e9 + 1, 1e9 + 2, 1e9 + 3], [1e9 + 1, 1e9 + 3, 1e9 + 5])).toBe(2)
  })

  it('small numbers keep their spread and shape', () => {
    expect(standardDeviation([1e-200, 3e-200, 5e-200]) / 2e-200).toBeCloseTo(1, 12)
    expect(skewness([1e-200, 2e-200, 6e-200])).toBeCloseTo(skewness([1, 2, 6]), 9)
    expect(pearson([1, 2, 3], [0.3, 0.1 + 0.2, 0.3])).toBeNaN()
  })
})

describe('components by hand', () => {
  it('two indicators with r 0.8: eigenvalues 1.8 and 0.2', () => {
    const { components, kaiser, rows } = principalComponents([a, b])
    expect([kaiser, rows]).toEqual([1, 4])
    expect(components.map(({ eigenvalue }) => eigenvalue.toFixed(12))).toEqual(['1.800000000000', '0.200000000000'])
    expect(components.map(({ share }) => share.toFixed(12))).toEqual(['0.900000000000', '0.100000000000'])
    expect(components.map(({ cumulative }) => cumulative.toFixed(12))).toEqual(['0.900000000000', '1.000000000000'])
    const half = Math.SQRT1_2
    components.forEach(({ vector }, k) => {
      expect(vector[0]).toBeCloseTo(half, 12)
      expect(vector[1]).toBeCloseTo(k === 0 ? half : -half, 12)
    })
  })

  it('factors half way between two indicators turn onto them', () => {
    const { loadings, explained, communalities, criterion } = rotateFactors([
      [0.8, 0.6],
      [0.8, -0.6],
    ])
    expect(communalities.map((x) => x.toFixed(12))).toEqual(['1.280000000000', '0.720000000000'])
    expect(explained.map((x) => x.toFixed(12))).toEqual(['1.280000000000', '0.720000000000'])
    expect(loadings[0]?.[0]).toBeCloseTo(Math.sqrt(1.28), 12)
    expect(loadings[0]?.[1]).toBeCloseTo(0, 12)
    expect(criterion).toBeCloseTo(0.5, 12)
  })
})

describe('alpha by hand', () => {
  it('a, b: variances 5/3, covariance 4/3, so 2 (1 - (10/3) / 6) = 8/9', () => {
    const { alpha, standardised, meanCorrelation, completeRows } = cronbachAlpha([a, b])
    expect(alpha).toBeCloseTo(8 / 9, 12)
    expect(standardised).toBeCloseTo(1.6 / 1.8, 12)
    expect(meanCorrelation).toBeCloseTo(0.8, 12)
    expect(completeRows).toBe(4)
  })

  it('an item that has nothing to do with the rest does not run against it', () => {
    const [x, y, z] = [column('x', 1, 1, -1, -1), column('y', 1, 1, -1, -1), column('z', 1, -1, 1, -1)]
    const { items } = cronbachAlpha([x, y, z])
    expect(items.map(({ restCorrelation, against }) => [restCorrelation === 0, against])).toEqual([
      [false, false],
      [false, false],
      [true, false],
    ])
  })
})

describe('influence by hand', () => {
  it('shares at half and twice the weight are still in order', () => {
    // Two parts of independent spread: variances in the ratio 1 : 9, shares of 0.1 and 0.9 at weights of a half.
    const parts = [
      { ...column('narrow', 1, 1, -1, -1), weight: 1 },
      { ...column('wide', 3, -3, 3, -3), weight: 1 },
    ]
    const index = column('index', 2, -1, 1, -2)
    const flags = (options: { silent?: number; dominant?: number }) =>
      effectiveWeights(parts, index, options).parts.map(({ flag }) => flag)
    const shares = effectiveWeights(parts, index).parts.map(({ covarianceShare }) => covarianceShare.toFixed(12))
    expect(shares).toEqual(['0.100000000000', '0.900000000000'])
    expect(flags({})).toEqual(['silent', null])
    expect(flags({ silent: 0.25, dominant: 1.75 })).toEqual(['silent', 'dominant'])
    expect(flags({ silent: 0.15, dominant: 1.85 })).toEqual([null, null])
  })

  it('groups of a correlation ratio never part equal values', () => {
    // x has four values; 1 and 2 fill the first group of nine rows, and no cut falls inside a value.
    const x = [1, 1, 1, 1, 2, 2, 3, 3, 4]
    const y = [0, 0, 0, 0, 5, 5, 9, 9, 9]
    expect(correlationRatio(x, y)).toBeCloseTo(1, 12)
  })

  it('most at the bottom of the scale 0 to 100, best and worst 100 apart', () => {
    const [floor, spread] = discrimination(
      [column('floor', 0, 0, 0, 0, 50), column('spread', 0, 25, 50, 75, 100)],
      column('total', 1, 2, 3, 4, 5),
    )
    expect(floor).toMatchObject({ bottomShare: 0.8, topShare: 0, mostShare: 0.8, separation: 0.5, flags: ['floor'] })
    expect(spread).toMatchObject({ separation: 1, flags: [] })
    expect(spread?.totalCorrelation).toBeCloseTo(1, 12)
  })

  it('thresholds of the parent are strict', () => {
    const tree = [
      { id: 'b', parent: null, weight: 1 },
      { id: 'a', parent: 'b', weight: 1 },
    ]
    const flag = (weak: number, dominant: number) => parentCorrelations([a, b], tree, { weak, dominant })[0]?.flag
    expect([flag(0.79, 0.81), flag(0.81, 1), flag(0.3, 0.79)]).toEqual([null, 'weak', 'dominant'])
  })

  it('no correlation at all is not a negative one', () => {
    const [x, y] = [column('x', 1, 1, -1, -1), column('y', 1, -1, 1, -1)]
    const tree = [
      { id: 'y', parent: null, weight: 1 },
      { id: 'x', parent: 'y', weight: 1 },
    ]
    expect(parentCorrelations([x, y], tree)[0]).toMatchObject({ r: 0, flag: 'weak' })
    expect(correlationFlags([x, y].map((each) => ({ ...each, pillar: 'p' })))).toEqual([])
    expect(
      correlationFlags(
        [a, a].map((each, k) => ({ ...each, id: `a${k}`, pillar: 'p' })),
        { high: 1 },
      ),
    ).toEqual([])
  })

  it('one value alone is constant; a separation at its threshold is enough', () => {
    const total = column('total', 1, 2, 3, 4, 5)
    const [one, enough] = discrimination(
      [column('one', NaN, NaN, 40, NaN, NaN), column('enough', 10, 20, 15, 20, 30)],
      total,
    )
    expect(one).toMatchObject({ available: 1, mostShare: 1, separation: null, flags: ['constant'] })
    expect(enough).toMatchObject({ separation: 0.2, flags: [] })
  })

  it('redundant pairs come with the closest first', () => {
    const { pairs, groups } = redundantPairs(
      [a, b, column('c', 2, 4, 6, 8.1), column('d', 1, -1, -1, 1)].map((each) => ({ ...each, pillar: 'p' })),
      { threshold: 0.75 },
    )
    expect(pairs.map(({ first, second }) => first + second)).toEqual(['ac', 'bc', 'ab'])
    expect(groups).toEqual([['a', 'b', 'c']])
  })
})

describe('raters by hand', () => {
  it('large ratings: rounding is no disagreement', () => {
    const near = [1e6 + 0.1, 1e6 + 0.2, 1e6 + 0.4]
    const { meanSquares } = intraclassCorrelations([
      column('r', ...near),
      column('s', ...near.map((x) => x + 0.7)),
      column('t', ...near.map((x) => x - 0.3)),
    ])
    expect(meanSquares.residual).toBe(0)
    expect(meanSquares.between).toBeGreaterThan(0.01)
  })
})

describe('faults say where and how much', () => {
  const raised: [string, () => unknown, object[]][] = [
    [
      'infinite',
      () => describeIndicator(column('x', 1, -Infinity)),
      [{ code: 'COLUMN_INFINITE', params: { row: 2 }, at: { id: 'x' } }],
    ],
    [
      'infinite at once',
      () => describeIndicator(column('x', Infinity)),
      [{ code: 'COLUMN_INFINITE', params: { row: 1 } }],
    ],
    ['few columns', () => principalComponents([a]), [{ code: 'COLUMNS_TOO_FEW', params: { given: 1, least: 2 } }]],
    [
      'length',
      () => principalComponents([a, column('short', 1)]),
      [{ code: 'COLUMN_LENGTH_DIFFERS', params: { rows: 1, expected: 4 }, at: { id: 'short' } }],
    ],
    [
      'rows',
      () => principalComponents([column('x', 1, 2), column('y', 1, 3)]),
      [{ code: 'ROWS_TOO_FEW', params: { given: 2, least: 3 } }],
    ],
    [
      'constant',
      () => cronbachAlpha([a, column('flat', 1, 1, 1, 1)]),
      [{ code: 'COLUMN_CONSTANT', at: { id: 'flat' } }],
    ],
    [
      'no common rows',
      () => cronbachAlpha([column('x', 1, 2, NaN, NaN), column('y', NaN, NaN, 3, 4)]),
      [{ code: 'PAIR_NOT_COMPARABLE', params: { other: 'y' }, at: { id: 'x' } }],
    ],
    [
      'threshold',
      () => describeIndicator(a, { zeros: 1, skewness: -1, distinct: 2 } as object),
      [
        { code: 'THRESHOLD_OUT_OF_RANGE', params: { name: 'skewness', value: '-1', least: '0', most: '∞' } },
        { code: 'THRESHOLD_OUT_OF_RANGE', params: { name: 'distinct', value: '2', least: '0', most: '1' } },
      ],
    ],
    [
      'scale',
      () => discrimination([a], b, { scale: [9, 3] }),
      [{ code: 'SCALE_NOT_RISING', params: { bottom: 9, top: 3 } }],
    ],
    [
      'loadings',
      () => rotateFactors([[1, 2], [3]]),
      [{ code: 'LOADINGS_NOT_USABLE', params: { factors: 2, indicators: 2 } }],
    ],
    ['raters', () => krippendorffAlpha([a], 'nominal'), [{ code: 'RATERS_TOO_FEW', params: { given: 1, least: 2 } }]],
    [
      'equal ratings',
      () => krippendorffAlpha([column('x', 4, 4), column('y', 4, 4)], 'interval'),
      [{ code: 'RATINGS_ALL_EQUAL', params: { rating: 4 } }],
    ],
    ['rank', () => rankAgreement(a, column('y', 0, 1, 2, 3)), [{ code: 'RANK_BELOW_ONE', at: { id: 'y' } }]],
    [
      'tree',
      () =>
        nominalWeights([
          { id: 'x', parent: null, weight: 1 },
          { id: 'y', parent: null, weight: 1 },
          { id: 'z', parent: 'w', weight: 1 },
        ]),
      [
        { code: 'TREE_PARENT_UNKNOWN', params: { parent: 'w' }, at: { id: 'z' } },
        { code: 'TREE_ROOTS', params: { roots: ['x', 'y'], given: 2 } },
      ],
    ],
    [
      'weight',
      () =>
        nominalWeights([
          { id: 'x', parent: null, weight: 1 },
          { id: 'y', parent: 'x', weight: -2 },
        ]),
      [{ code: 'TREE_WEIGHT', params: { weight: '-2' }, at: { id: 'y' } }],
    ],
  ]
  it.each(raised)('%s', (_, run, expected) => {
    const faults = faultsOf(run)
    expect(faults).toHaveLength(expected.length)
    expect(faults).toMatchObject(expected)
  })
})
