import { compile, score, type Plan } from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mergeBlocks,
  prepareUncertainty,
  runBlock,
  runUncertainty,
  sampleDraw,
  scoreDraw,
  standDraw,
  streamOf,
  summarise,
  type UncertaintySpec,
} from '../../src/index.ts'
import { branch, datasetOf, frameworkOf, leaf, marks } from './support.ts'

/** Synthetic: 30 units, two pillars of three indicators, some cells missing. */
const SIZE = 30
const IDS = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']
const column = (id: string): readonly (number | null)[] =>
  Array.from({ length: SIZE }, (_, draw) => {
    const stream = streamOf({ seed: 5, what: id, draw })
    return stream.uniform() < 0.05 ? null : Math.round(1000 * stream.uniform()) / 10
  })
const dataset = datasetOf(Object.fromEntries(IDS.map((id) => [id, column(id)])))
const plan: Plan = compile(
  frameworkOf(
    branch('index', 1, [
      branch('a', 0.6, [leaf('a1', 0.5), leaf('a2', 0.3, 'negative'), leaf('a3', 0.2)]),
      branch('b', 0.4, [leaf('b1', 0.4), leaf('b2', 0.4), leaf('b3', 0.2, 'negative')], 'geometric'),
    ]),
    { gates: [{ id: 'floor', kind: 'cap', when: { node: 'a', op: '<', value: 60 }, maxGrade: 'low' }] },
  ),
)
const everything: UncertaintySpec = {
  weights: [
    { kind: 'uniform', branches: ['a'], spread: 0.3 },
    { kind: 'dirichlet', branches: ['b'], concentration: 40 },
    {
      kind: 'experts',
      branches: ['index'],
      resample: 'bootstrap',
      vectors: [
        { a: 5, b: 5 },
        { a: 8, b: 2 },
      ],
    },
  ],
  aggregation: [
    { branches: ['a', 'b'], options: ['declared', { method: 'harmonic' }, { method: 'power', exponent: 2 }] },
  ],
  normalisation: [{ indicators: ['a1', 'b2'], options: ['declared', { method: 'sample-min-max', low: 0, high: 100 }] }],
  inclusion: [{ indicators: ['a3', 'b3'], probability: 0.2 }],
  noise: [{ indicators: ['a2', 'b1'], shape: 'normal', scale: 'relative', size: 0.05, least: 0, most: 100 }],
  missing: [{ nodes: 'all', options: ['exclude', 'zero'] }],
}
const model = prepareUncertainty(plan, dataset, everything)
const frame = { seed: 42, draws: 60 }

