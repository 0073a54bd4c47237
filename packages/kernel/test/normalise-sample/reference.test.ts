import { describe, expect, it } from 'vitest'
import type { SampleDirection } from '../../src/normalise/sample/directed.ts'
import {
  normaliseByDistanceToMaximum,
  normaliseByDistanceToReference,
  normaliseByDistanceToTarget,
} from '../../src/normalise/sample/distance.ts'
import { normaliseByFractionOfMaximum } from '../../src/normalise/sample/fraction.ts'
import { normaliseByMinMax } from '../../src/normalise/sample/min-max.ts'
import {
  normaliseByBorda,
  normaliseByMidPercentile,
  normaliseByPercentileRank,
  normaliseByRank,
} from '../../src/normalise/sample/rank.ts'
import { normaliseByScale } from '../../src/normalise/sample/scaled.ts'
import { quantile, sampleStatistics } from '../../src/normalise/sample/statistics.ts'
import { normaliseByZScore } from '../../src/normalise/sample/z-score.ts'
import { shapeOf } from '../../src/treat/moments.ts'
import { carryThrough } from '../../src/treat/transform.ts'
import { treatColumn } from '../../src/treat/treat.ts'
import {
  column,
  expectClose,
  read,
  type Case,
  type Columns,
  type Recorded,
  type VectorCase,
} from '../fixtures/prepare/read.ts'
import { faultsOf } from '../support/faults.ts'
import { readsEveryCase } from '../coverage.ts'

type Args = Readonly<Record<string, unknown>>
type Normaliser = (raw: Float64Array, direction: SampleDirection, args: Args) => Float64Array

const pair = (value: unknown, otherwise: readonly [number, number]): readonly [number, number] => {
  const [first = otherwise[0], second = otherwise[1]] = (value ?? []) as readonly number[]
  return [first, second]
}
const outside = (held: unknown): { readonly outside: 'hold' | 'extend' } => ({
  outside: held === true ? 'hold' : 'extend',
})
const ties = (args: Args): { readonly ties: 'min' | 'average' | 'max' } => {
  const named = args['ties.method'] ?? args['ties']
  return { ties: named === 'average' || named === 'max' ? named : 'min' }
}

/** COINr's functions in the project's own. Its scores run to 1 where the kernel's run to 100. */
const NORMALISERS: Readonly<Record<string, Normaliser>> = {
  n_minmax(raw, direction, args) {
    const [low, high] = pair(args['l_u'], [0, 100])
    return normaliseByMinMax(raw, direction, { low, high })
  },
  n_zscore(raw, direction, args) {
    const [mean, deviation] = pair(args['m_sd'], [0, 1])
    return normaliseByZScore(raw, direction, { mean, deviation })
  },
  n_scaled(raw, direction, args) {
    const [lower, upper] = pair(args['npara'], [0, 100])
    return normaliseByScale(raw, direction, { lower, upper, full: Number(args['scale_factor'] ?? 100) })
  },
  n_goalposts(raw, direction, args) {
    const [lower = NaN, upper = NaN, full = NaN] = args['gposts'] as readonly number[]
    return normaliseByScale(raw, direction, { lower, upper, full, ...outside(args['trunc2posts'] ?? true) })
  },
  n_rank: (raw, direction, args) => normaliseByRank(raw, direction, ties(args)),
  n_borda: (raw, direction, args) => normaliseByBorda(raw, direction, ties(args)),
  n_prank: (raw, direction, args) => normaliseByPercentileRank(raw, direction, { full: 1, ...ties(args) }),
  n_fracmax: (raw, direction) => normaliseByFractionOfMaximum(raw, direction, { full: 1 }),
  n_dist2max: (raw, direction) => normaliseByDistanceToMaximum(raw, direction, { full: 1 }),
  n_dist2ref(raw, direction, args) {
    const referenceValue = raw[Number(args['iref'] ?? args['iref_1based']) - 1] ?? NaN
    return normaliseByDistanceToReference(raw, direction, { referenceValue, full: 1, ...outside(args['cap_max']) })
  },
  n_dist2targ: (raw, direction, args) =>
    normaliseByDistanceToTarget(raw, direction, { target: Number(args['targ']), full: 1, ...outside(args['cap_max']) }),
}
const normalise = (name: string, ...rest: Parameters<Normaliser>): Float64Array =>
  (NORMALISERS[name] ?? (() => new Float64Array()))(...rest)
const codesOf = (call: () => unknown): readonly string[] => faultsOf(call).map(({ code }) => code)

