import { describe, expect, it } from 'vitest'
import {
  compile,
  validateFramework,
  type BranchSpec,
  type Framework,
  type IndicatorSpec,
  type NormaliseSpec,
} from '../src/index.ts'
import { branch, framework, leaf } from './support/build.ts'
import { faultsOf } from './support/faults.ts'

const found = (over: Framework): string[] => validateFramework(over).map(({ code, at }) => `${code} ${at.path}`)
const tree = (over: Partial<BranchSpec> = {}): BranchSpec => branch('root', [leaf('a', 0.5), leaf('b', 0.5)], over)
const withLeaf = (normalise: NormaliseSpec, direction: IndicatorSpec['direction'] = 'positive'): string[] =>
  found(framework(branch('root', [leaf('a', 1, { normalise, direction })])))

it('a sound framework has no fault', () => {
  expect(found(framework(tree()))).toEqual([])
})

it('compile throws every fault at once, each with its place', () => {
  const broken = framework(branch('root', [leaf('a', 0.5), leaf('a', 0.6), branch('p', [])]), {
    grades: [
      { id: 'L1', min: 10 },
      { id: 'L2', min: 5 },
    ],
  })
  expect(faultsOf(() => compile(broken))).toEqual([
    { code: 'ID_TWICE', severity: 'error', params: { first: 'tree/a' }, at: { id: 'a', path: 'tree/a' } },
    {
      code: 'WEIGHTS_SUM',
      severity: 'error',
      params: { sum: 2.1, children: ['a', 'a', 'p'] },
      at: { id: 'root', path: 'tree/children' },
    },
    { code: 'BRANCH_EMPTY', severity: 'error', params: {}, at: { id: 'p', path: 'tree/p/children' } },
    { code: 'GRADE_FIRST_MIN', severity: 'error', params: { min: 10 }, at: { id: 'L1', path: 'grades/L1/min' } },
    {
      code: 'GRADES_NOT_ASCENDING',
      severity: 'error',
      params: { min: 5, below: 'L1', belowMin: 10 },
      at: { id: 'L2', path: 'grades/L2/min' },
    },
  ])
})

it('lays the tree out children first, the root last', () => {
  const { nodes, root, indexOf } = compile(
    framework(branch('root', [branch('p', [leaf('a')], { weight: 0.5 }), leaf('b', 0.5)])),
  )
  expect(nodes.map(({ spec, parent, children, depth }) => [spec.id, parent, children, depth])).toEqual([
    ['a', 1, [], 2],
    ['p', 3, [0], 1],
    ['b', 3, [], 1],
    ['root', -1, [1, 2], 0],
  ])
  expect([root, indexOf.get('b')]).toEqual([3, 2])
})

it('settings', () => {
  expect(found({ ...framework(tree()), semantics: 2 as 1 })).toEqual(['SEMANTICS_UNKNOWN semantics'])
  expect(found(framework(tree(), { periodMonths: 0 }))).toEqual(['PERIOD_MONTHS_NOT_USABLE periodMonths'])
  expect(found(framework(tree(), { periodMonths: Infinity }))).toEqual(['PERIOD_MONTHS_NOT_USABLE periodMonths'])
})

it('ids: one space for nodes and facts, one for gates, one for grades', () => {
  const when = { fact: 'a', op: '>', value: 0 } as const
  const gate = { id: 'a', kind: 'veto', when } as const
  expect(found(framework(tree(), { facts: [{ id: 'a', type: 'number' }], gates: [gate] }))).toEqual([
    'ID_TWICE facts/a',
  ])
  const twice = {
    facts: [{ id: 'f', type: 'number' }],
    gates: [gate, gate].map((g) => ({ ...g, when: { ...when, fact: 'f' } })),
  } as const
  expect(found(framework(tree(), twice))).toEqual(['ID_TWICE gates/a'])
  const grades = [0, 1].map((min) => ({ id: 'x', min }))
  expect(found(framework(tree(), { grades }))).toEqual(['ID_TWICE grades/x'])
  expect(found(framework(branch('root', [leaf('', 1)])))).toEqual(['ID_EMPTY tree/'])
})

