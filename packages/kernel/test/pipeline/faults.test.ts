/** What is wrong with a pipeline or a sample normaliser is told when the framework is compiled, at its path. */
import { describe, expect, it } from 'vitest'
import {
  frozenStatistics,
  namedRange,
  sampleStatistics,
  scoreSample,
  validateFramework,
  type Framework,
  type IndicatorSpec,
  type PipelineOverride,
  type SampleNormaliseSpec,
} from '../../src/index.ts'
import { branch, framework, leaf } from '../support/build.ts'
import { faultsOf } from '../support/faults.ts'

const facts = [
  { id: 'people', type: 'number' },
  { id: 'open', type: 'boolean' },
] as const
const rules = (spec: Partial<IndicatorSpec>, over: Partial<Framework> = {}) =>
  framework(branch('root', [leaf('a', 1, spec)]), { facts, ...over })
const told = (rule: Framework) => validateFramework(rule).map(({ code, at }) => [code, at.path])
const figures = (rule: Framework) => validateFramework(rule).map(({ params }) => params)

describe('the whole set', () => {
  it.each<readonly [Framework['pipeline'], string, string]>([
    [{ screen: { units: { available: 1.5 } } }, 'PREPARE_OPTION_RANGE', 'pipeline/screen/units/available'],
    [{ screen: { units: { nonZero: -1 } } }, 'PREPARE_OPTION_RANGE', 'pipeline/screen/units/nonZero'],
    [{ screen: { indicators: { available: NaN } } }, 'PREPARE_OPTION_RANGE', 'pipeline/screen/indicators/available'],
    [{ screen: { keep: ['u', 'v'], drop: ['v'] } }, 'SCREEN_KEPT_AND_DROPPED', 'pipeline/screen/keep'],
    [{ denominate: { by: 'persons', per: 1 } }, 'PIPELINE_UNKNOWN_FACT', 'pipeline/denominate/by'],
    [{ denominate: { by: 'open', per: 1 } }, 'PIPELINE_UNKNOWN_FACT', 'pipeline/denominate/by'],
    [{ denominate: { by: 'people', per: 0 } }, 'PREPARE_OPTION_POSITIVE', 'pipeline/denominate/per'],
    [{ denominate: { by: 'people', per: Infinity } }, 'PREPARE_OPTION_POSITIVE', 'pipeline/denominate/per'],
    [
      { impute: [{ method: 'mean' }, { method: 'neighbours', k: 0 }] },
      'IMPUTE_NEIGHBOURS_COUNT',
      'pipeline/impute/1/k',
    ],
    [{ impute: [{ method: 'neighbours', k: 1.5 }] }, 'IMPUTE_NEIGHBOURS_COUNT', 'pipeline/impute/0/k'],
    [{ impute: [{ method: 'em', pillars: ['a'] }] }, 'PIPELINE_UNKNOWN_PILLAR', 'pipeline/impute/0/pillars'],
    [{ impute: [{ method: 'linear', ends: 'leave', most: -1 }] }, 'PREPARE_OPTION_RANGE', 'pipeline/impute/0/most'],
    [{ treat: { skewness: -1 } }, 'PREPARE_OPTION_RANGE', 'pipeline/treat/skewness'],
    [{ treat: { kurtosis: NaN } }, 'PREPARE_OPTION_RANGE', 'pipeline/treat/kurtosis'],
    [{ treat: { steps: [{ method: 'winsorise', most: -1 }] } }, 'PREPARE_OPTION_RANGE', 'pipeline/treat/steps/0/most'],
    [
      { treat: { steps: [{ method: 'box-cox', lambda: NaN }] } },
      'PREPARE_OPTION_FINITE',
      'pipeline/treat/steps/0/lambda',
    ],
  ])('%j', (pipeline, code, path) => {
    expect(told(rules({}, { ...(pipeline && { pipeline }) }))).toEqual([[code, path]])
  })

  it('is sound at every end of every range', () => {
    const pipeline: Framework['pipeline'] = {
      screen: { units: { available: 0, nonZero: 1 }, indicators: { available: 1 }, keep: ['u'], drop: ['v'] },
      denominate: { by: 'people', per: 0.5 },
      impute: [
        { method: 'neighbours', k: 1, pillars: ['root'] },
        { method: 'linear', ends: 'nearest', most: 0 },
      ],
      treat: {
        skewness: 0,
        kurtosis: -3,
        steps: [
          { method: 'winsorise', most: 0 },
          { method: 'box-cox', lambda: 0 },
          { method: 'logarithm', variant: 'ct' },
        ],
      },
      reference: { period: '*' },
    }
    expect(told(rules({}, { pipeline }))).toEqual([])
  })
})

