/** The examples of the docstrings and of `examples`, run. A docstring's figures are asserted here, under its symbol. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import {
  KERNEL_VERSION,
  SEMANTICS,
  competitionRanks,
  compile,
  exp,
  gradeOf,
  ln,
  power,
  rescorer,
  roundHalfEven,
  score,
  snap,
  trace,
  validateFramework,
} from '../src/index.ts'
import { arithmetic } from '../src/aggregate/arithmetic.ts'
import { bonus } from '../src/aggregate/bonus.ts'
import { deduct } from '../src/aggregate/deduct.ts'
import { harmonic } from '../src/aggregate/harmonic.ts'
import { minimum } from '../src/aggregate/minimum.ts'
import { powerMean } from '../src/aggregate/power-mean.ts'
import { product } from '../src/aggregate/product.ts'
import { countedRow } from '../src/aggregate/row.ts'
import { staircase } from '../src/aggregate/staircase.ts'
import { compare, decide, Truth } from '../src/gate/condition.ts'
import { normaliseByBand } from '../src/normalise/band.ts'
import { normaliseByBoolean } from '../src/normalise/boolean.ts'
import { checkRaw } from '../src/normalise/check.ts'
import { normaliseByLogGoalposts } from '../src/normalise/goalposts-log.ts'
import { normaliseByGoalposts } from '../src/normalise/goalposts.ts'
import { normaliseByLevels } from '../src/normalise/level-map.ts'
import { readPanel } from '../src/normalise/panel.ts'
import { normaliseByPercentile } from '../src/normalise/percentile.ts'
import { normaliseByPieces } from '../src/normalise/piecewise.ts'
import { branch, dataset, framework, leaf } from './support/build.ts'

const f = (...values: readonly number[]): Float64Array => Float64Array.from(values)

describe('docstrings', () => {
  it('normalisers', () => {
    const posts = normaliseByGoalposts(f(2, 6, 12, NaN), { worst: 2, best: 10 })
    expect([[...posts.scores], [...posts.held]]).toEqual([
      [0, 50, 100, NaN],
      [0, 0, 1, 0],
    ])
    expect([...normaliseByGoalposts(f(240, 135, 30), { worst: 240, best: 30 }).scores]).toEqual([0, 50, 100])
    expect([...normaliseByLogGoalposts(f(1, 10, 100), { worst: 1, best: 100, offset: 0 }).scores].map(snap)).toEqual([
      0, 50, 100,
    ])
    expect([
      ...normaliseByPieces(f(0.25, 9), [
        [0, 0],
        [0.5, 30],
        [5, 100],
      ]).scores,
    ]).toEqual([15, 100])
    expect([
      ...normaliseByLevels(f(0, 2), [
        [0, 0],
        [1, 20],
        [2, 45],
      ]).scores,
    ]).toEqual([0, 45])
    expect([...normaliseByBoolean(f(1, 0), { whenTrue: 100, whenFalse: 20 }).scores]).toEqual([100, 20])
    expect([...normaliseByBand(f(60, 90, 98.5), { low: 40, ideal: [80, 97], high: 100 }).scores]).toEqual([50, 100, 50])
    const panel = {
      method: 'expert',
      scale: [0, 100],
      ratersMin: 5,
      aggregate: 'trimmed-mean',
      dispersionAlert: 15,
    } as const
    expect(readPanel([60, 70, 80, 90, 10], panel).value).toBe(70)
    const peers = {
      peers: new Int32Array(3),
      minGroup: 3,
      fallback: { method: 'goalposts', worst: 0, best: 1 },
    } as const
    expect([...normaliseByPercentile(f(5, 7, 7), 'positive', peers).scores]).toEqual([0, 75, 75])
    expect(checkRaw({ method: 'boolean', whenTrue: 100, whenFalse: 0 }, 2)?.code).toBe('RAW_NOT_BOOLEAN')
  })

  it('aggregates', () => {
    expect(arithmetic(countedRow([80, 50], [0.4, 0.6]))).toBe(62)
    expect(snap(harmonic(countedRow([60, 30], [0.5, 0.5])))).toBe(40)
    expect(snap(powerMean(2)(countedRow([10, 70], [0.5, 0.5])))).toBe(50)
    expect(minimum(countedRow([80, 50, 65], [0, 0, 0]))).toBe(50)
    expect(staircase(80)(countedRow([90, 85, 50, 100], [0, 0, 0, 0]))).toBe(62.5)
    expect(snap(product(countedRow([80, 50, 90], [0, 0, 0])))).toBe(36)
    expect(deduct(100)(countedRow([100, 60], [30, 70]))).toBe(72)
    expect(bonus(80, 100)(countedRow([90, 50], [1, 10]))).toBe(95)
  })

  it('numbers, ranks, grades, conditions', () => {
    expect([snap(0.1 + 0.2), snap(69.99999999999999)]).toEqual([0.3, 70])
    expect([roundHalfEven(69.995, 2), roundHalfEven(-0.125, 2)]).toEqual([70, -0.12])
    expect([ln(100), exp(2), power(4, 0.5)]).toEqual([4.605170185988092, 7.38905609893065, 2])
    expect([...competitionRanks(f(70, 90, 70, NaN, 60))]).toEqual([2, 1, 2, 0, 4])
    expect(
      gradeOf(70, [
        { id: 'L1', min: 0 },
        { id: 'L2', min: 70 },
      ]),
    ).toBe(1)
    expect(compare(70, '>=', 70)).toBe(true)
    const [a, b] = [0, 1].map((value) => ({ fact: 'x', op: '==', value }) as const)
    if (a && b) expect(decide({ all: [a, b] }, (c) => (c === a ? Truth.undecided : Truth.false))).toBe(Truth.false)
  })

  it('compile, score, trace', () => {
    const rules = framework(branch('root', [leaf('a', 0.5), leaf('b', 0.5)]))
    expect(compile(rules).nodes.at(-1)?.spec === rules.root).toBe(true)
    const data = dataset([{ cells: { a: 41, b: 84 } }])
    const result = score(compile(rules), data)
    expect(result.score).toEqual(f(62.5))
    expect(trace(result, data, 0).root.children[0]?.contribution).toBe(20.5)
    expect(rescorer(result.plan, data)({ plan: result.plan }).score).toEqual(result.score)
    const broken = { ...rules, grades: [], basicRule: [{ grade: 'L2', min: 10 }] }
    expect(validateFramework(broken).map(({ code }) => code)).toEqual(['BASIC_RULE_UNKNOWN_GRADE'])
  })
})

it('examples/01: a whole index', async () => {
  const printed = vi.spyOn(console, 'log').mockReturnValue()
  const { lines } = (await import('../examples/01-whole-index.ts')) as { readonly lines: readonly string[] }
  expect(lines).toEqual(['north 81 A 1', 'south 30 C 2', 'east 92.5 vetoed -'])
  expect(printed).toHaveBeenCalledOnce()
  printed.mockRestore()
})

it('the version is the package’s', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
    readonly dependencies?: object
  }
  expect(manifest.version).toBe(KERNEL_VERSION)
  expect(manifest.dependencies).toBeUndefined()
  expect(SEMANTICS).toBe(1)
})