describe('tree', () => {
  it('weights', () => {
    expect(found(framework(branch('root', [leaf('a', -0.5), leaf('b', 1.5)])))).toEqual([
      'WEIGHT_NOT_USABLE tree/a/weight',
    ])
    expect(found(framework(branch('root', [leaf('a', NaN), leaf('b', 1)])))).toEqual([
      'WEIGHT_NOT_USABLE tree/a/weight',
    ])
    expect(found(framework(branch('root', [leaf('a', Infinity)])))).toEqual(['WEIGHT_NOT_USABLE tree/a/weight'])
    expect(found(framework(branch('root', [leaf('a', 0.6), leaf('b', 0.4 + 9e-10)])))).toEqual([])
    expect(found(framework(branch('root', [leaf('a', 0.6), leaf('b', 0.4 + 1.1e-9)])))).toEqual([
      'WEIGHTS_SUM tree/children',
    ])
    expect(found(framework(branch('root', [leaf('a', 0.6)])))).toEqual(['WEIGHTS_SUM tree/children'])
  })

  it('weights are not summed where they are not shares', () => {
    for (const aggregate of [
      { method: 'minimum' },
      { method: 'product' },
      { method: 'staircase', metAt: 80 },
    ] as const) {
      expect(found(framework(branch('root', [leaf('a', 0), leaf('b', 0)], { aggregate })))).toEqual([])
    }
    expect(
      found(framework(branch('root', [leaf('a', 30), leaf('b', 70)], { aggregate: { method: 'deduct', full: 100 } }))),
    ).toEqual([])
    for (const aggregate of [
      { method: 'geometric' },
      { method: 'harmonic' },
      { method: 'power', exponent: 2 },
    ] as const) {
      expect(found(framework(branch('root', [leaf('a', 0)], { aggregate })))).toEqual(['WEIGHTS_SUM tree/children'])
    }
  })

  it('parameters of methods, with the node’s path', () => {
    const deep = (over: Partial<BranchSpec>): string[] =>
      found(framework(branch('root', [branch('p', [branch('q', [leaf('a')], over)])])))
    expect(deep({ minCoverage: 1.1 })).toEqual(['MIN_COVERAGE_RANGE tree/p/q/minCoverage'])
    expect(deep({ minCoverage: -0.1 })).toEqual(['MIN_COVERAGE_RANGE tree/p/q/minCoverage'])
    expect([0, 1].flatMap((minCoverage) => deep({ minCoverage }))).toEqual([])
    for (const exponent of [0, NaN, Infinity]) {
      expect(deep({ aggregate: { method: 'power', exponent } })).toEqual([
        'EXPONENT_NOT_USABLE tree/p/q/aggregate/exponent',
      ])
    }
    for (const metAt of [0, 100.1])
      expect(deep({ aggregate: { method: 'staircase', metAt } })).toEqual(['MET_AT_RANGE tree/p/q/aggregate/metAt'])
    for (const full of [0, 101])
      expect(deep({ aggregate: { method: 'deduct', full } })).toEqual(['DEDUCT_FULL_RANGE tree/p/q/aggregate/full'])
    expect(deep({ aggregate: { method: 'deduct', full: 100 }, children: [leaf('a', 0)] })).toEqual([
      'DEDUCT_WITHOUT_POINTS tree/p/q/children',
    ])
    for (const [above, max] of [
      [80, 80],
      [-1, 100],
      [80, 101],
      [90, 80],
    ] as const) {
      expect(deep({ aggregate: { method: 'bonus', above, max } })).toEqual(['BONUS_RANGE tree/p/q/aggregate'])
    }
    expect(deep({ aggregate: { method: 'bonus', above: 0, max: 100 } })).toEqual([])
  })
})