it.each<readonly [Framework['pipeline'] & object, object]>([
  [{ screen: { units: { available: 1.5 } } }, { option: 'available', value: '1.5', least: '0', most: '1' }],
  [{ screen: { indicators: { nonZero: -1 } } }, { option: 'nonZero', value: '-1', least: '0', most: '1' }],
  [{ screen: { keep: ['u', 'v'], drop: ['v'] } }, { unit: 'v' }],
  [{ denominate: { by: 'open', per: 1 } }, { fact: 'open', facts: ['people'] }],
  [{ denominate: { by: 'people', per: -1 } }, { option: 'per', value: '-1' }],
  [{ impute: [{ method: 'neighbours', k: 0.5 }] }, { k: '0.5' }],
  [{ impute: [{ method: 'em', pillars: ['root', 'a'] }] }, { pillar: 'a', branches: ['root'] }],
  [
    { impute: [{ method: 'linear', ends: 'leave', most: -1 }] },
    { option: 'most', value: '-1', least: '0', most: 'Infinity' },
  ],
  [{ treat: { skewness: -1 } }, { option: 'skewness', value: '-1', least: '0', most: 'Infinity' }],
  [{ treat: { kurtosis: NaN } }, { option: 'kurtosis', value: 'NaN', least: '-Infinity', most: 'Infinity' }],
  [
    { treat: { steps: [{ method: 'winsorise', most: -2 }] } },
    { option: 'most', value: '-2', least: '0', most: 'Infinity' },
  ],
  [{ treat: { steps: [{ method: 'box-cox', lambda: Infinity }] } }, { option: 'lambda', value: 'Infinity' }],
])('the figures of a fault of the whole set: %j', (pipeline, params) => {
  expect(figures(rules({}, { pipeline }))).toEqual([params])
})

