import { describe, expect, it } from 'vitest'
import {
  bartlettSphericity,
  correlationFlags,
  correlationPairs,
  correlationRatio,
  correlationTable,
  cronbachAlpha,
  describeIndicator,
  discrimination,
  effectiveWeights,
  intraclassCorrelations,
  kaiserMeyerOlkin,
  kendallW,
  krippendorffAlpha,
  nominalWeights,
  parentCorrelations,
  principalComponents,
  rankAgreement,
  redundantPairs,
  rotateFactors,
  summarisePillars,
  testCorrelation,
  type NamedColumn,
} from '../../src/index.ts'
import { kendallTau } from '../../src/numeric/kendall-tau.ts'
import { kurtosis } from '../../src/numeric/kurtosis.ts'
import { mean } from '../../src/numeric/mean.ts'
import { pearson } from '../../src/numeric/pearson.ts'
import { skewness } from '../../src/numeric/skewness.ts'
import { standardDeviation } from '../../src/numeric/standard-deviation.ts'
import { chiSquareUpper, fUpper, normalTwoSided } from '../../src/numeric/tails.ts'
import { variance } from '../../src/numeric/variance.ts'
import { codeOf } from './fixtures.ts'

const column = (id: string, ...values: number[]): NamedColumn => ({ id, values: Float64Array.from(values) })
const inPillar = (pillar: string, { id, values }: NamedColumn) => ({ id, pillar, values })
const rising = column('rising', 1, 2, 3, 4, 5)
const mixed = column('mixed', 2, 1, 4, 3, 5)
const constant = column('constant', 7, 7, 7, 7, 7)
const missing = column('missing', NaN, NaN, NaN, NaN, NaN)
const infinite = column('infinite', 1, 2, Infinity, 4, 5)

type OfColumns = (columns: readonly NamedColumn[]) => unknown
const methods: [string, OfColumns][] = [
  ['correlationTable', (columns) => correlationTable(columns)],
  ['correlationPairs', (columns) => correlationPairs(columns.map((each) => inPillar('p', each)))],
  ['correlationFlags', (columns) => correlationFlags(columns.map((each) => inPillar('p', each)))],
  ['redundantPairs', (columns) => redundantPairs(columns.map((each) => inPillar('p', each)))],
  ['cronbachAlpha', (columns) => cronbachAlpha(columns)],
  ['principalComponents', principalComponents],
  ['kaiserMeyerOlkin', kaiserMeyerOlkin],
  ['bartlettSphericity', bartlettSphericity],
  ['krippendorffAlpha', (columns) => krippendorffAlpha(columns, 'interval')],
  ['kendallW', kendallW],
  ['intraclassCorrelations', intraclassCorrelations],
  [
    'effectiveWeights',
    ([index, ...parts]) =>
      index &&
      effectiveWeights(
        parts.map((part) => ({ ...part, weight: 1 })),
        index,
      ),
  ],
  ['discrimination', ([total, ...columns]) => total && discrimination(columns, total)],
]

describe.each(methods)('%s refuses', (_, method) => {
  it('an infinite value, by name', () => {
    expect(codeOf(() => method([rising, infinite]))).toEqual(['COLUMN_INFINITE'])
  })

  it('columns of different lengths and with one name, all faults at once', () => {
    const codes = codeOf(() => method([rising, rising, column('short', 1, 2)]))
    expect(codes.sort()).toEqual(['COLUMN_LENGTH_DIFFERS', 'COLUMN_REPEATED'])
  })
})

