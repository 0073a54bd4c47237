import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, FaultError, score, type Dataset } from '@plumbline/kernel'
import { routesToGrade, type Route, type RouteReport } from '../../src/explain/index.ts'
import { anyCells, anyTree, branch, dataset, framework, leaf, scored, type TestRow } from './build.ts'

const routesOf = (
  spec: Parameters<typeof scored>[0],
  rows: readonly TestRow[],
  options?: Parameters<typeof routesToGrade>[2],
) => {
  const { result, dataset: data } = scored(spec, rows)
  return routesToGrade(result, { dataset: data, row: 0 }, options)
}
const byKind = ({ routes }: RouteReport, kind: Route['kind']): Route => {
  const found = routes.find((route) => route.kind === kind)
  if (!found) throw new Error(`no ${kind} route`)
  return found
}
const codes = ({ reasons }: RouteReport) => reasons.map(({ code }) => code)
const movesOf = ({ steps }: Route) => Object.fromEntries(steps.map(({ id, to }) => [id, to]))

describe('a weighted sum, by hand', () => {
  // 0.5·40 + 0.3·50 + 0.2·60 = 47; L3 starts at 60: 13 points are missing.
  const root = branch('root', [leaf('a', 0.5), leaf('b', 0.3), leaf('c', 0.2)])
  const rows = [{ cells: { a: 40, b: 50, c: 60 } }]

  it('finds the one indicator that does it alone', () => {
    const report = routesOf(framework(root), rows)
    expect(report).toMatchObject({ from: 'L2', target: 'L3', gates: [], reasons: [] })
    // 13 / 0.5 = 26 points of a: 40 to 66.
    expect(byKind(report, 'fewest')).toMatchObject({
      method: 'exact',
      steps: [{ id: 'a', from: 40, to: 66, because: 'points' }],
      score: 60,
      grade: 'L3',
    })
    expect(byKind(report, 'least-effort')).toMatchObject({ method: 'exact', effort: 26 })
  })

  it('turns to others where an indicator costs more', () => {
    // Points of the index for one unit of effort: a 0.5/4, b 0.3, c 0.2. b gives 15 when full, 13 / 0.3 = 43.33: to 93.4 on the scale.
    const light = byKind(routesOf(framework(root), rows, { costs: new Map([['a', 4]]) }), 'least-effort')
    expect(movesOf(light)).toEqual({ b: 94 })
  })

  it('respects locks', () => {
    // b full gives 15 and is enough without a.
    expect(movesOf(byKind(routesOf(framework(root), rows, { locked: ['a'] }), 'fewest'))).toEqual({ b: 94 })
    const none = routesOf(framework(root), rows, { locked: ['a', 'b'] })
    expect(none.routes).toEqual([])
    // 47 + 0.2·40 = 55.
    expect(none.reasons).toMatchObject([
      { code: 'ROUTE_POINTS_SHORT', params: { attainable: 55, required: 60, grade: 'L3' } },
      { code: 'ROUTE_LOCKED_NEEDED', params: { indicators: ['a', 'b'] } },
    ])
  })

  it('has a safest route that bears the failure of any one step', () => {
    const safe = byKind(routesOf(framework(root), rows), 'safest')
    expect(safe.survivesOneFailure).toBe(true)
    // Without a: b and c must give 13. Without b or c, a does. So b and c are both needed, or a with b full.
    for (const { id } of safe.steps) {
      const rest = Object.fromEntries(safe.steps.filter((step) => step.id !== id).map((step) => [step.id, step.to]))
      expect(
        scored(framework(root), [{ cells: { a: 40, b: 50, c: 60, ...rest } }]).result.grade[0],
      ).toBeGreaterThanOrEqual(2)
    }
  })

  it('says that a route was searched for where gains depend on each other, scales are discrete, or a gate looks at a score', () => {
    const methods = (spec: Parameters<typeof scored>[0]) =>
      routesOf(spec, [{ cells: { a: 40, b: 50, c: 1 } }], { target: 'L3' }).routes.map(({ method }) => method)
    const c = leaf('c', 0.2, {
      normalise: {
        method: 'level-map',
        points: [
          [0, 0],
          [1, 60],
          [2, 100],
        ],
      },
    })
    const gate = (maxGrade: string) =>
      ({ id: 'g', kind: 'cap', maxGrade, when: { node: 'root', op: '<', value: 55 } }) as const
    expect(methods(framework(root))).toEqual(['exact', 'exact', 'search'])
    expect(methods(framework(branch('root', [leaf('a', 0.5), leaf('b', 0.3), c])))).toEqual([
      'exact',
      'search',
      'search',
    ])
    expect(methods(framework(branch('root', root.children, { aggregate: { method: 'geometric' } })))).toEqual([
      'search',
      'search',
      'search',
    ])
    expect(methods(framework(root, { gates: [gate('L2')] }))).toEqual(['search', 'search', 'search'])
    expect(methods(framework(root, { gates: [gate('L3')] }))).toEqual(['exact', 'exact', 'search'])
  })

  it('has nothing to say at the top', () => {
    expect(routesOf(framework(root), [{ cells: { a: 90, b: 90, c: 90 } }])).toEqual({
      from: 'L4',
      target: null,
      gates: [],
      routes: [],
      reasons: [],
    })
  })

  it('goes further when asked', () => {
    // 33 points: a full gives 30, so it takes two.
    expect(byKind(routesOf(framework(root), rows, { target: 'L4' }), 'fewest').steps).toHaveLength(2)
  })
})

