import { Blank, type Column, type Dataset } from '@plumbline/kernel'
import { loadBundle, type LoadedPlugin } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { diffVersions, type Prepare, type VersionDifference } from '../src/index.ts'
import { standard } from './plugins.ts'

const asOf = '2026-07-01'

const indicator = (id: string, weight: number, rule: string, more: string): string => `
        - id: ${id}
          zh: ${id}
          en: ${id}
          type: number
          unit: { zh: 个, en: pieces }
          direction: positive
          weight: ${weight}
          normalise: ${rule}
          calc: { zh: 见程序, en: See the program }
          source: self
          evidence: [log]${more}`

const program = (file: string, ...inputs: readonly string[]): string => `
          inputs: [${inputs.map((id) => `{ id: ${id}, type: number, zh: ${id}, en: ${id} }`).join(', ')}]
          code: code/${file}.ts`

interface Written {
  readonly version: string
  readonly weights: readonly [number, number]
  readonly best: number
  readonly goal: number
  readonly extra: number
}

const OLD: Written = { version: '1.0.0', weights: [0.5, 0.5], best: 100, goal: 1, extra: 0 }
const NEW: Written = { version: '2.0.0', weights: [0.7, 0.3], best: 80, goal: 1.5, extra: 5 }

/** One program works out two indicators, another one a third; a fourth has a formula with a dated parameter. */
const manifest = ({ version, weights, best, goal, extra }: Written): string => `apiVersion: plumbline/v1
kind: IndicatorPlugin
id: dual
version: ${version}
kernel: '>=0.1 <1'
semantics: 1
publisher: tests
status: draft
title: { zh: 两个程序, en: Two programs }
unitOfAssessment: { kind: shop, zh: 门店, en: shop, periodMonths: 12 }
missing: zero
params:
  - { id: goal, zh: 系数, en: Factor, source: { zh: 规划, en: Plan }, values: { '2026-01-01': ${goal} } }
tree:
  id: root
  zh: 综合
  en: Composite
  children:
    - id: left
      zh: 左
      en: Left
      weight: ${weights[0]}
      aggregate: { method: geometric }
      children:${indicator('x', 0.5, `{ method: goalposts, worst: 0, best: ${best} }`, program('one', 'a', 'b'))}${indicator('y', 0.5, '{ method: goalposts, worst: 0, best: 100 }', program('one', 'c'))}
    - id: right
      zh: 右
      en: Right
      weight: ${weights[1]}
      children:${indicator('z', 0.4, '{ method: goalposts, worst: 0, best: 100 }', program('two', 'd'))}${indicator('w', 0.6, '{ method: goalposts, worst: 0, best: 100 }', `\n          inputs: [{ id: e, type: number, zh: e, en: e }]\n          value: e * goal + ${extra}`)}
facts: []
gates: []
grades:
  - { id: D, zh: 丁, en: Fourth, min: 0 }
  - { id: A, zh: 甲, en: First, min: 60 }
sources:
  - { id: self, zh: 自报, en: Self-reported }
evidenceKinds:
  - { id: log, zh: 记录, en: Record, form: file }
`

const load = (written: Written, one: string, two: string): LoadedPlugin =>
  loadBundle({ files: { 'plugin.yaml': manifest(written), 'code/one.ts': one, 'code/two.ts': two } }, [])

type Inputs = Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e', number>>

/** What the programs say, old and new. */
const PROGRAMS = {
  x: [({ a, b }: Inputs) => a + b, ({ a, b }: Inputs) => a + 2 * b],
  y: [({ c }: Inputs) => c, ({ c }: Inputs) => c + 20],
  z: [({ d }: Inputs) => d, ({ d }: Inputs) => d / 2],
} as const

/** What a sandbox would give, worked out here: programs are old or new by their text. */
const prepare: Prepare = async ({ programs }, dataset) => {
  const isNew = (file: string): 0 | 1 => (programs[`dual/code/${file}.ts`]?.includes('new') ? 1 : 0)
  const cell = (id: string, row: number): number => dataset.columns.get(id)?.values[row] ?? Number.NaN
  const columnOf = (id: keyof typeof PROGRAMS, file: string): Column => {
    const values = Float64Array.from({ length: dataset.size }, (_, row) => PROGRAMS[id][isNew(file)](inputsAt(row)))
    return {
      values,
      blanks: Uint8Array.from(values, (value) => (Number.isNaN(value) ? Blank.unanswered : Blank.none)),
      computed: true,
    }
  }
  const inputsAt = (row: number): Inputs => ({
    a: cell('a', row),
    b: cell('b', row),
    c: cell('c', row),
    d: cell('d', row),
    e: cell('e', row),
  })
  const computed = [['x', columnOf('x', 'one')] as const, ['y', columnOf('y', 'one')] as const]
  return { ...dataset, columns: new Map([...dataset.columns, ...computed, ['z', columnOf('z', 'two')]]) }
}