describe('normalisers', () => {
  const at = (code: string, field = ''): string[] => [`${code} tree/a/normalise${field}`]

  it('goalposts', () => {
    expect(withLeaf({ method: 'goalposts', worst: 5, best: 5 })).toEqual(at('GOALPOSTS_EQUAL'))
    expect(withLeaf({ method: 'goalposts', worst: 5, best: 1 })).toEqual(at('GOALPOSTS_DIRECTION'))
    expect(withLeaf({ method: 'goalposts', worst: 1, best: 5 }, 'negative')).toEqual(at('GOALPOSTS_DIRECTION'))
    expect(withLeaf({ method: 'goalposts', worst: 5, best: 1 }, 'negative')).toEqual([])
    expect(withLeaf({ method: 'goalposts', worst: 1, best: 5 }, 'target')).toEqual(at('DIRECTION_METHOD'))
    expect(withLeaf({ method: 'goalposts', worst: NaN, best: 5 })).toEqual(at('GOALPOSTS_NOT_FINITE'))
    expect(withLeaf({ method: 'goalposts', worst: -1.7e308, best: 1.7e308 })).toEqual(at('GOALPOSTS_NOT_FINITE'))
  })

  it('goalposts-log', () => {
    expect(withLeaf({ method: 'goalposts-log', worst: 0, best: 5, offset: 0 })).toEqual(at('LOG_DOMAIN', '/offset'))
    expect(withLeaf({ method: 'goalposts-log', worst: 5, best: 0, offset: 0 }, 'negative')).toEqual(
      at('LOG_DOMAIN', '/offset'),
    )
    expect(withLeaf({ method: 'goalposts-log', worst: 0, best: 5, offset: 1 })).toEqual([])
    expect(withLeaf({ method: 'goalposts-log', worst: 5, best: 5, offset: 1 })).toEqual(at('GOALPOSTS_EQUAL'))
  })

  it('points', () => {
    expect(withLeaf({ method: 'piecewise', points: [[0, 0]] })).toEqual(at('POINTS_TOO_FEW', '/points'))
    expect(withLeaf({ method: 'level-map', points: [] })).toEqual(at('POINTS_TOO_FEW', '/points'))
    expect(withLeaf({ method: 'level-map', points: [[0, 0]] })).toEqual([])
    expect(
      withLeaf({
        method: 'piecewise',
        points: [
          [0, 0],
          [0, 10],
        ],
      }),
    ).toEqual(at('POINTS_NOT_ASCENDING', '/points'))
    expect(
      withLeaf({
        method: 'piecewise',
        points: [
          [0, 0],
          [Infinity, 10],
        ],
      }),
    ).toEqual(at('POINTS_NOT_ASCENDING', '/points'))
    expect(
      withLeaf({
        method: 'piecewise',
        points: [
          [0, 0],
          [1, 101],
        ],
      }),
    ).toEqual(at('SCORE_RANGE', '/points'))
    expect(
      withLeaf({
        method: 'piecewise',
        points: [
          [0, -1],
          [1, 1],
        ],
      }),
    ).toEqual(at('SCORE_RANGE', '/points'))
    expect(
      withLeaf({
        method: 'piecewise',
        points: [
          [0, 50],
          [1, 40],
          [2, 30],
        ],
      }),
    ).toEqual(at('SCORES_DIRECTION', '/points'))
    expect(
      withLeaf(
        {
          method: 'piecewise',
          points: [
            [0, 50],
            [1, 60],
          ],
        },
        'negative',
      ),
    ).toEqual(at('SCORES_DIRECTION', '/points'))
    expect(
      withLeaf({
        method: 'piecewise',
        points: [
          [0, 50],
          [1, 50],
        ],
      }),
    ).toEqual([])
    expect(
      withLeaf(
        {
          method: 'level-map',
          points: [
            [0, 0],
            [1, 100],
            [2, 50],
          ],
        },
        'target',
      ),
    ).toEqual([])
  })

  it('boolean', () => {
    expect(withLeaf({ method: 'boolean', whenTrue: 120, whenFalse: -1 })).toEqual([
      ...at('SCORE_RANGE', '/whenTrue'),
      ...at('SCORE_RANGE', '/whenFalse'),
    ])
    expect(withLeaf({ method: 'boolean', whenTrue: 0, whenFalse: 100 })).toEqual(at('SCORES_DIRECTION'))
    expect(withLeaf({ method: 'boolean', whenTrue: 0, whenFalse: 100 }, 'negative')).toEqual([])
  })

  it('band', () => {
    const band = (low: number, from: number, to: number, high: number): string[] =>
      withLeaf({ method: 'band', low, ideal: [from, to], high }, 'target')
    expect(band(0, 1, 1, 2)).toEqual([])
    for (const [low, from, to, high] of [
      [1, 1, 2, 3],
      [0, 2, 1, 3],
      [0, 1, 3, 3],
      [NaN, 1, 2, 3],
      [-Infinity, 1, 2, 3],
    ] as const) {
      expect(band(low, from, to, high)).toEqual(at('BAND_ORDER'))
    }
  })

  it('expert', () => {
    const sound = {
      method: 'expert',
      scale: [0, 100],
      ratersMin: 3,
      aggregate: 'trimmed-mean',
      dispersionAlert: 15,
    } as const
    expect(withLeaf(sound)).toEqual([])
    expect(withLeaf({ ...sound, scale: [5, 5] })).toEqual(at('EXPERT_SCALE', '/scale'))
    expect(withLeaf({ ...sound, scale: [0, Infinity] })).toEqual(at('EXPERT_SCALE', '/scale'))
    expect(withLeaf({ ...sound, ratersMin: 2 })).toEqual(at('RATERS_MIN_RANGE', '/ratersMin'))
    expect(withLeaf({ ...sound, ratersMin: 3.5 })).toEqual(at('RATERS_MIN_RANGE', '/ratersMin'))
    expect(withLeaf({ ...sound, ratersMin: 1, aggregate: 'mean' })).toEqual([])
    expect(withLeaf({ ...sound, ratersMin: 0, aggregate: 'median' })).toEqual(at('RATERS_MIN_RANGE', '/ratersMin'))
    expect(withLeaf({ ...sound, dispersionAlert: 0 })).toEqual(at('DISPERSION_RANGE', '/dispersionAlert'))
    expect(withLeaf(sound, 'negative')).toEqual(at('DIRECTION_METHOD'))
  })

  it('percentile', () => {
    const sound = { method: 'percentile', minGroup: 2, fallback: { method: 'goalposts', worst: 0, best: 1 } } as const
    expect(withLeaf(sound)).toEqual([])
    expect(withLeaf({ ...sound, minGroup: 1 })).toEqual(at('MIN_GROUP_RANGE', '/minGroup'))
    expect(withLeaf({ ...sound, minGroup: 2.5 })).toEqual(at('MIN_GROUP_RANGE', '/minGroup'))
    expect(withLeaf({ ...sound, fallback: { method: 'goalposts', worst: 1, best: 0 } })).toEqual(
      at('GOALPOSTS_DIRECTION', '/fallback'),
    )
  })
})