describe('a run', () => {
  it.each([1, 2, 5])('gives the same result over %i workers', async (workers) => {
    const whole = await runUncertainty(plan, dataset, { ...frame, spec: everything })
    const edges = Array.from({ length: workers + 1 }, (_, index) => Math.floor((index * frame.draws) / workers))
    const blocks = edges
      .slice(1)
      .map((to, index) =>
        runBlock(prepareUncertainty(plan, dataset, everything), frame, { from: edges[index] ?? 0, to }),
      )
    expect(summarise(model, mergeBlocks(blocks.toReversed()))).toEqual(whole)
  })

  it('survives being sent to another thread', () => {
    const block = runBlock(model, frame, { from: 0, to: 60 })
    expect(summarise(model, structuredClone(block))).toEqual(summarise(model, block))
  })

  it('changes with the seed, and not with another factor', () => {
    const again = sampleDraw(model, 42, 7)
    expect(sampleDraw(model, 42, 7)).toEqual(again)
    expect(sampleDraw(model, 43, 7)).not.toEqual(again)
    const alone = prepareUncertainty(plan, dataset, { noise: everything.noise ?? [] })
    expect(sampleDraw(alone, 42, 7).values).toEqual(again.values)
  })

  it('reports its progress to the end', async () => {
    const seen: number[] = []
    await runUncertainty(plan, dataset, {
      ...frame,
      spec: everything,
      onProgress: ({ done, draws }) => seen.push(done / draws),
    })
    expect(seen.at(-1)).toBe(1)
    expect(seen.length).toBeGreaterThan(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })

  it('stops when told to, before it starts or between two blocks', async () => {
    const early = AbortSignal.abort(new Error('not wanted'))
    await expect(runUncertainty(plan, dataset, { ...frame, spec: everything, signal: early })).rejects.toThrow(
      'not wanted',
    )
    const control = new AbortController()
    const seen: number[] = []
    const running = runUncertainty(plan, dataset, {
      seed: 1,
      draws: 100_000,
      spec: everything,
      signal: control.signal,
      onProgress: ({ done }) => {
        seen.push(done)
        if (seen.length === 2) setTimeout(() => control.abort(new Error('stop')), 0)
      },
    })
    await expect(running).rejects.toThrow('stop')
    expect(seen.at(-1)).toBeLessThan(100_000)
  })
})

describe('a draw', () => {
  it("of nothing is the kernel's own result, bit for bit", () => {
    const { plan: drawn, ...rest } = scoreDraw(model, {})
    const { plan: declared, ...expected } = score(plan, dataset)
    expect(rest).toEqual(expected)
    expect(drawn.framework).toEqual(declared.framework)
  })

  it('stands as it scores, to the bit, whatever was drawn before', () => {
    const reversed = Array.from({ length: 60 }, (_, draw) => 59 - draw)
    for (const draw of [...reversed, 7, 7, 0]) {
      const drawn = sampleDraw(model, 42, draw)
      const { score: scores, status, grade, rank } = scoreDraw(model, drawn)
      expect(standDraw(model, drawn)).toEqual({ score: scores, status, grade, rank })
    }
  })

  it('scores as the framework written with the drawn weights does', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 }), (raw) => {
        const total = raw.reduce((sum, weight) => sum + weight, 0)
        const [w1 = 0, w2 = 0, w3 = 0] = raw.map((weight) => weight / total)
        const written = frameworkOf(
          branch('index', 1, [
            branch('a', 0.6, [leaf('a1', w1), leaf('a2', w2, 'negative'), leaf('a3', w3)]),
            branch('b', 0.4, [leaf('b1', 0.4), leaf('b2', 0.4), leaf('b3', 0.2, 'negative')], 'geometric'),
          ]),
        )
        const drawn = scoreDraw(model, { weights: new Map(raw.map((weight, index) => [`a${index + 1}`, weight])) })
        expect([...drawn.score]).toEqual([...score(compile(written), dataset).score])
      }),
      { numRuns: 30 },
    )
  })

  it('keeps weights summing to 1 and within the spread', () => {
    const spread = prepareUncertainty(plan, dataset, { weights: [{ kind: 'uniform', branches: 'all', spread: 0.25 }] })
    for (let draw = 0; draw < 50; draw++) {
      const { weights = new Map<string, number>() } = sampleDraw(spread, 9, draw)
      for (const [id, weight] of weights) {
        const declared = plan.nodes[plan.indexOf.get(id) ?? -1]?.spec.weight ?? NaN
        expect(Math.abs(weight / declared - 1)).toBeLessThanOrEqual(0.25 + 1e-12)
      }
      const { nodes } = scoreDraw(spread, { weights }).plan
      for (const { spec } of nodes)
        if (spec.kind === 'branch')
          expect(spec.children.reduce((sum, child) => sum + child.weight, 0)).toBeCloseTo(1, 12)
    }
  })

  it('takes one expert whole, or a panel of them', () => {
    const vectors = [
      { a: 9, b: 1 },
      { a: 1, b: 9 },
    ]
    const drawn = (resample: 'pick' | 'bootstrap'): ReadonlySet<number> => {
      const one = prepareUncertainty(plan, dataset, {
        weights: [{ kind: 'experts', branches: ['index'], vectors, resample }],
      })
      return new Set(Array.from({ length: 40 }, (_, draw) => sampleDraw(one, 3, draw).weights?.get('a') ?? NaN))
    }
    expect([...drawn('pick')].sort((a, b) => a - b)).toEqual([1, 9])
    expect([...drawn('bootstrap')].sort((a, b) => a - b)).toEqual([1, 5, 9])
  })

  it('holds noise at its bounds and leaves missing cells missing', () => {
    const noisy = prepareUncertainty(plan, dataset, {
      noise: [{ indicators: ['a1'], shape: 'uniform', scale: 'absolute', size: 50, least: 10, most: 90 }],
    })
    const values = sampleDraw(noisy, 1, 0).values?.get('a1') ?? new Float64Array()
    const raw = dataset.columns.get('a1')?.values ?? new Float64Array()
    expect(values).toHaveLength(SIZE)
    for (const [row, value] of values.entries()) {
      expect(Number.isNaN(value)).toBe(Number.isNaN(raw[row]))
      if (Number.isNaN(value)) continue
      expect(value).toBeGreaterThanOrEqual(10)
      expect(value).toBeLessThanOrEqual(90)
      expect(value === 10 || value === 90 || Math.abs(value - (raw[row] ?? NaN)) <= 50).toBe(true)
    }
  })

  it('shares the weight of what is left out, down to nothing left', () => {
    const written = frameworkOf(
      branch('index', 1, [
        branch('a', 0.6, [leaf('a1', 0.625), leaf('a2', 0.375, 'negative')]),
        branch('b', 0.4, [leaf('b1', 0.4), leaf('b2', 0.4), leaf('b3', 0.2, 'negative')], 'geometric'),
      ]),
    )
    const without = scoreDraw(model, { out: new Set(['a3']) }).score
    const expected = score(compile(written), dataset).score
    for (const [row, value] of without.entries()) expect(value).toBeCloseTo(expected[row] ?? NaN, 8)
    const nothing = prepareUncertainty(plan, dataset, { inclusion: [{ indicators: 'all', probability: 1 }] })
    const { units, groups } = summarise(nothing, runBlock(nothing, { seed: 1, draws: 3 }, { from: 0, to: 3 }))
    for (const unit of units)
      expect([unit.rank, unit.meanRank, unit.ranked, unit.gradeShares.at(-1)]).toEqual([null, NaN, 0, 1])
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(SIZE)
  })
})