const UNITS: Readonly<Record<string, Inputs>> = {
  A: { a: 20, b: 15, c: 40, d: 60, e: 50 },
  B: { a: 5, b: 30, c: 70, d: 10, e: 20 },
  C: { a: 60, b: 10, c: 75, d: 90, e: 62 },
}

const data: Dataset = {
  size: 3,
  units: Object.keys(UNITS),
  periods: ['2025', '2025', '2025'],
  groups: [null, null, null],
  columns: new Map(
    (['a', 'b', 'c', 'd', 'e'] as const).map((id) => [
      id,
      { values: Float64Array.from(Object.values(UNITS), (unit) => unit[id]), blanks: new Uint8Array(3) },
    ]),
  ),
}

/** The score of one unit with some changes made, from the text of the standard alone. */
function scoreOf(inputs: Inputs, made: ReadonlySet<string>): number {
  const one = made.has('program:dual/code/one.ts') ? 1 : 0
  const two = made.has('program:dual/code/two.ts') ? 1 : 0
  const held = (value: number): number => Math.min(100, Math.max(0, value))
  const x = held((PROGRAMS.x[one](inputs) / (made.has('scale:x') ? NEW : OLD).best) * 100)
  const y = held(PROGRAMS.y[one](inputs))
  const z = held(PROGRAMS.z[two](inputs))
  const factor = (made.has('param:goal') ? NEW : OLD).goal
  const w = held(inputs.e * factor + (made.has('formula:w') ? NEW : OLD).extra)
  const [left, right] = (made.has('weights:root') ? NEW : OLD).weights
  return left * Math.sqrt(x * y) + right * (0.4 * z + 0.6 * w)
}

/** Every order of some things. */
const orders = <T>(things: readonly T[]): readonly (readonly T[])[] =>
  things.length === 0
    ? [[]]
    : things.flatMap((first) => orders(things.filter((one) => one !== first)).map((rest) => [first, ...rest]))

/** Shapley shares by their definition: what each adds when it joins, averaged over every order. */
function sharesByOrders(players: readonly string[], worth: (made: ReadonlySet<string>) => number): Map<string, number> {
  const all = orders(players)
  const totals = new Map(players.map((player) => [player, 0]))
  for (const order of all) {
    const made = new Set<string>()
    for (const player of order) {
      const before = worth(made)
      made.add(player)
      totals.set(player, (totals.get(player) ?? 0) + (worth(made) - before) / all.length)
    }
  }
  return totals
}

/** Shares and difference of every row, as whole steps of the 1e-9 grid. */
function gaps({ attribution, replays }: VersionDifference, source: string): readonly number[] {
  const rows = replays.find((one) => one.source === source)?.rows ?? []
  const steps = (value: number): number => Math.round(value * 1e9)
  return attribution.units.map((unit, place) => {
    const row = rows.find((one) => one.unit === unit)
    const moved = steps(row?.after?.score ?? Number.NaN) - steps(row?.before.score ?? Number.NaN)
    return attribution.changes.reduce((sum, { shares }) => sum + steps(shares[place] ?? Number.NaN), 0) - moved
  })
}

describe('shares of programs', () => {
  const old = load(OLD, '// old', '// old')

  it('are exact: one for each program, whatever it works out, among all other changes', async () => {
    const found = await diffVersions(old, load(NEW, '// new', '// new'), { asOf, data, prepare })
    const players = [
      'formula:w',
      'param:goal',
      'program:dual/code/one.ts',
      'program:dual/code/two.ts',
      'scale:x',
      'weights:root',
    ]
    expect(found.attribution.changes.map(({ id }) => id).sort()).toEqual(players)
    for (const [place, unit] of found.attribution.units.entries()) {
      const inputs = UNITS[unit]
      if (!inputs) throw new Error(unit)
      const wanted = sharesByOrders(players, (made) => scoreOf(inputs, made))
      for (const { id, shares } of found.attribution.changes) expect(shares[place]).toBeCloseTo(wanted.get(id) ?? 0, 8)
    }
    expect(found.attribution.units).toHaveLength(3)
    // A score is rounded to the grid by itself: a row's two scores, and so their difference, are half a step off at most.
    expect(gaps(found, 'data').filter((gap) => Math.abs(gap) > 1)).toEqual([])
  })

  it('name the program and what it works out', async () => {
    const found = await diffVersions(old, load({ ...OLD, version: '2.0.0' }, '// new', '// old'), {
      asOf,
      data,
      prepare,
    })
    expect(found.attribution.changes).toMatchObject([
      {
        id: 'program:dual/code/one.ts',
        name: { zh: 'dual/code/one.ts', en: 'dual/code/one.ts' },
        nodes: ['x', 'y'],
      },
    ])
    const a = found.attribution.changes[0]?.shares[found.attribution.units.indexOf('A')]
    // A: x 35 to 50, y 40 to 60, half of the index: (√(50 × 60) − √(35 × 40)) / 2.
    expect(a).toBeCloseTo((Math.sqrt(3000) - Math.sqrt(1400)) / 2, 8)
  })

  it('are the same on invented rows: nothing is left over', async () => {
    const found = await diffVersions(old, load(NEW, '// new', '// new'), { asOf, prepare })
    expect(found.attribution.changes.map(({ id }) => id)).not.toContain('rest')
    expect(found.attribution.rows.length).toBeGreaterThan(30)
    expect(gaps(found, 'generated').filter((gap) => Math.abs(gap) > 1)).toEqual([])
  })
})

