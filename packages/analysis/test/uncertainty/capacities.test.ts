import {
  compile,
  score,
  validateFramework,
  type AggregateSpec,
  type BranchSpec,
  type Coalition,
} from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defaultSpec,
  mergeBlocks,
  prepareUncertainty,
  runBlock,
  runUncertainty,
  sampleDraw,
  scoreDraw,
  summarise,
  type UncertaintySpec,
} from '../../src/index.ts'
import { monotoneNear } from '../../src/uncertainty/capacities.ts'
import { drawnPlan } from '../../src/uncertainty/drawn-plan.ts'
import { codeOf } from '../audit/fixtures.ts'
import { branch, frameworkOf, leaf, matrixDataset } from './support.ts'

const dataset = matrixDataset([
  [90, 20, 60],
  [40, 80, 50],
  [70, 60, 10],
  [30, 30, 95],
])
const planOf = (weights: readonly number[], aggregate: AggregateSpec) =>
  compile(
    frameworkOf({
      ...branch(
        'index',
        1,
        weights.map((weight, index) => leaf(`c${index}`, weight)),
      ),
      aggregate,
    }),
  )

/** Complements and substitutes; the third child has nothing but its interactions. */
const pairs: AggregateSpec = {
  method: 'choquet',
  interactions: [
    { between: ['c0', 'c1'], value: 0.3 },
    { between: ['c1', 'c2'], value: -0.2 },
    { between: ['c0', 'c2'], value: -0.2 },
  ],
}
const SETS: readonly Coalition[] = [
  { of: ['c0'], value: 0.3 },
  { of: ['c1'], value: 0.3 },
  { of: ['c2'], value: 0 },
  { of: ['c0', 'c1'], value: 0.5 },
  { of: ['c0', 'c2'], value: 0.8 },
  { of: ['c1', 'c2'], value: 1 },
]
const sets: AggregateSpec = { method: 'choquet-capacity', capacity: SETS }
const plans = { pairs: planOf([0.5, 0.3, 0.2], pairs), sets: planOf([0, 0, 0], sets) }
const FACTORS = [
  { kind: 'uniform', branches: 'all', spread: 0.9 },
  { kind: 'dirichlet', branches: 'all', concentration: 2 },
] as const

/** The root of the framework of each draw. */
function drawnRoots(name: keyof typeof plans, spec: UncertaintySpec): (draw: number) => BranchSpec {
  const model = prepareUncertainty(plans[name], dataset, spec)
  return (draw) => drawnPlan(plans[name], sampleDraw(model, 3, draw)).framework.root
}

describe.each(['pairs', 'sets'] as const)('capacity by %s', (name) => {
  it.each(FACTORS)('$kind: every draw is a framework that the kernel takes, and most differ', (factor) => {
    const plan = plans[name]
    const rootOf = drawnRoots(name, { weights: [factor] })
    const drawn = Array.from({ length: 300 }, (_, draw) => rootOf(draw))
    for (const root of drawn) expect(validateFramework({ ...plan.framework, root })).toEqual([])
    expect(new Set(drawn.map((root) => JSON.stringify(root))).size).toBe(300)
  })

  it('scores a draw as a standard that declares it', () => {
    const model = prepareUncertainty(plans[name], dataset, { weights: [FACTORS[1]] })
    const draw = sampleDraw(model, 9, 4)
    const declared = compile({ ...plans[name].framework, root: drawnPlan(plans[name], draw).framework.root })
    expect(scoreDraw(model, draw).score).toEqual(score(declared, dataset).score)
    expect(scoreDraw(model, draw).score).not.toEqual(model.nominal.score)
  })

  it('with a spread of 0 nothing changes', () => {
    const model = prepareUncertainty(plans[name], dataset, { weights: [{ ...FACTORS[0], spread: 0 }] })
    expect(scoreDraw(model, sampleDraw(model, 1, 0)).score).toEqual(model.nominal.score)
  })

  it('any cut into blocks, as workers take them, gives the same', async () => {
    const model = prepareUncertainty(plans[name], dataset, { weights: [FACTORS[1]] })
    const frame = { seed: 42, draws: 30 }
    const whole = await runUncertainty(plans[name], dataset, { spec: model.spec, ...frame })
    const blocks = [
      [0, 7],
      [7, 8],
      [8, 30],
    ].map(([from = 0, to = 0]) => runBlock(model, frame, { from, to }))
    expect(summarise(model, mergeBlocks(blocks.toReversed()))).toEqual(whole)
  })

  it('is among what is varied where nobody says anything else', () => {
    expect(defaultSpec(plans[name]).weights).toEqual([{ kind: 'uniform', branches: ['index'], spread: 0.25 }])
  })

  it('experts weigh children and give no capacity: refused', () => {
    const experts = {
      kind: 'experts',
      branches: ['index'],
      vectors: [{ c0: 1, c1: 1, c2: 1 }],
      resample: 'pick',
    } as const
    expect(codeOf(() => prepareUncertainty(plans[name], dataset, { weights: [experts] }))).toContain(
      'UNCERTAINTY_NO_SHARES',
    )
  })
})

