import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compile,
  NodeState,
  score,
  trace,
  type Dataset,
  type IndicatorSpec,
  type Plan,
  type Result,
  type TraceNode,
} from '../src/index.ts'
import { branch, dataset, framework, leaf, type Cell, type TestRow } from './support/build.ts'
import { anyFramework, anyRows, indicatorsOf, methodsOf } from './support/arbitrary.ts'
import { runs } from './support/runs.ts'

const RUNS = runs(400)
/** One step of the grid: two doubles a bit apart may lie on either side of half a step. */
const STEP = 1.000001e-9

/** Any sound framework with rows that it can score. */
const anyCase = anyFramework.chain((rules) => fc.record({ rules: fc.constant(rules), rows: anyRows(rules) }))

const scored = ({
  rules,
  rows,
}: {
  readonly rules: Parameters<typeof compile>[0]
  readonly rows: readonly TestRow[]
}): { plan: Plan; data: Dataset; result: Result } => {
  const plan = compile(rules)
  const data = dataset(rows)
  return { plan, data, result: score(plan, data) }
}

it('bounded: every score lies on 0 to 100 and on the grid, or is missing with a reason', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { result } = scored(given)
      for (const { score: scores, state } of result.nodes) {
        for (const [row, value] of scores.entries()) {
          const has = state[row] === NodeState.scored || state[row] === NodeState.zeroed
          expect(Number.isNaN(value)).toBe(!has)
          if (has) expect(value >= 0 && value <= 100).toBe(true)
        }
      }
    }),
    RUNS,
  )
})

it('contributions: indicators and the branches’ own points add up to the root’s score', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { result, data } = scored(given)
      for (let row = 0; row < data.size; row++) {
        let sum = 0
        for (const [index, node] of result.plan.nodes.entries()) {
          const column = result.nodes[index]
          sum += (node.spec.kind === 'indicator' ? column?.contribution[row] : column?.ownContribution[row]) ?? NaN
        }
        const total = result.score[row] ?? NaN
        expect(Math.abs(sum - (Number.isNaN(total) ? 0 : total))).toBeLessThan(2e-9)
      }
    }),
    RUNS,
  )
})

it('contributions to the parent add up to the parent’s score, with the full marks of a deduction', () => {
  const checkNode = (node: TraceNode): void => {
    if (node.kind === 'indicator' || node.state !== 'scored') return
    node.children.forEach(checkNode)
    const sum = node.children.reduce((total, child) => total + child.contributionToParent, 0)
    const full = node.aggregate.method === 'deduct' ? node.aggregate.full : 0
    expect(Math.abs(sum + full - (node.score ?? NaN))).toBeLessThan(2e-9)
  }
  fc.assert(
    fc.property(anyCase, (given) => {
      const { result, data } = scored(given)
      for (let row = 0; row < data.size; row++) checkNode(trace(result, data, row).root)
    }),
    runs(200),
  )
})

it('a node’s contribution is the sum of what lies below it', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { plan, result, data } = scored(given)
      for (const [index, { children }] of plan.nodes.entries()) {
        const own = result.nodes[index]
        if (!own || children.length === 0) continue
        for (let row = 0; row < data.size; row++) {
          const below = children.reduce((sum, child) => sum + (result.nodes[child]?.contribution[row] ?? NaN), 0)
          expect(Math.abs((own.contribution[row] ?? NaN) - below - (own.ownContribution[row] ?? NaN))).toBeLessThan(
            1e-9,
          )
        }
      }
    }),
    runs(200),
  )
})

it('monotone: a better value never lowers any score', () => {
  const better = (spec: IndicatorSpec, value: number, step: number): number =>
    spec.direction === 'negative' ? value - step : value + step
  const straight = anyFramework.filter(({ root }) =>
    methodsOf(root).every((method) => !['mazziotta-pareto', 'topsis', 'vikor'].includes(method)),
  )
  const moved = straight.chain((rules) => {
    const candidates = indicatorsOf(rules.root).filter(
      ({ normalise }) =>
        normalise.method.startsWith('goalposts') ||
        normalise.method === 'piecewise' ||
        normalise.method === 'percentile',
    )
    return fc.record({
      rules: fc.constant(rules),
      rows: anyRows(rules),
      pick: fc.nat(),
      step: fc.double({ min: 0, max: 60, noNaN: true }),
      candidates: fc.constant(candidates),
    })
  })
  fc.assert(
    fc.property(moved, ({ rules, rows, pick, step, candidates }) => {
      const spec = candidates[pick % candidates.length]
      const [first, ...others] = rows
      const before = first?.cells[spec?.id ?? '']
      if (!spec || !first || typeof before !== 'number') return
      const after = { ...first, cells: { ...first.cells, [spec.id]: better(spec, before, step) } }
      const [old, now] = [scored({ rules, rows }), scored({ rules, rows: [after, ...others] })]
      for (const [index, column] of now.result.nodes.entries()) {
        const was = old.result.nodes[index]?.score[0] ?? NaN
        if (!Number.isNaN(was)) expect(column.score[0]).toBeGreaterThanOrEqual(was - STEP)
      }
    }),
    RUNS,
  )
})

