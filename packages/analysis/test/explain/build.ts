import fc from 'fast-check'
import {
  Blank,
  compile,
  score,
  type AggregateSpec,
  type BranchSpec,
  type Column,
  type Dataset,
  type Framework,
  type IndicatorSpec,
  type NodeSpec,
  type NormaliseSpec,
  type Plan,
} from '@plumbline/kernel'

/** Raw 0 to 100 is score 0 to 100. */
const AS_IS: NormaliseSpec = { method: 'goalposts', worst: 0, best: 100 }

export const leaf = (id: string, weight = 1, over: Partial<IndicatorSpec> = {}): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction: 'positive',
  normalise: AS_IS,
  ...over,
})

export const branch = (id: string, children: readonly NodeSpec[], over: Partial<BranchSpec> = {}): BranchSpec => ({
  kind: 'branch',
  id,
  weight: 1,
  aggregate: { method: 'arithmetic' },
  children,
  ...over,
})

const GRADES = [
  { id: 'L1', min: 0 },
  { id: 'L2', min: 40 },
  { id: 'L3', min: 60 },
  { id: 'L4', min: 80 },
]

export const framework = (root: BranchSpec, over: Partial<Framework> = {}): Framework => ({
  semantics: 1,
  root,
  missing: 'zero',
  facts: [],
  gates: [],
  grades: GRADES,
  basicRule: [],
  periodMonths: 12,
  ...over,
})

/** `null` is unanswered, `'na'` not applicable. */
export type Cell = number | null | 'na'

export interface TestRow {
  readonly unit?: string
  readonly period?: string
  readonly group?: string | null
  readonly cells: Readonly<Record<string, Cell>>
}

export function dataset(rows: readonly TestRow[]): Dataset {
  const ids = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  return {
    size: rows.length,
    units: rows.map(({ unit }, row) => unit ?? `u${row}`),
    periods: rows.map(({ period }) => period ?? '2025'),
    groups: rows.map(({ group }) => group ?? null),
    columns: new Map(ids.map((id) => [id, column(rows.map(({ cells }) => cells[id] ?? null))])),
  }
}

const column = (cells: readonly Cell[]): Column => ({
  values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
  blanks: Uint8Array.from(cells, (cell) =>
    typeof cell === 'number' ? Blank.none : cell === 'na' ? Blank.notApplicable : Blank.unanswered,
  ),
})

/** A framework scored on rows: plan, dataset and result. */
export function scored(spec: Framework, rows: readonly TestRow[]) {
  const plan: Plan = compile(spec)
  const data = dataset(rows)
  return { plan, dataset: data, result: score(plan, data) }
}

const aggregates: fc.Arbitrary<AggregateSpec> = fc.constantFrom<AggregateSpec>(
  { method: 'arithmetic' },
  { method: 'arithmetic' },
  { method: 'geometric' },
  { method: 'harmonic' },
  { method: 'minimum' },
  { method: 'product' },
  { method: 'staircase', metAt: 60 },
)

export const MEASURES: readonly Pick<IndicatorSpec, 'direction' | 'normalise'>[] = [
  { direction: 'positive', normalise: AS_IS },
  { direction: 'negative', normalise: { method: 'goalposts', worst: 90, best: 15 } },
  { direction: 'positive', normalise: { method: 'goalposts-log', worst: 1, best: 90, offset: 0.5 } },
  {
    direction: 'positive',
    normalise: {
      method: 'piecewise',
      points: [
        [0, 0],
        [10, 35],
        [35, 85],
        [80, 100],
      ],
    },
  },
  { direction: 'target', normalise: { method: 'band', low: 5, ideal: [40, 60], high: 95 } },
  {
    direction: 'positive',
    normalise: {
      method: 'level-map',
      points: [
        [0, 0],
        [1, 20],
        [2, 45],
        [3, 100],
      ],
    },
  },
  { direction: 'positive', normalise: { method: 'boolean', whenTrue: 100, whenFalse: 10 } },
]

/** A tree of two levels with every kind of indicator, any mix of methods. */
export const anyTree: fc.Arbitrary<Framework> = fc
  .record({
    root: aggregates,
    pillars: fc.array(
      fc.record({ method: aggregates, leaves: fc.array(fc.nat(MEASURES.length - 1), { minLength: 1, maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    missing: fc.constantFrom('zero', 'exclude', 'no-result'),
  })
  .map(({ root, pillars, missing }) =>
    framework(
      branch(
        'root',
        pillars.map(({ method, leaves }, p) =>
          branch(
            `p${p}`,
            leaves.map((measure, l) => leaf(`p${p}l${l}`, 1 / leaves.length, MEASURES[measure] ?? {})),
            { weight: 1 / pillars.length, aggregate: method },
          ),
        ),
        { aggregate: root },
      ),
      { missing },
    ),
  )

export function leavesOf(spec: NodeSpec): readonly IndicatorSpec[] {
  return spec.kind === 'indicator' ? [spec] : spec.children.flatMap(leavesOf)
}

/** A value that the indicator can have. */
export const valueOf = ({ normalise }: IndicatorSpec): fc.Arbitrary<number> =>
  normalise.method === 'boolean' ? fc.constantFrom(0, 1) : normalise.method === 'level-map' ? fc.nat(3) : fc.nat(100)

/** Cells of one row, some blank, some not applicable. */
export const anyCells = (spec: Framework): fc.Arbitrary<Record<string, Cell>> =>
  fc.record(
    Object.fromEntries(
      leavesOf(spec.root).map((each) => [
        each.id,
        fc.oneof(
          { weight: 6, arbitrary: valueOf(each) },
          { weight: 2, arbitrary: fc.constant(null) },
          fc.constant('na' as const),
        ),
      ]),
    ),
  )
