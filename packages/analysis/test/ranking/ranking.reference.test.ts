import {
  arithmetic,
  competitionRanks,
  countedRow,
  interactionOf,
  moebiusOf,
  shapleyOf,
  type Aggregator,
  type PreferenceSpec,
  type TopsisDistance,
  type TopsisScaling,
} from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import {
  capacityFromMoebius,
  choquetIntegral,
  rankByAras,
  rankByBorda,
  rankByCocoso,
  rankByCodas,
  rankByCopeland,
  rankByCopras,
  rankByCradis,
  rankByEdas,
  rankByGreyRelation,
  rankByMabac,
  rankByMairca,
  rankByMarcos,
  rankByMazziottaPareto,
  rankByMoora,
  rankByOcra,
  rankByPiv,
  rankByProbid,
  rankByPromethee,
  rankByRam,
  rankBySpotis,
  rankByTopsis,
  rankByVikor,
  rankByWaspas,
  rankByWeightedProduct,
  rankByWeightedSum,
  type Bounds,
  type Decision,
  type Ranked,
} from '../../src/index.ts'
import { decisions, expectClose, fixture, NAMES, type Name } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

type Results<T> = { readonly results: Readonly<Record<Name, T>> }
interface Scored {
  readonly score: readonly number[]
  readonly rank: readonly number[]
}

