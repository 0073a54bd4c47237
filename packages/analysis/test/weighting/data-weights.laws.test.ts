import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  angleWeights,
  cilosWeights,
  coefficientOfVariationWeights,
  correlationOptimisedWeights,
  criticWeights,
  entropyWeights,
  factorWeights,
  giniWeights,
  idocriwWeights,
  lopcowWeights,
  merecWeights,
  principalComponentWeights,
  standardDeviationWeights,
  varianceWeights,
  type DataWeights,
} from '../../src/index.ts'
import { expectSame, expectWeights, faultCodes, pick, shuffled, table, wildTable } from './arbitrary.ts'

type Method = (columns: readonly (readonly number[])[]) => DataWeights

const methods: Readonly<Record<string, Method>> = {
  'standard deviation': standardDeviationWeights,
  variance: varianceWeights,
  'coefficient of variation': coefficientOfVariationWeights,
  entropy: entropyWeights,
  gini: giniWeights,
  angle: angleWeights,
  lopcow: lopcowWeights,
  cilos: cilosWeights,
  idocriw: idocriwWeights,
  merec: merecWeights,
  critic: criticWeights,
  'first component': principalComponentWeights,
  factor: factorWeights,
  information: (columns) => correlationOptimisedWeights(columns, { objective: 'information' }),
  balance: (columns) => correlationOptimisedWeights(columns, { objective: 'balance' }),
}
const all = Object.entries(methods)
const named = (...names: string[]) => all.filter(([name]) => names.includes(name))

/** Columns of which the method has weights: where it refuses, it must say why by a code. */
function weightsOf(method: Method, columns: readonly (readonly number[])[]): readonly number[] | undefined {
  const codes = faultCodes(() => method(columns))
  for (const code of codes) expect(code).toMatch(/^WEIGHTS_/)
  return codes.length > 0 ? undefined : method(columns).weights
}

/** Far enough from ties and near-constant columns that a change in the last bit cannot flip a choice of factor. */
const generic = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 7, max: 12 }))
  .chain(([m, n]) =>
    fc.array(fc.array(fc.double({ min: 1, max: 50, noNaN: true }), { minLength: n, maxLength: n }), {
      minLength: m,
      maxLength: m,
    }),
  )
  .filter((columns) => columns.every((column) => Math.max(...column) - Math.min(...column) > 1))

describe.each(all)('laws of %s weights', (_, method) => {
  it('sum to 1, none negative, or refuses by name', () => {
    fc.assert(
      fc.property(table(), (columns) => {
        const weights = weightsOf(method, columns)
        if (weights) expectWeights(weights, columns.length)
      }),
    )
  })

  it('never gives a silent NaN, whatever the data hold', () => {
    fc.assert(
      fc.property(wildTable, (columns) => {
        const weights = weightsOf(method, columns)
        if (weights) expectWeights(weights, columns.length)
      }),
      { numRuns: 400 },
    )
  })

  it('a constant indicator weighs 0 and is named', () => {
    fc.assert(
      fc.property(table({ m: [1, 4], n: [4, 9] }), (columns) => {
        const constant = [...columns, (columns[0] ?? []).map(() => 3)]
        if (!weightsOf(method, constant)) return
        const found = method(constant)
        expect(found.weights.at(-1)).toBe(0)
        expect(found.constant).toContain(columns.length)
      }),
    )
  })

  it('refuses data in which nothing varies', () => {
    expect(
      faultCodes(() =>
        method([
          [2, 2, 2],
          [5, 5, 5],
        ]),
      ),
    ).toEqual(['WEIGHTS_NOTHING_VARIES'])
  })

  it('gives the only indicator all the weight', () => expect(method([[1, 2, 4]]).weights).toEqual([1]))

  it('refuses one unit, no indicator, infinity', () => {
    expect(faultCodes(() => method([[1], [2]]))).toEqual(['WEIGHTS_TOO_FEW_VALUES', 'WEIGHTS_TOO_FEW_VALUES'])
    expect(faultCodes(() => method([]))).toEqual(['WEIGHTS_NO_INDICATORS'])
    expect(
      faultCodes(() =>
        method([
          [1, Infinity],
          [2, -Infinity],
        ]),
      ),
    ).toEqual(['WEIGHTS_VALUE_INFINITE', 'WEIGHTS_VALUE_INFINITE'])
    expect(
      faultCodes(() =>
        method([
          [1, 2, 3],
          [1, 2],
        ]),
      ),
    ).toContain('WEIGHTS_LENGTH_DIFFERS')
  })
})

