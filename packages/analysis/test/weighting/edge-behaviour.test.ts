/** What the decision tools do on awkward data is recorded; here stands what is right, and where they are right too. */
import { describe, expect, it } from 'vitest'
import { normaliseByMinMax } from '@plumbline/kernel'
import {
  criticWeights,
  entropyWeights,
  giniWeights,
  merecWeights,
  scaleBySum,
  scaleByVector,
  standardDeviationWeights,
} from '../../src/index.ts'
import { expectWeights, faultCodes } from './arbitrary.ts'
import { columnsOf, fixture } from './fixtures.ts'

type Rows = readonly (readonly number[])[]
const { base, behaviour } = fixture<{
  readonly base: Rows
  readonly behaviour: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
}>('edge_behaviour')

const directions = ['positive', 'negative', 'positive', 'negative'] as const
const withColumn = (value: number): Rows => base.map((row) => row.with(2, value))
const withCell = (value: number): Rows => base.map((row, i) => (i === 1 ? row.with(0, value) : row))
const DATA: Readonly<Record<string, Rows>> = {
  constant_column: withColumn(7),
  zero_value: withCell(0),
  all_zero_column: withColumn(0),
  negative_value: withCell(-3),
  nan: withCell(NaN),
  infinite: withCell(Infinity),
  identical_rows: base.map(() => [7, 3, 10, 2]),
  two_rows: base.slice(0, 2),
  one_row: base.slice(0, 1),
  perfectly_correlated: base.map((row) => row.with(2, 2 * (row[0] ?? NaN))),
}
const WEIGHTS: Readonly<Record<string, (columns: Rows) => readonly number[]>> = {
  entropy: (columns) => entropyWeights(columns).weights,
  critic: (columns) => criticWeights(columns, { directions }).weights,
  merec: (columns) => merecWeights(columns, { directions }).weights,
  std: (columns) => standardDeviationWeights(columns).weights,
  gini: (columns) => giniWeights(columns).weights,
}
/**
 * `agree`: scikit-criteria is right. `others`: the third indicator weighs 0 and the rest what they weigh without it. Codes:
 * refused by name, once a place.
 */
type Right = 'agree' | 'others' | readonly string[]
const four = (code: string): readonly string[] => [code, code, code, code]

const NOTHING = ['WEIGHTS_NOTHING_VARIES']
const RIGHT: Readonly<Record<string, Readonly<Record<string, Right>>>> = {
  // a constant tells nothing and weighs 0, exactly; CRITIC leaves it out instead of losing every weight to it
  constant_column: { entropy: 'agree', critic: 'others', merec: 'agree', std: 'agree', gini: 'agree' },
  all_zero_column: {
    entropy: 'others',
    critic: 'others',
    merec: Array.from({ length: 5 }, () => 'WEIGHTS_VALUE_NOT_POSITIVE'),
    std: 'agree',
    gini: 'others',
  },
  zero_value: { entropy: 'agree', critic: 'agree', merec: ['WEIGHTS_VALUE_NOT_POSITIVE'], std: 'agree', gini: 'agree' },
  negative_value: {
    entropy: ['WEIGHTS_VALUE_NEGATIVE'],
    critic: 'agree',
    merec: ['WEIGHTS_VALUE_NOT_POSITIVE'],
    std: 'agree',
    gini: ['WEIGHTS_VALUE_NEGATIVE'],
  },
  infinite: {
    entropy: ['WEIGHTS_VALUE_INFINITE'],
    critic: ['WEIGHTS_VALUE_INFINITE'],
    merec: ['WEIGHTS_VALUE_INFINITE'],
    std: ['WEIGHTS_VALUE_INFINITE'],
    gini: ['WEIGHTS_VALUE_INFINITE'],
  },
  identical_rows: { entropy: NOTHING, critic: NOTHING, merec: NOTHING, std: NOTHING, gini: NOTHING },
  one_row: {
    entropy: four('WEIGHTS_TOO_FEW_VALUES'),
    critic: four('WEIGHTS_TOO_FEW_VALUES'),
    merec: four('WEIGHTS_TOO_FEW_VALUES'),
    std: four('WEIGHTS_TOO_FEW_VALUES'),
    gini: four('WEIGHTS_TOO_FEW_VALUES'),
  },
  // the first row is the better in all four: with directions CRITIC has nothing to tell them apart by
  two_rows: { entropy: 'agree', critic: ['WEIGHTS_ALL_ZERO'], merec: 'agree', std: 'agree', gini: 'agree' },
  perfectly_correlated: { entropy: 'agree', critic: 'agree', merec: 'agree', std: 'agree', gini: 'agree' },
}

