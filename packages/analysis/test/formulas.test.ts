/** Analyses of a standard whose values come from formulas: the same as of one with those values reported. */
import { Blank, compile, type Column, type Dataset, type Framework } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { answer, attributePeriods, openLongRun } from '../src/index.ts'

const framework = (best: number): Framework => ({
  semantics: 1,
  root: {
    kind: 'branch',
    id: 'root',
    weight: 1,
    aggregate: { method: 'arithmetic' },
    children: [
      {
        kind: 'indicator',
        id: 'share',
        weight: 0.5,
        direction: 'positive',
        normalise: { method: 'goalposts', worst: 0, best },
        value: {
          text: 'x / y',
          body: {
            op: '/',
            at: 2,
            args: [
              { op: 'column', id: 'x', from: 0, to: 1 },
              { op: 'column', id: 'y', from: 4, to: 5 },
            ],
          },
        },
      },
      {
        kind: 'indicator',
        id: 'said',
        weight: 0.5,
        direction: 'positive',
        normalise: { method: 'goalposts', worst: 0, best: 100 },
      },
    ],
  },
  missing: 'zero',
  facts: [],
  gates: [],
  grades: [
    { id: 'L1', min: 0 },
    { id: 'L2', min: 60 },
  ],
  basicRule: [],
  periodMonths: 12,
  inputs: [
    { id: 'x', type: 'number' },
    { id: 'y', type: 'number' },
  ],
})

const column = (values: readonly (number | null)[]): Column => ({
  values: Float64Array.from(values, (value) => value ?? NaN),
  blanks: Uint8Array.from(values, (value) => (value === null ? Blank.unanswered : Blank.none)),
})

const dataset = (period: string, columns: Readonly<Record<string, readonly (number | null)[]>>): Dataset => {
  const size = columns['x']?.length ?? columns['share']?.length ?? 0
  return {
    size,
    units: Array.from({ length: size }, (_, row) => `u${row}`),
    periods: Array.from({ length: size }, () => period),
    groups: Array.from({ length: size }, () => null),
    columns: new Map(Object.entries(columns).map(([id, values]) => [id, column(values)])),
  }
}

const plan = compile(framework(1))
const plain = compile({
  ...framework(1),
  root: {
    ...framework(1).root,
    children: framework(1).root.children.map((node) => {
      const { kind, id, weight } = node
      if (node.kind !== 'indicator') throw new Error(`${kind} ${id} ${weight}`)
      return { kind: 'indicator', id, weight, direction: node.direction, normalise: node.normalise } as const
    }),
  },
})
const byFormula = {
  plan,
  dataset: dataset('2025', { x: [1, 3, 2, 4], y: [4, 4, 4, 5], said: [20, 80, 50, 90] }),
  history: null,
}
const reported = {
  plan: plain,
  dataset: dataset('2025', { share: [0.25, 0.75, 0.5, 0.8], said: [20, 80, 50, 90] }),
  history: null,
}

describe('a standard with formulas', () => {
  it('is audited as one with the values reported', () => {
    expect(answer({ kind: 'audit', input: byFormula })).toEqual(answer({ kind: 'audit', input: reported }))
  })

  it('has the same standing, with routes over the computed value', () => {
    for (const kind of ['standing', 'routes'] as const) {
      const [one, other] = [byFormula, reported].map((input) => answer({ kind, input, row: 0, options: {} }))
      expect(one, kind).toEqual(other)
    }
  })

  it('has the same uncertainty, draw by draw', () => {
    const job = {
      kind: 'uncertainty' as const,
      spec: {
        weights: [{ kind: 'uniform' as const, branches: 'all' as const, spread: 0.2 }],
        noise: [{ indicators: ['share'], shape: 'uniform' as const, scale: 'relative' as const, size: 0.1 }],
      },
      seed: 1,
      draws: 20,
    }
    const [one, other] = [byFormula, reported].map((input) => {
      const run = openLongRun(input, job)
      run.work(0, run.steps)
      return run.finish([run.partial()])
    })
    expect(JSON.stringify(one)).toEqual(JSON.stringify(other))
  })

  it('a change is shared between own data and the method by the data items', () => {
    const change = attributePeriods({
      unit: 'u0',
      before: { plan, dataset: dataset('2024', { x: [1], y: [4], said: [20] }), period: '2024' },
      after: { plan: compile(framework(2)), dataset: dataset('2025', { x: [2], y: [4], said: [20] }), period: '2025' },
    })
    // share 25 to 50 by the old goalpost, 12.5 to 25 by the new one
    expect(change).toMatchObject({ from: 22.5, to: 22.5, own: 9.375, method: -9.375, others: 0, revision: 0 })
  })
})