describe('constant columns', () => {
  it('are described and flagged', () => {
    const description = describeIndicator(constant)
    expect(description).toMatchObject({ standardDeviation: 0, variation: 0, skewness: null, kurtosis: null, most: 5 })
    expect(description.flags).toEqual(['constant', 'fewDistinct'])
  })

  it('have no correlation, and that is said', () => {
    const undefinedCell = { r: null, n: 5, p: null, state: 'constant' }
    expect(testCorrelation(rising.values, constant.values, 'kendall')).toEqual(undefinedCell)
    expect(correlationTable([rising, constant]).cells[1]).toEqual([undefinedCell, undefinedCell])
    const noise = column('noise', 0.3, 0.1 + 0.2, 0.3, 0.3, 0.3)
    expect(testCorrelation(rising.values, noise.values, 'pearson').state).toBe('constant')
  })

  it.each([
    ['cronbachAlpha', cronbachAlpha],
    ['principalComponents', principalComponents],
    ['kaiserMeyerOlkin', kaiserMeyerOlkin],
    ['bartlettSphericity', bartlettSphericity],
  ] as [string, OfColumns][])('are refused by %s, each by name', (_, method) => {
    const codes = codeOf(() => method([constant, rising, column('zeros', 0, 0, 0, 0, 0)]))
    expect(codes).toEqual(['COLUMN_CONSTANT', 'COLUMN_CONSTANT'])
  })

  it('take weight without effect', () => {
    const { parts } = effectiveWeights(
      [
        { ...rising, weight: 1 },
        { ...constant, weight: 1 },
      ],
      column('index', 4, 4.5, 5, 5.5, 6),
    )
    expect(parts[1]).toMatchObject({ covarianceShare: 0, squaredCorrelation: 0, correlationRatio: 0, flag: 'silent' })
    expect(codeOf(() => effectiveWeights([{ ...rising, weight: 1 }], constant))).toEqual(['COLUMN_CONSTANT'])
  })

  it('do not discriminate', () => {
    const [found] = discrimination([column('full', 100, 100, 100, 100, 100)], rising)
    expect(found).toMatchObject({ mostShare: 1, topShare: 1, bottomShare: 0, separation: 0, totalCorrelation: null })
    expect(found?.flags).toEqual(['constant', 'ceiling', 'noSeparation'])
  })
})

describe('missing values', () => {
  it('all missing: described, without correlation, and refused where nothing can be said', () => {
    expect(describeIndicator(missing)).toMatchObject({ n: 5, available: 0, mean: null, min: null, zeroShare: null })
    expect(describeIndicator(missing).flags).toEqual(['allMissing', 'lowAvailability'])
    expect(testCorrelation(rising.values, missing.values, 'spearman')).toEqual({
      r: null,
      n: 0,
      p: null,
      state: 'tooFew',
    })
    expect(codeOf(() => cronbachAlpha([rising, missing]))).toEqual(['COLUMN_CONSTANT'])
    expect(codeOf(() => principalComponents([rising, missing]))).toEqual(['ROWS_TOO_FEW'])
    expect(discrimination([missing], rising)[0]).toMatchObject({
      available: 0,
      mostShare: null,
      separation: null,
      flags: ['empty'],
    })
  })

  it('items without common rows cannot be compared', () => {
    const early = column('early', 1, 2, 3, NaN, NaN)
    const late = column('late', NaN, NaN, NaN, 4, 5)
    expect(codeOf(() => cronbachAlpha([rising, early, late]))).toEqual(['PAIR_NOT_COMPARABLE'])
    expect(codeOf(() => cronbachAlpha([rising, early, late], 'complete'))).toEqual(['ROWS_TOO_FEW'])
  })

  it('scores of a component are missing where a value is', () => {
    const { components, rows } = principalComponents([column('a', 1, 2, NaN, 4), column('b', 2, 1, 3, 5)])
    expect(rows).toBe(3)
    expect([...(components[0]?.scores ?? [])].map(Number.isNaN)).toEqual([false, false, true, false])
  })

  it('whatever one rater left out takes no part in W and the ICCs', () => {
    const a = column('a', 1, 2, 3, 9)
    const b = column('b', 1, 2, 3, NaN)
    expect(kendallW([a, b])).toMatchObject({ w: 1, rated: 3 })
    expect([...kendallW([a, b]).rankSums].map(Number.isNaN)).toEqual([false, false, false, true])
    expect(intraclassCorrelations([a, b])).toMatchObject({ rated: 3 })
    expect(codeOf(() => krippendorffAlpha([column('a', 1, NaN), column('b', NaN, 2)], 'nominal'))).toEqual([
      'RATINGS_NOT_PAIRED',
    ])
  })
})

