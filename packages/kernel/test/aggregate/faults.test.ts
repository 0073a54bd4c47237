import { describe, expect, it } from 'vitest'
import { validateFramework, type AggregateSpec, type Coalition, type PreferenceSpec } from '../../src/index.ts'
import { branch, framework, leaf } from '../support/build.ts'

const faults = (aggregate: AggregateSpec, weights: readonly number[] = [0.5, 0.3, 0.2]) =>
  validateFramework(
    framework(
      branch(
        'root',
        weights.map((weight, index) => leaf('abcdefghijklmnopqrstuvwxyzABCDEFG'[index] ?? '', weight)),
        { aggregate },
      ),
    ),
  ).map(({ code, params, at }) => ({ code, params, path: at.path, id: at.id }))
const codes = (...given: Parameters<typeof faults>): string[] => faults(...given).map(({ code }) => code)
const at = (code: string, params: object, path: string) => [{ code, params, path, id: 'root' }]

const within = 'period'
const READ_WEIGHTS: readonly AggregateSpec[] = [
  { method: 'weighted-median' },
  { method: 'choquet', interactions: [] },
  { method: 'mazziotta-pareto', variant: 'plain' },
  { method: 'copeland', within },
  { method: 'topsis', within, scaling: 'vector', distance: 'euclidean' },
  { method: 'vikor', within, v: 0.5 },
  { method: 'promethee', within, preference: { shape: 'usual' } },
  { method: 'grey-relation', within, rho: 0.5 },
]

it.each(READ_WEIGHTS)('$method reads weights, which sum to 1', (aggregate) => {
  expect(faults(aggregate)).toEqual([])
  expect(codes(aggregate, [0.5, 0.3, 0.3])).toEqual(['WEIGHTS_SUM'])
})

describe('owa', () => {
  it('asks for one weight a child, of sum 1, none negative; the children’s own are not read', () => {
    const path = 'tree/aggregate/weights'
    expect(faults({ method: 'owa', weights: [0.5, 0.3, 0.2] }, [0, 0, 7])).toEqual([])
    expect(faults({ method: 'owa', weights: [0.5, 0.5] })).toEqual(at('OWA_COUNT', { weights: 2, children: 3 }, path))
    expect(faults({ method: 'owa', weights: [0.5, 0.5, 0.5] })).toEqual(
      at('OWA_WEIGHTS', { weights: [0.5, 0.5, 0.5], sum: 1.5 }, path),
    )
    expect(codes({ method: 'owa', weights: [1.5, -0.5, 0] })).toEqual(['OWA_WEIGHTS'])
    expect(codes({ method: 'owa', weights: [NaN, 0.5, 0.5] })).toEqual(['OWA_WEIGHTS'])
    expect(codes({ method: 'owa', weights: [0.1 + 0.2, 0.3, 0.4] })).toEqual([])
  })
})

describe('choquet', () => {
  const pairs = (...interactions: readonly (readonly [string, string, number])[]): AggregateSpec => ({
    method: 'choquet',
    interactions: interactions.map(([a, b, value]) => ({ between: [a, b], value })),
  })
  const path = 'tree/aggregate/interactions'

  it('names children, two different ones, each pair once', () => {
    expect(faults(pairs(['a', 'x', 0.1], ['y', 'x', 0.1]))).toEqual(
      at('CHOQUET_UNKNOWN_CHILD', { unknown: ['x', 'y'] }, path),
    )
    expect(faults(pairs(['a', 'a', 0.1]))).toEqual(at('CHOQUET_SET', { sets: ['a+a'] }, path))
    expect(faults(pairs(['a', 'b', 0.1], ['b', 'a', 0.1]))).toEqual(at('CHOQUET_SET', { sets: ['b+a'] }, path))
    expect(codes(pairs(['a', 'b', 0.1]), [0.5, 0.5])).toEqual([])
  })

  it('half of a child’s interactions stays within its weight', () => {
    expect(codes(pairs(['b', 'c', 0.4], ['a', 'b', -0.2]))).toEqual([])
    expect(faults(pairs(['b', 'c', 0.41]))).toEqual(
      at('CHOQUET_NOT_MONOTONE_PAIRS', { child: 'c', weight: 0.2, half: 0.205 }, path),
    )
    expect(codes(pairs(['b', 'c', -0.4], ['a', 'b', 0.3]))).toEqual(['CHOQUET_NOT_MONOTONE_PAIRS'])
    expect(codes(pairs(['b', 'c', NaN]))).toEqual(['CHOQUET_NOT_MONOTONE_PAIRS', 'CHOQUET_NOT_MONOTONE_PAIRS'])
  })

  it('takes 30 children at most', () => {
    const alike = (n: number): number[] => Array.from({ length: n }, () => 1 / n)
    expect(codes(pairs(), alike(30))).toEqual([])
    expect(faults(pairs(), alike(31))).toEqual(at('CHOQUET_TOO_MANY', { children: 31, most: 30 }, path))
  })
})

