/** What a framework's pipeline does, step by step, by figures that can be checked by hand. */
import { describe, expect, it } from 'vitest'
import {
  compile,
  NodeState,
  score,
  Status,
  trace,
  validateFramework,
  type Framework,
  type ImputeSpec,
  type IndicatorSpec,
  type NormaliseSpec,
  type TraceIndicator,
} from '../../src/index.ts'
import { branch, dataset, framework, leaf, type Cell, type TestRow } from '../support/build.ts'
import { faultsOf } from '../support/faults.ts'
import { preparedColumn, scoresOf } from './coinr.ts'

const MIN_MAX: NormaliseSpec = { method: 'min-max', low: 0, high: 100 }

const rowsOf = (
  columns: Readonly<Record<string, readonly Cell[]>>,
  over: readonly Partial<TestRow>[] = [],
): TestRow[] => {
  const size = Object.values(columns)[0]?.length ?? 0
  return Array.from({ length: size }, (_, row) => ({
    cells: Object.fromEntries(Object.entries(columns).map(([id, cells]) => [id, cells[row] ?? null])),
    ...over[row],
  }))
}

const one = (spec: Partial<IndicatorSpec>, over: Partial<Framework> = {}): Framework =>
  framework(branch('root', [leaf('a', 1, spec)]), { missing: 'exclude', ...over })

const two = (a: Partial<IndicatorSpec>, b: Partial<IndicatorSpec>, over: Partial<Framework> = {}): Framework =>
  framework(branch('root', [leaf('a', 0.5, a), leaf('b', 0.5, b)]), { missing: 'exclude', ...over })

const scored = (rules: Framework, rows: readonly TestRow[], options = {}) =>
  score(compile(rules), dataset(rows), options)

const codesOf = (call: () => unknown) => faultsOf(call).map(({ code }) => code)
const traced = (rules: Framework, rows: readonly TestRow[], row: number) => {
  const data = dataset(rows)
  return trace(score(compile(rules), data), data, row)
}
const leafTrace = (rules: Framework, rows: readonly TestRow[], row: number, place = 0): TraceIndicator => {
  const node = traced(rules, rows, row).root.children[place]
  if (node?.kind !== 'indicator') throw new Error('no indicator')
  return node
}

describe('a framework without a pipeline', () => {
  it('has nothing prepared, and traces without a preparation', () => {
    const rows = rowsOf({ a: [10, 90] })
    expect(scored(one({}), rows).prepared).toBeUndefined()
    expect('preparation' in leafTrace(one({}), rows, 0)).toBe(false)
    expect('screened' in traced(one({}), rows, 0)).toBe(false)
  })

  it('is the same with an empty pipeline, and with every step none', () => {
    const rows = rowsOf({ a: [10, null, 90] })
    for (const pipeline of [{}, { denominate: 'none', impute: 'none', treat: 'none', reference: 'none' } as const]) {
      const found = scored(one({}, { pipeline }), rows)
      expect(found.prepared).toBeUndefined()
      expect(found.score).toEqual(scored(one({}), rows).score)
    }
  })

  it('is prepared by nothing but a sample method', () => {
    expect(scored(one({ normalise: MIN_MAX }), rowsOf({ a: [2, 4, 3] })).score).toEqual(Float64Array.of(0, 100, 50))
  })
})

