/** The pieces that a pipeline is run by, each by itself. */
import { describe, expect, it } from 'vitest'
import { fault, FaultError, type Fault } from '../../src/errors.ts'
import type { NormaliseSpec } from '../../src/framework.ts'
import { Blank } from '../../src/index.ts'
import { carryNormalise } from '../../src/pipeline/carry.ts'
import { fills, isMeasure, pillarOf, readsHistory, settingsOf, suits } from '../../src/pipeline/settings.ts'
import { partsOf, placesOf, referenceFaults } from '../../src/prepare/samples.ts'
import { joinHistory, pick, placed } from '../../src/prepare/table.ts'
import type { Transform } from '../../src/treat/transform.ts'
import { branch, dataset, framework, leaf } from '../support/build.ts'
import { faultsOf } from '../support/faults.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)

describe('what goes with which normaliser', () => {
  const levels: NormaliseSpec = { method: 'level-map', points: [[0, 0]] }
  const yes: NormaliseSpec = { method: 'boolean', whenTrue: 100, whenFalse: 0 }
  const panel: NormaliseSpec = {
    method: 'expert',
    scale: [0, 10],
    ratersMin: 3,
    aggregate: 'mean',
    dispersionAlert: 2,
  }
  const posts: NormaliseSpec = { method: 'goalposts', worst: 0, best: 1 }
  const pieces: NormaliseSpec = { method: 'piecewise', points: [[0, 0]] }
  const ranks: NormaliseSpec = { method: 'rank', ties: 'min' }
  const all = [levels, yes, panel, posts, pieces, ranks]

  it('quantities are all but levels and yes/no; a panel’s ratings are not divided', () => {
    expect(all.map(isMeasure)).toEqual([false, false, true, true, true, true])
    expect(all.map((one) => suits('denominate', one))).toEqual([false, false, false, true, true, true])
    expect(all.map((one) => suits('treat', one))).toEqual([false, false, false, true, false, true])
  })

  it('what is no quantity takes observed values only', () => {
    expect(all.map((one) => fills({ method: 'mean' }, one))).toEqual([false, false, true, true, true, true])
    expect(all.map((one) => fills({ method: 'linear', ends: 'leave' }, one))).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(all.map((one) => fills({ method: 'carry-forward', ends: 'leave' }, one))).toEqual(all.map(() => true))
  })
})

describe('what is said for each indicator', () => {
  const tree = (over: Parameters<typeof leaf>[2] = {}) =>
    framework(
      branch('root', [
        branch('top', [branch('inner', [leaf('a', 1, over)])], { pipeline: { impute: [{ method: 'median' }] } }),
        leaf('b'),
      ]),
      { facts: [{ id: 'people', type: 'number' }], pipeline: { impute: [{ method: 'mean' }], treat: {} } },
    )

  it('is the nearest word above it, and none where it says none', () => {
    const [a, b] = settingsOf(tree()) ?? []
    expect([a?.above, b?.above]).toEqual([['root', 'top', 'inner'], ['root']])
    expect([a?.impute, b?.impute]).toEqual([[{ method: 'median' }], [{ method: 'mean' }]])
    expect([a?.treat, a?.denominate, a?.reference, a?.screen]).toEqual([{}, null, null, null])
    const [own] = settingsOf(tree({ pipeline: { impute: 'none', treat: 'none', reference: { period: '1' } } })) ?? []
    expect(own).toMatchObject({ impute: [], treat: null, reference: { period: '1' } })
    const [kept] = settingsOf(tree({ pipeline: { screen: 'keep', denominate: { by: 'people', per: 2 } } })) ?? []
    expect(kept).toMatchObject({ screen: 'keep', denominate: { by: 'people', per: 2 }, impute: [{ method: 'median' }] })
  })

  it.each([
    [{}, true],
    [{ pipeline: { screen: 'keep' } } as const, false],
    [{ pipeline: { denominate: { by: 'x', per: 1 } } }, false],
    [{ pipeline: { impute: [{ method: 'mean' }] } } as const, false],
    [{ pipeline: { treat: {} } }, false],
    [{ normalise: { method: 'rank', ties: 'min' } } as const, false],
    [{ pipeline: { reference: { period: '1' } } }, true],
  ])('%j: nothing is done is %s', (over, nothing) => {
    expect(settingsOf(framework(branch('root', [leaf('a', 1, over), leaf('b')]))) === null).toBe(nothing)
  })

  it('screening the set is something, whatever the indicators say', () => {
    expect(settingsOf(framework(branch('root', [leaf('a')]), { pipeline: { screen: {} } }))).toHaveLength(1)
  })

  it('goes with the nearest listed branch; row-wise without a list with its parent, others with the tree', () => {
    const [a] = settingsOf(tree()) ?? []
    if (!a) throw new Error('no settings')
    expect(pillarOf(a, { method: 'em', pillars: ['root', 'top'] })).toBe('top')
    expect(pillarOf(a, { method: 'em', pillars: ['other'] })).toBeNull()
    expect(pillarOf(a, { method: 'row-mean' })).toBe('inner')
    expect(pillarOf(a, { method: 'row-median' })).toBe('inner')
    expect(pillarOf(a, { method: 'em' })).toBeNull()
    expect(pillarOf(a, { method: 'neighbours', k: 1 })).toBeNull()
    expect(pillarOf(a, { method: 'mean' })).toBeNull()
  })

  it('reads the history for a reference period and for filling over periods', () => {
    const reads = (pipeline: object): boolean => readsHistory(settingsOf(tree({ pipeline })) ?? [])
    expect(reads({})).toBe(false)
    expect(reads({ reference: { group: 'x' } })).toBe(false)
    expect(reads({ reference: { period: '1' } })).toBe(true)
    expect(reads({ impute: [{ method: 'mean' }, { method: 'linear', ends: 'leave' }] })).toBe(true)
    expect(reads({ impute: [{ method: 'carry-forward', ends: 'leave' }] })).toBe(true)
  })
})