describe('too little', () => {
  it('one unit', () => {
    const one = [column('a', 1), column('b', 2)]
    expect(describeIndicator(column('a', 3))).toMatchObject({ mean: 3, standardDeviation: null, flags: ['constant'] })
    expect(correlationTable(one).cells[0]?.[1]).toEqual({ r: null, n: 1, p: null, state: 'tooFew' })
    expect(codeOf(() => principalComponents(one))).toEqual(['ROWS_TOO_FEW'])
    expect(codeOf(() => kendallW(one))).toEqual(['ROWS_TOO_FEW'])
    expect(codeOf(() => intraclassCorrelations(one))).toEqual(['ROWS_TOO_FEW'])
    expect(codeOf(() => rankAgreement(column('a', 1), column('b', 1)))).toEqual(['ROWS_TOO_FEW'])
    expect(codeOf(() => effectiveWeights([{ ...column('a', 1), weight: 1 }], column('b', 1)))).toEqual(['ROWS_TOO_FEW'])
  })

  it('two units: a correlation of 1 that proves nothing', () => {
    expect(testCorrelation([1, 2], [3, 9], 'pearson')).toEqual({ r: 1, n: 2, p: null, state: 'tooFew' })
    expect(correlationRatio([1, 2, 3], [1, 2, 3])).toBeNull()
  })

  it('one column, one rater', () => {
    for (const method of [cronbachAlpha, principalComponents, kaiserMeyerOlkin]) {
      expect(codeOf(() => method([rising]))).toEqual(['COLUMNS_TOO_FEW'])
    }
    expect(codeOf(() => correlationTable([]))).toEqual(['COLUMNS_TOO_FEW'])
    expect(codeOf(() => kendallW([rising]))).toEqual(['RATERS_TOO_FEW'])
    expect(codeOf(() => krippendorffAlpha([rising], 'ordinal'))).toEqual(['RATERS_TOO_FEW'])
  })

  it('no more rows than columns: nothing to invert', () => {
    const [a, b, c] = [column('a', 1, 2, 4, 3), column('b', 1, 3, 1, 2), column('c', 5, 1, 2, 9)]
    expect(bartlettSphericity([a, b, c]).df).toBe(3)
    const wide = Array.from({ length: 8 }, (_, j) =>
      column(`c${j}`, ...Array.from({ length: 4 }, (__, i) => (i * (j + 3)) % 11)),
    )
    expect(codeOf(() => bartlettSphericity(wide))).toEqual(['CORRELATIONS_SINGULAR'])
  })
})