/** Of units that tie for the best CILOS takes the first, and where two nearly tie the last bits decide: its laws hold elsewhere. */
const bestIsClear = (name: string, columns: readonly (readonly number[])[]): boolean =>
  (name !== 'cilos' && name !== 'idocriw') ||
  columns.every((column) => {
    const best = Math.max(...column)
    return column.filter((value) => value > best * (1 - 1e-6)).length === 1
  })

describe.each(all)('order of %s weights', (name, method) => {
  it('follows the indicators and does not see the order of the units', () => {
    fc.assert(
      fc.property(
        generic.chain((columns) =>
          fc.tuple(fc.constant(columns), shuffled(columns.length), shuffled(columns[0]?.length ?? 0)),
        ),
        ([columns, indicators, units]) => {
          fc.pre(bestIsClear(name, columns))
          const weights = weightsOf(method, columns)
          if (!weights) return
          const other = method(pick(columns, indicators).map((column) => pick(column, units)))
          // Varimax stops at a rotation of 1e-15 and weights there are right to the root of that.
          expectSame(other.weights, pick(weights, indicators), name === 'factor' || name === 'balance' ? 1e-6 : 1e-9)
        },
      ),
    )
  })
})

const scales = [0.001, 1000, 7, 1, 0.3]

describe.each(named('coefficient of variation', 'entropy', 'gini', 'merec', 'angle', 'cilos', 'idocriw'))(
  '%s weights',
  (name, method) => {
    it('do not see the unit of measure', () => {
      fc.assert(
        fc.property(generic, (columns) => {
          fc.pre(bestIsClear(name, columns))
          const weights = weightsOf(method, columns)
          if (!weights) return
          const scaled = columns.map((column, j) => column.map((value) => value * (scales[j] ?? 1)))
          expectSame(method(scaled).weights, weights)
        }),
      )
    })
  },
)

describe.each(named('critic', 'first component', 'lopcow'))('%s weights', (_, method) => {
  it('see neither unit of measure nor origin', () => {
    fc.assert(
      fc.property(generic, (columns) => {
        const moved = columns.map((column, j) => column.map((value) => value * (scales[j] ?? 1) - 5))
        expectSame(method(moved).weights, method(columns).weights, 1e-8)
      }),
    )
  })
})

describe.each(named('first component', 'factor'))('%s weights', (name, method) => {
  it('do not see direction', () => {
    fc.assert(
      fc.property(generic, (columns) => {
        const turned = columns.map((column, j) => (j === 0 ? column.map((value) => -value) : column))
        expectSame(method(turned).weights, method(columns).weights, name === 'factor' ? 1e-6 : 1e-9)
      }),
    )
  })
})

describe.each([
  ['standard deviation', 1],
  ['variance', 2],
  ['information', -1],
  ['balance', -1],
] as const)('%s weights', (name, exponent) => {
  it(`follow the unit of measure to the power ${exponent}`, () => {
    const [[, method] = ['', standardDeviationWeights]] = named(name)
    fc.assert(
      fc.property(generic, (columns) => {
        fc.pre(bestIsClear(name, columns))
        const weights = weightsOf(method, columns)
        if (!weights) return
        const scaled = columns.map((column, j) => column.map((value) => value * (j === 0 ? 4 : 1)))
        const expected = weights.map((weight, j) => weight * (j === 0 ? 4 ** exponent : 1))
        const sum = expected.reduce((a, b) => a + b, 0)
        expectSame(
          method(scaled).weights,
          expected.map((weight) => weight / sum),
          1e-7,
        )
      }),
    )
  })
})

