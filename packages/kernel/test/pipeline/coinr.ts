import {
  compile,
  score,
  type BranchSpec,
  type Dataset,
  type Framework,
  type IndicatorSpec,
  type NodeSpec,
  type NormaliseSpec,
  type PipelineSpec,
  type PreparedColumn,
  type Result,
} from '../../src/index.ts'
import { column, read, type Columns, type Recorded } from '../fixtures/prepare/read.ts'
import { branch, framework, leaf } from '../support/build.ts'
import { column as cells } from '../support/build.ts'

export interface ReferenceSet {
  readonly units: readonly string[]
  readonly sector: readonly string[]
  readonly denominators: Columns
  readonly directions: Readonly<Record<string, 1 | -1>>
  readonly pillars: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, Readonly<Record<string, number | string | boolean | null>>>>
  readonly raw: Columns
}

export interface PipelineSet {
  readonly structure: readonly {
    readonly code: string
    readonly parent: string | null
    readonly weight: number
    readonly level: number
  }[]
  readonly cases: readonly {
    readonly id: string
    readonly output: Readonly<
      Record<'Imputed' | 'Treated' | 'Normalised' | 'Aggregated' | 'Ranks', Columns | undefined>
    >
  }[]
}

export const setOf = (name: string): ReferenceSet => read(`${name}-dataset`) as ReferenceSet
export const pipelineOf = (name: string): PipelineSet => read(`${name}-pipeline`) as PipelineSet

export interface Frame {
  readonly normalise: (code: string) => NormaliseSpec
  readonly pipeline?: PipelineSpec
  readonly aggregate?: BranchSpec['aggregate']
  readonly facts?: Framework['facts']
  /** What one indicator has otherwise. */
  readonly over?: (code: string) => Partial<IndicatorSpec>
  readonly minCoverage?: number
}

/** COINr's tree as a framework: shares of the weights, missing children left out. */
export function frameworkOf({ structure }: PipelineSet, set: ReferenceSet, frame: Frame): Framework {
  const top = structure.find(({ parent }) => parent === null)
  const over: Partial<Framework> = { missing: 'exclude', facts: frame.facts ?? [] }
  return framework(build(top?.code ?? '', 1), { ...over, ...(frame.pipeline && { pipeline: frame.pipeline }) })

  function build(code: string, weight: number): BranchSpec {
    const children = structure.filter(({ parent }) => parent === code)
    const total = children.reduce((sum, child) => sum + child.weight, 0)
    const nodes = children.map((child): NodeSpec => {
      const share = child.weight / total
      if (child.level > 1) return build(child.code, share)
      const direction = set.directions[child.code] === -1 ? 'negative' : 'positive'
      return leaf(child.code, share, {
        direction,
        normalise: frame.normalise(child.code),
        ...frame.over?.(child.code),
      })
    })
    return branch(code, nodes, {
      weight,
      missing: 'exclude',
      ...(frame.aggregate && { aggregate: frame.aggregate }),
      ...(frame.minCoverage !== undefined && { minCoverage: frame.minCoverage }),
    })
  }
}

function datasetOf(set: ReferenceSet, raw: Columns = set.raw): Dataset {
  return {
    size: set.units.length,
    units: set.units,
    periods: set.units.map(() => '2024'),
    groups: set.sector,
    columns: new Map(
      Object.entries({ ...raw, ...set.denominators }).map(([id, values]) => [
        id,
        cells(values.map((value) => (value === null ? null : Number(value)))),
      ]),
    ),
  }
}

/** Runs a set through a framework. */
export const run = (name: string, frame: Frame, raw?: Columns): Result => {
  const set = setOf(name)
  return score(compile(frameworkOf(pipelineOf(name), set, frame)), datasetOf(set, raw))
}

export function preparedColumn(result: Result, code: string): PreparedColumn {
  const found = result.prepared?.columns.get(code)
  if (!found) throw new Error(`no prepared column ${code}`)
  return found
}

export const scoresOf = (result: Result, id: string): Float64Array =>
  result.nodes[result.plan.indexOf.get(id) ?? -1]?.score ?? new Float64Array()

export const MIN_MAX = { method: 'min-max', low: 0, high: 100, constant: 50 } as const

export const recordedOf = (values: readonly Recorded[] | undefined): Float64Array => column(values ?? [])