describe.each(NAMES)('%s', (name) => {
  const decision = decisions[name]

  describe('TOPSIS', () => {
    const variants: readonly (readonly [string, TopsisScaling, TopsisDistance])[] = [
      ['vector_classic', 'vector', 'euclidean'],
      ['minmax', 'min-max', 'euclidean'],
      ['sum_dir', 'sum', 'euclidean'],
      ['minmax_manhattan', 'min-max', 'manhattan'],
      ['minmax_chebyshev', 'min-max', 'chebyshev'],
    ]
    const { results } =
      fixture<Results<Record<string, { closeness: number[]; rank: number[]; d_plus?: number[]; d_minus?: number[] }>>>(
        'topsis',
      )

    it('has no other case', () => {
      expect(Object.keys(results[name])).toEqual(variants.map(([key]) => key))
    })

    it.each(variants)('%s', (key, scaling, distance) => {
      const expected = results[name][key]
      const found = rankByTopsis(decision, { scaling, distance })
      expectClose(found.score, expected?.closeness ?? [])
      expect([...found.rank]).toEqual(expected?.rank)
      if (expected?.d_plus) expectClose(found.toBest, expected.d_plus)
      if (expected?.d_minus) expectClose(found.toWorst, expected.d_minus)
    })
  })

  const vikor = fixture<
    Results<
      Record<
        string,
        {
          S: number[]
          R: number[]
          Q: number[]
          rank_Q: number[]
          acceptable_advantage: boolean
          acceptable_stability: boolean
          compromise_set: number[]
        }
      >
    >
  >('vikor').results[name]
  it.each(Object.entries(vikor))('VIKOR %s', (key, expected) => {
    const found = rankByVikor(decision, Number(key.slice(1)))
    expectClose(found.s, expected.S)
    expectClose(found.r, expected.R)
    expectClose(found.score, expected.Q)
    expect([...found.rank]).toEqual(expected.rank_Q)
    expect(found.advantage).toBe(expected.acceptable_advantage)
    expect(found.stability).toBe(expected.acceptable_stability)
    expect([...found.rows].sort((a, b) => a - b)).toEqual(expected.compromise_set)
  })

  describe('PROMETHEE II', () => {
    type Flows = {
      readonly phi_plus: number[]
      readonly phi_minus: number[]
      readonly phi_net: number[]
      readonly rank: number[]
    }
    const { q, p, s, ...flows } =
      fixture<
        Results<
          { q: number[]; p: number[]; s: number[] } & Record<
            'usual' | 'ushape' | 'vshape' | 'level' | 'linear_vshape2' | 'gaussian',
            Flows
          >
        >
      >('promethee').results[name]
    const shapes: Readonly<Record<string, (column: number) => PreferenceSpec>> = {
      usual: () => ({ shape: 'usual' }),
      ushape: (column) => ({ shape: 'u-shape', q: q[column] ?? NaN }),
      vshape: (column) => ({ shape: 'v-shape', p: p[column] ?? NaN }),
      level: (column) => ({ shape: 'level', q: q[column] ?? NaN, p: p[column] ?? NaN }),
      linear_vshape2: (column) => ({ shape: 'linear', q: q[column] ?? NaN, p: p[column] ?? NaN }),
      gaussian: (column) => ({ shape: 'gaussian', s: s[column] ?? NaN }),
    }

    it.each(Object.entries(flows))('%s', (key, expected) => {
      const shape = shapes[key]
      const found = rankByPromethee(
        decision,
        decision.weights.map((_, column): PreferenceSpec => shape?.(column) ?? { shape: 'usual' }),
      )
      expect(shape).toBeDefined()
      expectClose(found.plus, expected.phi_plus)
      expectClose(found.minus, expected.phi_minus)
      expectClose(found.score, expected.phi_net)
      expect([...found.rank]).toEqual(expected.rank)
    })
  })

  const grey =
    fixture<Results<Record<string, { grade: number[]; rank: number[]; grade_equal_weights: number[] }>>>('gra').results[
      name
    ]
  it.each(Object.entries(grey))('grey relation %s', (key, expected) => {
    const rho = Number(key.slice(3))
    const found = rankByGreyRelation(decision, rho)
    expectClose(found.score, expected.grade)
    expect([...found.rank]).toEqual(expected.rank)
    const alike = { ...decision, weights: decision.weights.map(() => 1) }
    expectClose(rankByGreyRelation(alike, rho).score, expected.grade_equal_weights)
  })

  describe('SPOTIS', () => {
    const spotis =
      fixture<
        Results<
          Record<
            'bounds_from_data' | 'fixed_external_bounds' | 'expected_point',
            Scored & { bounds: Bounds[]; esp: number[] }
          >
        >
      >('spotis').results[name]

    it.each(['bounds_from_data', 'fixed_external_bounds'] as const)('%s', (key) => {
      const found = rankBySpotis(decision, spotis[key].bounds)
      expectClose(found.score, spotis[key].score)
      expect([...found.rank]).toEqual(spotis[key].rank)
    })

    it('expected solution point', () => {
      const { esp, score, rank } = spotis.expected_point
      const found = rankBySpotis(decision, spotis.fixed_external_bounds.bounds, esp)
      expectClose(found.score, score)
      expect([...found.rank]).toEqual(rank)
    })
  })

  describe('additive and multiplicative', () => {
    const cases = fixture<Results<Record<string, Scored>>>('additive-multiplicative').results[name]
    /** 1 + 99 min-max, the scale that the means of the file are taken on. */
    const raised = decision.matrix.map((row) =>
      row.map((value, column) => {
        const all = decision.matrix.map((each) => each[column] ?? NaN)
        const [low, high] = [Math.min(...all), Math.max(...all)]
        return 1 + 99 * (((decision.objectives[column] ?? 1) === 1 ? value - low : high - value) / (high - low))
      }),
    )
    const byMean = (aggregate: Aggregator): Ranked => {
      const score = Float64Array.from(raised, (row) => aggregate(countedRow(row, decision.weights)))
      return { score, rank: competitionRanks(score) }
    }
    /** The exponents as plain arithmetic: the kernel's own means have their tests in the kernel. */
    const power =
      (exponent: number): Aggregator =>
      ({ score, weight, size }) => {
        const sum = score.reduce(
          (total, value, i) => (i < size ? total + (weight[i] ?? 0) * value ** exponent : total),
          0,
        )
        return sum ** (1 / exponent)
      }
    const geometric: Aggregator = (row) => Math.exp(arithmetic({ ...row, score: row.score.map(Math.log) }))
    const methods: Readonly<Record<string, () => Ranked>> = {
      wsm_minmax: () => rankByWeightedSum(decision),
      wsm_linear: () => rankByWeightedSum(decision, 'linear'),
      wsm_sum: () => rankByWeightedSum(decision, 'sum'),
      wpm_linear: () => rankByWeightedProduct(decision),
      'waspas_linear_l0.5': () => rankByWaspas(decision),
      geometric_minmax1_100: () => byMean(geometric),
      harmonic_minmax1_100: () => byMean(power(-1)),
      'power_mean_p-2_minmax1_100': () => byMean(power(-2)),
      'power_mean_p0.5_minmax1_100': () => byMean(power(0.5)),
      power_mean_p2_minmax1_100: () => byMean(power(2)),
      power_mean_p3_minmax1_100: () => byMean(power(3)),
      mazziotta_pareto_style: () => rankByMazziottaPareto(decision),
      borda_weighted: () => rankByBorda(decision),
      copeland_weighted: () => rankByCopeland(decision),
    }

    it.each(Object.entries(cases))('%s', (key, expected) => {
      const found = methods[key]?.()
      expect(found).toBeDefined()
      expectClose(found?.score ?? [], expected.score)
      expect([...(found?.rank ?? [])]).toEqual(expected.rank)
    })
  })

  describe('other methods, where two tools agree', () => {
    const cases =
      fixture<Results<Record<string, { reference: number[] | null; values: Record<string, number[]> | null }>>>(
        'other-mcdm',
      ).results[name]
    const methods: Readonly<Record<string, (given: Decision) => Ranked>> = {
      MABAC: rankByMabac,
      EDAS: rankByEdas,
      COPRAS: rankByCopras,
      ARAS: rankByAras,
      CODAS: rankByCodas,
      COCOSO: rankByCocoso,
      MARCOS: rankByMarcos,
      MAIRCA: rankByMairca,
      MOORA_ratio: rankByMoora,
      OCRA: rankByOcra,
      RAM: rankByRam,
      'WASPAS_0.5': rankByWaspas,
      PROBID: rankByProbid,
    }
    const agreed = Object.entries(cases).flatMap(([key, { reference }]) =>
      reference ? [[key, reference] as const] : [],
    )

    it('are all built', () => {
      expect(agreed.map(([key]) => key).sort()).toEqual(Object.keys(methods).sort())
    })

    it.each(agreed)('%s', (key, reference) => {
      expectClose(methods[key]?.(decision).score ?? [], reference)
    })

    it('PIV: only pyDecision has it, and it does what the paper says, less being better', () => {
      const recorded = cases['PIV']?.values?.['pyDecision'] ?? []
      const { score, rank } = rankByPiv(decision)
      expectClose(score, recorded)
      expect(recorded[rank.indexOf(1)]).toBe(Math.min(...recorded))
    })

    it('CRADIS: pyrepo does what the paper says; pyDecision does it with benefits taken for costs', () => {
      const { pyrepo = [], pyDecision = [] } = cases['CRADIS']?.values ?? {}
      expectClose(rankByCradis(decision).score, pyrepo)
      const turned = decision.objectives.map((sign) => (sign === 1 ? -1 : 1))
      expectClose(rankByCradis({ ...decision, objectives: turned }).score, pyDecision)
    })
  })

  describe('rank reversal', () => {
    interface Reversal {
      readonly full_rank: readonly number[]
      readonly removals_with_any_reversal: number
      readonly removals_changing_the_best: number
      readonly detail: readonly {
        readonly removed: number
        readonly reversed_pairs: number
        readonly best_before: number
        readonly best_after: number
        readonly ranks_after: readonly number[] | null
      }[]
    }
    const cases = fixture<Results<Record<string, Reversal>>>('rank-reversal').results[name]
    const bounds =
      fixture<Results<{ bounds_from_data: { bounds: Bounds[] } }>>('spotis').results[name].bounds_from_data.bounds
    const methods: Readonly<Record<string, (given: Decision) => Ranked>> = {
      topsis_vector: rankByTopsis,
      topsis_minmax: (given) => rankByTopsis(given, { scaling: 'min-max' }),
      wsm_minmax: rankByWeightedSum,
      vikor: rankByVikor,
      spotis_fixed_bounds: (given) => rankBySpotis(given, bounds),
      promethee_usual: (given) =>
        rankByPromethee(
          given,
          given.weights.map(() => ({ shape: 'usual' }) as const),
        ),
    }

    it.each(Object.entries(cases))(
      '%s',
      (key, expected) => {
        const method = methods[key]
        if (!method) throw new Error(`${key} is not built`)
        const full = [...method(decision).rank]
        expect(full).toEqual(expected.full_rank)
        let reversals = 0
        let changes = 0
        for (const { removed, reversed_pairs, best_after, ranks_after } of expected.detail) {
          const kept = decision.matrix.flatMap((_, row) => (row === removed ? [] : [row]))
          const { rank } = method({ ...decision, matrix: kept.flatMap((row) => [decision.matrix[row] ?? []]) })
          if (ranks_after) expect([...rank]).toEqual(ranks_after)
          let pairs = 0
          for (const [a, one] of kept.entries()) {
            for (const [b, other] of kept.entries()) {
              if (a < b && ((full[one] ?? 0) - (full[other] ?? 0)) * ((rank[a] ?? 0) - (rank[b] ?? 0)) < 0) pairs++
            }
          }
          expect(pairs).toBe(reversed_pairs)
          expect(kept[rank.indexOf(1)]).toBe(best_after)
          if (pairs > 0) reversals++
          const before = kept.reduce((best, row) => ((full[row] ?? 0) < (full[best] ?? 0) ? row : best), kept[0] ?? 0)
          if (best_after !== before) changes++
        }
        expect(reversals).toBe(expected.removals_with_any_reversal)
        expect(changes).toBe(expected.removals_changing_the_best)
      },
      60_000,
    )
  })
})