describe('gates', () => {
  const gates = (over: object): string[] => {
    const gate = {
      id: 'g',
      kind: 'veto',
      when: { fact: 'f', op: '>', value: 0 },
      ...over,
    } as Framework['gates'][number]
    return found(framework(tree(), { facts: [{ id: 'f', type: 'number' }], gates: [gate] }))
  }

  it('ids that nothing has, deep inside a condition too', () => {
    expect(gates({ when: { fact: 'a', op: '>', value: 0 } })).toEqual(['GATE_UNKNOWN_FACT gates/g/when'])
    expect(gates({ when: { leaf: 'root', op: '>', value: 0 } })).toEqual(['GATE_UNKNOWN_LEAF gates/g/when'])
    expect(gates({ when: { node: 'x', op: '>', value: 0 } })).toEqual(['GATE_UNKNOWN_NODE gates/g/when'])
    expect(
      gates({
        when: {
          all: [
            { node: 'root', op: '>', value: 0 },
            { any: [{ not: { leaf: 'a', op: '<', value: NaN } }, { fact: 'y', op: '>', value: 0 }] },
          ],
        },
      }),
    ).toEqual(['CONDITION_VALUE gates/g/when', 'GATE_UNKNOWN_FACT gates/g/when'])
  })

  it('empty conditions', () => {
    expect(gates({ when: { any: [] } })).toEqual(['CONDITION_EMPTY gates/g/when'])
    expect(gates({ when: { not: { all: [] } } })).toEqual(['CONDITION_EMPTY gates/g/when'])
  })

  it('effects', () => {
    expect(gates({ kind: 'cap' })).toEqual(['CAP_WITHOUT_GRADE gates/g/maxGrade'])
    expect(gates({ kind: 'cap', maxGrade: 'L9' })).toEqual(['CAP_UNKNOWN_GRADE gates/g/maxGrade'])
    expect(gates({ kind: 'cap', maxGrade: 'L1' })).toEqual([])
    expect(gates({ maxGrade: 'L1' })).toEqual(['MAX_GRADE_NOT_CAP gates/g/maxGrade'])
    expect(gates({ maxGrade: 'L9' })).toEqual(['MAX_GRADE_NOT_CAP gates/g/maxGrade'])
    expect(gates({ lookbackMonths: 0 })).toEqual(['LOOKBACK_RANGE gates/g/lookbackMonths'])
    expect(gates({ lookbackMonths: Infinity })).toEqual(['LOOKBACK_RANGE gates/g/lookbackMonths'])
    expect(gates({ lookbackMonths: 12, groups: [] })).toEqual(['GATE_WITHOUT_GROUP gates/g/groups'])
  })
})