describe('mixtures and opposites', () => {
  const sum = column('sum', 3, 3, 7, 7, 10)

  it('a sum of two others leaves no partial correlation: who takes part is named', () => {
    const other = column('other', 3, 9, 1, 4, 4)
    let faults: readonly { readonly params: unknown }[] = []
    try {
      kaiserMeyerOlkin([rising, mixed, sum, other])
    } catch (error) {
      if (error instanceof Error && 'faults' in error) faults = error.faults as typeof faults
    }
    expect(faults[0]?.params).toEqual({ indicators: ['rising', 'mixed', 'sum'], rows: 5, columns: 4 })
    expect(codeOf(() => bartlettSphericity([rising, mixed, sum]))).toEqual(['CORRELATIONS_SINGULAR'])
    expect(cronbachAlpha([rising, mixed, sum]).lambda6).toBeNull()
  })

  it('items that cancel out have no total', () => {
    const opposite = column('opposite', 5, 4, 3, 2, 1)
    expect(codeOf(() => cronbachAlpha([rising, opposite]))).toEqual(['TOTAL_CONSTANT'])
    const { alpha, items } = cronbachAlpha([rising, { ...opposite, direction: -1 }])
    expect(alpha).toBeCloseTo(1, 12)
    expect(items.map((item) => [item.alphaIfDropped, item.against])).toEqual([
      [null, false],
      [null, false],
    ])
  })

  it('opposite items of different spread have an alpha, and none when standardised', () => {
    const result = cronbachAlpha([rising, column('falling', 10, 8, 6, 4, 2)])
    expect(result.alpha).toBeCloseTo(-8, 9)
    expect(result.standardised).toBeNull()
  })

  it('an item that runs against the others is named', () => {
    const items = [rising, mixed, column('against', 1.2, 1.1, 0.9, 0.8, 0.5)]
    expect(cronbachAlpha(items).items.map(({ against }) => against)).toEqual([false, false, true])
    expect(principalComponents(items).against.length).toBeGreaterThan(0)
  })

  it('uncorrelated indicators share nothing: adequacy 0, no sphericity to reject', () => {
    const a = column('a', 1, 1, -1, -1)
    const b = column('b', 1, -1, 1, -1)
    expect(kaiserMeyerOlkin([a, b])).toMatchObject({ overall: 0, indicators: [{ adequacy: 0 }, { adequacy: 0 }] })
    expect(bartlettSphericity([a, b]).p).toBe(1)
    expect(principalComponents([a, b]).kaiser).toBe(0)
  })
})

describe('ties and equal ratings', () => {
  it('everything tied', () => {
    const tied = column('tied', 1, 1, 1)
    expect(codeOf(() => kendallW([tied, { ...tied, id: 'too' }]))).toEqual(['RATINGS_ALL_TIED'])
    expect(codeOf(() => intraclassCorrelations([tied, { ...tied, id: 'too' }]))).toEqual(['RATINGS_ALL_EQUAL'])
    expect(codeOf(() => krippendorffAlpha([tied, { ...tied, id: 'too' }], 'ratio'))).toEqual(['RATINGS_ALL_EQUAL'])
    expect(kendallW([tied, column('order', 1, 2, 3)])).toMatchObject({ meanSpearman: null })
    expect(rankAgreement(tied, column('order', 1, 2, 3))).toMatchObject({
      spearman: null,
      tauB: null,
      tauC: null,
      gamma: null,
      weightedTau: null,
      tauA: 0,
    })
  })

  it('raters who agree in everything', () => {
    const again = { ...rising, id: 'again' }
    for (const { icc, f, p } of intraclassCorrelations([rising, again]).forms) {
      expect([icc, f, p]).toEqual([1, Infinity, 0])
    }
    const equal = intraclassCorrelations([column('a', 3, 3, 3), column('b', 5, 5, 5)]).forms
    expect(equal[2]).toMatchObject({ icc: null, f: 0, p: 1 })
  })

  it('ratio ratings: two zeros agree, a negative one is refused', () => {
    expect(krippendorffAlpha([column('a', 0, 4), column('b', 0, 4)], 'ratio').alpha).toBe(1)
    expect(codeOf(() => krippendorffAlpha([column('a', -1, 4), column('b', 0, -4)], 'ratio'))).toEqual([
      'RATING_NEGATIVE',
      'RATING_NEGATIVE',
    ])
  })

  it('ranks start at 1', () => {
    expect(codeOf(() => rankAgreement(column('a', 0, 1), column('b', 1, 2)))).toEqual(['RANK_BELOW_ONE'])
  })
})