describe('values that can be acted on', () => {
  const one = (over: Parameters<typeof leaf>[2], raw: number | null) =>
    byKind(
      routesOf(framework(branch('root', [leaf('x', 1, over)])), [{ cells: { x: raw } }], { target: 'L3' }),
      'least-effort',
    ).steps[0]?.to

  it.each([
    ['goalposts', { normalise: { method: 'goalposts', worst: 0, best: 50 } } as const, 10, 30],
    [
      'less is better',
      { direction: 'negative', normalise: { method: 'goalposts', worst: 200, best: 100 } } as const,
      190,
      140,
    ],
    [
      'a listed level',
      {
        normalise: {
          method: 'level-map',
          points: [
            [0, 0],
            [1, 30],
            [2, 59],
            [3, 75],
          ],
        },
      } as const,
      0,
      3,
    ],
    ['yes', { normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 } } as const, 0, 1],
    [
      'pieces',
      {
        normalise: {
          method: 'piecewise',
          points: [
            [0, 0],
            [10, 50],
            [20, 100],
          ],
        },
      } as const,
      1,
      12,
    ],
    [
      'a band from above',
      { direction: 'target', normalise: { method: 'band', low: 0, ideal: [40, 50], high: 100 } } as const,
      95,
      24,
    ],
    ['a blank', { normalise: { method: 'goalposts', worst: 0, best: 50 } } as const, null, 30],
  ])('%s', (_name, over, from, to) => {
    const found = one(over, from)
    // A band is reached from either side at the same score: 24 and 70 both score 60.
    expect(over.normalise.method === 'band' ? [24, 70] : [to]).toContain(found)
  })

  it('passes peers where the score is a place among them', () => {
    const spec = framework(
      branch('root', [
        leaf('x', 1, {
          normalise: { method: 'percentile', minGroup: 3, fallback: { method: 'goalposts', worst: 0, best: 100 } },
        }),
      ]),
    )
    // Five peers: 100 (r - 1) / 4; place 4 (75 points) is the first above 60, tied with the fourth: (3 + 4)/2 − 1 = 2.5 of 4 = 62.5.
    const rows = [10, 20, 30, 40, 50].map((x) => ({ cells: { x } }))
    const step = byKind(routesOf(spec, rows, { target: 'L3' }), 'least-effort').steps[0]
    expect(step).toMatchObject({ to: 40, toScore: 62.5 })
  })
})