describe('screening', () => {
  const rules = (over: Partial<Framework>) => two({}, {}, over)
  it('gives a unit without enough data a status of its own, with the reason, and no score', () => {
    const found = scored(
      rules({ missing: 'zero', pipeline: { screen: { units: { available: 0.6 } } } }),
      rowsOf({ a: [10, 50], b: [20, null] }),
    )
    expect([...found.status]).toEqual([Status.graded, Status.screenedOut])
    expect(found.score).toEqual(Float64Array.of(15, NaN))
    expect([...found.rank]).toEqual([1, 0])
    expect([...found.grade]).toEqual([0, -1])
    expect([...found.gradeByScore]).toEqual([0, -1])
    expect(found.nodes.map(({ state }) => state[1])).toEqual([4, 4, 4])
    expect(found.nodes.map(({ contribution }) => contribution[1])).toEqual([0, 0, 0])
    expect(found.nodes.map(({ coverage }) => coverage[1])).toEqual([0, 0, 0])
    const opened = traced(
      rules({ pipeline: { screen: { units: { available: 0.6 } } } }),
      rowsOf({ a: [10, 50], b: [20, null] }),
      1,
    )
    expect(opened.status).toBe('screened-out')
    expect(opened.screened).toEqual({ reasons: ['availability'], available: 0.5, nonZero: 1 })
  })

  it.each([
    { method: 'topsis', scaling: 'vector', distance: 'euclidean', within: 'period' },
    { method: 'vikor', v: 0.5, within: 'period' },
    { method: 'copeland', within: 'period' },
    { method: 'promethee', preference: { shape: 'usual' }, within: 'period' },
    { method: 'grey-relation', rho: 0.5, within: 'period' },
  ] as const)('compares nobody with a unit that is screened out: $method', (aggregate) => {
    const spec = (over: Partial<Framework>): Framework => {
      const set = rules({ missing: 'zero', ...over })
      return { ...set, root: { ...set.root, aggregate } }
    }
    // The third is the best in a, and would be zeroed in b.
    const among = scored(
      spec({ pipeline: { screen: { drop: ['u2'] } } }),
      rowsOf({ a: [10, 50, 90], b: [20, 10, null] }),
    )
    const alone = scored(spec({}), rowsOf({ a: [10, 50], b: [20, 10] }))
    expect([...among.score]).toEqual([...alone.score, NaN])
    expect(among.status[2]).toBe(Status.screenedOut)
  })

  it('nor by a branch that is below its least coverage and would count as 0', () => {
    const topsis = { method: 'topsis', scaling: 'vector', distance: 'euclidean', within: 'period' } as const
    const pillar = (id: string, below: string) =>
      branch(`p-${id}`, [leaf(id, 0.5), leaf(below, 0.5)], { weight: 0.5, missing: 'zero', minCoverage: 0.5 })
    const root = branch('root', [pillar('a', 'b'), pillar('c', 'd')], { aggregate: topsis })
    const spec = (over: Partial<Framework>): Framework => framework(root, { missing: 'exclude', ...over })
    const cells = { a: [10, 50], b: [20, 10], c: [30, 40], d: [80, 10] }
    const third = { a: [90], b: [90], c: [null], d: [null] }
    const all = rowsOf({
      a: [...cells.a, ...third.a],
      b: [...cells.b, ...third.b],
      c: [...cells.c, ...third.c],
      d: [...cells.d, ...third.d],
    })
    const among = scored(spec({ pipeline: { screen: { drop: ['u2'] } } }), all)
    expect([...among.score]).toEqual([...scored(spec({}), rowsOf(cells)).score, NaN])
  })

  it('does not ask gates about a unit that is screened out', () => {
    const gates = [{ id: 'veto', kind: 'veto', when: { leaf: 'a', op: '>', value: 0 } }] as const
    const found = scored(rules({ gates, pipeline: { screen: { drop: ['u0'] } } }), rowsOf({ a: [10, 50], b: [20, 1] }))
    expect([...found.status]).toEqual([Status.screenedOut, Status.vetoed])
    expect(found.gates.map((outcomes) => [...outcomes])).toEqual([[2, 1]])
  })

  it('keeps a unit that is to be kept, and takes a dropped one out of the sample', () => {
    const pipeline = { screen: { units: { available: 1 }, keep: ['u1'], drop: ['u2'] } }
    const found = scored(two({ normalise: MIN_MAX }, {}, { pipeline }), rowsOf({ a: [0, 10, 90], b: [50, null, 50] }))
    expect([...found.status]).toEqual([0, 0, 4])
    expect(scoresOf(found, 'a')).toEqual(Float64Array.of(0, 100, NaN))
  })

  it('counts neither what does not apply nor an indicator that went', () => {
    const pipeline = { screen: { units: { available: 1 }, indicators: { available: 0.5 } } }
    const rows = rowsOf({ a: [10, 50, 60], b: [null, 'na', null] })
    const found = scored(rules({ pipeline }), rows)
    expect([...found.status]).toEqual([0, 0, 0])
    expect(found.score).toEqual(Float64Array.of(10, 50, 60))
    const column = found.nodes[found.plan.indexOf.get('b') ?? -1]
    expect([...(column?.state ?? [])]).toEqual([NodeState.screened, NodeState.screened, NodeState.screened])
    expect(column?.coverage[0]).toBeNaN()
    expect(leafTrace(rules({ pipeline }), rows, 0, 1)).toMatchObject({
      state: 'screened',
      score: null,
      effectiveWeight: 0,
      preparation: { value: null, screened: { reasons: ['availability'], available: 0, nonZero: null } },
    })
  })

  it('asks the basic rule nothing about an indicator that went', () => {
    const basicRule = [
      { grade: 'L1', min: 0 },
      { grade: 'L2', min: 30 },
    ]
    const grades = [
      { id: 'L1', min: 0 },
      { id: 'L2', min: 40 },
    ]
    const set = two({}, { basic: true }, { grades, basicRule, pipeline: { screen: { indicators: { available: 1 } } } })
    const found = scored(set, rowsOf({ a: [10, 50], b: [20, null] }))
    expect([...found.grade]).toEqual([0, 1])
    expect([...found.limitedBy]).toEqual([-1, -1])
  })

  it('keeps or drops an indicator by word', () => {
    const pipeline = { screen: { indicators: { available: 1 } } }
    const rows = rowsOf({ a: [10, 50], b: [20, null] })
    const kept = scored(two({}, { pipeline: { screen: 'keep' } }, { pipeline }), rows)
    expect(kept.score).toEqual(Float64Array.of(15, 50))
    const dropped = scored(two({}, { pipeline: { screen: 'drop' } }), rows)
    expect(dropped.score).toEqual(Float64Array.of(10, 50))
    expect(preparedColumn(dropped, 'b').dropped.get(0)?.reasons).toEqual(['forced'])
  })

  it('screens an indicator period by period, or over the reference', () => {
    const rows = rowsOf({ a: [1, 2, 3, 4], b: [1, 1, null, null] }, [
      { period: '1' },
      { unit: 'v', period: '1' },
      { unit: 'u0', period: '2' },
      { unit: 'v', period: '2' },
    ])
    const screen = { indicators: { available: 0.75 } }
    const states = (pipeline: Framework['pipeline']) => {
      const found = scored(rules({ ...(pipeline && { pipeline }) }), rows)
      return [...(found.nodes[found.plan.indexOf.get('b') ?? -1]?.state ?? [])]
    }
    expect(states({ screen })).toEqual([0, 0, 6, 6])
    expect(states({ screen, reference: { period: '1' } })).toEqual([0, 0, 2, 2])
    expect(states({ screen, reference: { period: '*' } })).toEqual([6, 6, 6, 6])
  })
})

