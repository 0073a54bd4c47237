/** The COINr aggregations that `coinr.test.ts` leaves out: thresholds, medians, Copeland, outranking, and its slips. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  compile,
  copeland,
  outranking,
  score,
  type AggregateSpec,
  type NodeSpec,
  type Sample,
} from '../../src/index.ts'
import { arithmetic } from '../../src/aggregate/arithmetic.ts'
import { countedRow } from '../../src/aggregate/row.ts'
import { readsEveryCase, tracked } from '../coverage.ts'
import { branch, dataset, framework, leaf, type Cell } from '../support/build.ts'

type Values = readonly (number | null)[]
type Columns = Readonly<Record<string, Values>>
interface Place {
  readonly code: string
  readonly parent: string | null
  readonly weight: number
  readonly level: number
}
interface Base {
  readonly units: readonly string[]
  readonly structure: readonly Place[]
  readonly inputs: Readonly<Record<string, Columns>>
}
interface Case {
  readonly id: string
  readonly input: string
  readonly params: Readonly<Record<string, unknown>> | null
  readonly quirk: string | null
  readonly error: string | null
  readonly output: Columns | null
}
interface More {
  readonly cases: readonly Case[]
  readonly copelandCorrected: Readonly<Record<'output' | 'output_equal_weights', Columns>>
  readonly norm_zscore_0_1__imputed: Columns
  readonly outrank: {
    readonly params: { readonly iCodes: readonly string[]; readonly w: readonly number[] }
    readonly input: string
    readonly matrix: readonly (readonly number[])[]
    readonly nDominant: number
    readonly fracDominant: number
  }
}
const read = (name: string): unknown =>
  tracked(
    `coinr/${name}.json`,
    JSON.parse(readFileSync(new URL(`../fixtures/coinr/${name}.json`, import.meta.url), 'utf8')) as unknown,
  )
const more = read('more-aggregates') as Record<'small' | 'medium', More> & {
  readonly outranking: {
    readonly X: readonly (readonly number[])[]
    readonly w: readonly number[]
    readonly matrix: readonly (readonly number[])[]
    readonly nDominant: number
    readonly fracDominant: number
    readonly copeland: readonly number[]
  }
}

/** Recorded with 15 significant digits; the kernel's scores lie on the 1e-9 grid. */
const recorded = (values: Values): unknown[] =>
  values.map((value) => (value === null ? NaN : (expect.closeTo(value, 8) as unknown)))

function sampleOf(matrix: readonly (readonly number[])[], w: readonly number[]): Sample {
  const total = w.reduce((sum, weight) => sum + weight, 0)
  const shares = Float64Array.from(w, (weight) => weight / total)
  return {
    rows: matrix.length,
    columns: w.length,
    values: Float64Array.from(matrix.flat()),
    weights: Float64Array.from(matrix.flatMap(() => [...shares])),
    shares,
  }
}

/** A branch without a score is a missing child of the next. */
const present = (value: number | null | undefined): number | null =>
  value === null || value === undefined || Number.isNaN(value) ? null : value

/** Pairs in which one row is ahead in every column. */
function dominantOf(matrix: Float64Array, rows: number): number {
  let pairs = 0
  for (let one = 0; one < rows; one++) {
    for (let other = 0; other < rows; other++) if (one !== other && matrix[one * rows + other] === 1) pairs++
  }
  return pairs
}