describe('pairs', () => {
  it.each(FACTORS)('$kind: without interactions the draws are those of an arithmetic mean', (factor) => {
    const spec = { weights: [factor] }
    const scores = (aggregate: AggregateSpec) => {
      const model = prepareUncertainty(planOf([0.5, 0.3, 0.2], aggregate), dataset, spec)
      return [0, 1, 2].map((draw) => [...scoreDraw(model, sampleDraw(model, 5, draw)).score])
    }
    for (const [draw, found] of scores({ method: 'choquet', interactions: [] }).entries())
      expect(found).toEqual(scores({ method: 'arithmetic' })[draw]?.map((value) => expect.closeTo(value, 8) as unknown))
  })

  it('the mean of Dirichlet draws is the declared capacity, and interactions keep their signs', () => {
    const concentration = 4
    const spec: UncertaintySpec = { weights: [{ kind: 'dirichlet', branches: 'all', concentration }] }
    const size = 4000
    const rootOf = drawnRoots('pairs', spec)
    const roots = Array.from({ length: size }, (_, draw) => rootOf(draw))
    const mean = (of: (root: BranchSpec) => number): number => roots.reduce((sum, root) => sum + of(root), 0) / size
    // five standard errors of a Dirichlet share of mean m: m (1 - m) / (concentration + 1) is its variance
    const close = (found: number, m: number): void =>
      expect(Math.abs(found - m)).toBeLessThan(5 * Math.sqrt((m * (1 - m)) / (concentration + 1) / size))
    const interaction = (index: number) => (root: BranchSpec) =>
      root.aggregate.method === 'choquet' ? (root.aggregate.interactions[index]?.value ?? NaN) : NaN
    close(mean(interaction(0)), 0.3)
    close(-mean(interaction(1)), 0.2)
    for (const [child, weight] of [0.5, 0.3, 0.2].entries())
      close(
        mean((root) => root.children[child]?.weight ?? NaN),
        weight,
      )
    for (const root of roots) {
      expect(interaction(0)(root)).toBeGreaterThanOrEqual(0)
      expect(interaction(1)(root)).toBeLessThanOrEqual(0)
    }
  })
})

describe('sets', () => {
  it('two children: each worth is drawn by itself, with the declared one as mean', () => {
    const plan = planOf([0, 0], {
      method: 'choquet-capacity',
      capacity: [
        { of: ['c0'], value: 0.7 },
        { of: ['c1'], value: 0.2 },
      ],
    })
    const two = matrixDataset([
      [100, 0],
      [0, 100],
    ])
    const model = prepareUncertainty(plan, two, { weights: [{ kind: 'dirichlet', branches: 'all', concentration: 4 }] })
    const size = 4000
    const drawn = Array.from({ length: size }, (_, draw) => scoreDraw(model, sampleDraw(model, 8, draw)).score)
    for (const [row, worth] of [0.7, 0.2].entries()) {
      const mean = drawn.reduce((sum, scores) => sum + (scores[row] ?? NaN) / 100, 0) / size
      expect(Math.abs(mean - worth)).toBeLessThan(5 * Math.sqrt((worth * (1 - worth)) / 5 / size))
    }
  })

  it('worth of 0 and 1 stays', () => {
    for (const factor of FACTORS) {
      const { aggregate } = drawnRoots('sets', { weights: [factor] })(0)
      const capacity = aggregate.method === 'choquet-capacity' ? aggregate.capacity : []
      expect([capacity[2]?.value, capacity[5]?.value]).toEqual([0, 1])
    }
  })
})

describe('bringing sets in order', () => {
  const tables = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 14, maxLength: 14 })
    .map((inner) => Float64Array.of(0, ...inner, 1))

  it('gives a capacity between the two closures, and its conjugate for the conjugate', () => {
    fc.assert(
      fc.property(tables, (values) => {
        const found = monotoneNear(values)
        expect([found[0], found[15]]).toEqual([0, 1])
        for (let set = 0; set < 16; set++) {
          for (let bit = 1; bit < 16; bit *= 2) expect(found[set | bit]).toBeGreaterThanOrEqual(found[set] ?? NaN)
          const parts = values.filter((_, other) => (other & set) === other)
          const wholes = values.filter((_, other) => (other & set) === set)
          expect(found[set]).toBe((Math.max(...parts) + Math.min(...wholes)) / 2)
        }
        const conjugate = monotoneNear(values.map((_, set) => 1 - (values[15 - set] ?? NaN)))
        for (const [set, value] of conjugate.entries()) expect(value).toBeCloseTo(1 - (found[15 - set] ?? NaN), 12)
      }),
    )
  })

  it('leaves a capacity as it is', () => {
    fc.assert(
      fc.property(tables, (values) => {
        const capacity = monotoneNear(values)
        expect(monotoneNear(capacity)).toEqual(capacity)
      }),
    )
  })
})
