import { Blank, compile, FaultError, score, type Column, type Dataset, type Framework } from '@plumbline/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { createSandbox, hasCode, withCode } from '../src/index.ts'

const sandbox = createSandbox()
afterAll(() => sandbox.stop())

const framework: Framework = {
  semantics: 1,
  missing: 'exclude',
  inputs: [
    { id: 'used', type: 'integer' },
    { id: 'all', type: 'integer' },
    { id: 'audited', type: 'boolean' },
  ],
  facts: [],
  gates: [],
  grades: [{ id: 'any', min: 0 }],
  basicRule: [],
  periodMonths: 12,
  root: {
    kind: 'branch',
    id: 'root',
    weight: 1,
    aggregate: { method: 'arithmetic' },
    children: [
      {
        kind: 'indicator',
        id: 'share',
        weight: 1,
        direction: 'positive',
        normalise: { method: 'goalposts', worst: 0, best: 100 },
        code: { file: 'p/code/share.ts', inputs: ['used', 'all', 'audited'] },
      },
    ],
  },
}
const plan = compile(framework)
const SHARE = `export default { value: ({ used, all, audited }: { used: number, all: number, audited: boolean }) =>
  all === 0 ? null : (audited ? 100 : 50) * used / all }`

const column = (...cells: readonly number[]): Column => ({
  values: Float64Array.from(cells),
  blanks: new Uint8Array(cells.length),
})
const blank = (cells: Column, row: number, why: Blank): Column => {
  cells.values[row] = NaN
  cells.blanks[row] = why
  return cells
}
const datasetOf = (columns: Readonly<Record<string, Column>>): Dataset => ({
  size: 4,
  units: ['A', 'B', 'C', 'D'],
  periods: ['2025', '2025', '2025', '2025'],
  groups: [null, null, null, null],
  columns: new Map(Object.entries(columns)),
})
const data = datasetOf({
  used: blank(column(1, 3, 5, 7), 2, Blank.withheld),
  all: column(4, 4, 8, 0),
  audited: column(1, 0, 1, 1),
})
const coded = { plan, programs: { 'p/code/share.ts': SHARE } }

const faultsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FaultError) return error.faults
      throw error
    },
  )

it('knows which plans have programs', () => {
  expect(hasCode(plan)).toBe(true)
  expect(hasCode({ ...plan, nodes: plan.nodes.filter(({ spec }) => spec.kind === 'branch') })).toBe(false)
})

describe('columns worked out by programs', () => {
  it('have a value where all inputs are there, and the heaviest blank where one is not', async () => {
    const { columns } = await withCode(sandbox, coded, data)
    expect(columns.get('share')).toEqual({
      values: Float64Array.of(25, 37.5, NaN, NaN),
      blanks: Uint8Array.of(Blank.none, Blank.none, Blank.withheld, Blank.notAvailable),
      computed: true,
    })
    expect(data.columns.has('share')).toBe(false)
  })

  it('are scored like any other', async () => {
    expect(score(plan, await withCode(sandbox, coded, data)).score).toEqual(Float64Array.of(25, 37.5, NaN, NaN))
  })

  it('are asked for: without them nothing is scored', () => {
    expect(() => score(plan, data)).toThrow(/CODE_NOT_RUN/)
  })

  it('may not be given in the data', async () => {
    const given = datasetOf({ share: column(1, 2, 3, 4) })
    expect(await faultsOf(withCode(sandbox, coded, given))).toMatchObject([
      { code: 'COMPUTED_COLUMN_GIVEN', at: { id: 'share' } },
    ])
    expect(() => score(plan, given)).toThrow(/COMPUTED_COLUMN_GIVEN/)
  })

  it('that fail name file, line, indicator and the first unit, once for all units', async () => {
    const source =
      'export default {\n  value: ({ used }) => {\n    if (used > 2) throw new Error("too many")\n    return used\n  },\n}'
    const faults = await faultsOf(withCode(sandbox, { plan, programs: { 'p/code/share.ts': source } }, data))
    expect(faults).toMatchObject([
      {
        code: 'CODE_THREW',
        params: { error: 'Error: too many', units: 2 },
        at: { file: 'p/code/share.ts', line: 3, id: 'share', unit: 'B', period: '2025' },
      },
    ])
  })

  it('that cannot be read name the place', async () => {
    const faults = await faultsOf(
      withCode(sandbox, { plan, programs: { 'p/code/share.ts': 'export default {' } }, data),
    )
    expect(faults).toMatchObject([{ code: 'CODE_SYNTAX', at: { file: 'p/code/share.ts', line: 1, id: 'share' } }])
  })

  it('cost nothing where there are none', async () => {
    const [leaf] = framework.root.children
    if (leaf?.kind !== 'indicator') throw new Error('the leaf is gone')
    const { id, kind, weight, direction, normalise } = leaf
    const children = [{ id, kind, weight, direction, normalise }]
    const bare = compile({ ...framework, root: { ...framework.root, children } })
    expect(await withCode(sandbox, { plan: bare, programs: {} }, data)).toBe(data)
  })
})