describe('a summary', () => {
  const block = runBlock(model, { seed: 7, draws: 200 }, { from: 0, to: 200 })
  const { units, pairs, groups, convergence } = summarise(model, block)

  it('has shares that sum to 1 and intervals in order', () => {
    for (const { rank, rankShares, ranked, gradeShares } of units) {
      expect(rankShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(ranked, 12)
      expect(gradeShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      expect((rank?.low ?? 0) <= (rank?.median ?? 0) && (rank?.median ?? 0) <= (rank?.high ?? 0)).toBe(true)
    }
  })

  it('groups neighbours whose order is not settled, and cuts where it is', () => {
    const rows = groups.flatMap((group) => group.rows)
    expect(rows.toSorted((a, b) => a - b)).toEqual([...Array(SIZE).keys()])
    const groupOf = new Map(groups.flatMap((group, index) => group.rows.map((row): [number, number] => [row, index])))
    for (const { first, second, firstBefore } of pairs)
      expect(groupOf.get(first) === groupOf.get(second)).toBe(firstBefore < 0.95)
    expect(groups.length).toBeGreaterThan(1)
    expect(groups.length).toBeLessThan(SIZE)
  })

  it('tells how far the intervals still move, and does not move where nothing is uncertain', () => {
    expect(convergence.map(({ draws }) => draws)).toEqual([40, 60, 80, 100, 120, 140, 160, 180, 200])
    expect(convergence.some(({ largestChange }) => largestChange > 0)).toBe(true)
    for (const { largestChange, meanChange } of convergence) expect(meanChange).toBeLessThanOrEqual(largestChange)
    const certain = prepareUncertainty(plan, dataset, {})
    const still = summarise(certain, runBlock(certain, { seed: 1, draws: 20 }, { from: 0, to: 20 }))
    for (const { largestChange } of still.convergence) expect(largestChange).toBe(0)
    for (const { rank, nominalRank, standardError } of still.units)
      expect([rank?.low, rank?.high, standardError]).toEqual([nominalRank, nominalRank, 0])
  })

  it('counts the grade with gates and cap in force', () => {
    const certain = prepareUncertainty(plan, dataset, {})
    const { units: still } = summarise(certain, runBlock(certain, { seed: 1, draws: 1 }, { from: 0, to: 1 }))
    const declared = score(plan, dataset)
    expect([...declared.cappedBy].some((gate) => gate >= 0)).toBe(true)
    for (const [row, { gradeShares }] of still.entries()) {
      const grade = declared.grade[row] ?? -1
      expect(gradeShares[grade < 0 ? 2 : grade]).toBe(1)
    }
  })
})

describe('percentiles', () => {
  const byRank = (weights: readonly number[]): Plan =>
    compile(
      frameworkOf(
        branch(
          'index',
          1,
          weights.map((weight, index) => ({
            ...leaf(['a1', 'a2', 'b1'][index] ?? '', weight, index === 1 ? 'negative' : 'positive'),
            normalise: { method: 'percentile', minGroup: 5, fallback: index === 1 ? marks(100, 0) : marks(0, 100) },
          })),
        ),
      ),
    )
  const grouped = {
    ...dataset,
    periods: dataset.units.map((_, row) => (row < 14 ? '2024' : '2025')),
    groups: dataset.units.map((_, row) => (row % 5 === 0 ? 'small' : row % 2 === 0 ? 'large' : null)),
  }
  const nominal = byRank([0.5, 0.3, 0.2])

  it('are sorted once, and score as the kernel does, ties and small groups among them', () => {
    const one = prepareUncertainty(nominal, grouped, { weights: [{ kind: 'uniform', branches: 'all', spread: 0.4 }] })
    expect([...scoreDraw(one, {}).rank]).toEqual([...score(nominal, grouped).rank])
    for (let draw = 0; draw < 20; draw++) {
      const { weights = new Map<string, number>() } = sampleDraw(one, 8, draw)
      const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
      const written = byRank([...weights.values()].map((weight) => weight / total))
      const { score: scores, rank, grade, nodes } = scoreDraw(one, { weights })
      const expected = score(written, grouped)
      expect([...scores]).toEqual([...expected.score])
      expect([[...rank], [...grade]]).toEqual([[...expected.rank], [...expected.grade]])
      expect(nodes.map((node) => [...node.score])).toEqual(expected.nodes.map((node) => [...node.score]))
    }
  })

  it('are sorted anew where the values are drawn', () => {
    const one = prepareUncertainty(nominal, grouped, {})
    const values = (grouped.columns.get('a1')?.values ?? new Float64Array()).map((value) => -value)
    const columns = new Map(grouped.columns).set('a1', {
      values,
      blanks: grouped.columns.get('a1')?.blanks ?? new Uint8Array(),
    })
    expect([...scoreDraw(one, { values: new Map([['a1', values]]) }).score]).toEqual([
      ...score(nominal, { ...grouped, columns }).score,
    ])
  })

  it('rank within their period, and periods do not mix in pairs and groups', () => {
    const one = prepareUncertainty(nominal, grouped, { weights: [{ kind: 'uniform', branches: 'all', spread: 0.4 }] })
    const { groups, pairs } = summarise(one, runBlock(one, { seed: 1, draws: 20 }, { from: 0, to: 20 }))
    expect(new Set(groups.map(({ period }) => period))).toEqual(new Set(['2024', '2025']))
    for (const { rows, period } of groups) for (const row of rows) expect(grouped.periods[row]).toBe(period)
    for (const { first, second } of pairs) expect(grouped.periods[first]).toBe(grouped.periods[second])
  })
})

it('looks back into earlier periods, in every draw', () => {
  const gated = compile(
    frameworkOf(branch('index', 1, [leaf('a1', 0.5), leaf('a2', 0.5)]), {
      facts: [{ id: 'incidents', type: 'number' }],
      gates: [{ id: 'veto', kind: 'veto', when: { fact: 'incidents', op: '>=', value: 1 }, lookbackMonths: 24 }],
    }),
  )
  const now = datasetOf({ a1: [90, 50], a2: [80, 40], incidents: [0, 0] })
  const history = { ...datasetOf({ incidents: [2, 0] }), periods: ['2024', '2024'] }
  const spec: UncertaintySpec = { weights: [{ kind: 'uniform', branches: 'all', spread: 0.5 }] }
  const unitsOf = (one: ReturnType<typeof prepareUncertainty>): readonly (readonly [number, number])[] =>
    summarise(one, runBlock(one, { seed: 1, draws: 10 }, { from: 0, to: 10 })).units.map(({ ranked, meanRank }) => [
      ranked,
      meanRank,
    ])
  expect(unitsOf(prepareUncertainty(gated, now, spec))).toEqual([
    [1, 1],
    [1, 2],
  ])
  expect(unitsOf(prepareUncertainty(gated, now, { ...spec, history }))).toEqual([
    [0, NaN],
    [1, 1],
  ])
})
