import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, score, type IndicatorSpec, type NormaliseSpec } from '../src/index.ts'
import { normaliseIndicator } from '../src/normalise/indicator.ts'
import { averageRanks } from '../src/normalise/percentile.ts'
import { panelResults, readPanel } from '../src/normalise/panel.ts'
import { branch, dataset, framework, leaf, type Cell, type TestRow } from './support/build.ts'
import { runs } from './support/runs.ts'

function column(normalise: NormaliseSpec, cells: readonly Cell[], over: Partial<IndicatorSpec> = {}) {
  return columnOf(
    normalise,
    cells.map((cell) => ({ cells: { x: cell } })),
    over,
  )
}

function columnOf(normalise: NormaliseSpec, rows: readonly TestRow[], over: Partial<IndicatorSpec> = {}) {
  const plan = compile(framework(branch('root', [leaf('x', 1, { normalise, missing: 'no-result', ...over })])))
  const { score: scores, held } = score(plan, dataset(rows)).nodes[0] ?? { score: [], held: [] }
  return { scores: [...scores], held: [...held] }
}

it('a method that reads a sample gives nothing from a single column', () => {
  const data = dataset([{ cells: { x: 3 } }, { cells: { x: 4 } }])
  const spec = leaf('x', 1, { normalise: { method: 'borda', ties: 'average' } })
  expect(normaliseIndicator(data, spec)).toEqual({ scores: Float64Array.of(NaN, NaN), held: Int8Array.of(0, 0) })
})

describe('goalposts', () => {
  it('golden: HDI life expectancy, goalposts 20 and 85 years', () => {
    expect(column({ method: 'goalposts', worst: 20, best: 85 }, [20, 52.5, 85, 90, 10, null])).toEqual({
      scores: [0, 50, 100, 100, 0, NaN],
      held: [0, 0, 0, 1, -1, 0],
    })
  })

  it('falls where less is better', () => {
    expect(
      column({ method: 'goalposts', worst: 240, best: 30 }, [240, 135, 30, 400, 3], { direction: 'negative' }),
    ).toEqual({
      scores: [0, 50, 100, 0, 100],
      held: [0, 0, 0, -1, 1],
    })
  })
})

describe('goalposts-log', () => {
  it('golden: every tenfold counts alike', () => {
    expect(column({ method: 'goalposts-log', worst: 1, best: 100, offset: 0 }, [1, 10, 100, 1000]).scores).toEqual([
      0, 50, 100, 100,
    ])
  })

  it('shifts by the offset, and holds what has no logarithm at the low end', () => {
    const upward = column({ method: 'goalposts-log', worst: 0, best: 99, offset: 1 }, [0, 9, 99, -1, -5, null])
    expect(upward).toEqual({ scores: [0, 50, 100, 0, 0, NaN], held: [0, 0, 0, -1, -1, 0] })
    const downward = column({ method: 'goalposts-log', worst: 99, best: 0, offset: 1 }, [9, -5], {
      direction: 'negative',
    })
    expect(downward).toEqual({ scores: [50, 100], held: [0, 1] })
  })
})

describe('piecewise', () => {
  const points = [
    [0, 0],
    [0.5, 30],
    [1.5, 60],
    [5, 100],
  ] as const

  it('by hand: straight lines between the points, held at the ends', () => {
    expect(column({ method: 'piecewise', points }, [0, 0.25, 0.5, 1, 3.25, 5, 9, -1, null])).toEqual({
      scores: [0, 15, 30, 45, 80, 100, 100, 0, NaN],
      held: [0, 0, 0, 0, 0, 0, 1, -1, 0],
    })
  })

  it('names the end with the lower score as the worst', () => {
    const falling = [
      [0, 90],
      [10, 20],
    ] as const
    expect(column({ method: 'piecewise', points: falling }, [-1, 5, 11], { direction: 'negative' })).toEqual({
      scores: [90, 55, 20],
      held: [1, 0, -1],
    })
  })
})

it('level-map scores the listed levels', () => {
  const points = [
    [0, 0],
    [1, 20],
    [2.5, 45],
  ] as const
  expect(column({ method: 'level-map', points }, [1, 2.5, 0, null])).toEqual({
    scores: [20, 45, 0, NaN],
    held: [0, 0, 0, 0],
  })
})

it('boolean scores yes and no', () => {
  expect(column({ method: 'boolean', whenTrue: 90, whenFalse: 20 }, [1, 0, null]).scores).toEqual([90, 20, NaN])
})

it('band: 100 inside the ideal range, 0 at the ends', () => {
  const band = { method: 'band', low: 40, ideal: [80, 97], high: 100 } as const
  expect(column(band, [40, 60, 80, 90, 97, 98.5, 100, 30, 101, null], { direction: 'target' })).toEqual({
    scores: [0, 50, 100, 100, 100, 50, 0, 0, 0, NaN],
    held: [0, 0, 0, 0, 0, 0, 0, -1, -1, 0],
  })
})

