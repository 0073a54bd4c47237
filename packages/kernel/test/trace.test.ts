import { describe, expect, it } from 'vitest'
import {
  Blank,
  compile,
  score,
  trace,
  type Framework,
  type IndicatorSpec,
  type NormaliseSpec,
  type Trace,
  type TraceNode,
} from '../src/index.ts'
import { branch, dataset, framework, leaf, type TestRow } from './support/build.ts'
import { faultsOf } from './support/faults.ts'

const rules = framework(
  branch('root', [
    branch('p', [leaf('a', 0.4, { basic: true }), leaf('b', 0.6)], { weight: 0.5, minCoverage: 0.2 }),
    leaf('c', 0.3, {
      normalise: {
        method: 'piecewise',
        points: [
          [0, 0],
          [10, 40],
          [20, 100],
        ],
      },
    }),
    leaf('d', 0.2, { normalise: { method: 'goalposts', worst: 0, best: 10 } }),
  ]),
  {
    facts: [{ id: 'f', type: 'number' }],
    basicRule: [{ grade: 'L3', min: 30 }],
    gates: [
      { id: 'v', kind: 'veto', when: { fact: 'f', op: '>=', value: 2 }, lookbackMonths: 24 },
      {
        id: 'low',
        kind: 'cap',
        maxGrade: 'L2',
        when: {
          any: [
            { node: 'p', op: '<', value: 45 },
            { leaf: 'd', op: '<', value: 1 },
          ],
        },
      },
      { id: 'x', kind: 'cap', maxGrade: 'L1', when: { fact: 'f', op: '>=', value: 0 }, groups: ['x'] },
    ],
  },
)
const rows: readonly TestRow[] = [
  { unit: 'u', period: '2025', group: 'g', cells: { a: 50, b: 60, c: 15, d: 12, f: 0 } },
  { unit: 'v', period: '2025', group: 'g', cells: { a: 10, b: 'na', c: 25, d: null, f: 1 } },
  { unit: 'w', period: '2025', group: null, cells: { a: 90, b: 90, c: 20, d: 9, f: 3 } },
]

function open(row: number, over: Partial<Framework> = {}, data = dataset(rows)): Trace {
  return trace(score(compile({ ...rules, ...over }), data), data, row)
}

describe('a row that is graded', () => {
  it('opens from the score to every raw value', () => {
    const found = open(0)
    expect(found).toMatchObject({ unit: 'u', period: '2025', group: 'g', status: 'graded', score: 69 })
    expect(found.root).toMatchObject({
      kind: 'branch',
      id: 'root',
      state: 'scored',
      coverage: 1,
      minCoverage: null,
      aggregate: { method: 'arithmetic' },
    })
    const [p, c, d] = found.root.children
    expect(p).toMatchObject({
      kind: 'branch',
      id: 'p',
      weight: 0.5,
      minCoverage: 0.2,
      score: 56,
      effectiveWeight: 0.5,
      contribution: 28,
      contributionToParent: 28,
      ownContribution: 0,
    })
    expect(p?.kind === 'branch' && p.children[1]).toMatchObject({
      id: 'b',
      raw: 60,
      score: 60,
      contributionToParent: 36,
      contribution: 18,
      basic: false,
    })
    expect(c).toMatchObject({
      kind: 'indicator',
      raw: 15,
      score: 70,
      held: 0,
      blank: 'none',
      detail: { kind: 'segment', from: [10, 40], to: [20, 100] },
    })
    expect(d).toMatchObject({
      raw: 12,
      score: 100,
      held: 1,
      detail: { kind: 'none' },
      normalise: { method: 'goalposts', worst: 0, best: 10 },
    })
  })

  it('says the place, and what is missing to the next grade', () => {
    const found = open(0)
    expect(found.rank).toEqual({ place: 1, of: 2 })
    expect(found.groupRank).toEqual({ place: 1, of: 2 })
    expect(found.grading).toEqual({
      gradeByScore: 'L3',
      grade: 'L3',
      basicLimit: null,
      capLimit: null,
      toNext: { grade: 'L4', points: 1 },
    })
  })

  it('lists every gate with the values it compared', () => {
    const found = open(0)
    expect(
      found.gates.map(({ gate, outcome, decisive, observed }) => [
        gate.id,
        outcome,
        decisive,
        observed.map(({ value }) => value),
      ]),
    ).toEqual([
      ['v', 'passed', false, [0]],
      ['low', 'passed', false, [56, 12]],
      ['x', 'not-for-group', false, [0]],
    ])
  })

  it('is plain JSON', () => {
    const found = open(0)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })
})