describe('zeros, large and small numbers', () => {
  it('zeros, negative zero among them', () => {
    const zeros = describeIndicator(column('z', 0, -0, 0, 5))
    expect(zeros).toMatchObject({ zeros: 3, zeroShare: 0.75, distinct: 2 })
    expect(zeros.flags).toEqual(['manyZeros'])
    expect(describeIndicator(column('z', -1, 0, 1)).variation).toBeNull()
  })

  it('neither overflow nor vanish', () => {
    expect(pearson([1e200, 2e200, 4e200], [1e-200, 2e-200, 4e-200])).toBeCloseTo(1, 12)
    expect(standardDeviation([1e200, 3e200, 5e200])).toBeCloseTo(2e200, -190)
    expect(skewness([1e200, 2e200, 6e200])).toBeCloseTo(skewness([1, 2, 6]), 9)
    expect([variance([0.3, 0.1 + 0.2]), standardDeviation([0.3, 0.1 + 0.2])]).toEqual([0, 0])
    expect(standardDeviation([1e12, 1e12 + 1, 1e12 + 2])).toBe(1)
  })

  it('helpers say NaN where nothing is defined', () => {
    for (const result of [
      mean([]),
      variance([1]),
      standardDeviation([NaN]),
      skewness([1, 2]),
      kurtosis([1, 2, 3]),
      skewness([4, 4, 4]),
      pearson([1, 2], [3, 3]),
      kendallTau([1], [2]),
    ]) {
      expect(result).toBeNaN()
    }
    expect([chiSquareUpper(0, 3), chiSquareUpper(Infinity, 3), normalTwoSided(0)]).toEqual([1, 0, 1])
    expect([fUpper(0, { numerator: 2, denominator: 3 }), fUpper(Infinity, { numerator: 2, denominator: 3 })]).toEqual([
      1, 0,
    ])
  })
})

describe('thresholds, trees, loadings', () => {
  it.each([
    ['describeIndicator', () => describeIndicator(rising, { availability: 1.2, distinct: -1, skewness: NaN })],
    ['correlationFlags', () => correlationFlags([], { high: 2, low: -2, kind: 'pearson' })],
    ['redundantPairs', () => redundantPairs([], { threshold: NaN })],
    ['parentCorrelations', () => parentCorrelations([rising], [], { weak: -1 })],
    ['effectiveWeights', () => effectiveWeights([{ ...rising, weight: 1 }], mixed, { silent: 2, dominant: 0 })],
    ['discrimination', () => discrimination([rising], mixed, { scale: [NaN, Infinity], atEnd: 7 })],
  ])('%s names every threshold that is out of its range', (_, run) => {
    const codes = codeOf(run)
    expect(codes.length).toBeGreaterThan(0)
    expect(new Set(codes)).toEqual(new Set(['THRESHOLD_OUT_OF_RANGE']))
  })

  it('a scale rises', () => {
    expect(codeOf(() => discrimination([rising], mixed, { scale: [5, 5] }))).toEqual(['SCALE_NOT_RISING'])
  })

  it('a tree must be one, with usable weights', () => {
    const root = { id: 'index', parent: null, weight: 1 }
    const leaf = (id: string, parent: string, weight = 1) => ({ id, parent, weight })
    expect(codeOf(() => nominalWeights([root, leaf('a', 'index'), leaf('a', 'index')]))).toEqual(['TREE_NODE_REPEATED'])
    expect(codeOf(() => nominalWeights([root, leaf('a', 'nowhere')]))).toEqual(['TREE_PARENT_UNKNOWN'])
    expect(codeOf(() => nominalWeights([leaf('a', 'b'), leaf('b', 'a')]))).toEqual([
      'TREE_ROOTS',
      'TREE_CYCLE',
      'TREE_CYCLE',
    ])
    expect(codeOf(() => nominalWeights([root, { ...root, id: 'second' }]))).toEqual(['TREE_ROOTS'])
    expect(codeOf(() => nominalWeights([root, leaf('a', 'index', -1), leaf('b', 'index', NaN)]))).toEqual([
      'TREE_WEIGHT',
      'TREE_WEIGHT',
    ])
    expect(codeOf(() => nominalWeights([root, leaf('a', 'index', 0), leaf('b', 'a', 0)]))).toEqual([
      'TREE_WEIGHTS_ZERO',
      'TREE_WEIGHTS_ZERO',
    ])
    expect(codeOf(() => parentCorrelations([rising], [root]))).toEqual(['TREE_NODE_UNKNOWN'])
  })

  it('parts need usable weights', () => {
    const parts = (first: number, second: number) => [
      { ...rising, weight: first },
      { ...mixed, weight: second },
    ]
    const index = column('index', 1, 3, 2, 5, 4)
    expect(codeOf(() => effectiveWeights(parts(-1, Infinity), index))).toEqual(['TREE_WEIGHT', 'TREE_WEIGHT'])
    expect(codeOf(() => effectiveWeights(parts(0, 0), index))).toEqual(['TREE_WEIGHTS_ZERO'])
    expect(codeOf(() => effectiveWeights([], index))).toEqual(['COLUMNS_TOO_FEW'])
  })

  it('a child of nothing but zeros weighs nothing; its siblings take all', () => {
    const tree = [
      { id: 'index', parent: null, weight: 5 },
      { id: 'a', parent: 'index', weight: 0 },
      { id: 'b', parent: 'index', weight: 2 },
    ]
    expect([...nominalWeights(tree)]).toEqual([
      ['index', 1],
      ['a', 0],
      ['b', 1],
    ])
  })

  it('loadings must be there, of one length and finite', () => {
    for (const loadings of [[], [[]], [[1, 2], [1]], [[NaN, 1]]]) {
      expect(codeOf(() => rotateFactors(loadings))).toEqual(['LOADINGS_NOT_USABLE'])
    }
    expect(
      rotateFactors([
        [0, 0.6],
        [0, 0.8],
      ]).communalities,
    ).toEqual([0, 1])
  })
})