describe('denomination', () => {
  const facts = [{ id: 'people', type: 'number' }] as const
  const rules = one({ pipeline: { denominate: { by: 'people', per: 1000 } } }, { facts, missing: 'zero' })

  it('divides by the fact, in lots, and shows the sum', () => {
    const rows = rowsOf({ a: [50, 9, 5, null], people: [2000, 300, null, 100] })
    const found = scored(rules, rows)
    expect(found.score).toEqual(Float64Array.of(25, 30, 0, 0))
    expect([...(found.nodes[0]?.coverage ?? [])]).toEqual([1, 1, 0, 0])
    expect(leafTrace(rules, rows, 0)).toMatchObject({
      raw: 50,
      preparation: {
        value: 25,
        denominated: { by: 'people', per: 1000, denominator: 2000, before: 50, after: 25 },
        imputed: null,
        treated: null,
        screened: null,
      },
    })
    expect(leafTrace(rules, rows, 2).preparation).toMatchObject({ value: null, denominated: null })
  })

  it('names unit and period of every zero at once, and asks nothing of units that are screened out', () => {
    const rows = rowsOf({ a: [50, 9, 5], people: [0, 300, -1] })
    expect(faultsOf(() => scored(rules, rows)).map(({ code, at }) => [code, at])).toEqual([
      ['DENOMINATOR_ZERO', { id: 'a', unit: 'u0', period: '2025' }],
      ['DENOMINATOR_NEGATIVE', { id: 'a', unit: 'u2', period: '2025' }],
    ])
    const screened = { ...rules, pipeline: { screen: { drop: ['u0', 'u2'] } } }
    expect(scored(screened, rows).score[1]).toBe(30)
  })

  it('passes over what is no quantity when it is said for the whole set', () => {
    const yes = { normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 } } as const
    const found = scored(
      two({}, yes, { facts, pipeline: { denominate: { by: 'people', per: 1 } } }),
      rowsOf({ a: [50], b: [1], people: [2] }),
    )
    expect(found.score[0]).toBe(62.5)
  })

  it('has no denominators where the fact is nowhere in the data', () => {
    expect(scored(rules, rowsOf({ a: [50] })).score[0]).toBe(0)
  })
})