describe('CRITIC', () => {
  it('takes a cost turned round for the benefit it is', () => {
    fc.assert(
      fc.property(generic, (columns) => {
        const turned = columns.map((column, j) => (j === 0 ? column.map((value) => -value) : column))
        const directions = columns.map((_, j) => (j === 0 ? 'negative' : 'positive'))
        expectSame(criticWeights(turned, { directions }).weights, criticWeights(columns).weights)
      }),
    )
  })

  it('by hand: min-max columns 0 1/2 1, 1 0 1/2, r = -1/2, so equal', () => {
    const found = criticWeights([
      [1, 2, 3],
      [30, 10, 20],
    ])
    expectSame(found.contrasts, [0.5, 0.5], 1e-15)
    expectSame(found.conflicts, [1.5, 1.5], 1e-15)
  })

  it('has no weights where all indicators say the same, nor where two never meet', () => {
    expect(
      faultCodes(() =>
        criticWeights([
          [1, 2, 3],
          [2, 4, 6],
        ]),
      ),
    ).toEqual(['WEIGHTS_ALL_ZERO'])
    const apart = [
      [1, 2, NaN, NaN],
      [NaN, NaN, 1, 2],
    ]
    expect(faultCodes(() => criticWeights(apart))).toEqual(['WEIGHTS_OVERLAP_TOO_SMALL'])
  })
})

describe('CILOS', () => {
  it('by hand: choosing the best of one costs the other a half and a quarter', () => {
    const { weights, losses } = cilosWeights([
      [4, 3],
      [1, 2],
    ])
    expect(losses).toEqual([
      [0, 0.5],
      [0.25, 0],
    ])
    expectSame(weights, [2 / 3, 1 / 3], 1e-15)
  })

  it('has no weights where one unit is best in all: pymcdm gives n times n numbers then', () => {
    const oneBest = [
      [3, 1, 2],
      [9, 5, 1],
      [2, 1, 1],
    ]
    expect(faultCodes(() => cilosWeights(oneBest))).toEqual(['WEIGHTS_NOT_UNIQUE'])
    expect(faultCodes(() => idocriwWeights(oneBest))).toEqual(['WEIGHTS_NOT_UNIQUE'])
  })

  it('gives all to an indicator that loses nothing by any choice', () => {
    const { weights } = cilosWeights([
      [5, 5, 1],
      [2, 1, 1],
      [1, 2, 1],
    ])
    expect(weights).toEqual([1, 0, 0])
  })

  it('balances what flows in and out of every indicator', () => {
    fc.assert(
      fc.property(generic, (columns) => {
        const found = weightsOf(cilosWeights, columns)
        if (!found) return
        const { losses } = cilosWeights(columns)
        found.forEach((weight, i) => {
          const into = found.reduce((total, other, j) => total + (losses[i]?.[j] ?? NaN) * other, 0)
          const out = losses.reduce((total, row) => total + (row[i] ?? NaN), 0) * weight
          expect(Math.abs(into - out)).toBeLessThan(1e-13)
        })
      }),
    )
  })

  it('a cost is the inverse of a benefit; of 0 there is none', () => {
    const directions = ['negative', 'positive'] as const
    expectSame(
      cilosWeights(
        [
          [1 / 4, 1 / 3],
          [1, 2],
        ],
        { directions },
      ).weights,
      [2 / 3, 1 / 3],
      1e-15,
    )
    expect(
      faultCodes(() =>
        cilosWeights(
          [
            [0, 1],
            [1, 2],
          ],
          { directions },
        ),
      ),
    ).toEqual(['WEIGHTS_VALUE_NOT_POSITIVE'])
  })
})