it('permuting the rows permutes the results', () => {
  fc.assert(
    fc.property(anyCase, fc.infiniteStream(fc.nat()), ({ rules, rows }, numbers) => {
      const order = rows.map((_, row) => row).sort((a, b) => a - b)
      for (let i = order.length - 1; i > 0; i--) {
        const j = Number(numbers.next().value) % (i + 1)
        ;[order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0]
      }
      const straight = scored({ rules, rows }).result
      const turned = scored({ rules, rows: order.flatMap((row) => rows[row] ?? []) }).result
      for (const [place, row] of order.entries()) {
        for (const key of [
          'score',
          'status',
          'grade',
          'gradeByScore',
          'rank',
          'groupRank',
          'limitedBy',
          'cappedBy',
        ] as const) {
          expect(turned[key][place]).toBe(straight[key][row])
        }
        for (const [index, column] of turned.nodes.entries())
          expect(column.contribution[place]).toBe(straight.nodes[index]?.contribution[row])
      }
    }),
    runs(200),
  )
})

it('adding a unit never moves a score that does not use peers', () => {
  const compares: readonly string[] = ['copeland', 'topsis', 'vikor', 'promethee', 'grey-relation']
  const without = anyCase.filter(
    ({ rules }) =>
      indicatorsOf(rules.root).every(({ normalise }) => normalise.method !== 'percentile') &&
      methodsOf(rules.root).every((method) => !compares.includes(method)),
  )
  fc.assert(
    fc.property(without, ({ rules, rows }) => {
      const all = scored({ rules, rows }).result
      const fewer = scored({ rules, rows: rows.slice(0, -1) }).result
      expect(all.score.slice(0, -1)).toEqual(fewer.score)
      expect(all.grade.slice(0, -1)).toEqual(fewer.grade)
    }),
    runs(200),
  )
})

it('the same input gives the same bits, and the input is never changed', () => {
  fc.assert(
    fc.property(anyCase, ({ rules, rows }) => {
      const plan = compile(deepFreeze(rules))
      const data = dataset(rows)
      const before = dataset(rows)
      const first = score(plan, data)
      trace(first, data, 0)
      expect(data).toEqual(before)
      expect(score(plan, data)).toEqual(first)
    }),
    runs(100),
  )
})

describe('not applicable', () => {
  it('re-shares: the same as a framework without the indicator, weights brought back to 1', () => {
    const parts = fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 20 }),
        value: fc.integer({ min: 0, max: 100 }),
        applies: fc.boolean(),
      }),
      { minLength: 2, maxLength: 6 },
    )
    fc.assert(
      fc.property(
        parts.filter((all) => all.some(({ applies }) => applies)),
        fc.constantFrom('arithmetic', 'geometric', 'harmonic'),
        (all, method) => {
          const tree = (kept: typeof all): ReturnType<typeof framework> => {
            const total = kept.reduce((sum, { weight }) => sum + weight, 0)
            const leaves = kept.map((part) => leaf(`i${all.indexOf(part)}`, part.weight / total))
            return framework(branch('root', leaves, { aggregate: { method } }))
          }
          const cells = (kept: typeof all): Record<string, Cell> =>
            Object.fromEntries(kept.map((part) => [`i${all.indexOf(part)}`, part.applies ? part.value : 'na']))
          const kept = all.filter(({ applies }) => applies)
          const declared = score(compile(tree(all)), dataset([{ cells: cells(all) }]))
          const removed = score(compile(tree(kept)), dataset([{ cells: cells(kept) }]))
          expect(Math.abs((declared.score[0] ?? NaN) - (removed.score[0] ?? NaN))).toBeLessThan(STEP)
        },
      ),
      RUNS,
    )
  })
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