describe('imputation', () => {
  const fill = (impute: readonly ImputeSpec[], rows: readonly TestRow[], over: Partial<Framework> = {}) => {
    const found = scored(two({}, {}, { pipeline: { impute }, ...over }), rows)
    return { found, a: preparedColumn(found, 'a') }
  }
  it.each<readonly [ImputeSpec, number]>([
    [{ method: 'mean' }, 40],
    [{ method: 'median' }, 30],
    [{ method: 'group-mean' }, 20],
    [{ method: 'group-median' }, 20],
    [{ method: 'row-mean' }, 20],
    [{ method: 'row-median', pillars: ['root'] }, 20],
    [{ method: 'neighbours', k: 1 }, 20],
  ])('%o', (spec, value) => {
    const rows = rowsOf({ a: [20, null, 30, 70], b: [10, 10, 20, 60] }, [
      { group: 'x' },
      { group: 'x' },
      { group: 'y' },
      { group: 'y' },
    ])
    const { found, a } = fill([spec], rows)
    expect(a.values[1]).toBeCloseTo(value, 12)
    expect(found.nodes[0]?.state[1]).toBe(NodeState.scored)
    expect(found.nodes[0]?.coverage[1]).toBe(0)
    expect([...a.imputed.keys()]).toEqual([1])
  })

  it('names the donors: units, indicators, or all observed data', () => {
    const rows = rowsOf({ a: [20, null, 30], b: [10, 10, 20] }, [{ group: 'x' }, { group: 'x' }])
    const donors = (impute: readonly ImputeSpec[]) =>
      leafTrace(two({}, {}, { pipeline: { impute } }), rows, 1).preparation?.imputed
    expect(donors([{ method: 'group-mean' }])).toEqual({
      method: 'group-mean',
      value: 20,
      donors: [{ unit: 'u0', period: '2025' }],
    })
    expect(donors([{ method: 'row-mean' }])).toEqual({ method: 'row-mean', value: 20, donors: [{ indicator: 'b' }] })
    expect(donors([{ method: 'mean' }])).toEqual({ method: 'mean', value: 25, donors: null })
  })

  it('goes down the list, each reading observed values only', () => {
    const rows = rowsOf({ a: [20, null, null, 70], b: [1, 1, 1, 1] }, [
      { group: 'x' },
      { group: 'x' },
      { group: 'z' },
      { group: 'y' },
    ])
    const { a } = fill([{ method: 'group-mean' }, { method: 'mean' }], rows)
    expect([...a.values]).toEqual([20, 20, 45, 70])
    expect([...a.imputed.values()].map(({ method }) => method)).toEqual(['group-mean', 'mean'])
  })

  it('never fills what does not apply, nor counts it', () => {
    const { found, a } = fill([{ method: 'mean' }], rowsOf({ a: [20, 'na', 30], b: [1, 1, 1] }))
    expect(a.values[1]).toBeNaN()
    expect(found.nodes[0]?.state[1]).toBe(NodeState.notApplicable)
    expect(found.nodes[0]?.coverage[1]).toBeNaN()
  })

  it('leaves a gap to the missing policy where there is nothing to go by', () => {
    const { found, a } = fill(
      [{ method: 'mean' }, { method: 'em' }, { method: 'neighbours', k: 2 }],
      rowsOf({ a: [null, null], b: [1, 2] }),
      { missing: 'zero' },
    )
    expect(a.imputed.size).toBe(0)
    expect(found.nodes[0]?.state[0]).toBe(NodeState.zeroed)
  })

  it('EM finds the line that the data lie on', () => {
    const rows = rowsOf({ a: [10, 20.5, 29.5, 41, null], b: [1, 2, 3, 4, 5] })
    const { a } = fill([{ method: 'em' }], rows)
    expect(a.values[4]).toBeCloseTo(50.75, 6) // the least-squares line 10.2 b - 0.25
  })

  it('EM that cannot be done names the indicator and the period', () => {
    const rows = rowsOf({ a: [1, 2, null], b: [10, 20, 30], c: [10, 20, 30] })
    const rules = framework(branch('root', [leaf('a', 0.4), leaf('b', 0.3), leaf('c', 0.3)]), {
      pipeline: { impute: [{ method: 'em' }] },
    })
    expect(faultsOf(() => scored(rules, rows))[0]).toMatchObject({
      code: 'IMPUTE_EM_SINGULAR',
      at: { id: 'a', period: '2025' },
    })
  })

  it('goes over periods in the dataset and in the history, and no further than it may', () => {
    const history = dataset(rowsOf({ a: [40], b: [1] }, [{ unit: 'u', period: '2023' }]))
    const rows = rowsOf({ a: [null, null], b: [1, 1] }, [
      { unit: 'u', period: '2024' },
      { unit: 'u', period: '2025' },
    ])
    const rules = (most?: number) =>
      two(
        {},
        {},
        { pipeline: { impute: [{ method: 'carry-forward', ends: 'leave', ...(most !== undefined && { most }) }] } },
      )
    const filled = (most?: number) =>
      [...preparedColumn(scored(rules(most), rows, { history }), 'a').values].slice(0, 2)
    expect(filled()).toEqual([40, 40])
    expect(filled(1)).toEqual([40, NaN])
    const found = score(compile(rules()), dataset(rows), { history })
    expect(found.score.length).toBe(2)
    const opened = trace(found, dataset(rows), 0, { history }).root.children[0]
    expect(opened?.kind === 'indicator' && opened.preparation?.imputed?.donors).toEqual([{ unit: 'u', period: '2023' }])
  })

  it('lets levels and yes/no only take values that were observed', () => {
    const yes = { normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 } } as const
    const rows = rowsOf({ a: [1, null], b: [5, 5] }, [
      { unit: 'u', period: '2024' },
      { unit: 'u', period: '2025' },
    ])
    const found = scored(
      two(yes, {}, { pipeline: { impute: [{ method: 'mean' }, { method: 'carry-forward', ends: 'leave' }] } }),
      rows,
    )
    expect(preparedColumn(found, 'a').imputed.get(1)).toMatchObject({ value: 1, method: 'carry-forward' })
  })

  it('takes values from outside in place of its own, and only for cells that it fills', () => {
    const rows = rowsOf({ a: [20, null, 30], b: [1, 1, 'na'] })
    const rules = two({}, {}, { pipeline: { impute: [{ method: 'mean' }] } })
    const given = new Map([
      [
        'a',
        new Map([
          [1, 77],
          [0, 5],
        ]),
      ],
      ['b', new Map([[2, 5]])],
    ])
    const found = scored(rules, rows, { imputations: given })
    expect([...preparedColumn(found, 'a').values]).toEqual([20, 77, 30])
    expect(preparedColumn(found, 'a').imputed.get(1)).toEqual({ value: 77, method: 'given', donors: null })
    expect(preparedColumn(found, 'b').values[2]).toBeNaN()
    const infinite = new Map([['a', new Map([[1, Infinity]])]])
    expect(faultsOf(() => scored(rules, rows, { imputations: infinite }))).toMatchObject([
      { code: 'IMPUTE_NOT_FINITE', at: { id: 'a', unit: 'u1', period: '2025' } },
    ])
  })

  it('reads gates from reported values, never from imputed ones', () => {
    const gates = [{ id: 'veto', kind: 'veto', when: { leaf: 'a', op: '>', value: 0 } }] as const
    const found = scored(
      two({}, {}, { gates, pipeline: { impute: [{ method: 'mean' }] } }),
      rowsOf({ a: [20, null], b: [1, 1] }),
    )
    expect([...found.status]).toEqual([Status.vetoed, Status.graded])
    expect(found.gates[0]?.[1]).toBe(2)
  })
})