describe('VIKOR, each branch of the compromise', () => {
  interface Branch extends Required<Decision> {
    readonly v: number
    readonly S: readonly number[]
    readonly R: readonly number[]
    readonly Q: readonly number[]
    readonly acceptable_advantage: boolean
    readonly acceptable_stability: boolean
    readonly compromise_set: readonly number[]
  }
  it.each(fixture<{ readonly cases: readonly Branch[] }>('vikor-branches').cases)(
    'advantage $acceptable_advantage, stability $acceptable_stability',
    (given) => {
      const found = rankByVikor(given, given.v)
      expectClose(found.s, given.S)
      expectClose(found.r, given.R)
      expectClose(found.score, given.Q)
      expect(found).toMatchObject({ advantage: given.acceptable_advantage, stability: given.acceptable_stability })
      expect([...found.rows].sort((a, b) => a - b)).toEqual(given.compromise_set)
    },
  )
})

describe('Choquet', () => {
  interface Case {
    readonly name: string
    readonly n: number
    readonly capacity: Readonly<Record<string, number>>
    readonly mobius: Readonly<Record<string, number>>
    readonly X: readonly (readonly number[])[]
    readonly choquet: readonly number[]
    readonly shapley: readonly number[]
    readonly interaction: readonly (readonly number[])[]
  }
  const bits = (n: number, sets: Readonly<Record<string, number>>): Float64Array => {
    const table = new Float64Array(2 ** n)
    for (const [key, value] of Object.entries(sets)) {
      const members = key.slice(1, -1).split(',').filter(Boolean).map(Number)
      table[members.reduce((set, member) => set | (1 << member), 0)] = value
    }
    return table
  }

  it.each(fixture<{ readonly cases: readonly Case[] }>('choquet').cases)('$name', (given) => {
    const capacity = bits(given.n, given.capacity)
    const moebius = bits(given.n, given.mobius)
    expectClose(moebiusOf(capacity), [...moebius])
    expectClose(capacityFromMoebius(moebius), [...capacity])
    expectClose(shapleyOf(capacity), given.shapley)
    for (const [i, row] of interactionOf(capacity).entries()) expectClose(row, given.interaction[i] ?? [])
    expectClose(
      given.X.map((values) => choquetIntegral(values, capacity)),
      given.choquet,
    )
  })
})

readsEveryCase(import.meta.url)