describe('raw values of a normaliser go where its column went', () => {
  const half: Transform = { kind: 'box-cox', from: 0, add: 0, lambda: 0.5 } // 1, 4, 9, 16 become 0, 2, 4, 6
  const carried = (normalise: NormaliseSpec): NormaliseSpec => carryNormalise(normalise, [half])

  it.each<readonly [NormaliseSpec, object]>([
    [
      { method: 'goalposts', worst: 16, best: 4 },
      { worst: 6, best: 2 },
    ],
    [
      { method: 'distance-to-target', target: 9, sides: 'two' },
      { target: 4, sides: 'two' },
    ],
    [{ method: 'distance-to-reference', reference: 9 }, { reference: 4 }],
    [{ method: 'distance-to-reference', reference: 'unit' }, { reference: 'unit' }],
    [
      { method: 'scaled', lower: 1, upper: 9 },
      { lower: 0, upper: 4 },
    ],
    [
      { method: 'sigmoid', steepness: 4, midpoint: 9 },
      { steepness: 4, midpoint: 4 },
    ],
    [
      { method: 'z-score', mean: 4, deviation: 9 },
      { mean: 4, deviation: 9 },
    ],
  ])('%j', (normalise, expected) => {
    expect(carried(normalise)).toMatchObject({ method: normalise.method, ...expected })
    expect(carryNormalise(normalise, [])).toBe(normalise)
  })

  it('marks of efficacy that are named, and no others', () => {
    const rest = { method: 'efficacy', base: 60, span: 40, outside: 'hold' } as const
    expect(carried(rest)).toEqual(rest)
    expect(carried({ ...rest, satisfactory: 9 })).toEqual({ ...rest, satisfactory: 4 })
    expect(carried({ ...rest, unacceptable: 4 })).toEqual({ ...rest, unacceptable: 2 })
    expect(carried({ method: 'sigmoid', steepness: 1 })).toEqual({ method: 'sigmoid', steepness: 1 })
  })

  it('names goalposts that fall together', () => {
    const posts = { method: 'goalposts', worst: 7, best: 9 } as const
    expect(faultsOf(() => carryNormalise(posts, [{ kind: 'clamp', low: null, high: 5 }]))).toMatchObject([
      { code: 'PIPELINE_CARRY_EQUAL', params: { worst: 7, best: 9, carried: 5 } },
    ])
  })
})