describe('history', () => {
  const panel = { method: 'expert', scale: [0, 100], ratersMin: 2, aggregate: 'mean', dispersionAlert: 50 } as const

  it('gives a panel its earlier ratings, and a column that only it has', () => {
    const history = dataset(rowsOf({ a: [[40, 60]], b: [30] }, [{ unit: 'u', period: '1' }]))
    const rows = rowsOf({ a: [null] }, [{ unit: 'u', period: '2' }])
    const pipeline = { impute: [{ method: 'carry-forward', ends: 'leave' }] } as const
    const found = scored(two({ normalise: panel }, {}, { pipeline }), rows, { history })
    expect([...preparedColumn(found, 'a').values]).toEqual([50, 50])
    expect([...preparedColumn(found, 'b').values]).toEqual([30, 30])
    expect(found.score).toEqual(Float64Array.of(40))
  })

  it('has rows without a column that only the dataset has', () => {
    const history = dataset(rowsOf({ b: [30] }, [{ unit: 'u', period: '1' }]))
    const rows = rowsOf({ a: [80], b: [null] }, [{ unit: 'u', period: '2' }])
    const pipeline = { impute: [{ method: 'carry-forward', ends: 'leave' }] } as const
    expect(scored(two({}, {}, { pipeline }), rows, { history }).score).toEqual(Float64Array.of(55))
  })
})