it('grades and basic rule', () => {
  expect(
    found(
      framework(tree(), {
        grades: [
          { id: 'L1', min: 0 },
          { id: 'L2', min: 101 },
        ],
      }),
    ),
  ).toEqual(['GRADE_RANGE grades/L2/min'])
  expect(
    found(
      framework(tree(), {
        grades: [
          { id: 'L1', min: 0 },
          { id: 'L2', min: 0 },
        ],
      }),
    ),
  ).toEqual(['GRADES_NOT_ASCENDING grades/L2/min'])
  const rule = (grade: string, min: number) => ({ grade, min })
  expect(found(framework(tree(), { basicRule: [rule('L9', 10)] }))).toEqual([
    'BASIC_RULE_UNKNOWN_GRADE basicRule/L9/min',
  ])
  expect(found(framework(tree(), { basicRule: [rule('L1', 10)] }))).toEqual(['BASIC_RULE_FIRST_GRADE basicRule/L1/min'])
  expect(found(framework(tree(), { basicRule: [rule('L1', 0), rule('L2', 10)] }))).toEqual([])
  expect(found(framework(tree(), { basicRule: [rule('L2', 101)] }))).toEqual(['BASIC_RULE_RANGE basicRule/L2/min'])
  expect(found(framework(tree(), { basicRule: [rule('L2', -1)] }))).toEqual(['BASIC_RULE_RANGE basicRule/L2/min'])
  expect(found(framework(tree(), { basicRule: [rule('L2', 10), rule('L2', 20)] }))).toEqual([
    'BASIC_RULE_TWICE basicRule/L2/min',
  ])
})

it('limits that are still allowed, and those just beyond', () => {
  const grades = (...mins: readonly number[]): string[] =>
    found(framework(tree(), { grades: mins.map((min, i) => ({ id: `L${i}`, min })) }))
  expect(grades(0, 100)).toEqual([])
  expect(grades(-5, 50)).toEqual(['GRADE_RANGE grades/L0/min'])
  expect(grades(0, NaN)).toEqual(['GRADE_RANGE grades/L1/min'])
  const ends = [
    { grade: 'L2', min: 0 },
    { grade: 'L3', min: 100 },
  ]
  expect(found(framework(tree(), { basicRule: ends }))).toEqual([])
  const [low, high] = [-1.7e308, 1.7e308]
  expect(withLeaf({ method: 'band', ideal: [0, 1], low, high }, 'target')).toEqual(['BAND_ORDER tree/a/normalise'])
  const panel = { method: 'expert', ratersMin: 3, aggregate: 'mean', dispersionAlert: 1 } as const
  expect(withLeaf({ ...panel, scale: [low, high] })).toEqual(['EXPERT_SCALE tree/a/normalise/scale'])
})