/** A column that COINr scores with NaN, infinities or below nothing, and the fault that says so here. */
function faultExpected({ fn, args, output }: VectorCase, values: Float64Array): string | null {
  const present = values.filter((value) => !Number.isNaN(value))
  if (present.length === 0) return fn === 'n_dist2ref' ? 'SAMPLE_REFERENCE_VALUE' : null
  const direction = Number(args['direction'] ?? 1)
  const worst = direction === 1 ? Math.min(...present) : Math.max(...present)
  const target = Number(args['targ'])
  if (fn === 'n_dist2targ' && direction * (target - worst) <= 0) return 'SAMPLE_TARGET_AT_WORST'
  if (fn === 'n_dist2ref' && values[Number(args['iref']) - 1] === worst) return 'SAMPLE_REFERENCE_AT_WORST'
  const undefinedBefore = [output].flat().filter((value) => value === 'NaN').length === present.length
  const needsRange = fn === 'n_minmax' || fn === 'n_zscore' || fn === 'n_dist2max'
  if (needsRange && present.every((value) => value === present[0])) return 'SAMPLE_CONSTANT'
  return fn === 'n_prank' && undefinedBefore ? 'SAMPLE_TOO_FEW' : null
}

describe('single functions', () => {
  const { cases } = read('vectors-normalise') as { readonly cases: readonly VectorCase[] }
  it.each(cases)('$fn $args', (one) => {
    const { fn, args, output } = one
    const values = column(args['x'] as Recorded | readonly Recorded[])
    const direction = args['direction'] === -1 ? 'negative' : 'positive'
    const code = faultExpected(one, values)
    if (code === null)
      expectClose(normalise(fn, values, direction, args), column(output as Recorded | readonly Recorded[]))
    else expect(codesOf(() => normalise(fn, values, direction, args))).toEqual([code])
  })

  const directed = (read('vectors-normalise-direction') as { readonly cases: readonly VectorCase[] }).cases
  it.each(directed.filter(({ quirk }) => quirk === null))('negative $args', ({ args, output }) => {
    const found = normalise(
      String(args['f_n']),
      column(args['x'] as readonly Recorded[]),
      'negative',
      args['f_n_para'] as Args,
    )
    expectClose(found, column(output as readonly Recorded[]))
  })

  it.each(directed.filter(({ quirk }) => quirk !== null))(
    '$quirk: less is better scores more here',
    ({ args, output }) => {
      const raw = column(args['x'] as readonly Recorded[])
      const found = normalise(String(args['f_n']), raw, 'negative', {})
      expectClose(
        found,
        raw.map((value) => 1 / value),
      ) // the least value is 1
      expectClose(column(output as readonly Recorded[]), raw) // what COINr gives: more scores more
    },
  )
})