describe('treatment', () => {
  const OUTLIER = [1, 2, 2, 3, 3, 3, 4, 90]
  it('winsorises, marks the cell, and normalises what is left', () => {
    const rules = one({ normalise: MIN_MAX }, { pipeline: { treat: {} } })
    const found = scored(rules, rowsOf({ a: OUTLIER }))
    expect(scoresOf(found, 'a')[7]).toBe(100)
    expect(scoresOf(found, 'a')[6]).toBe(100)
    expect(leafTrace(rules, rowsOf({ a: OUTLIER }), 7)).toMatchObject({
      raw: 90,
      preparation: {
        value: 4,
        treated: { before: 90, after: 4, held: false, transforms: [{ kind: 'clamp', low: null, high: 4 }] },
      },
      detail: { kind: 'sample', direction: 'positive', count: 8, minimum: 1, maximum: 4, beaten: 6, equal: 2 },
    })
    expect(preparedColumn(found, 'a').parts[0]?.treated).toMatchObject({ outcome: 'passes' })
  })

  it('says nothing of a sample where there is no value', () => {
    expect(leafTrace(one({ normalise: MIN_MAX }), rowsOf({ a: [1, 5, null] }), 2)).toMatchObject({
      detail: { kind: 'none' },
      preparation: { value: null },
    })
  })

  it('carries goalposts through, so that whoever had reached one still has', () => {
    const rules = one({ normalise: { method: 'goalposts', worst: 0, best: 100 } }, { pipeline: { treat: {} } })
    const found = scored(rules, rowsOf({ a: OUTLIER }))
    expect(scoresOf(found, 'a')[7]).toBe(100) // 90 and 100 are both the winsorised end now
    expect(leafTrace(rules, rowsOf({ a: OUTLIER }), 7).preparation?.normalise).toEqual({
      method: 'goalposts',
      worst: 0,
      best: 4,
    })
    const beyond = one({ normalise: { method: 'goalposts', worst: 50, best: 100 } }, { pipeline: { treat: {} } })
    expect(faultsOf(() => scored(beyond, rowsOf({ a: OUTLIER })))).toMatchObject([
      { code: 'PIPELINE_CARRY_EQUAL', at: { id: 'a', period: '2025' } },
    ])
  })

  it.each<readonly [NormaliseSpec, object]>([
    [{ method: 'distance-to-target', target: 95, sides: 'one' }, { target: 4 }],
    [{ method: 'distance-to-reference', reference: 95 }, { reference: 4 }],
    [{ method: 'distance-to-reference', reference: 'u3' }, { reference: 'u3' }],
    [
      { method: 'efficacy', satisfactory: 95, unacceptable: 2, base: 60, span: 40, outside: 'extend' },
      { satisfactory: 4, unacceptable: 2 },
    ],
    [{ method: 'efficacy', base: 60, span: 40, outside: 'extend' }, { base: 60 }],
    [
      { method: 'scaled', lower: 0, upper: 95 },
      { lower: 0, upper: 4 },
    ],
    [{ method: 'sigmoid', midpoint: 95, steepness: 1 }, { midpoint: 4 }],
    [{ method: 'sigmoid', steepness: 1 }, { steepness: 1 }],
  ])('%o', (normalise, carried) => {
    const found = scored(one({ normalise }, { pipeline: { treat: {} } }), rowsOf({ a: OUTLIER }))
    expect(preparedColumn(found, 'a').parts[0]?.normalise).toMatchObject(carried)
  })

  it('writes no score of an unlucky goalpost: it names it', () => {
    const log = { steps: [{ method: 'logarithm', variant: 'ct' }] } as const
    const rules = one({ normalise: { method: 'goalposts', worst: -50, best: 100 } }, { pipeline: { treat: log } })
    expect(faultsOf(() => scored(rules, rowsOf({ a: OUTLIER })))).toMatchObject([
      { code: 'TREAT_CARRY_DOMAIN', at: { id: 'a' } },
    ])
  })

  it('holds a value outside what a logarithm was fitted to at the end of the sample', () => {
    const pipeline = { reference: { period: '1' }, treat: { steps: [{ method: 'logarithm', variant: 'ct' }] } } as const
    const rows = rowsOf({ a: [...OUTLIER, -40] }, [
      ...OUTLIER.map(() => ({ period: '1' })),
      { unit: 'new', period: '2' },
    ])
    const found = scored(one({ normalise: MIN_MAX }, { pipeline }), rows)
    const mark = preparedColumn(found, 'a').treated.get(8)
    expect(mark).toMatchObject({ before: -40, held: true })
    expect(mark?.after).toBe(preparedColumn(found, 'a').values[0])
    expect(scoresOf(found, 'a')[8]).toBe(0)
  })

  it('does what is written down, whatever the data', () => {
    const transforms = [{ kind: 'clamp', low: null, high: 3 }] as const
    const found = scored(one({ normalise: MIN_MAX }, { pipeline: { treat: { transforms } } }), rowsOf({ a: [1, 2, 5] }))
    expect([...preparedColumn(found, 'a').values]).toEqual([1, 2, 3])
    expect(preparedColumn(found, 'a').parts[0]?.treated).toBeNull()
    const domain = [{ kind: 'box-cox', from: 0, add: -10, lambda: 0 }] as const
    expect(
      faultsOf(() =>
        scored(one({ normalise: MIN_MAX }, { pipeline: { treat: { transforms: domain } } }), rowsOf({ a: [1, 2, 5] })),
      ),
    ).toMatchObject([{ code: 'TREAT_CARRY_DOMAIN', at: { id: 'a', unit: 'u0', period: '2025' } }])
  })

  it('leaves methods alone that state their own value rule', () => {
    const pieces = {
      normalise: {
        method: 'piecewise',
        points: [
          [0, 0],
          [100, 100],
        ],
      },
    } as const
    const found = scored(
      two(pieces, { normalise: MIN_MAX }, { pipeline: { treat: {} } }),
      rowsOf({ a: OUTLIER, b: OUTLIER }),
    )
    expect(scoresOf(found, 'a')[7]).toBe(90)
    expect(preparedColumn(found, 'b').treated.size).toBe(1)
  })
})

