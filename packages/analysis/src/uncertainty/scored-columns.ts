import {
  compile,
  isBranch,
  score,
  settingsOf,
  type Dataset,
  type IndicatorSpec,
  type NormaliseSpec,
  type Plan,
} from '@plumbline/kernel'
import type { Draw } from './draw.ts'
import { isSampleNormaliser, normaliseBySample, type SampleNormaliser } from './sample-normaliser.ts'

/** Scores that a normaliser has made of the data as they are, kept for all draws: by option, by indicator id. */
export type ScoreCache = Map<NormaliseSpec | SampleNormaliser, Map<string, Float64Array>>

export interface ScoredSetting {
  readonly plan: Plan
  readonly dataset: Dataset
  /** Ids of the indicators whose raw values a gate reads: their columns stay raw. */
  readonly readRaw: ReadonlySet<string>
  readonly cache: ScoreCache
}

/**
 * Columns of one draw that go into the kernel as scores: those of a sample normaliser, which no standard can name, and
 * percentiles, which it would sort anew in every draw.
 *
 * @returns By indicator id: length n, 0 to 100, NaN where missing.
 */
export function scoredColumns(setting: ScoredSetting, draw: Draw): ReadonlyMap<string, Float64Array> {
  const { plan, dataset, readRaw, cache } = setting
  const scored = new Map<string, Float64Array>()
  if (preparesData(plan, draw)) return scored
  for (const node of plan.nodes) {
    if (isBranch(node)) continue
    const { spec } = node
    const raw = draw.values?.get(spec.id)
    const values = raw ?? dataset.columns.get(spec.id)?.values
    const drawn = draw.normalisers?.get(spec.id) ?? 'declared'
    const option = drawn === 'declared' ? spec.normalise : drawn
    if (!values) continue
    if (isSampleNormaliser(option)) {
      const make = (): Float64Array => normaliseBySample(option, values, spec.direction === 'negative' ? -1 : 1)
      scored.set(spec.id, raw ? make() : kept(cache, { option, id: spec.id, make }))
    } else if (option.method === 'percentile' && !raw && !readRaw.has(spec.id)) {
      const make = (): Float64Array => percentiles(plan, dataset, { ...spec, normalise: option })
      scored.set(spec.id, kept(cache, { option, id: spec.id, make }))
    }
  }
  return scored
}

/** A pipeline comes between raw values and scores, so the kernel makes them all itself. */
const preparesData = (plan: Plan, draw: Draw): boolean =>
  settingsOf(plan.framework) !== null ||
  [...(draw.imputes?.values() ?? []), ...(draw.treats?.values() ?? [])].some((option) => option !== 'none')

interface Wanted {
  readonly option: NormaliseSpec | SampleNormaliser
  readonly id: string
  readonly make: () => Float64Array
}

function kept(cache: ScoreCache, { option, id, make }: Wanted): Float64Array {
  const columns = cache.get(option) ?? new Map<string, Float64Array>()
  cache.set(option, columns)
  const values = columns.get(id) ?? make()
  columns.set(id, values)
  return values
}

/** The kernel's scores of one indicator in full precision: as the only child of a sum, its contribution is its score. */
function percentiles({ framework }: Plan, dataset: Dataset, spec: IndicatorSpec): Float64Array {
  const alone = compile({
    ...framework,
    root: {
      kind: 'branch',
      id: `${spec.id}-alone`,
      weight: 1,
      aggregate: { method: 'arithmetic' },
      children: [{ ...spec, weight: 1, missing: 'exclude' }],
    },
    facts: [],
    gates: [],
    basicRule: [],
  })
  const column = score(alone, dataset).nodes[alone.indexOf.get(spec.id) ?? -1]
  const contributions = column?.contributionToParent ?? new Float64Array()
  return contributions.map((value, row) => (Number.isNaN(column?.score[row] ?? NaN) ? NaN : value))
}