describe('a row with gaps and limits', () => {
  it('shows blanks as such, and what they did to the weights', () => {
    const found = open(1)
    const [p, c, d] = found.root.children
    expect(p).toMatchObject({ score: 10, coverage: 1 })
    expect(p?.kind === 'branch' && p.children).toMatchObject([
      { id: 'a', basic: true, effectiveWeight: 1 },
      {
        id: 'b',
        state: 'not-applicable',
        raw: null,
        blank: 'not-applicable',
        score: null,
        effectiveWeight: 0,
        contribution: 0,
      },
    ])
    expect(c).toMatchObject({ held: 1, score: 100, detail: { kind: 'segment', from: [20, 100], to: [20, 100] } })
    expect(d).toMatchObject({ state: 'zeroed', raw: null, blank: 'unanswered', score: 0, detail: { kind: 'none' } })
  })

  it('names what holds the grade', () => {
    const found = open(1)
    expect(found.score).toBe(35)
    expect(found.grading).toMatchObject({
      gradeByScore: 'L2',
      grade: 'L2',
      basicLimit: null,
      capLimit: null,
      toNext: { grade: 'L3', points: 15 },
    })
    const higher = open(0, {}, dataset([{ cells: { a: 25, b: 100, c: 20, d: 0 } }]))
    expect(higher.grading).toEqual({
      gradeByScore: 'L3',
      grade: 'L2',
      basicLimit: { grade: 'L2', indicator: 'a', score: 25, required: 30 },
      capLimit: null,
      toNext: { grade: 'L4', points: 5 },
    })
    expect(higher.gates[1]).toMatchObject({ outcome: 'fired', decisive: false })
  })

  it('names the cap that decides', () => {
    const capped = open(0, {
      gates: [{ id: 'k', kind: 'cap', maxGrade: 'L1', when: { node: 'p', op: '<', value: 60 } }],
    })
    expect(capped.grading).toMatchObject({ gradeByScore: 'L3', grade: 'L1', capLimit: { grade: 'L1', gate: 'k' } })
    expect(capped.gates[0]).toMatchObject({ outcome: 'fired', decisive: true })
  })
})

describe('a row without a grade', () => {
  it('keeps the score under a veto', () => {
    const found = open(2)
    expect(found).toMatchObject({ status: 'vetoed', score: 93, group: null, rank: null, groupRank: null })
    expect(found.grading).toEqual({ gradeByScore: 'L5', grade: null, basicLimit: null, capLimit: null, toNext: null })
  })

  it('not admitted', () => {
    const found = open(0, { gates: [{ id: 'e', kind: 'entry', when: { fact: 'f', op: '>', value: 5 } }] })
    expect(found.status).toBe('not-admitted')
  })

  it('without a result there is no score and nothing to reach', () => {
    const found = open(1, { missing: 'no-result' })
    expect(found).toMatchObject({
      status: 'no-result',
      score: null,
      rank: null,
      root: { state: 'no-result', score: null, contribution: 0 },
    })
    expect(found.grading).toEqual({ gradeByScore: null, grade: null, basicLimit: null, capLimit: null, toNext: null })
    expect(found.root.children[2]).toMatchObject({ state: 'no-result', score: null })
  })

  it('below coverage, excluded, not available, withheld', () => {
    const root = branch('root', [
      branch('p', [leaf('a')], { weight: 0.5, minCoverage: 1, missing: 'exclude' }),
      leaf('c', 0.3),
      leaf('d', 0.2),
    ])
    const data = dataset([{ cells: { a: null, c: null, d: 5 } }])
    data.columns.get('a')?.blanks.set([Blank.withheld])
    data.columns.get('c')?.blanks.set([Blank.notAvailable])
    const [p, c] = open(0, { root, gates: [], basicRule: [], missing: 'exclude' }, data).root.children
    expect(p).toMatchObject({
      state: 'below-coverage',
      score: null,
      coverage: 0,
      children: [{ state: 'excluded', blank: 'withheld' }],
    })
    expect(c).toMatchObject({ blank: 'not-available' })
    const na = dataset([{ cells: { a: 'na', d: 5 } }])
    expect(open(0, { root, gates: [], basicRule: [] }, na).root.children[0]).toMatchObject({
      state: 'not-applicable',
      coverage: null,
    })
  })

  it('a column that is absent is unanswered', () => {
    expect(open(0, {}, dataset([{ cells: { a: 1 } }])).root.children[1]).toMatchObject({
      raw: null,
      blank: 'unanswered',
    })
  })
})