describe('words for nodes', () => {
  it('the nearest counts', () => {
    const rows = rowsOf({ a: [10, null], b: [10, null], c: [10, null], d: [10, null] })
    const mean = { impute: [{ method: 'mean' }] } as const
    const rules = framework(
      branch('root', [
        branch('p', [leaf('a', 0.5), leaf('b', 0.5, { pipeline: { impute: 'none' } })], { weight: 0.5 }),
        branch('q', [leaf('c', 0.5), leaf('d', 0.5, { pipeline: mean })], {
          weight: 0.5,
          pipeline: { impute: 'none' },
        }),
      ]),
      { missing: 'exclude', pipeline: mean },
    )
    const found = scored(rules, rows)
    expect(['a', 'b', 'c', 'd'].map((id) => preparedColumn(found, id).imputed.size)).toEqual([1, 0, 0, 1])
  })
})

describe('reference', () => {
  const panel = rowsOf({ a: [0, 10, 5, 20], people: [1, 1, 1, 1] }, [
    { unit: 'u', period: '1', group: 'x' },
    { unit: 'v', period: '1', group: 'y' },
    { unit: 'u', period: '2', group: 'x' },
    { unit: 'v', period: '2', group: 'y' },
  ])
  const scores = (reference: Framework['pipeline'] & object, rows = panel, options = {}) => [
    ...scoresOf(scored(one({ normalise: { ...MIN_MAX, constant: 7 } }, { pipeline: reference }), rows, options), 'a'),
  ]

  it('is the period, a frozen period, a group, both, or all periods', () => {
    expect(scores({})).toEqual([0, 100, 0, 100])
    expect(scores({ reference: { period: '1' } })).toEqual([0, 100, 50, 100])
    expect(scores({ reference: { period: '*' } })).toEqual([0, 50, 25, 100])
    expect(scores({ reference: { group: 'y' } })).toEqual([7, 7, 7, 7])
    expect(scores({ reference: { period: '*', group: 'y' } })).toEqual([0, 0, 0, 100])
  })

  it('may lie in the history', () => {
    const now = panel.slice(2)
    const history = dataset(panel.slice(0, 2))
    expect(scores({ reference: { period: '1' } }, now, { history })).toEqual([50, 100])
    expect(faultsOf(() => scores({ reference: { period: '1' } }, now))).toMatchObject([
      { code: 'PIPELINE_REFERENCE_EMPTY', params: { period: '1', group: null } },
    ])
    expect(faultsOf(() => scores({ reference: { group: 'z' } }, now))).toMatchObject([
      { code: 'PIPELINE_REFERENCE_EMPTY', params: { period: null, group: 'z' } },
    ])
  })

  it('is wholly checked where it is read', () => {
    const history = dataset(rowsOf({ a: [Infinity] }, [{ unit: 'u', period: '1' }]))
    expect(codesOf(() => scores({ reference: { period: '1' } }, panel.slice(2), { history }))).toEqual(['RAW_INFINITE'])
    expect(scores({}, panel.slice(2), { history })).toEqual([0, 100])
  })

  it('is not read twice where dataset and history share a row', () => {
    const history = dataset(
      rowsOf({ a: [100, 0] }, [
        { unit: 'u', period: '1' },
        { unit: 'w', period: '1' },
      ]),
    )
    expect(scores({ reference: { period: '1' } }, panel, { history })).toEqual([0, 100, 50, 100])
  })

  it('gives an indicator one of its own', () => {
    const rules = two({ normalise: MIN_MAX }, { normalise: MIN_MAX, pipeline: { reference: { period: '*' } } })
    const rows = panel.map((row) => ({ ...row, cells: { a: row.cells['a'] ?? null, b: row.cells['a'] ?? null } }))
    const found = scored(rules, rows)
    expect([...scoresOf(found, 'a')]).toEqual([0, 100, 0, 100])
    expect([...scoresOf(found, 'b')]).toEqual([0, 50, 25, 100])
  })

  it('a unit that is held up: its value in the same sample', () => {
    const rules = one({ normalise: { method: 'distance-to-reference', reference: 'v' } })
    const rows = rowsOf({ a: [0, 10, 5] }, [{ unit: 'u' }, { unit: 'v' }, { unit: 'w' }])
    expect([...scoresOf(scored(rules, rows), 'a')]).toEqual([0, 100, 50])
    expect(leafTrace(rules, rows, 2).detail).toMatchObject({ kind: 'sample', referenceValue: 10 })
    expect(
      faultsOf(() => scored(one({ normalise: { method: 'distance-to-reference', reference: 'nobody' } }), rows)),
    ).toMatchObject([{ code: 'SAMPLE_REFERENCE_VALUE', at: { id: 'a', period: '2025' } }])
  })
})

it('validates nothing of a pipeline that is sound', () => {
  expect(
    validateFramework(one({ normalise: MIN_MAX }, { pipeline: { impute: [{ method: 'mean' }], treat: {} } })),
  ).toEqual([])
})