describe('gates come first', () => {
  const root = branch('root', [leaf('a', 0.5), leaf('b', 0.5, { basic: true })])
  const veto = { id: 'accident', kind: 'veto', when: { fact: 'accident', op: '==', value: 1 } } as const
  const facts = [{ id: 'accident', type: 'boolean' }] as const

  it('never buys off a veto', () => {
    const report = routesOf(framework(root, { gates: [veto], facts }), [{ cells: { a: 50, b: 50, accident: 1 } }])
    expect(report).toMatchObject({
      from: null,
      target: 'L2',
      routes: [],
      gates: [{ id: 'accident', kind: 'veto', cleared: 'no' }],
    })
    expect(report.reasons).toMatchObject([
      { code: 'ROUTE_GATE_STANDS', params: { kind: 'veto' }, at: { id: 'accident' } },
    ])
  })

  it('says what would hold once the veto is cleared, when asked', () => {
    const report = routesOf(framework(root, { gates: [veto], facts }), [{ cells: { a: 50, b: 50, accident: 1 } }], {
      assumeCleared: ['accident'],
      target: 'L3',
    })
    expect(report.gates).toEqual([{ id: 'accident', kind: 'veto', cleared: 'assumed' }])
    expect(byKind(report, 'least-effort').effort).toBe(20)
  })

  it('clears a cap by its own indicator, though points are enough', () => {
    const cap = { id: 'weak-a', kind: 'cap', maxGrade: 'L2', when: { leaf: 'a', op: '<', value: 45 } } as const
    const report = routesOf(framework(root, { gates: [cap] }), [{ cells: { a: 40, b: 90 } }])
    expect(report).toMatchObject({ from: 'L2', target: 'L3', gates: [{ id: 'weak-a', cleared: 'by-route' }] })
    expect(byKind(report, 'fewest').steps).toMatchObject([{ id: 'a', to: 45, because: 'gate' }])
  })

  it('says that a cap stands', () => {
    const cap = {
      id: 'no-licence',
      kind: 'cap',
      maxGrade: 'L2',
      when: { fact: 'accident', op: '==', value: 1 },
    } as const
    const report = routesOf(framework(root, { gates: [cap], facts }), [{ cells: { a: 90, b: 90, accident: 1 } }])
    expect(report.reasons).toMatchObject([
      { code: 'ROUTE_CAP_STANDS', params: { most: 'L2', grade: 'L3' }, at: { id: 'no-licence' } },
    ])
  })

  it('brings a basic indicator to its line', () => {
    const basicRule = [{ grade: 'L3', min: 50 }]
    const report = routesOf(framework(root, { basicRule }), [{ cells: { a: 95, b: 30 } }])
    expect(byKind(report, 'fewest').steps).toMatchObject([{ id: 'b', from: 30, to: 50, because: 'basic-rule' }])
    const locked = routesOf(framework(root, { basicRule }), [{ cells: { a: 95, b: 30 } }], { locked: ['b'] })
    expect(codes(locked)).toEqual(['ROUTE_BASIC_STANDS', 'ROUTE_LOCKED_NEEDED'])
  })

  it('says that there is no score to raise', () => {
    const spec = framework(root, { missing: 'no-result' })
    expect(codes(routesOf(spec, [{ cells: { a: 50, b: null } }], { locked: ['b'] }))).toEqual([
      'ROUTE_NO_SCORE',
      'ROUTE_LOCKED_NEEDED',
    ])
  })

  it('looks back into earlier periods', () => {
    const gates = [{ ...veto, lookbackMonths: 24 }]
    const rows = [
      { unit: 'u', period: '2025', cells: { a: 50, b: 50, accident: 0 } },
      { unit: 'u', period: '2024', cells: { a: 50, b: 50, accident: 1 } },
    ]
    expect(codes(routesOf(framework(root, { gates, facts }), rows))).toEqual(['ROUTE_GATE_STANDS'])
  })
})

it('refuses what it does not know, all at once', () => {
  const options = { target: 'L9', locked: ['x', 'root'], costs: new Map([['a', 0]]), assumeCleared: ['g'] }
  const run = () => routesOf(framework(branch('root', [leaf('a')])), [{ cells: { a: 1 } }], options)
  expect(run).toThrow(FaultError)
  expect(run).toThrow(
    /ROUTE_TARGET_UNKNOWN[\s\S]*ROUTE_INDICATOR_UNKNOWN[\s\S]*ROUTE_INDICATOR_UNKNOWN[\s\S]*ROUTE_GATE_UNKNOWN[\s\S]*ROUTE_COST_NOT_POSITIVE/,
  )
})

/** The whole dataset with the steps taken, written without the code under test. */
function applied(data: Dataset, { steps }: Route): Dataset {
  const columns = new Map(data.columns)
  for (const { id, to } of steps) {
    const values = Float64Array.from(columns.get(id)?.values ?? [])
    const blanks = Uint8Array.from(columns.get(id)?.blanks ?? [])
    values[0] = to
    blanks[0] = 0
    columns.set(id, { values, blanks })
  }
  return { ...data, columns }
}