describe.each(['small', 'medium'])('%s dataset', (name) => {
  const { raw, directions, params } = read(`${name}-dataset`) as {
    readonly raw: Columns
    readonly directions: Readonly<Record<string, 1 | -1>>
    readonly params: Readonly<Record<string, Readonly<Record<string, number | boolean>>>>
  }
  const { cases, inputs } = read(`${name}-normalise`) as {
    readonly cases: readonly Case[]
    readonly inputs: Readonly<Record<string, Columns>>
  }
  const ids = Object.keys(raw)
  const directionOf = (id: string): SampleDirection => (directions[id] === 1 ? 'positive' : 'negative')
  const named = (id: string): Args => {
    const own = params[id] ?? {}
    return {
      l_u: [own['minmax_lower'], own['minmax_upper']],
      m_sd: [own['zscore_mean'], own['zscore_sd']],
      npara: [own['scaled_lower'], own['scaled_upper']],
      scale_factor: own['scale_factor'],
      targ: own['Target'],
      cap_max: own['dist2targ_cap_max'],
      gposts: [own['goalpost_lower'], own['goalpost_upper'], own['goalpost_scale']],
      trunc2posts: own['goalpost_trunc2posts'],
    }
  }
  const known = (one: Case): boolean => one.params['f_n'] !== 'none'
  const check = (one: Case, id: string): void => {
    const values = column((inputs[one.input] ?? raw)[id] ?? [])
    const args = one.params['from'] === undefined ? one.params : named(id)
    const call = (): Float64Array => normalise(String(one.params['f_n']), values, directionOf(id), args)
    const reference = values[Number(one.params['iref_1based']) - 1]
    const turned = directionOf(id) === 'positive' ? values : values.map((value) => -value)
    const worst = turned.reduce((low, value) => (value < low ? value : low), Infinity)
    if (Number.isNaN(reference)) expect(codesOf(call)).toEqual(['SAMPLE_REFERENCE_VALUE'])
    else if (reference !== undefined && turned[Number(one.params['iref_1based']) - 1] === worst)
      expect(codesOf(call)).toEqual(['SAMPLE_REFERENCE_AT_WORST'])
    else expectClose(call(), column(one.output[id] ?? []))
  }

  it.each(cases.filter((one) => one.quirk === null && known(one)))('$id', (one) => {
    for (const id of ids) check(one, id)
  })

  it.each(cases.filter((one) => !known(one)))('$id: the values as they are, turned where less is better', (one) => {
    for (const id of ids) {
      const values = column((inputs[one.input] ?? raw)[id] ?? [])
      // a z-score with the sample's own mean and deviation gives the values back
      const turned = directionOf(id) === 'positive' ? values : values.map((value) => -value)
      const { mean, deviation } = sampleStatistics(turned)
      expectClose(
        normalise('n_zscore', values, directionOf(id), { m_sd: [mean, deviation] }),
        column(one.output[id] ?? []),
      )
    }
  })

  it.each(cases.filter(({ id }) => id.startsWith('norm_dist2ref')))('$id, by value and not by row number', (one) => {
    for (const id of ids) check(one, id)
  })

  it.each(cases.filter(({ id }) => id === 'norm_fracmax' || id === 'norm_scaled_0_100'))('$id: $quirk', (one) => {
    for (const id of ids) {
      const values = column((inputs[one.input] ?? raw)[id] ?? [])
      if (directionOf(id) === 'positive') {
        check(one, id)
        continue
      }
      const call = (): Float64Array => normalise(String(one.params['f_n']), values, 'negative', one.params)
      if (values.some((value) => value <= 0) && one.id === 'norm_fracmax') {
        expect(codesOf(call)).toEqual(['SAMPLE_NOT_POSITIVE'])
        continue
      }
      const found = call()
      for (const [row, value] of values.entries())
        for (const [other, than] of values.entries())
          if (value < than) expect(found[row]).toBeGreaterThan(found[other] ?? NaN)
    }
  })

  const treated = (id: string) =>
    treatColumn(column(raw[id] ?? []), {
      steps: [
        { method: 'winsorise', most: 5 },
        { method: 'logarithm', variant: 'ct' },
      ],
    })

  it.each(cases.filter(({ id }) => id === 'norm_dist2targ_iMeta'))('$id: $quirk', (one) => {
    for (const id of ids) {
      const { values, transforms } = treated(id)
      const direction = directionOf(id)
      if (transforms.length === 0) {
        check(one, id)
        continue
      }
      const rawTarget = Number(params[id]?.['Target'])
      const [target = NaN] = carryThrough(transforms, [rawTarget])
      const found = normaliseByDistanceToTarget(values, direction, { target, full: 1, outside: 'hold' })
      for (const [row, value] of column(raw[id] ?? []).entries()) {
        const reached = direction === 'positive' ? value >= rawTarget : value <= rawTarget
        if (reached) expect(found[row]).toBe(1)
        else if (!Number.isNaN(value) && values[row] !== target) expect(found[row]).toBeLessThan(1)
      }
    }
  })

  it.each(cases.filter(({ id }) => id === 'norm_goalposts_iMeta'))('$id: $quirk', (one) => {
    for (const id of ids) {
      const { values, transforms } = treated(id)
      if (transforms.length === 0) {
        check(one, id)
        continue
      }
      const own = params[id] ?? {}
      const [lower = NaN, upper = NaN] = carryThrough(transforms, [
        Number(own['goalpost_lower']),
        Number(own['goalpost_upper']),
      ])
      const found = normaliseByScale(values, directionOf(id), { lower, upper, outside: 'hold' })
      for (const [row, value] of column(raw[id] ?? []).entries()) {
        if (value >= Number(own['goalpost_upper'])) expect(found[row]).toBe(directionOf(id) === 'positive' ? 100 : 0)
        if (value <= Number(own['goalpost_lower'])) expect(found[row]).toBe(directionOf(id) === 'positive' ? 0 : 100)
      }
    }
  })
})

describe('panel', () => {
  const panel = read('panel') as Readonly<Record<string, Columns>> & {
    readonly directions: Readonly<Record<string, 1 | -1>>
  }
  const input = panel['input'] ?? {}
  const key = (rows: Columns, row: number): string => `${rows['uCode']?.[row]} ${rows['Time']?.[row]}`
  const order = (rows: Columns, id: string): Float64Array => {
    const places = new Map(rows['uCode']?.map((_, row) => [key(rows, row), row]))
    return column((input['uCode'] ?? []).map((_, row) => rows[id]?.[places.get(key(input, row)) ?? -1] ?? null))
  }

  it.each(['j1', 'j2', 'j3', 'j4'])('%s: over all periods, and each period by itself', (id) => {
    const direction = panel.directions[id] === 1 ? 'positive' : 'negative'
    const values = column(input[id] ?? [])
    expectClose(normaliseByMinMax(values, direction), order(panel['normalised_global'] ?? {}, id))
    const local = new Float64Array(values.length)
    const times = input['Time'] ?? []
    for (const period of new Set(times)) {
      const scores = normaliseByMinMax(
        values.map((value, row) => (times[row] === period ? value : NaN)),
        direction,
      )
      for (const [row, score] of scores.entries()) if (times[row] === period) local[row] = score
    }
    expectClose(local, order(panel['normalised_local'] ?? {}, id))
  })
})