describe('expert', () => {
  const expert = {
    method: 'expert',
    scale: [0, 10],
    ratersMin: 5,
    aggregate: 'trimmed-mean',
    dispersionAlert: 2,
  } as const

  it('by hand: one highest and one lowest dropped, then the mean', () => {
    expect(column(expert, [[6, 7, 8, 9, 1]]).scores).toEqual([70])
    expect(column(expert, [[9, 9, 9, 1, 1]]).scores).toEqual([63.333333333])
  })

  it('is missing below the least number of raters; a single value is the panel’s own result', () => {
    expect(column(expert, [[6, 7, 8, 9], 7.5, null, [], [5, 5, 5, 5, 5]]).scores).toEqual([NaN, 75, NaN, NaN, 50])
  })

  it('an empty list of ratings leaves the panel’s own result', () => {
    const own = { values: Float64Array.of(7.5), blanks: Uint8Array.of(0), ratings: new Map([[0, []]]) }
    expect([...panelResults(own, expert)]).toEqual([7.5])
    expect([...panelResults({ values: own.values, blanks: own.blanks }, expert)]).toEqual([7.5])
  })

  it('takes the plain mean and the median where asked', () => {
    const ratings = [1, 4, 6, 9, 10, 9]
    expect(readPanel(ratings, { ...expert, aggregate: 'mean' }).value).toBe(6.5)
    expect(readPanel(ratings, { ...expert, aggregate: 'median' }).value).toBe(7.5)
    expect(readPanel([1, 4, 6, 9, 10], { ...expert, aggregate: 'median' }).value).toBe(6)
  })

  it('by hand: sample standard deviation of the ratings', () => {
    expect(readPanel([2, 4, 4, 4, 5, 5, 7, 9], expert).dispersion).toBeCloseTo(Math.sqrt(32 / 7), 12)
    expect(readPanel([2], expert)).toMatchObject({ dispersion: NaN, tooFew: true })
  })

  it('reads a scale that does not begin at 0', () => {
    expect(column({ ...expert, scale: [1, 5] }, [3]).scores).toEqual([50])
  })

  it('a cell declared not applicable stays so beside ratings', () => {
    const plan = compile(framework(branch('root', [leaf('x', 0.5, { normalise: expert }), leaf('y', 0.5)])))
    const data = dataset([{ cells: { x: 'na', y: 40 } }])
    const x = data.columns.get('x')
    const columns = new Map(data.columns)
    if (x) columns.set('x', { ...x, ratings: new Map([[0, [9, 9, 9, 9, 9]]]) })
    expect(score(plan, { ...data, columns }).score[0]).toBe(40)
  })
})

describe('percentile', () => {
  const percentile = {
    method: 'percentile',
    minGroup: 3,
    fallback: { method: 'goalposts', worst: 0, best: 10 },
  } as const
  const rows = (values: readonly Cell[], group: string | null, period = '2025'): readonly TestRow[] =>
    values.map((value, i) => ({ unit: `${group}${period}${i}`, group, period, cells: { x: value } }))

  it('by hand: place among the peers, equal values share a place', () => {
    expect(columnOf(percentile, rows([5, 7, 7, null, 9], 'a')).scores).toEqual([0, 50, 50, NaN, 100])
  })

  it('turns round where less is better', () => {
    const spec = { ...percentile, fallback: { method: 'goalposts', worst: 10, best: 0 } } as const
    expect(columnOf(spec, rows([5, 7, 9], null), { direction: 'negative' }).scores).toEqual([100, 50, 0])
  })

  it('falls back to the goalposts in a group that is too small: values count, not rows', () => {
    const small = columnOf(percentile, rows([5, 20, null, null], 'a'))
    expect(small).toEqual({ scores: [50, 100, NaN, NaN], held: [0, 1, 0, 0] })
    expect(columnOf(percentile, rows([5, 20, 1], 'a')).held).toEqual([0, 0, 0])
  })

  it('keeps groups and periods apart; rows without a group are peers of each other', () => {
    const mixed = [
      ...rows([1, 2, 3], 'a'),
      ...rows([10, 20, 30], 'b'),
      ...rows([5, 6, 4], 'a', '2024'),
      ...rows([7, 8, 9], null),
    ]
    expect(columnOf(percentile, mixed).scores).toEqual([0, 50, 100, 0, 50, 100, 50, 100, 0, 0, 50, 100])
  })

  it('a group named "null" or "" is not the lack of a group', () => {
    const named = rows([4, 5, 6], 'null').map((row, i) => ({ ...row, unit: `n${i}` }))
    expect(columnOf(percentile, [...rows([1, 2, 3], null), ...named]).scores).toEqual([0, 50, 100, 0, 50, 100])
    const mixed = [
      ...rows([1, 2, 3], null),
      ...rows([1, 2, 3], '', '2025').map((row, i) => ({ ...row, unit: `e${i}` })),
    ]
    expect(columnOf(percentile, mixed).scores).toEqual([0, 50, 100, 0, 50, 100])
  })

  it('average ranks', () => {
    expect(averageRanks([30, 10, 20, 10, 10])).toEqual([5, 2, 4, 2, 2])
  })
})

it('property: every normaliser is bounded, and keeps missing missing', () => {
  const specs: readonly (readonly [NormaliseSpec, IndicatorSpec['direction']])[] = [
    [{ method: 'goalposts', worst: -3, best: 1e6 }, 'positive'],
    [{ method: 'goalposts-log', worst: 100, best: 75000, offset: 0 }, 'positive'],
    [
      {
        method: 'piecewise',
        points: [
          [-1, 100],
          [0, 40],
          [8, 3],
        ],
      },
      'negative',
    ],
    [{ method: 'band', low: -1, ideal: [0, 0], high: 1e9 }, 'target'],
    [{ method: 'percentile', minGroup: 2, fallback: { method: 'goalposts', worst: 0, best: 1 } }, 'positive'],
  ]
  const cells = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.constantFrom(...specs), cells, ([spec, direction], values) => {
      const { scores } = column(spec, values, { direction })
      for (const [row, value] of scores.entries()) {
        if (values[row] === null) expect(value).toBeNaN()
        else expect(value >= 0 && value <= 100).toBe(true)
      }
    }),
    runs(100),
  )
})