describe('a node', () => {
  it.each<readonly [PipelineOverride, string, string]>([
    [{ denominate: { by: 'x', per: 1 } }, 'PIPELINE_UNKNOWN_FACT', 'tree/a/pipeline/denominate/by'],
    [
      { impute: [{ method: 'row-mean', pillars: ['x'] }] },
      'PIPELINE_UNKNOWN_PILLAR',
      'tree/a/pipeline/impute/0/pillars',
    ],
    [{ treat: { skewness: -2 } }, 'PREPARE_OPTION_RANGE', 'tree/a/pipeline/treat/skewness'],
  ])('%j', (pipeline, code, path) => {
    expect(validateFramework(rules({ pipeline }))).toMatchObject([{ code, at: { id: 'a', path } }])
  })

  const levels = {
    method: 'level-map',
    points: [
      [0, 0],
      [1, 100],
    ],
  } as const
  const panel = { method: 'expert', scale: [0, 100], ratersMin: 3, aggregate: 'mean', dispersionAlert: 9 } as const
  it.each<readonly [IndicatorSpec['normalise'], PipelineOverride, readonly string[]]>([
    [levels, { denominate: { by: 'people', per: 1 } }, ['denominate']],
    [levels, { impute: [{ method: 'mean' }] }, ['impute']],
    [levels, { impute: [{ method: 'carry-forward', ends: 'leave' }] }, []],
    [levels, { treat: {} }, ['treat']],
    [panel, { denominate: { by: 'people', per: 1 } }, ['denominate']],
    [panel, { impute: [{ method: 'mean' }] }, []],
    [panel, { treat: {} }, ['treat']],
    [levels, { denominate: 'none', impute: 'none', treat: 'none', reference: 'none' }, []],
  ])('%j with %j', (normalise, pipeline, unfit) => {
    expect(told(rules({ normalise, pipeline }))).toEqual(
      unfit.map((step) => ['PIPELINE_STEP_UNFIT', `tree/a/pipeline/${step}`]),
    )
  })

  it('names the step and the normaliser that do not go together', () => {
    const pipeline = { denominate: { by: 'people', per: 1 }, impute: [{ method: 'mean' }], treat: {} } as const
    expect(validateFramework(rules({ normalise: levels, pipeline }))).toEqual(
      ['denominate', 'impute', 'treat'].map((step) => ({
        code: 'PIPELINE_STEP_UNFIT',
        severity: 'error',
        params: { step, method: 'level-map' },
        at: { id: 'a', path: `tree/a/pipeline/${step}` },
      })),
    )
  })

  it('a branch may ask for what only some of its indicators can go with', () => {
    const root = branch('root', [leaf('a', 0.5, { normalise: levels }), leaf('b', 0.5)], { pipeline: { treat: {} } })
    expect(told(framework(root, { facts }))).toEqual([])
  })

  it('cannot have a frozen sample, or a given width, behind a treatment that is fitted', () => {
    const frozen: SampleNormaliseSpec = { method: 'min-max', low: 0, high: 100, sample: { values: [1, 2] } }
    const wide: SampleNormaliseSpec = { method: 'sigmoid', steepness: 1, scale: 2 }
    const pipeline = { treat: {} }
    expect(told(rules({ normalise: frozen }, { pipeline }))).toEqual([
      ['PIPELINE_FROZEN_TREATED', 'tree/a/normalise/sample'],
    ])
    expect(told(rules({ normalise: wide }, { pipeline }))).toEqual([
      ['PIPELINE_SCALE_TREATED', 'tree/a/normalise/scale'],
    ])
    const written = { treat: { transforms: [{ kind: 'clamp', low: null, high: 2 }] } } as const
    expect(told(rules({ normalise: frozen }, { pipeline: written }))).toEqual([])
    expect(told(rules({ normalise: frozen, pipeline: { treat: 'none' } }, { pipeline }))).toEqual([])
  })
})