const recordedOf = (name: string, method: string, tool = 'skc'): unknown[] =>
  (/\[(.*?)\]/.exec(behaviour[name]?.[method]?.[tool] ?? '')?.[1] ?? '')
    .split(', ')
    .map((text) => expect.closeTo(Number(text), 5) as unknown)

describe.each(Object.entries(RIGHT))('weights of data with %s', (name, methods) => {
  const columns = columnsOf(DATA[name] ?? [])
  it.each(Object.entries(methods))('%s', (method, right) => {
    const run = () => WEIGHTS[method]?.(columns) ?? []
    if (right === 'agree') expect(run()).toEqual(recordedOf(name, method))
    else if (right !== 'others') expect(faultCodes(run)).toEqual(right)
    else {
      const rest = [0, 1, 3]
      const three = { entropy: entropyWeights, gini: giniWeights }[method] ?? criticWeights
      const { weights } = three(
        rest.map((j) => columns[j] ?? []),
        method === 'critic' ? { directions: rest.map((j) => directions[j] ?? 'positive') } : {},
      )
      expect(run()[2]).toBe(0)
      expect(rest.map((j) => run()[j])).toEqual(weights.map((weight) => expect.closeTo(weight, 14) as unknown))
    }
  })
})

describe('weights of data with a missing value, which makes every weight of the tools NaN', () => {
  const columns = columnsOf(DATA['nan'] ?? [])

  it('leave it out of its own indicator', () => {
    for (const method of ['entropy', 'critic', 'std', 'gini']) expectWeights(WEIGHTS[method]?.(columns) ?? [], 4)
    const [own, other] = [Math.sqrt(5 / 3), Math.sqrt(2.5)]
    expect(WEIGHTS['std']?.(columns)[0]).toBeCloseTo(own / (own + 3 * other), 14)
  })

  it('are refused where a unit joins all its indicators', () => {
    expect(faultCodes(() => WEIGHTS['merec']?.(columns))).toEqual(['WEIGHTS_VALUE_MISSING'])
  })
})

/** By column, less-is-better turned, laid out by rows as the tools print it: the first fourteen figures. */
function printed(rows: Rows, scaling: (raw: Float64Array, j: number) => Float64Array): number[] {
  const scaled = columnsOf(rows).map((column, j) => scaling(Float64Array.from(column), j))
  return rows.flatMap((_, i) => scaled.map((column) => column[i] ?? NaN)).slice(0, 14)
}
const SCALINGS: Readonly<Record<string, (rows: Rows) => number[]>> = {
  minmax: (rows) => printed(rows, (raw, j) => normaliseByMinMax(raw, directions[j] ?? 'positive', { high: 1 })),
  vector: (rows) => printed(rows, (raw, j) => scaleByVector(raw, directions[j])),
  sum: (rows) => printed(rows, (raw) => scaleBySum(raw)),
}
const INFINITE = ['PREPARE_VALUE_INFINITE']
const SCALED: Readonly<Record<string, Readonly<Record<string, 'agree' | readonly string[]>>>> = {
  // three tools give 0, 1 or NaN for the same constant: it has no place on a scale of its own range
  constant_column: { minmax: ['SAMPLE_CONSTANT'], vector: 'agree', sum: 'agree' },
  zero_value: { minmax: 'agree', vector: 'agree', sum: 'agree' },
  all_zero_column: { minmax: ['SAMPLE_CONSTANT'], vector: ['SCALE_NOT_POSITIVE'], sum: ['SCALE_NOT_POSITIVE'] },
  negative_value: { minmax: 'agree', vector: 'agree', sum: 'agree' },
  infinite: { minmax: INFINITE, vector: INFINITE, sum: INFINITE },
  identical_rows: { minmax: ['SAMPLE_CONSTANT'], vector: 'agree', sum: 'agree' },
  two_rows: { minmax: 'agree', vector: 'agree', sum: 'agree' },
  one_row: { minmax: ['SAMPLE_CONSTANT'], vector: 'agree', sum: 'agree' },
  perfectly_correlated: { minmax: 'agree', vector: 'agree', sum: 'agree' },
}

describe.each(Object.entries(SCALED))('normalisation of data with %s', (name, methods) => {
  it.each(Object.entries(methods))('%s', (method, right) => {
    const run = () => SCALINGS[method]?.(DATA[name] ?? []) ?? []
    if (right === 'agree') expect(run()).toEqual(recordedOf(name, method, method === 'sum' ? 'skc' : 'pymcdm'))
    else expect(faultCodes(run)).toEqual(right)
  })
})

it.each(Object.keys(SCALINGS))('%s leaves a missing value missing and the rest of its column alone', (method) => {
  const found = SCALINGS[method]?.(DATA['nan'] ?? []) ?? []
  expect(found.map(Number.isNaN)).toEqual(found.map((_, place) => place === 4))
})