describe('LOPCOW and angle', () => {
  it('LOPCOW of two units: root mean square and deviation are equal, so that nothing is said', () => {
    expect(
      faultCodes(() =>
        lopcowWeights([
          [1, 2],
          [5, 3],
        ]),
      ),
    ).toEqual(['WEIGHTS_ALL_ZERO'])
  })

  it('LOPCOW by hand: 0 1 1 has root mean square √(2/3) over deviation √(1/3)', () => {
    expectSame(
      lopcowWeights(
        [
          [0, 1, 1],
          [1, 0, 1],
        ],
        { directions: ['positive', 'negative'] },
      ).percentages,
      [50 * Math.log(2), 0],
    )
  })

  it('angle keeps its digits where the cosine has none left', () => {
    const [angle = NaN] = angleWeights([
      [1, 1 + 2e-9],
      [1, 2],
    ]).angles
    expect(Math.abs(angle / 1e-9 - 1)).toBeLessThan(1e-6)
    expect(Math.acos(1 / Math.sqrt(1 + 1e-18))).toBe(0)
    expect(
      faultCodes(() =>
        angleWeights([
          [-1, 1],
          [1, 2],
        ]),
      ),
    ).toEqual(['WEIGHTS_VALUE_NEGATIVE'])
  })
})

describe('missing values', () => {
  it('leave their own column only, where a method looks at columns one by one', () => {
    const whole = [
      [1, 2, 4],
      [2, 4, 5],
    ]
    const holed = [
      [1, 2, 4, NaN],
      [NaN, 2, 4, 5],
    ]
    for (const [, method] of named(
      'standard deviation',
      'variance',
      'coefficient of variation',
      'entropy',
      'gini',
      'angle',
    )) {
      expectSame(method(holed).weights, method(whole).weights, 1e-15)
    }
  })

  it('leave the whole unit where a method looks at all columns together', () => {
    const whole = [
      [1, 2, 4, 3],
      [2, 4, 5, 5],
    ]
    const holed = [
      [1, 2, 9, 4, 3, NaN],
      [2, 4, NaN, 5, 5, 8],
    ]
    expectSame(factorWeights(holed).weights, factorWeights(whole).weights, 1e-15)
    expect(factorWeights(holed).unitsUsed).toBe(4)
    expectSame(principalComponentWeights(holed).weights, principalComponentWeights(whole).weights, 1e-15)
    expect(
      faultCodes(() =>
        factorWeights([
          [1, 2, NaN],
          [NaN, 2, 3],
        ]),
      ),
    ).toEqual(['WEIGHTS_TOO_FEW_COMPLETE_UNITS'])
  })

  it('are refused by CILOS and IDOCRIW, which look at a unit as a whole', () => {
    for (const method of [cilosWeights, idocriwWeights])
      expect(
        faultCodes(() =>
          method([
            [1, NaN, 3],
            [2, 1, 1],
          ]),
        ),
      ).toEqual(['WEIGHTS_VALUE_MISSING'])
  })

  it('are refused by MEREC, each by name', () => {
    expect(
      faultCodes(() =>
        merecWeights([
          [1, NaN, 2],
          [NaN, 1, 2],
        ]),
      ),
    ).toEqual(['WEIGHTS_VALUE_MISSING', 'WEIGHTS_VALUE_MISSING'])
  })
})