it('the look-back names the period it found', () => {
  const data = dataset([
    { unit: 'u', period: '2024', cells: { f: 2 } },
    { unit: 'u', period: '2025', cells: { f: 0 } },
  ])
  expect(open(1, {}, data).gates[0]).toMatchObject({ outcome: 'fired', observed: [{ value: 2, period: '2024' }] })
  const current = dataset([{ unit: 'u', period: '2025', cells: { f: 0 } }])
  const history = dataset([
    { unit: 'u', period: '2023', cells: { f: 3 } },
    { unit: 'u', period: '2024', cells: { f: 2 } },
  ])
  const plan = compile({ ...rules, gates: rules.gates.map((gate) => ({ ...gate, lookbackMonths: 36 })) })
  const found = trace(score(plan, current, { history }), current, 0, { history })
  expect(found.status).toBe('vetoed')
  expect(found.gates[0]?.observed).toMatchObject([{ value: 2, period: '2024' }])
  expect(found.gates[1]?.observed.map(({ period }) => period)).toEqual(['2025', '2025'])
})

describe('details', () => {
  const detailOf = (node: TraceNode | undefined): unknown => (node?.kind === 'indicator' ? node.detail : null)
  const panel = {
    method: 'expert',
    scale: [0, 10],
    ratersMin: 3,
    aggregate: 'trimmed-mean',
    dispersionAlert: 2,
  } as const
  const percentile = {
    method: 'percentile',
    minGroup: 2,
    fallback: { method: 'goalposts', worst: 10, best: 0 },
  } as const
  const root = branch('root', [
    leaf('e', 0.5, { normalise: panel }),
    leaf('q', 0.5, { normalise: percentile, direction: 'negative' }),
  ])
  const data = dataset([
    { group: 'g', cells: { e: [2, 4, 4, 4, 5, 5, 7, 9], q: 3 } },
    { group: 'g', cells: { e: [5, 8], q: 3 } },
    { group: 'g', cells: { e: 7, q: 8 } },
    { group: 'h', cells: { e: [1, 3, 5], q: 8 } },
    { group: 'h', cells: { e: [4], q: null } },
  ])
  const plan = compile(framework(root))
  const details = (row: number): unknown[] => trace(score(plan, data), data, row).root.children.map(detailOf)

  it('panel', () => {
    expect(details(0)[0]).toEqual({
      kind: 'panel',
      ratings: [2, 4, 4, 4, 5, 5, 7, 9],
      dispersion: 2.138089935,
      alert: true,
      tooFew: false,
    })
    expect(details(1)[0]).toEqual({
      kind: 'panel',
      ratings: [5, 8],
      dispersion: 2.121320344,
      alert: true,
      tooFew: true,
    })
    expect(details(2)[0]).toEqual({ kind: 'none' })
    expect(details(3)[0]).toEqual({ kind: 'panel', ratings: [1, 3, 5], dispersion: 2, alert: true, tooFew: false })
    expect(details(4)[0]).toEqual({ kind: 'panel', ratings: [4], dispersion: null, alert: false, tooFew: true })
  })

  it('peers where more is better, in a group of just the least size', () => {
    const upward = { ...percentile, fallback: { method: 'goalposts', worst: 0, best: 10 } } as const
    const two = dataset([{ cells: { q: 3 } }, { cells: { q: 8 } }])
    const only = compile(framework(branch('root', [leaf('q', 1, { normalise: upward })])))
    const found = trace(score(only, two), two, 1).root.children[0]
    expect(detailOf(found)).toEqual({ kind: 'peers', size: 2, rank: 2, usedFallback: false })
  })

  it('a panel’s raw value is its result', () => {
    const first = trace(score(plan, data), data, 0).root.children[0]
    expect(first).toMatchObject({ raw: 29 / 6, blank: 'none', score: 48.333333333 })
  })

  it('a panel that does not apply', () => {
    const na = dataset([{ cells: { e: 'na', q: 1 } }])
    const column = na.columns.get('e')
    const withRatings = {
      ...na,
      columns: new Map([
        ...na.columns,
        [
          'e',
          {
            ...column,
            values: Float64Array.of(NaN),
            blanks: Uint8Array.of(Blank.notApplicable),
            ratings: new Map([[0, [1, 2, 3]]]),
          },
        ],
      ]),
    }
    expect(trace(score(plan, withRatings), withRatings, 0).root.children[0]).toMatchObject({
      state: 'not-applicable',
      raw: null,
      detail: { kind: 'none' },
    })
  })

  it('peers: the best rank is the highest number, equal values share', () => {
    expect(details(0)[1]).toEqual({ kind: 'peers', size: 3, rank: 2.5, usedFallback: false })
    expect(details(2)[1]).toEqual({ kind: 'peers', size: 3, rank: 1, usedFallback: false })
    expect(details(3)[1]).toEqual({ kind: 'peers', size: 1, rank: 1, usedFallback: true })
    expect(details(4)[1]).toEqual({ kind: 'none' })
  })
})

