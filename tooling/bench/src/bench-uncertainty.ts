/** An uncertainty run beside the same draws scored in full, each by itself. */
import { prepareUncertainty, runBlock, sampleDraw, scoreDraw, standDraw, streamOf } from '@plumbline/analysis'
import type { UncertaintyModel, UncertaintySpec } from '@plumbline/analysis'
import { Blank, compile, type BranchSpec, type Dataset, type IndicatorSpec, type NodeSpec } from '@plumbline/kernel'
import { measure, type Timing } from './measure.ts'

export interface UncertaintyBench {
  readonly name: string
  readonly draws: number
  readonly run: Timing
  readonly full: Timing
}

const PILLARS = 12
const PER_PILLAR = 5
const SAMPLED: UncertaintySpec['normalisation'] = [
  {
    indicators: 'all',
    options: [
      'declared',
      { method: 'sample-min-max', low: 1, high: 100 },
      { method: 'sample-z-score', mean: 50, sd: 15 },
    ],
  },
]
const WEIGHTS: UncertaintySpec['weights'] = [{ kind: 'uniform', branches: 'all', spread: 0.25 }]

/** What is uncertain, by the name it has on the page. */
const SPECS: readonly (readonly [string, UncertaintySpec])[] = [
  ['权重 weights', { weights: WEIGHTS }],
  ['权重（狄利克雷） weights, Dirichlet', { weights: [{ kind: 'dirichlet', branches: 'all', concentration: 50 }] }],
  [
    '权重、合成、无量纲化 weights, aggregation, normalisation',
    {
      weights: WEIGHTS,
      aggregation: [{ branches: 'all', options: ['declared', { method: 'geometric' }] }],
      normalisation: SAMPLED,
    },
  ],
]

/** 60 indicators under 12 pillars and 4 groups; 5 % of the cells are empty. */
export async function benchUncertainty(units: number, draws: number, turns: number): Promise<UncertaintyBench[]> {
  const plan = compile({
    semantics: 1,
    root: branch('root', 1, [0, 1, 2, 3].map(groupOf)),
    missing: 'exclude',
    facts: [],
    gates: [],
    grades: [
      { id: 'C', min: 0 },
      { id: 'B', min: 45 },
      { id: 'A', min: 60 },
    ],
    basicRule: [],
    periodMonths: 12,
  })
  const dataset = datasetOf(units)
  const benches: UncertaintyBench[] = []
  for (const [name, spec] of SPECS) {
    const model = prepareUncertainty(plan, dataset, spec)
    assertSame(model, draws)
    const [run, full] = await measure(
      [
        { name: 'run', run: () => runBlock(model, { seed: 1, draws }, { from: 0, to: draws }) },
        {
          name: 'full',
          run: () => {
            for (let draw = 0; draw < draws; draw++) scoreDraw(model, sampleDraw(model, 1, draw))
          },
        },
      ],
      { counted: turns, warmUp: 1 },
    )
    if (!run || !full) throw new Error('nothing was measured')
    benches.push({ name, draws, run, full })
  }
  return benches
}

function assertSame(model: UncertaintyModel, draws: number): void {
  for (let draw = 0; draw < draws; draw++) {
    const drawn = sampleDraw(model, 1, draw)
    const [quick, full] = [standDraw(model, drawn), scoreDraw(model, drawn)]
    if (quick.score.some((points, row) => !Object.is(points, full.score[row])))
      throw new Error(`draw ${draw} has other scores when it is scored in full`)
  }
}

const branch = (id: string, weight: number, children: readonly NodeSpec[]): BranchSpec => ({
  kind: 'branch',
  id,
  weight,
  aggregate: { method: 'arithmetic' },
  children,
})

const groupOf = (group: number): BranchSpec =>
  branch(
    `g${group}`,
    0.25,
    [0.3, 0.3, 0.4].map((weight, place) => pillarOf(group * 3 + place, weight)),
  )

const pillarOf = (pillar: number, weight: number): BranchSpec =>
  branch(
    `p${pillar}`,
    weight,
    Array.from({ length: PER_PILLAR }, (_, place) => indicatorOf(pillar * PER_PILLAR + place)),
  )

const indicatorOf = (number: number): IndicatorSpec => ({
  kind: 'indicator',
  id: `i${number}`,
  weight: 1 / PER_PILLAR,
  direction: number % 3 === 0 ? 'negative' : 'positive',
  normalise: { method: 'goalposts', ...(number % 3 === 0 ? { worst: 100, best: 0 } : { worst: 0, best: 100 }) },
})

function datasetOf(size: number): Dataset {
  const rows = Array.from({ length: size }, (_, row) => row)
  const columnOf = (number: number): [string, { values: Float64Array; blanks: Uint8Array }] => {
    const stream = streamOf({ seed: 1, what: 'cells', draw: number })
    const values = Float64Array.from(rows, () => (stream.uniform() < 0.05 ? NaN : 100 * stream.uniform()))
    return [
      `i${number}`,
      { values, blanks: Uint8Array.from(values, (value) => (Number.isNaN(value) ? Blank.unanswered : Blank.none)) },
    ]
  }
  return {
    size,
    units: rows.map((row) => `u${row}`),
    periods: rows.map(() => '2025'),
    groups: rows.map(() => null),
    columns: new Map(Array.from({ length: PILLARS * PER_PILLAR }, (_, number) => columnOf(number))),
  }
}