describe('flags against the parent and in the pillar', () => {
  const tree = [
    { id: 'index', parent: null, weight: 1 },
    { id: 'pillar', parent: 'index', weight: 1 },
    { id: 'up', parent: 'pillar', weight: 1 },
    { id: 'down', parent: 'pillar', weight: 1 },
    { id: 'flat', parent: 'pillar', weight: 1 },
    { id: 'little', parent: 'pillar', weight: 1 },
  ]
  const pillar = column('pillar', 1, 2, 3, 4, 5)

  it('dominant, negative, without variation, weak', () => {
    const found = parentCorrelations(
      [
        column('up', 2, 4, 6, 8, 10),
        column('down', 5, 4, 3, 1, 2),
        column('flat', 1, 1, 1, 1, 1),
        column('little', 3, 1, 2, 1, 3.2),
        pillar,
      ],
      tree,
    )
    expect(found.map(({ id, ancestor, steps, flag, state }) => [id, ancestor, steps, flag, state])).toEqual([
      ['up', 'pillar', 1, 'dominant', 'ok'],
      ['down', 'pillar', 1, 'negative', 'ok'],
      ['flat', 'pillar', 1, null, 'constant'],
      ['little', 'pillar', 1, 'weak', 'ok'],
    ])
  })

  it('a pillar whose indicators go together less than with others is blurred', () => {
    const pairs = correlationPairs([
      inPillar('p', rising),
      inPillar('p', column('down', 5, 3, 4, 2, 1)),
      inPillar('q', column('rising2', 1, 2, 3, 5, 4)),
    ])
    const [p, q] = summarisePillars(pairs)
    expect(p).toMatchObject({
      pillar: 'p',
      within: { pairs: 1, negative: 1 },
      across: { pairs: 2, negative: 1 },
      blurred: true,
    })
    expect(q).toMatchObject({ pillar: 'q', within: { pairs: 0, mean: null }, blurred: false })
  })

  it('effective weights say who rules, who is silent, who works against', () => {
    const wide = { ...column('wide', 0, 100, 0, 100), weight: 1 }
    const narrow = { ...column('narrow', 50, 52, 51, 51), weight: 2 }
    const against = { ...column('against', 60, 40, 60, 40), weight: 1 }
    const index = column('index', 40, 61, 40.5, 60.5)
    const { parts } = effectiveWeights([wide, narrow, against], index)
    expect(parts.map(({ flag }) => flag)).toEqual(['dominant', 'silent', 'reversed'])
  })
})