describe.each(['D12x8', 'D60x30'])('decision matrix %s', (name) => {
  const { data, results } = (read('mcdm-normalisations') as Readonly<Record<string, Matrices>>)[name] ?? EMPTY
  const columns = data.objectives.map((_, j) => Float64Array.from(data.matrix, (row) => row[j] ?? NaN))
  const expectEach = (
    formula: string,
    found: (raw: Float64Array, direction: SampleDirection, n: number) => Float64Array,
  ): void => {
    for (const [j, raw] of columns.entries()) {
      const recorded = Float64Array.from(results[formula] ?? [], (row) => row[j] ?? NaN)
      expectClose(found(raw, data.objectives[j] === 1 ? 'positive' : 'negative', raw.length), recorded)
    }
  }

  it('agrees with the formulas of the decision tools', () => {
    expectEach('minmax_dir', (raw, direction) => normaliseByMinMax(raw, direction, { high: 1 }))
    expectEach('minmax_1_100_dir', (raw, direction) => normaliseByMinMax(raw, direction, { low: 1 }))
    expectEach('zscore_sample', (raw) => normaliseByZScore(raw, 'positive'))
    expectEach('zscore_sample_dir', (raw, direction) => normaliseByZScore(raw, direction))
    expectEach('percentile_mean', (raw, direction) => normaliseByMidPercentile(raw, direction))
    expectEach('rank_min_best1', (raw, direction, n) =>
      normaliseByRank(raw, direction, { ties: 'max' }).map((rank) => n + 1 - rank),
    )
    expectEach('rank_avg_best1', (raw, direction, n) =>
      normaliseByRank(raw, direction, { ties: 'average' }).map((rank) => n + 1 - rank),
    )
    expectEach('max_dir', (raw, direction) =>
      normaliseByFractionOfMaximum(raw, direction, { full: 1, lessIsBetter: 'complement' }),
    )
  })

  it('linear_dir, min / x for costs; a cost of zero has no reciprocal', () => {
    for (const [j, raw] of columns.entries()) {
      const direction = data.objectives[j] === 1 ? 'positive' : 'negative'
      const call = (): Float64Array => normaliseByFractionOfMaximum(raw, direction, { full: 1 })
      if (direction === 'negative' && raw.some((value) => value <= 0))
        expect(codesOf(call)).toEqual(['SAMPLE_NOT_POSITIVE'])
      else
        expectClose(
          call(),
          Float64Array.from(results['linear_dir'] ?? [], (row) => row[j] ?? NaN),
        )
    }
  })

  it('descriptives', () => {
    const statistics = columns.map(sampleStatistics)
    const recorded = (key: string): readonly number[] => results.descriptives[key] ?? []
    expectClose(
      statistics.map(({ mean }) => mean),
      recorded('mean'),
    )
    expectClose(
      statistics.map(({ deviation }) => deviation),
      recorded('sd_sample'),
    )
    expectClose(
      statistics.map(({ sorted }) => quantile(sorted, 0.25)),
      recorded('q25_type7'),
    )
    expectClose(
      statistics.map(({ sorted }) => quantile(sorted, 0.95)),
      recorded('p95_type7'),
    )
    expectClose(
      columns.map((raw) => shapeOf(raw).skewness ?? NaN),
      recorded('skew_G1_unbiased'),
    )
    expectClose(
      columns.map((raw) => shapeOf(raw).kurtosis ?? NaN),
      recorded('kurt_G2_excess_unbiased'),
    )
  })
})

interface Matrices {
  readonly data: { readonly objectives: readonly (1 | -1)[]; readonly matrix: readonly (readonly number[])[] }
  readonly results: Readonly<Record<string, readonly (readonly number[])[]>> & {
    readonly descriptives: Readonly<Record<string, readonly number[]>>
  }
}
const EMPTY: Matrices = { data: { objectives: [], matrix: [] }, results: { descriptives: {} } as Matrices['results'] }

readsEveryCase(import.meta.url)