describe.each(['small', 'medium'] as const)('%s dataset', (name) => {
  const { units, structure, inputs } = read(name) as Base
  const { cases, copelandCorrected, norm_zscore_0_1__imputed, outrank } = more[name]
  const byId = new Map(cases.map((one) => [one.id, one]))
  const caseOf = (id: string): Case =>
    byId.get(id) ?? { id, input: '', params: null, quirk: null, error: null, output: null }
  const branches = structure.filter(({ level }) => level > 1).toSorted((a, b) => a.level - b.level)
  const childrenOf = (code: string): readonly Place[] => structure.filter(({ parent }) => parent === code)

  /** The kernel's scores of one branch, its children given as columns. */
  function branchScores(
    code: string,
    given: Columns,
    { aggregate, equal = false }: { aggregate: AggregateSpec; equal?: boolean },
  ): number[] {
    const children = childrenOf(code)
    const total = children.reduce((sum, child) => sum + (equal ? 1 : child.weight), 0)
    const nodes = children.map((child): NodeSpec => leaf(child.code, (equal ? 1 : child.weight) / total))
    const rows = units.map((_, row) => ({
      cells: Object.fromEntries(
        children.map((child): [string, Cell] => [child.code, present(given[child.code]?.[row])]),
      ),
    }))
    const plan = compile(framework(branch('b', nodes, { aggregate }), { missing: 'exclude' }))
    return [...score(plan, dataset(rows)).score]
  }

  /** Copeland on every level; COINr's number is the victories less the defeats. */
  function copelandTree(input: Columns, equal: boolean): Record<string, number[]> {
    const found: Record<string, number[]> = {}
    for (const { code } of branches) {
      found[code] = branchScores(
        code,
        { ...input, ...found },
        { aggregate: { method: 'copeland', within: 'period' }, equal },
      )
    }
    return found
  }
  const numbers = (scores: readonly number[]): number[] =>
    scores.map((value) => Math.round((value / 50 - 1) * (units.length - 1) * 1e6) / 1e6)

  it('has the 21 cases, with those of the other test', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      'agg_amean_dat0.5__N0',
      'agg_amean_dat0.75__N0',
      'agg_amean_equalw__N0',
      'agg_amean_z__Zi',
      'agg_copeland__N0',
      'agg_copeland__NI0',
      'agg_copeland_equalw__NI0',
      'agg_genmean_p2__N1',
      'agg_gmean_then_dat__N1',
      'agg_gmean_zeros__N0',
      'agg_wmedian__NI0',
    ])
  })

  it('agg_amean_equalw: equal weights on every level', () => {
    const { input, output } = caseOf('agg_amean_equalw__N0')
    for (const { code } of branches) {
      const given = { ...inputs[input], ...output }
      expect(branchScores(code, given, { aggregate: { method: 'arithmetic' }, equal: true })).toEqual(
        recorded(output?.[code] ?? []),
      )
    }
  })

  it.each(['agg_amean_dat0.5__N0', 'agg_amean_dat0.75__N0', 'agg_gmean_then_dat__N1'])(
    '%s: COINr counts children where the kernel counts weight; where it gives a value the values are equal',
    (id) => {
      const { input, output, params } = caseOf(id)
      const thresholds = (params?.['dat_thresh_by_level'] ?? []) as readonly number[]
      const aggregate: AggregateSpec = { method: id.includes('gmean') ? 'geometric' : 'arithmetic' }
      for (const { code, level } of branches) {
        const given: Columns = { ...inputs[input], ...output }
        const values = branchScores(code, given, { aggregate })
        const threshold = thresholds[level - 2] ?? Number(params?.['dat_thresh'] ?? 0)
        for (const [row, value] of (output?.[code] ?? []).entries()) {
          const children = childrenOf(code)
          const filled = children.filter((child) => (given[child.code]?.[row] ?? null) !== null).length
          if (value === null) expect(filled / children.length).toBeLessThan(threshold)
          else expect(values[row]).toBeCloseTo(value, 8)
        }
      }
    },
  )

  it('agg_amean_z: a mean of z-scores, negative ones too', () => {
    const { output } = caseOf('agg_amean_z__Zi')
    for (const { code } of branches) {
      const children = childrenOf(code)
      const total = children.reduce((sum, { weight }) => sum + weight, 0)
      const given: Columns = { ...norm_zscore_0_1__imputed, ...output }
      const found = units.map((_, row) =>
        arithmetic(
          countedRow(
            children.map((child) => given[child.code]?.[row] ?? NaN),
            children.map(({ weight }) => weight / total),
          ),
        ),
      )
      expect(found).toEqual((output?.[code] ?? []).map((value) => expect.closeTo(value ?? NaN, 11) as unknown))
    }
  })

  it('agg_genmean_p2__N1: a missing child is left out, as COINr documents and does not do', () => {
    const { input, output, quirk } = caseOf('agg_genmean_p2__N1')
    expect(quirk).toContain('no na.rm')
    for (const { code, level } of branches.filter((place) => place.level === 2)) {
      const found = branchScores(code, inputs[input] ?? {}, { aggregate: { method: 'power', exponent: 2 } })
      expect(level).toBe(2)
      for (const [row, value] of (output?.[code] ?? []).entries()) {
        const some = childrenOf(code).some((child) => (inputs[input]?.[child.code]?.[row] ?? null) !== null)
        if (value === null) expect((found[row] ?? NaN) > 0).toBe(some)
        else expect(found[row]).toBeCloseTo(value, 8)
      }
    }
  })

  it('agg_gmean_zeros: COINr refuses zeros; a child at 0 gives 0, which is the limit', () => {
    const { input, error } = caseOf('agg_gmean_zeros__N0')
    expect(error).toContain('Negative or zero values')
    let zeros = 0
    for (const { code } of branches.filter(({ level }) => level === 2)) {
      const found = branchScores(code, inputs[input] ?? {}, { aggregate: { method: 'geometric' } })
      for (const row of units.keys()) {
        if (!childrenOf(code).some((child) => inputs[input]?.[child.code]?.[row] === 0)) continue
        zeros++
        expect(found[row]).toBe(0)
      }
    }
    expect(zeros).toBeGreaterThan(0)
  })

  it('Copeland on every level, ties on the grid', () => {
    const found = copelandTree(inputs['norm_minmax_0_100__imputed'] ?? {}, false)
    for (const [code, values] of Object.entries(copelandCorrected.output))
      expect(numbers(found[code] ?? [])).toEqual(values)
  })

  it('Copeland with equal weights; COINr’s own result agrees where no tie is hidden by rounding', () => {
    const found = copelandTree(inputs['norm_minmax_0_100__imputed'] ?? {}, true)
    for (const [code, values] of Object.entries(copelandCorrected.output_equal_weights)) {
      expect(numbers(found[code] ?? [])).toEqual(values)
      expect(caseOf('agg_copeland_equalw__NI0').output?.[code]).toEqual(values)
    }
  })

  it('agg_copeland__NI0: COINr decides ties bit by bit; no more cells differ than that explains', () => {
    const { output, quirk } = caseOf('agg_copeland__NI0')
    expect(quirk).toContain('exact float == 0.5')
    const differing = Object.entries(copelandCorrected.output).flatMap(([code, values]) =>
      values.filter((value, row) => value !== output?.[code]?.[row]),
    )
    expect(differing.length).toBe(name === 'small' ? 0 : 3)
  })

  it('agg_copeland__N0: with missing values COINr depends on the order of the rows, the kernel does not', () => {
    const { input, quirk } = caseOf('agg_copeland__N0')
    expect(quirk).toContain('row order')
    const straight = inputs[input] ?? {}
    const turned = Object.fromEntries(Object.entries(straight).map(([id, values]) => [id, values.toReversed()]))
    const [one, other] = [copelandTree(straight, false), copelandTree(turned, false)]
    for (const [code, values] of Object.entries(one)) expect(other[code]?.toReversed()).toEqual(values)
  })

  it('outranking matrix', () => {
    const { params, input, matrix, nDominant, fracDominant } = outrank
    const rows = units.map((_, row) => params.iCodes.map((code) => inputs[input]?.[code]?.[row] ?? NaN))
    const found = outranking(sampleOf(rows, params.w))
    expect([...found]).toEqual(matrix.flat().map((value) => expect.closeTo(value, 12) as unknown))
    const pairs = (units.length * (units.length - 1)) / 2
    expect(dominantOf(found, units.length)).toBe(nDominant)
    expect(nDominant / pairs).toBeCloseTo(fracDominant, 12)
  })
})

it('outranking of a small table', () => {
  const { X, w, matrix, nDominant, fracDominant, copeland: recordedNumbers } = more.outranking
  const sample = sampleOf(X, w)
  const found = outranking(sample)
  expect([...found]).toEqual(matrix.flat().map((value) => expect.closeTo(value, 12) as unknown))
  expect(dominantOf(found, X.length)).toBe(nDominant)
  expect(nDominant / 21).toBeCloseTo(fracDominant, 12)
  const { wins, losses, ties } = copeland(sample)
  expect(Array.from(wins, (won, row) => won - (losses[row] ?? 0))).toEqual(recordedNumbers)
  expect(Array.from(wins, (won, row) => won + (losses[row] ?? 0) + (ties[row] ?? 0))).toEqual([6, 6, 6, 6, 6, 6, 6])
})

readsEveryCase(import.meta.url)