describe('laws', () => {
  const anyCase = anyTree.chain((spec) => fc.tuple(fc.constant(spec), anyCells(spec)))

  it('a route gives the grade, by the kernel; no route means that the best values do not', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('L2', 'L3', 'L4'), ([spec, cells], target) => {
        const plan = compile(spec)
        const data = dataset([{ cells }])
        const report = routesToGrade(score(plan, data), { dataset: data, row: 0 }, { target })
        const wanted = spec.grades.findIndex(({ id }) => id === target)
        expect(report.routes.length > 0).toBe(report.reasons.length === 0)
        for (const route of report.routes) {
          const after = score(plan, applied(data, route))
          expect(after.grade[0]).toBeGreaterThanOrEqual(wanted)
          expect(after.score[0]).toBe(route.score)
          for (const step of route.steps) expect(step.toScore).toBeGreaterThanOrEqual(step.fromScore)
        }
        for (const route of report.routes.filter(({ survivesOneFailure }) => survivesOneFailure)) {
          const held = route.steps.filter((step) => {
            const rest = { ...route, steps: route.steps.filter((other) => other !== step) }
            return (score(plan, applied(data, rest)).grade[0] ?? -1) >= wanted
          })
          // What does not hold without a step is required: no route at all does without it.
          for (const step of route.steps.filter((each) => !held.includes(each))) {
            const withoutIt = routesToGrade(score(plan, data), { dataset: data, row: 0 }, { target, locked: [step.id] })
            expect(withoutIt.routes).toEqual([])
          }
          expect(held.length).toBeGreaterThan(0)
        }
        if (report.routes.length > 0) {
          expect(byKind(report, 'fewest').steps.length).toBeLessThanOrEqual(byKind(report, 'least-effort').steps.length)
          expect(byKind(report, 'least-effort').effort).toBeLessThanOrEqual(byKind(report, 'fewest').effort)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is exact where it says so: no smaller set of indicators, no lighter mix on a grid', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })
    const values = fc.array(
      fc.nat(20).map((value) => value * 5),
      { minLength: 3, maxLength: 3 },
    )
    const costs = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(weights, values, costs, (w, v, c) => {
        const total = w.reduce((sum, each) => sum + each, 0)
        const ids = ['a', 'b', 'c']
        const spec = framework(
          branch(
            'root',
            ids.map((id, i) => leaf(id, (w[i] ?? 0) / total)),
          ),
        )
        const { result, dataset: data } = scored(spec, [
          { cells: Object.fromEntries(ids.map((id, i) => [id, v[i] ?? 0])) },
        ])
        const report = routesToGrade(
          result,
          { dataset: data, row: 0 },
          { target: 'L4', costs: new Map(ids.map((id, i) => [id, c[i] ?? 1])) },
        )
        if (report.from === 'L4') return
        const rootOf = (x: readonly number[]) => x.reduce((sum, each, i) => sum + (each * (w[i] ?? 0)) / total, 0)
        let [least, few] = [Infinity, 4]
        const steps = (i: number) => Array.from({ length: 21 - (v[i] ?? 0) / 5 }, (_, k) => (v[i] ?? 0) + 5 * k)
        for (const a of steps(0))
          for (const b of steps(1))
            for (const d of steps(2)) {
              if (rootOf([a, b, d]) < 80 - 1e-9) continue
              const moves = [a, b, d].map((each, i) => each - (v[i] ?? 0))
              least = Math.min(
                least,
                moves.reduce((sum, each, i) => sum + each * (c[i] ?? 1), 0),
              )
              few = Math.min(few, moves.filter((each) => each > 0).length)
            }
        expect(byKind(report, 'fewest').method).toBe('exact')
        expect(byKind(report, 'fewest').steps).toHaveLength(few)
        // One step of the scale is one point here.
        expect(byKind(report, 'least-effort').effort).toBeLessThanOrEqual(least + 5)
        expect(byKind(report, 'least-effort').effort).toBeLessThanOrEqual(least + Math.max(...c))
      }),
      { numRuns: 40 },
    )
  })
})