describe('what a method that reads a sample looked at', () => {
  const ends = { low: 0, high: 100 } as const
  const looked = (
    normalise: NormaliseSpec,
    over: Partial<IndicatorSpec>,
    cells: readonly (number | null)[],
    row: number,
  ) => {
    const data = dataset(cells.map((q) => ({ cells: { q } })))
    const plan = compile(framework(branch('root', [leaf('q', 1, { normalise, ...over })])))
    const [found] = trace(score(plan, data), data, row).root.children
    return found?.kind === 'indicator' ? found.detail : null
  }
  const four = {
    kind: 'sample',
    count: 4,
    minimum: 2,
    maximum: 9,
    mean: 4.75,
    deviation: expect.closeTo(Math.sqrt(26.75 / 3), 12),
    referenceValue: null,
  }

  it('the sample, and how many of it the value beats, by the direction', () => {
    const cells = [2, 4, null, 4, 9]
    const rising = { ...four, direction: 'positive' }
    expect(looked({ method: 'min-max', ...ends }, {}, cells, 1)).toEqual({ ...rising, beaten: 1, equal: 2 })
    expect(looked({ method: 'min-max', ...ends }, {}, cells, 4)).toEqual({ ...rising, beaten: 3, equal: 1 })
    const negative = { direction: 'negative' } as const
    expect(looked({ method: 'min-max', ...ends }, negative, cells, 0)).toEqual({
      ...four,
      ...negative,
      beaten: 3,
      equal: 1,
    })
    expect(looked({ method: 'min-max', ...ends }, {}, cells, 2)).toEqual({ kind: 'none' })
  })

  it('of frozen figures nobody knows who is beaten; of one value there is no deviation', () => {
    const sample = { count: 4, minimum: 2, maximum: 9, mean: 4.75, deviation: Math.sqrt(26.75 / 3) }
    expect(looked({ method: 'min-max', ...ends, sample }, {}, [4], 0)).toEqual({
      ...four,
      direction: 'positive',
      beaten: null,
      equal: null,
    })
    expect(looked({ method: 'mid-percentile' }, {}, [7], 0)).toMatchObject({ count: 1, deviation: null, equal: 1 })
  })

  it('the value of the unit that is held up, and none where the reference is a number', () => {
    const at = (reference: string | number) => looked({ method: 'distance-to-reference', reference }, {}, [2, 6, 4], 0)
    expect(at('u1')).toMatchObject({ referenceValue: 6 })
    expect(at(5)).toMatchObject({ referenceValue: null })
  })
})

it('a piecewise value on a point lies in the segment that ends there', () => {
  const found = open(0, {}, dataset([{ cells: { a: 1, b: 1, c: 10, d: 1 } }]))
  expect(found.root.children[1]).toMatchObject({ score: 40, held: 0, detail: { from: [0, 0], to: [10, 40] } })
})

it('a value that a gate misses is null, and the full marks of a deduction are the branch’s own', () => {
  const root = branch('root', [leaf('a', 30), leaf('p', 70)], { aggregate: { method: 'deduct', full: 100 } })
  const gates = [{ id: 'v', kind: 'veto', when: { fact: 'f', op: '>=', value: 2 } }] as const
  const found = open(0, { root, gates, basicRule: [] }, dataset([{ cells: { a: 50, p: 90, f: null } }]))
  expect(found.gates).toMatchObject([{ outcome: 'undecided', observed: [{ value: null, period: '2025' }] }])
  expect(found.root).toMatchObject({ score: 78, contribution: 78, ownContribution: 100 })
})

it('held at the worst end, and the way from the lowest grade', () => {
  const found = open(0, {}, dataset([{ cells: { a: 1, b: 1, c: 0, d: -2 } }]))
  expect(found.root.children[2]).toMatchObject({ held: -1, score: 0 })
  expect(found.grading.toNext).toEqual({ grade: 'L2', points: 29.5 })
})

it('places count the ranked rows of the same period, and of the same group', () => {
  const data = dataset([
    { group: 'g', cells: { a: 50, b: 50, c: 5, d: 5 } },
    { group: 'g', cells: { a: 60, b: 60, c: 5, d: 5 } },
    { group: 'h', cells: { a: 70, b: 70, c: 5, d: 5 } },
    { group: 'g', period: '2024', cells: { a: 80, b: 80, c: 5, d: 5 } },
    { group: 'g', cells: { a: 90, b: 90, c: 5, d: 5, f: 9 } },
  ])
  expect(open(0, {}, data)).toMatchObject({ rank: { place: 3, of: 3 }, groupRank: { place: 2, of: 2 } })
  expect(open(3, {}, data)).toMatchObject({ rank: { place: 1, of: 1 }, groupRank: { place: 1, of: 1 } })
})

it('a row that is not there', () => {
  const data = dataset(rows)
  const result = score(compile(rules), data)
  expect(faultsOf(() => trace(result, data, 3))).toMatchObject([{ code: 'ROW_UNKNOWN', params: { row: 3, size: 3 } }])
})