describe('a fault carries the figures of its sentence', () => {
  const indicator = (normalise: NormaliseSpec, direction: IndicatorSpec['direction'] = 'positive'): Framework =>
    framework(branch('root', [leaf('a', 1, { normalise, direction })]))
  const inner = (over: Partial<BranchSpec>): Framework => framework(branch('root', [leaf('a', 1)], over))
  const gate = (over: Partial<Framework['gates'][number]>): Framework =>
    framework(tree(), { gates: [{ id: 'g', kind: 'veto', when: { node: 'a', op: '>', value: 0 }, ...over }] })
  const rule = (...lines: Framework['basicRule']): Framework => framework(tree(), { basicRule: lines })
  const panel = { method: 'expert', scale: [0, 10], ratersMin: 3, aggregate: 'mean', dispersionAlert: 1 } as const
  const fallback = { method: 'goalposts', worst: 0, best: 1 } as const
  const grades = ['L1', 'L2', 'L3', 'L4', 'L5']

  it.each<readonly [string, Framework, object]>([
    ['SEMANTICS_UNKNOWN', { ...framework(tree()), semantics: 2 as 1 }, { semantics: 2, known: '1' }],
    ['PERIOD_MONTHS_NOT_USABLE', framework(tree(), { periodMonths: -1 }), { periodMonths: -1 }],
    ['WEIGHT_NOT_USABLE', framework(branch('root', [leaf('a', NaN)])), { weight: 'NaN' }],
    ['MIN_COVERAGE_RANGE', inner({ minCoverage: 2 }), { minCoverage: 2 }],
    ['EXPONENT_NOT_USABLE', inner({ aggregate: { method: 'power', exponent: 0 } }), { exponent: 0 }],
    ['MET_AT_RANGE', inner({ aggregate: { method: 'staircase', metAt: 0 } }), { metAt: 0 }],
    ['DEDUCT_FULL_RANGE', inner({ aggregate: { method: 'deduct', full: 0 } }), { full: 0 }],
    ['BONUS_RANGE', inner({ aggregate: { method: 'bonus', above: 9, max: 8 } }), { above: 9, max: 8 }],
    ['GOALPOSTS_NOT_FINITE', indicator({ ...fallback, best: Infinity }), { worst: 0, best: Infinity }],
    ['GOALPOSTS_EQUAL', indicator({ ...fallback, best: 0 }), { worst: 0, best: 0 }],
    ['GOALPOSTS_DIRECTION', indicator({ ...fallback, best: -1 }), { worst: 0, best: -1, direction: 'positive' }],
    ['DIRECTION_METHOD', indicator(fallback, 'target'), { direction: 'target' }],
    ['DIRECTION_METHOD', indicator(panel, 'negative'), { direction: 'negative' }],
    ['LOG_DOMAIN', indicator({ ...fallback, method: 'goalposts-log', offset: 0 }), { worst: 0, best: 1, offset: 0 }],
    ['POINTS_TOO_FEW', indicator({ method: 'piecewise', points: [[0, 0]] }), { count: 1, least: 2 }],
    [
      'POINTS_NOT_ASCENDING',
      indicator({
        method: 'level-map',
        points: [
          [1, 0],
          [1, 5],
        ],
      }),
      { raws: [1, 1] },
    ],
    ['SCORE_RANGE', indicator({ method: 'boolean', whenTrue: 101, whenFalse: 0 }), { score: 101 }],
    ['SCORES_DIRECTION', indicator({ method: 'boolean', whenTrue: 0, whenFalse: 1 }), { direction: 'positive' }],
    ['BAND_ORDER', indicator({ method: 'band', low: 4, ideal: [3, 2], high: 1 }), { low: 4, from: 3, to: 2, high: 1 }],
    ['EXPERT_SCALE', indicator({ ...panel, scale: [3, 2] }), { low: 3, high: 2 }],
    ['RATERS_MIN_RANGE', indicator({ ...panel, ratersMin: 0 }), { ratersMin: 0, least: 1 }],
    ['DISPERSION_RANGE', indicator({ ...panel, dispersionAlert: -1 }), { dispersion: -1 }],
    ['MIN_GROUP_RANGE', indicator({ method: 'percentile', minGroup: 1, fallback }), { minGroup: 1 }],
    ['CONDITION_VALUE', gate({ when: { node: 'a', op: '>', value: Infinity } }), { value: 'Infinity' }],
    ['GATE_UNKNOWN_FACT', gate({ when: { fact: 'x', op: '>', value: 1 } }), { fact: 'x' }],
    ['GATE_UNKNOWN_LEAF', gate({ when: { leaf: 'x', op: '>', value: 1 } }), { leaf: 'x' }],
    ['GATE_UNKNOWN_NODE', gate({ when: { node: 'x', op: '>', value: 1 } }), { node: 'x' }],
    ['CAP_UNKNOWN_GRADE', gate({ kind: 'cap', maxGrade: 'X' }), { maxGrade: 'X', grades }],
    ['MAX_GRADE_NOT_CAP', gate({ kind: 'entry', maxGrade: 'L1' }), { maxGrade: 'L1', kind: 'entry' }],
    ['LOOKBACK_RANGE', gate({ lookbackMonths: -1 }), { lookbackMonths: -1 }],
    ['GRADE_RANGE', framework(tree(), { grades: [{ id: 'a', min: 101 }] }), { min: 101 }],
    ['BASIC_RULE_UNKNOWN_GRADE', rule({ grade: 'X', min: 1 }), { grade: 'X', grades }],
    ['BASIC_RULE_FIRST_GRADE', rule({ grade: 'L1', min: 1 }), { grade: 'L1', min: 1 }],
    ['BASIC_RULE_RANGE', rule({ grade: 'L2', min: 101 }), { min: 101 }],
    ['BASIC_RULE_TWICE', rule({ grade: 'L2', min: 1 }, { grade: 'L2', min: 1 }), { grade: 'L2' }],
  ])('%s', (code, rules, params) => {
    expect(validateFramework(rules).map((fault) => [fault.code, fault.params])).toEqual([[code, params]])
  })
})