describe('zeros and negatives', () => {
  it('entropy takes 0 as the limit, refuses it for a cost, and refuses negatives', () => {
    const [first = NaN] = entropyWeights([
      [0, 1, 1],
      [1, 2, 3],
    ]).entropies
    expect(Math.abs(first - Math.log(2) / Math.log(3))).toBeLessThan(1e-15)
    const directions = ['negative', 'positive'] as const
    expect(
      faultCodes(() =>
        entropyWeights(
          [
            [0, 1],
            [1, 2],
          ],
          { directions },
        ),
      ),
    ).toEqual(['WEIGHTS_VALUE_NOT_POSITIVE'])
    expect(
      faultCodes(() =>
        entropyWeights([
          [-1, 1],
          [1, 2],
        ]),
      ),
    ).toEqual(['WEIGHTS_VALUE_NEGATIVE'])
  })

  it('a column of zeros says nothing and weighs 0', () => {
    expect(
      entropyWeights([
        [0, 0, 0],
        [1, 2, 3],
      ]).weights,
    ).toEqual([0, 1])
    expect(
      giniWeights([
        [0, 0, 0],
        [1, 2, 3],
      ]).weights,
    ).toEqual([0, 1])
  })

  it('a coefficient of variation needs a mean above 0', () => {
    expect(
      faultCodes(() =>
        coefficientOfVariationWeights([
          [-1, 1],
          [-3, -1],
        ]),
      ),
    ).toEqual(['WEIGHTS_MEAN_NOT_POSITIVE', 'WEIGHTS_MEAN_NOT_POSITIVE'])
  })

  it('MEREC needs values above 0', () => {
    expect(
      faultCodes(() =>
        merecWeights([
          [0, 1],
          [-1, 2],
        ]),
      ),
    ).toEqual(['WEIGHTS_VALUE_NOT_POSITIVE', 'WEIGHTS_VALUE_NOT_POSITIVE'])
  })
})

it('faults name indicator and unit', () => {
  const names = { indicators: ['beds', 'staff'], units: ['North', 'South'] }
  expect(() =>
    giniWeights(
      [
        [1, 2],
        [3, -4],
      ],
      { names },
    ),
  ).toThrow('WEIGHTS_VALUE_NEGATIVE {"id":"staff","unit":"South","value":"-4"}')
})

describe('factor weights', () => {
  const columns = [
    [1, 2, 3, 4, 6],
    [2, 1, 4, 3, 5],
    [5, 3, 4, 1, 1],
    [1, 1, 2, 1, 3],
  ]

  it('keep factors by eigenvalue, by the handbook or by number', () => {
    expect(factorWeights(columns).explained.length).toBe(
      factorWeights(columns).eigenvalues.filter((value) => value >= 1).length,
    )
    const { eigenvalues, explained } = factorWeights(columns, { factors: 'oecd' })
    expect(eigenvalues.slice(0, explained.length).every((value) => value / 4 > 0.1)).toBe(true)
    expect(eigenvalues.slice(0, explained.length).reduce((a, b) => a + b, 0) / 4).toBeGreaterThan(0.6)
    expect(factorWeights(columns, { factors: 2 }).explained.length).toBe(2)
  })

  it('refuse a number of factors that does not exist', () => {
    for (const factors of [0, 5, 1.5, NaN]) {
      expect(faultCodes(() => factorWeights(columns, { factors }))).toEqual(['WEIGHTS_FACTORS_OUT_OF_RANGE'])
    }
  })

  it('rotation keeps what the factors explain together', () => {
    const { eigenvalues, explained } = factorWeights(columns, { factors: 2 })
    const kept = eigenvalues.slice(0, 2).reduce((a, b) => a + b, 0)
    expect(Math.abs(explained.reduce((a, b) => a + b, 0) - kept)).toBeLessThan(1e-12)
  })
})

it('directions are one per indicator', () => {
  const directions = ['positive'] as const
  for (const method of [cilosWeights, criticWeights, entropyWeights, idocriwWeights, lopcowWeights, merecWeights]) {
    expect(
      faultCodes(() =>
        method(
          [
            [1, 2],
            [2, 1],
          ],
          { directions },
        ),
      ),
    ).toEqual(['WEIGHTS_COUNT_DIFFERS'])
  }
})