describe('shares among peers', () => {
  const ranked = (weight: number, version: string): LoadedPlugin =>
    standard(`apiVersion: plumbline/v1
kind: IndicatorPlugin
id: peers
version: ${version}
kernel: '>=0.1 <1'
semantics: 1
publisher: tests
status: draft
title: { zh: 比位次, en: By place }
unitOfAssessment: { kind: shop, zh: 门店, en: shop, periodMonths: 12 }
missing: zero
tree:
  id: root
  zh: 综合
  en: Composite
  children:${indicator('p', weight, '{ method: min-max, low: 0, high: 100, constant: 50 }', '')}${indicator('q', 1 - weight, '{ method: goalposts, worst: 0, best: 100 }', '')}
facts: []
gates: []
grades:
  - { id: D, zh: 丁, en: Fourth, min: 0 }
sources:
  - { id: self, zh: 自报, en: Self-reported }
evidenceKinds:
  - { id: log, zh: 记录, en: Record, form: file }
`)

  it('leave no rest where more units compare than are shared out', async () => {
    const size = 90
    const columnOf = (at: (row: number) => number): Column => ({
      values: Float64Array.from({ length: size }, (_, row) => at(row)),
      blanks: new Uint8Array(size),
    })
    const many: Dataset = {
      size,
      units: Array.from({ length: size }, (_, row) => `U${row}`),
      periods: Array.from({ length: size }, () => '2025'),
      groups: Array.from({ length: size }, () => null),
      columns: new Map([
        // Row 0 and row 45 are the ends of the sample; those that move least are not shared out.
        ['p', columnOf((row) => (row * 37) % 90)],
        ['q', columnOf((row) => (row * 61) % 90)],
      ]),
    }
    const found = await diffVersions(ranked(0.5, '1.0.0'), ranked(0.25, '2.0.0'), { asOf, data: many, generated: 5 })
    expect(found.attribution.changes.map(({ id }) => id)).toEqual(['weights:root'])
    expect(found.attribution.units).toHaveLength(60)
    const row = (unit: string): number => many.units.indexOf(unit)
    for (const [place, unit] of found.attribution.units.entries()) {
      const [p, q] = ['p', 'q'].map((id) => many.columns.get(id)?.values[row(unit)] ?? Number.NaN)
      // Places 0 to 89 by min-max; a quarter of the weight goes from p to q.
      const wanted = 0.25 * ((q ?? 0) - ((p ?? 0) / 89) * 100)
      expect(found.attribution.changes[0]?.shares[place]).toBeCloseTo(wanted, 8)
    }
  })
})

describe('a program of a mounted standard', () => {
  it('is a change of what mounts it, and has its share', async () => {
    const mounting = (version: string, base: LoadedPlugin): LoadedPlugin => {
      const text = `apiVersion: plumbline/v1
kind: IndicatorPlugin
id: outer
version: ${version}
kernel: '>=0.1 <1'
semantics: 1
publisher: tests
status: draft
title: { zh: 外层, en: Outer }
unitOfAssessment: { kind: shop, zh: 门店, en: shop, periodMonths: 12 }
missing: zero
uses: { dual: '*' }
tree:
  id: outer
  zh: 外层
  en: Outer
  children:
    - { id: root, ref: dual, weight: 0.5 }
    - id: own
      zh: 自有
      en: Own
      weight: 0.5
      children:${indicator('v', 1, '{ method: goalposts, worst: 0, best: 100 }', '')}
`
      return loadBundle({ files: { 'plugin.yaml': text } }, [base])
    }
    const [old, next] = [load(OLD, '// old', '// old'), load({ ...OLD, version: '1.0.1' }, '// old', '// new')]
    const found = await diffVersions(mounting('1.0.0', old), mounting('2.0.0', next), { asOf, prepare })
    expect(found.changes.map(({ fault: { code, params } }) => [code, params['file']])).toContainEqual([
      'CHANGE_PROGRAM',
      'dual/code/two.ts',
    ])
    expect(found.attribution.changes.map(({ id, nodes }) => [id, nodes])).toEqual([['program:dual/code/two.ts', ['z']]])
    expect(gaps(found, 'generated').filter((gap) => Math.abs(gap) > 1)).toEqual([])
  })
})