describe('rows and their samples', () => {
  const table = { periods: ['1', '2', '1', '2', '2'], groups: ['x', 'x', null, 'y', 'x'] }
  const rows = [0, 1, 2, 3, 4]

  it('each period by itself, or its group; all against a period, a group, or both', () => {
    expect(partsOf(table, rows, null)).toEqual([
      { rows: [0, 2], sample: [0, 2] },
      { rows: [1, 3, 4], sample: [1, 3, 4] },
    ])
    expect(partsOf(table, rows, { group: 'x' })).toEqual([
      { rows: [0, 2], sample: [0] },
      { rows: [1, 3, 4], sample: [1, 4] },
    ])
    expect(partsOf(table, rows, { period: '2' })).toEqual([{ rows, sample: [1, 3, 4] }])
    expect(partsOf(table, rows, { period: '*', group: 'x' })).toEqual([{ rows, sample: [0, 1, 4] }])
    expect(partsOf(table, [2, 3], { period: '2', group: 'y' })).toEqual([{ rows: [2, 3], sample: [3] }])
  })

  it('places of the sample among the rows', () => {
    expect(placesOf({ rows: [4, 7, 9], sample: [7, 9] })).toEqual([1, 2])
    expect(placesOf({ rows: [4, 7, 9], sample: [3, 4] })).toEqual([0])
  })

  it('a reference that nobody is in is a fault, where there is somebody to measure', () => {
    const at = (parts: Parameters<typeof referenceFaults>[0], reference: Parameters<typeof referenceFaults>[1]) =>
      referenceFaults(parts, reference).map(({ code, params, at: place }) => [code, params, place])
    const empty = { rows: [1], sample: [] }
    expect(at([{ rows: [0], sample: [0] }, empty], { period: '3' })).toEqual([
      ['PIPELINE_REFERENCE_EMPTY', { period: '3', group: null }, { path: 'pipeline/reference' }],
    ])
    expect(at([empty], null)).toEqual([])
    expect(at([{ rows: [], sample: [] }], { group: 'x' })).toEqual([])
  })
})

describe('the table', () => {
  const own = dataset([
    { unit: 'u', period: '2', group: 'x', cells: { a: 1, b: 'na' } },
    { unit: 'v', period: '2', cells: { a: [1, 2], b: 3 } },
  ])
  const history = dataset([
    { unit: 'u', period: '2', cells: { a: 99, c: 99 } },
    { unit: 'u', period: '1', group: 'y', cells: { a: [5, 6], c: 'na' } },
    { unit: 'w', period: '1', cells: { a: [7, 9], c: 8 } },
  ])

  it('takes rows of the history that it does not have, column by column', () => {
    expect(joinHistory(own, undefined)).toBe(own)
    const joined = joinHistory(own, history)
    expect(joined).toMatchObject({
      size: 4,
      units: ['u', 'v', 'u', 'w'],
      periods: ['2', '2', '1', '1'],
      groups: ['x', null, 'y', null],
    })
    const { none, unanswered, notApplicable } = Blank
    const cells = (id: string) => {
      const found = joined.columns.get(id)
      return [[...(found?.values ?? [])], [...(found?.blanks ?? [])], [...(found?.ratings ?? [])]]
    }
    expect(cells('a')).toEqual([
      [1, NaN, NaN, NaN],
      [none, unanswered, unanswered, unanswered],
      [
        [1, [1, 2]],
        [2, [5, 6]],
        [3, [7, 9]],
      ],
    ])
    expect(cells('b')).toEqual([[NaN, 3, NaN, NaN], [notApplicable, none, unanswered, unanswered], []])
    expect(cells('c')).toEqual([[NaN, NaN, NaN, 8], [unanswered, unanswered, notApplicable, none], []])
    expect(own.size).toBe(2)
  })

  it('picks rows in their order; one that is not there is missing', () => {
    expect(pick(f(5, 6, 7), [2, 0, 9])).toEqual(f(7, 5, NaN))
  })

  it('puts faults in their place: unit and period of the row that is named, else the one period of all', () => {
    const table = { units: ['u', 'v', 'w'], periods: ['1', '1', '2'] }
    const put = (rows: readonly number[], ...found: readonly Fault[]): unknown => {
      const faults: Fault[] = []
      const step = (): never => {
        throw new FaultError(found)
      }
      expect(placed(step, { id: 'a', rows, table, faults })).toBeNull()
      return faults.map(({ code, params, at }) => [code, params, at])
    }
    expect(put([1, 2], fault('X', { row: 2, more: 5 }), fault('Y', { row: 'two' }))).toEqual([
      ['X', { row: 3, more: 5 }, { id: 'a', unit: 'w', period: '2' }],
      ['Y', { row: 'two' }, { id: 'a' }],
    ])
    expect(put([0, 1], fault('Y', { k: 1 }), fault('X', { row: 9 }))).toEqual([
      ['Y', { k: 1 }, { id: 'a', period: '1' }],
      ['X', { row: 9 }, { id: 'a', period: '1' }],
    ])
    expect(put([], fault('Y'))).toStrictEqual([['Y', {}, { id: 'a' }]])
    const faults: Fault[] = []
    expect(placed(() => 7, { id: 'a', rows: [], table, faults })).toBe(7)
    expect(faults).toEqual([])
    const broken = (): never => {
      throw new RangeError('other')
    }
    expect(() => placed(broken, { id: 'a', rows: [], table, faults })).toThrow(RangeError)
  })
})