describe('choquet-capacity', () => {
  const sets = (over: Readonly<Record<string, number | null>> = {}): AggregateSpec => {
    const values: Readonly<Record<string, number | null>> = {
      a: 0.3,
      b: 0.3,
      c: 0.25,
      ab: 0.8,
      ac: 0.45,
      bc: 0.6,
      ...over,
    }
    const capacity = Object.entries(values).flatMap(([of, value]): Coalition[] =>
      value === null ? [] : [{ of: of.split(''), value }],
    )
    return { method: 'choquet-capacity', capacity }
  }
  const path = 'tree/aggregate/capacity'

  it('has a value for every set, whatever the children’s weights', () => {
    expect(faults(sets(), [0, 0, 0])).toEqual([])
    expect(faults(sets({ b: null, ac: null }))).toEqual(at('CAPACITY_INCOMPLETE', { missing: ['b', 'a+c'] }, path))
  })

  it('names neither all children nor one twice nor nobody', () => {
    expect(faults(sets({ abc: 1 }))).toEqual(at('CHOQUET_SET', { sets: ['a+b+c'] }, path))
    expect(faults(sets({ ba: 0.8, bb: 0.3 }))).toEqual(at('CHOQUET_SET', { sets: ['b+a', 'b+b'] }, path))
    expect(faults(sets({ '': 0 }))).toEqual(at('CHOQUET_SET', { sets: [''] }, path))
    expect(codes(sets({ x: 0.1 }))).toEqual(['CHOQUET_UNKNOWN_CHILD'])
  })

  it('keeps values within 0 to 1 and more never worth less', () => {
    expect(faults(sets({ a: -0.1, ab: 1.2 }))).toEqual(at('CAPACITY_RANGE', { sets: ['a: -0.1', 'a+b: 1.2'] }, path))
    expect(codes(sets({ a: NaN }))).toEqual(['CAPACITY_RANGE'])
    expect(codes(sets({ a: 0, bc: 1 }))).toEqual([])
    expect(faults(sets({ ac: 0.2 }))).toEqual(at('CAPACITY_NOT_MONOTONE', { sets: ['a > a+c', 'c > a+c'] }, path))
    expect(codes(sets({ ac: 0.3 - 1e-12 }))).toEqual([])
  })

  it('takes 10 children at most', () => {
    const none: AggregateSpec = { method: 'choquet-capacity', capacity: [] }
    expect(
      codes(
        none,
        Array.from({ length: 10 }, () => 0.1),
      ),
    ).toEqual(['CAPACITY_INCOMPLETE'])
    expect(
      faults(
        none,
        Array.from({ length: 11 }, () => 0),
      ),
    ).toEqual(at('CHOQUET_TOO_MANY', { children: 11, most: 10 }, path))
    expect(codes(none, [1])).toEqual([])
  })
})

it('v lies within 0 to 1, rho above 0 and at most 1', () => {
  const vikor = (v: number): string[] => codes({ method: 'vikor', within, v })
  expect([0, 1].map(vikor)).toEqual([[], []])
  expect([-0.1, 1.1, NaN].map(vikor)).toEqual([['VIKOR_V_RANGE'], ['VIKOR_V_RANGE'], ['VIKOR_V_RANGE']])
  expect(faults({ method: 'vikor', within, v: 2 })).toEqual(at('VIKOR_V_RANGE', { v: 2 }, 'tree/aggregate/v'))
  const grey = (rho: number): string[] => codes({ method: 'grey-relation', within, rho })
  expect([0.01, 1].map(grey)).toEqual([[], []])
  expect([0, 1.1, NaN].map(grey)).toEqual([['GREY_RHO_RANGE'], ['GREY_RHO_RANGE'], ['GREY_RHO_RANGE']])
  expect(faults({ method: 'grey-relation', within, rho: 0 })).toEqual(
    at('GREY_RHO_RANGE', { rho: 0 }, 'tree/aggregate/rho'),
  )
})

describe('preference thresholds', () => {
  const code = (preference: PreferenceSpec): string[] => codes({ method: 'promethee', within, preference })

  it.each<PreferenceSpec>([
    { shape: 'usual' },
    { shape: 'u-shape', q: 0 },
    { shape: 'v-shape', p: 1 },
    { shape: 'level', q: 0, p: 1 },
    { shape: 'linear', q: 1, p: 2 },
    { shape: 'gaussian', s: 0.1 },
  ])('%o holds', (preference) => {
    expect(code(preference)).toEqual([])
  })

  it.each<PreferenceSpec>([
    { shape: 'u-shape', q: -1 },
    { shape: 'u-shape', q: Infinity },
    { shape: 'v-shape', p: 0 },
    { shape: 'v-shape', p: Infinity },
    { shape: 'level', q: 2, p: 2 },
    { shape: 'linear', q: 2, p: 1 },
    { shape: 'linear', q: NaN, p: 1 },
    { shape: 'gaussian', s: 0 },
    { shape: 'gaussian', s: Infinity },
  ])('%o does not', (preference) => {
    expect(code(preference)).toEqual(['PREFERENCE_THRESHOLDS'])
  })

  it('names shape and thresholds', () => {
    const path = 'tree/aggregate/preference'
    expect(faults({ method: 'promethee', within, preference: { shape: 'linear', q: 2, p: 1 } })).toEqual(
      at('PREFERENCE_THRESHOLDS', { shape: 'linear', thresholds: ['2', '1'] }, path),
    )
    expect(faults({ method: 'promethee', within, preference: { shape: 'gaussian', s: 0 } })).toEqual(
      at('PREFERENCE_THRESHOLDS', { shape: 'gaussian', thresholds: ['0'] }, path),
    )
  })
})