describe('sample normalisers', () => {
  const STATISTICS = { count: 3, minimum: 1, maximum: 3, mean: 2, deviation: 1 }
  it.each<readonly [SampleNormaliseSpec, string, string]>([
    [{ method: 'min-max', low: -1, high: 100 }, 'SAMPLE_ENDS', ''],
    [{ method: 'min-max', low: 50, high: 50 }, 'SAMPLE_ENDS', ''],
    [{ method: 'min-max', low: 0, high: 101 }, 'SAMPLE_ENDS', ''],
    [{ method: 'min-max', low: 0, high: 100, constant: 101 }, 'PREPARE_OPTION_RANGE', '/constant'],
    [{ method: 'z-score', mean: -1, deviation: 10 }, 'PREPARE_OPTION_RANGE', '/mean'],
    [{ method: 'z-score', mean: 50, deviation: 0 }, 'PREPARE_OPTION_POSITIVE', '/deviation'],
    [{ method: 'scaled', lower: 2, upper: 2 }, 'SAMPLE_SCALE_EMPTY', ''],
    [{ method: 'scaled', lower: -Infinity, upper: 2 }, 'SAMPLE_SCALE_EMPTY', ''],
    [{ method: 'scaled', lower: -1.7e308, upper: 1.7e308 }, 'SAMPLE_SCALE_EMPTY', ''],
    [{ method: 'distance-to-reference', reference: NaN }, 'SAMPLE_REFERENCE_VALUE', '/reference'],
    [{ method: 'distance-to-target', target: Infinity, sides: 'one' }, 'SAMPLE_TARGET_VALUE', '/target'],
    [{ method: 'efficacy', base: 70, span: 40, outside: 'hold' }, 'SAMPLE_ENDS', '/span'],
    [{ method: 'efficacy', base: -1, span: 40, outside: 'hold' }, 'SAMPLE_ENDS', '/span'],
    [{ method: 'efficacy', base: 60, span: 0, outside: 'hold' }, 'SAMPLE_ENDS', '/span'],
    [
      { method: 'efficacy', satisfactory: 1, unacceptable: 1, base: 60, span: 40, outside: 'hold' },
      'SAMPLE_EFFICACY_ORDER',
      '/satisfactory',
    ],
    [{ method: 'categorical', categories: [] }, 'SAMPLE_CATEGORIES', '/categories'],
    [{ method: 'categorical', categories: [[0.1, 0]] }, 'SAMPLE_CATEGORIES', '/categories'],
    [
      {
        method: 'categorical',
        categories: [
          [0, 50],
          [0.5, 40],
        ],
      },
      'SAMPLE_CATEGORIES',
      '/categories',
    ],
    [
      {
        method: 'categorical',
        categories: [
          [0, 50],
          [1, 60],
        ],
      },
      'SAMPLE_CATEGORIES',
      '/categories',
    ],
    [
      {
        method: 'categorical',
        categories: [
          [0, 50],
          [0.5, 101],
        ],
      },
      'SAMPLE_CATEGORIES',
      '/categories',
    ],
    [
      {
        method: 'categorical',
        categories: [
          [0, 50],
          [0.5, 60],
          [0.5, 70],
        ],
      },
      'SAMPLE_CATEGORIES',
      '/categories',
    ],
    [{ method: 'categorical', categories: [[0, -1]] }, 'SAMPLE_CATEGORIES', '/categories'],
    [{ method: 'sigmoid', steepness: 0 }, 'PREPARE_OPTION_POSITIVE', '/steepness'],
    [{ method: 'sigmoid', steepness: 1, scale: Infinity }, 'PREPARE_OPTION_POSITIVE', '/scale'],
    [{ method: 'sigmoid', steepness: 1, midpoint: NaN }, 'PREPARE_OPTION_FINITE', '/midpoint'],
    [{ method: 'rank', ties: 'min', sample: STATISTICS }, 'PIPELINE_FROZEN_NEEDS_VALUES', '/sample'],
    [{ method: 'mid-percentile', sample: STATISTICS }, 'PIPELINE_FROZEN_NEEDS_VALUES', '/sample'],
    [{ method: 'mid-percentile', sample: { values: [] } }, 'PIPELINE_FROZEN_VALUES', '/sample/values'],
    [{ method: 'mid-percentile', sample: { values: [1, NaN] } }, 'PIPELINE_FROZEN_VALUES', '/sample/values'],
    [{ method: 'mid-percentile', sample: { values: [NaN] } }, 'PIPELINE_FROZEN_VALUES', '/sample/values'],
    [{ method: 'distance-to-maximum', sample: { ...STATISTICS, mean: 0 } }, 'PIPELINE_FROZEN_STATISTICS', '/sample'],
    [{ method: 'distance-to-maximum', sample: { ...STATISTICS, mean: 4 } }, 'PIPELINE_FROZEN_STATISTICS', '/sample'],
    [{ method: 'distance-to-maximum', sample: { ...STATISTICS, count: 0 } }, 'PIPELINE_FROZEN_STATISTICS', '/sample'],
    [
      { method: 'distance-to-maximum', sample: { ...STATISTICS, deviation: -1 } },
      'PIPELINE_FROZEN_STATISTICS',
      '/sample',
    ],
    [
      { method: 'distance-to-maximum', sample: { ...STATISTICS, maximum: Infinity } },
      'PIPELINE_FROZEN_STATISTICS',
      '/sample',
    ],
  ])('%j', (normalise, code, field) => {
    expect(told(rules({ normalise }))).toEqual([[code, `tree/a/normalise${field}`]])
  })

  it.each<readonly [SampleNormaliseSpec, object]>([
    [
      { method: 'min-max', low: 50, high: 40 },
      { low: 50, high: 40 },
    ],
    [
      { method: 'min-max', low: 0, high: 100, constant: 101 },
      { option: 'constant', value: '101', least: '0', most: '100' },
    ],
    [
      { method: 'z-score', mean: -1, deviation: 10 },
      { option: 'mean', value: '-1', least: '0', most: '100' },
    ],
    [
      { method: 'z-score', mean: 50, deviation: -1 },
      { option: 'deviation', value: '-1' },
    ],
    [
      { method: 'scaled', lower: 3, upper: 2 },
      { lower: '3', upper: '2' },
    ],
    [{ method: 'distance-to-reference', reference: NaN }, { value: 'NaN' }],
    [{ method: 'distance-to-target', target: Infinity, sides: 'one' }, { target: 'Infinity' }],
    [
      { method: 'efficacy', base: 70, span: 40, outside: 'hold' },
      { low: 70, high: 110 },
    ],
    [
      { method: 'efficacy', satisfactory: 1, unacceptable: 2, base: 60, span: 40, outside: 'hold' },
      { satisfactory: '1', unacceptable: '2' },
    ],
    [{ method: 'categorical', categories: [[0.1, 5]] }, { categories: ['0.1 → 5'] }],
    [
      { method: 'sigmoid', steepness: 0 },
      { option: 'steepness', value: '0' },
    ],
    [
      { method: 'sigmoid', steepness: 1, scale: -1 },
      { option: 'scale', value: '-1' },
    ],
    [
      { method: 'sigmoid', steepness: 1, midpoint: NaN },
      { option: 'midpoint', value: 'NaN' },
    ],
    [{ method: 'rank', ties: 'min', sample: STATISTICS }, { method: 'rank' }],
    [
      { method: 'distance-to-maximum', sample: { ...STATISTICS, mean: 4 } },
      { ...STATISTICS, mean: 4 },
    ],
    [{ method: 'distance-to-target', target: 1, sides: 'two' }, { direction: 'positive' }],
  ])('the figures of a fault: %j', (normalise, params) => {
    expect(figures(rules({ normalise }))).toEqual([params])
  })

  it.each(['rank', 'borda', 'percentile-rank', 'mid-percentile', 'categorical'] as const)(
    '%s needs the single values of a frozen sample',
    (method) => {
      const spec = { method, ties: 'min', categories: [[0, 0]], sample: STATISTICS } as SampleNormaliseSpec
      expect(told(rules({ normalise: spec }))).toEqual([['PIPELINE_FROZEN_NEEDS_VALUES', 'tree/a/normalise/sample']])
    },
  )

  it.each<SampleNormaliseSpec>([
    { method: 'min-max', low: 0, high: 100, constant: 0, sample: STATISTICS },
    { method: 'z-score', mean: 100, deviation: 1 },
    { method: 'scaled', lower: 0, upper: 1 },
    { method: 'efficacy', satisfactory: 2, unacceptable: 1, base: 0, span: 100, outside: 'hold' },
    { method: 'efficacy', satisfactory: 2, base: 60, span: 40, outside: 'hold' },
    {
      method: 'categorical',
      categories: [
        [0, 0],
        [0.5, 0],
        [0.9, 100],
      ],
    },
    { method: 'sigmoid', steepness: 1, midpoint: 0, scale: 1 },
    { method: 'distance-to-target', target: 0, sides: 'one' },
    { method: 'distance-to-reference', reference: 'unit' },
    { method: 'rank', ties: 'min', sample: { values: [1] } },
    { method: 'distance-to-maximum', sample: { count: 1, minimum: 2, maximum: 2, mean: 2, deviation: 0 } },
  ])('sound: %j', (normalise) => {
    expect(told(rules({ normalise }))).toEqual([])
  })

  it('a target needs both sides, and both sides need a target', () => {
    const two: SampleNormaliseSpec = { method: 'distance-to-target', target: 5, sides: 'two' }
    expect(told(rules({ direction: 'target', normalise: two }))).toEqual([])
    expect(told(rules({ normalise: two }))).toEqual([['DIRECTION_METHOD', 'tree/a/normalise']])
    expect(told(rules({ direction: 'target', normalise: { method: 'rank', ties: 'min' } }))).toEqual([
      ['DIRECTION_METHOD', 'tree/a/normalise'],
    ])
    const falling: SampleNormaliseSpec = {
      method: 'efficacy',
      satisfactory: 1,
      unacceptable: 5,
      base: 60,
      span: 40,
      outside: 'hold',
    }
    expect(told(rules({ direction: 'negative', normalise: falling }))).toEqual([])
  })

  const f = (...values: readonly number[]) => Float64Array.from(values)
  it('comes to 0 to 100 by the stated rule, direction right in each', () => {
    const sample = sampleStatistics(f(2, 4, 6, 8))
    const scores = (spec: SampleNormaliseSpec, direction: 'positive' | 'negative' = 'positive') => [
      ...scoreSample(f(2, 4, 8, 12, NaN), spec, { direction, statistics: sample, referenceValue: 6 }).scores,
    ]
    expect(scores({ method: 'min-max', low: 10, high: 90 })).toEqual([10, expect.closeTo(10 + 80 / 3, 10), 90, 90, NaN])
    expect(scores({ method: 'min-max', low: 10, high: 90 }, 'negative')).toEqual([
      90,
      expect.closeTo(10 + 160 / 3, 10),
      10,
      10,
      NaN,
    ])
    expect(scores({ method: 'rank', ties: 'min' })).toEqual([25, 50, 100, 100, NaN])
    expect(scores({ method: 'rank', ties: 'min' }, 'negative')).toEqual([100, 75, 25, 25, NaN])
    expect(scores({ method: 'borda', ties: 'min' })).toEqual([0, expect.closeTo(100 / 3, 10), 100, 100, NaN])
    expect(scores({ method: 'percentile-rank', ties: 'min' }, 'negative')).toEqual([
      100,
      expect.closeTo(200 / 3, 10),
      0,
      0,
      NaN,
    ])
    expect(scores({ method: 'mid-percentile' })).toEqual([12.5, 37.5, 87.5, 100, NaN])
    expect(scores({ method: 'fraction-of-maximum', lessIsBetter: 'complement' }, 'negative')).toEqual([
      75,
      50,
      0,
      0,
      NaN,
    ])
    expect(scores({ method: 'fraction-of-maximum', lessIsBetter: 'reciprocal' }, 'negative')).toEqual([
      100,
      50,
      25,
      expect.closeTo(100 / 6, 10),
      NaN,
    ])
    expect(scores({ method: 'distance-to-reference', reference: 'v' })).toEqual([0, 50, 100, 100, NaN])
    expect(scores({ method: 'distance-to-reference', reference: 10 })).toEqual([0, 25, 75, 100, NaN])
    expect(scores({ method: 'distance-to-target', target: 4, sides: 'two' })).toEqual([50, 100, 0, 0, NaN])
    expect(scores({ method: 'efficacy', base: 60, span: 40, outside: 'extend' })).toEqual([
      60,
      expect.closeTo(60 + 40 / 3, 10),
      100,
      100,
      NaN,
    ])
    expect(
      scores({ method: 'efficacy', satisfactory: 4, unacceptable: 3, base: 60, span: 20, outside: 'extend' }),
    ).toEqual([40, 80, 100, 100, NaN])
    expect(
      scores({ method: 'efficacy', satisfactory: 4, unacceptable: 3, base: 60, span: 20, outside: 'hold' }),
    ).toEqual([60, 80, 80, 80, NaN])
    expect(
      scores({
        method: 'categorical',
        categories: [
          [0, 0],
          [0.5, 60],
        ],
      }),
    ).toEqual([0, 0, 60, 60, NaN])
    expect(scores({ method: 'scaled', lower: 0, upper: 10 }, 'negative')).toEqual([80, 60, 20, 0, NaN])
    expect(scores({ method: 'sigmoid', steepness: 1, midpoint: 4, scale: 1 })[1]).toBe(50)
    expect(scores({ method: 'z-score', mean: 50, deviation: 10 }, 'negative')[0]).toBeCloseTo(
      50 + 30 / Math.sqrt(20 / 3),
      10,
    )
  })

  it('says which end holds a score', () => {
    const statistics = sampleStatistics(f(0, 10))
    const { held } = scoreSample(
      f(-5, 0, 10, 15),
      { method: 'min-max', low: 0, high: 100 },
      { direction: 'positive', statistics, referenceValue: NaN },
    )
    expect([...held]).toEqual([-1, 0, 0, 1])
  })

  it.each<SampleNormaliseSpec>([
    { method: 'min-max', low: 0, high: 100 },
    { method: 'z-score', mean: 50, deviation: 10 },
    { method: 'borda', ties: 'min' },
    { method: 'percentile-rank', ties: 'min' },
    { method: 'distance-to-maximum' },
    { method: 'distance-to-target', target: 4, sides: 'one' },
    { method: 'distance-to-reference', reference: 4 },
  ])('one value alone is a named fault, or the constant that is stated: %j', (spec) => {
    const sample = { direction: 'positive', statistics: sampleStatistics(f(4)), referenceValue: NaN } as const
    expect(faultsOf(() => scoreSample(f(4), spec, sample)).map(({ code }) => code.startsWith('SAMPLE_'))).toEqual([
      true,
    ])
    const { scores, held } = scoreSample(f(4, NaN), { ...spec, constant: 40 }, sample)
    expect([[...scores], [...held]]).toEqual([
      [40, NaN],
      [0, 0],
    ])
  })

  it('a constant is for equal values only: any other fault stands', () => {
    const target: SampleNormaliseSpec = { method: 'distance-to-target', target: 1, sides: 'one', constant: 40 }
    const sample = { direction: 'positive', statistics: sampleStatistics(f(4, 6)), referenceValue: NaN } as const
    expect(faultsOf(() => scoreSample(f(4), target, sample)).map(({ code }) => code)).toEqual([
      'SAMPLE_TARGET_AT_WORST',
    ])
    expect(() =>
      scoreSample(
        f(4),
        { method: 'min-max', low: 0, high: 100, constant: 1 },
        { ...sample, statistics: undefined as never },
      ),
    ).toThrow(TypeError)
  })

  it('reads frozen statistics, and the range that a standard names', () => {
    expect(frozenStatistics({ values: [4, 2] })).toEqual(sampleStatistics(f(4, 2)))
    expect(frozenStatistics(STATISTICS)).toEqual({ ...STATISTICS, sorted: f() })
    expect(namedRange({ method: 'scaled', lower: 1, upper: 2 })).toEqual([1, 2])
    expect(
      namedRange({ method: 'efficacy', satisfactory: 1, unacceptable: 5, base: 60, span: 40, outside: 'hold' }),
    ).toEqual([1, 5])
    expect(namedRange({ method: 'efficacy', satisfactory: 1, base: 60, span: 40, outside: 'hold' })).toBeNull()
    expect(namedRange({ method: 'rank', ties: 'min', sample: { values: [3, 1, 2] } })).toEqual([1, 3])
    expect(namedRange({ method: 'min-max', low: 0, high: 100, sample: STATISTICS })).toEqual([1, 3])
  })
})
