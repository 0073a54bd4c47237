import { describe, expect, it } from 'vitest'
import {
  asReported,
  Blank,
  compile,
  completeDataset,
  evaluate,
  FaultError,
  FORMULA_LIMITS,
  formulasIn,
  formulasOf,
  GateOutcome,
  heavier,
  meaningOf,
  onGrid,
  OPERATORS,
  paramAt,
  planAt,
  score,
  trace,
  validateDataset,
  validateFramework,
  withoutFormulas,
  type Call,
  type Cells,
  type Expression,
  type Failure,
  type Fault,
  type FormulaSpec,
  type Framework,
  type Operator,
} from '../src/index.ts'
import { traceFormula } from '../src/tracing/formula.ts'
import { branch, dataset, framework, leaf, type Cell } from './support/build.ts'

const num = (value: number): Expression => ({ op: 'value', value })
const col = (id: string): Expression => ({ op: 'column', id, from: 0, to: id.length })
const par = (id: string): Expression => ({ op: 'param', id, from: 0, to: id.length })
const points = (id: string): Expression => ({ op: 'score', id, from: 0, to: id.length })
const call = (op: Operator, ...args: readonly Expression[]): Call => ({ op, args, at: 0 })
const formula = (body: Expression, text = 'f'): FormulaSpec => ({ text, body })

/** Runs an expression over columns; a cell is a number, or a word for why there is none. */
function run(body: Expression, columns: Readonly<Record<string, readonly Cell[]>> = {}, size = 1) {
  const data = dataset(
    Array.from({ length: size }, (_, row) => ({
      cells: Object.fromEntries(Object.entries(columns).map(([id, given]) => [id, given[row] ?? null])),
    })),
  )
  const failures: Failure[] = []
  const read = ({ id }: { readonly id: string }): Cells =>
    data.columns.get(id) ?? {
      values: new Float64Array(size).fill(NaN),
      blanks: new Uint8Array(size).fill(Blank.unanswered),
    }
  const { values, blanks } = evaluate(body, { size, read, fail: (failure) => failures.push(failure) })
  return { values: [...values], blanks: [...blanks], failures }
}
const one = (body: Expression, columns: Readonly<Record<string, readonly Cell[]>> = {}): number =>
  run(body, columns).values[0] ?? NaN

function faultsOf(work: () => unknown): readonly Fault[] {
  try {
    work()
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
  return []
}

describe('operators', () => {
  it.each<readonly [Expression, number]>([
    [call('negate', num(0)), 0],
    [call('+', num(0.1), num(0.2)), 0.30000000000000004],
    [call('-', num(3), num(5)), -2],
    [call('*', num(3), num(5)), 15],
    [call('/', num(1), num(4)), 0.25],
    [call('**', num(2), num(10)), 1024],
    [call('**', num(2), num(-1)), 0.5],
    [call('**', num(-2), num(3)), -8],
    [call('**', num(4), num(0.5)), 2],
    [call('**', num(-1), num(2049)), -1],
    [call('**', num(-1), num(2048)), 1],
    [call('=', call('+', num(0.1), num(0.2)), num(0.3)), 1],
    [call('!=', num(1), num(1)), 0],
    [call('<', num(1), num(1)), 0],
    [call('<=', num(1), num(1)), 1],
    [call('>', num(2), num(1)), 1],
    [call('>=', num(1), num(1 + 1e-12)), 1],
    [call('between', num(2), num(1), num(2)), 1],
    [call('in', num(2), num(1), num(2)), 1],
    [call('in', num(3), num(1), num(2)), 0],
    [call('not', num(1)), 0],
    [call('count', num(1), num(0), num(1)), 2],
    [call('min', num(2), num(1)), 1],
    [call('max', num(2), num(1)), 2],
    [call('sum', num(2), num(1)), 3],
    [call('product', num(2), num(3)), 6],
    [call('mean', num(2), num(3)), 2.5],
    [call('median', num(9), num(1), num(2)), 2],
    [call('median', num(9), num(1), num(2), num(3)), 2.5],
    [call('stddev', num(1), num(3)), Math.SQRT2],
    [call('abs', num(-2)), 2],
    [call('sign', num(-2)), -1],
    [call('sign', num(2)), 1],
    [call('sign', num(1e-12)), 0],
    [call('floor', num(2.9999999999)), 3],
    [call('ceiling', num(-0.5)), 0],
    [call('truncate', num(-0.5)), 0],
    [call('round', num(2.5)), 2],
    [call('round', num(69.995), num(2)), 70],
    [call('modulo', num(-7), num(3)), 2],
    [call('quotient', num(-7), num(3)), -3],
    [call('odd', num(-3)), 1],
    [call('even', num(4)), 1],
    [call('clamp', num(12), num(0), num(10)), 10],
    [call('interpolate', num(5), num(0), num(0), num(10), num(100)), 50],
    [call('sqrt', num(-1e-12)), 0],
    [call('exp', num(0)), 1],
    [call('ln', num(1)), 0],
    [call('log10', num(1)), 0],
    [call('percent', num(1), num(4)), 25],
    [call('growth', num(3), num(2)), 50],
  ])('%j', (body, value) => {
    expect(one(body)).toBe(value)
  })

  it.each<readonly [Expression, number]>([
    [call('between', num(1), num(1), num(2)), 1],
    [call('between', num(0.9), num(1), num(2)), 0],
    [call('between', num(2.1), num(1), num(2)), 0],
    [call('between', call('+', num(0.1), num(0.2)), num(0), num(0.3)), 1],
    [call('in', num(1), num(1), num(2)), 1],
    [call('in', call('+', num(0.1), num(0.2)), num(7), num(0.3)), 1],
    [call('not', num(0)), 1],
    [call('=', num(1), num(2)), 0],
    [call('!=', num(1), num(2)), 1],
    [call('<', num(1), num(2)), 1],
    [call('<', num(2), num(1)), 0],
    [call('<=', num(2), num(1)), 0],
    [call('>', num(1), num(1)), 0],
    [call('>=', num(1), num(2)), 0],
    [call('negate', num(5)), -5],
    [call('abs', num(2)), 2],
    [call('floor', num(-0.5)), -1],
    [call('ceiling', num(0.5)), 1],
    [call('truncate', num(1.9)), 1],
    [call('round', num(0.125), num(2)), 0.12],
    [call('round', num(1.123456789123), num(9)), 1.123456789],
    [call('round', num(1.6), num(0)), 2],
    [call('modulo', num(7), num(3)), 1],
    [call('modulo', num(0.3), num(0.1)), 0],
    [call('quotient', num(7), num(3)), 2],
    [call('quotient', num(0.3), num(0.1)), 3],
    [call('odd', num(2)), 0],
    [call('even', num(3)), 0],
    [call('even', num(-3)), 0],
    [call('clamp', num(-1), num(0), num(10)), 0],
    [call('clamp', num(5), num(0), num(10)), 5],
    [call('clamp', num(5), num(3), num(3)), 3],
    [call('interpolate', num(3), num(1), num(10), num(5), num(30)), 20],
    [call('sqrt', num(9)), 3],
    [call('percent', num(1), num(-4)), -25],
    [call('growth', num(1), num(4)), -75],
    [call('**', num(0), num(2)), 0],
    [call('**', num(2), num(-2)), 0.25],
    [call('**', num(5), num(0)), 1],
    [call('**', num(0), num(0)), 1],
    [call('**', num(0), num(0.5)), 0],
    [call('**', num(0), num(2049)), 0],
    [call('stddev', num(2), num(4), num(4), num(4), num(5), num(5), num(7), num(9)), Math.sqrt(32 / 7)],
    [call('mean', num(1), num(2), num(6)), 3],
    [call('product', num(2), num(3), num(4)), 24],
    [call('median', num(5)), 5],
    [call('min', num(3), num(-1), num(2)), -1],
    [call('max', num(3), num(-1), num(2)), 3],
  ])('%j too', (body, value) => {
    expect(one(body)).toBe(value)
  })

  it('powers and logarithms, against the platform’s', () => {
    expect(one(call('**', num(2), num(0.5)))).toBeCloseTo(Math.SQRT2, 14)
    expect(one(call('**', num(1.001), num(1025)))).toBeCloseTo(1.001 ** 1025, 12)
    expect(one(call('log10', num(1000)))).toBeCloseTo(3, 14)
    expect(one(call('ln', num(10)))).toBeCloseTo(Math.LN10, 14)
    expect(one(call('exp', num(1)))).toBeCloseTo(Math.E, 14)
  })

  it('are all tried above or below', () => {
    expect(Object.keys(OPERATORS)).toHaveLength(46)
  })

  it.each<readonly [Expression, string]>([
    [call('/', num(1), num(1e-12)), 'FORMULA_DIVIDE_BY_ZERO'],
    [call('ln', num(0)), 'FORMULA_LOG_NOT_POSITIVE'],
    [call('sqrt', num(-1)), 'FORMULA_SQRT_NEGATIVE'],
    [call('**', num(0), num(-1)), 'FORMULA_DIVIDE_BY_ZERO'],
    [call('**', num(-1), num(0.5)), 'FORMULA_POWER_ROOT'],
    [call('round', num(1), num(10)), 'FORMULA_ROUND_DIGITS'],
    [call('odd', num(0.5)), 'FORMULA_NOT_WHOLE'],
    [call('clamp', num(1), num(2), num(1)), 'FORMULA_CLAMP_ENDS'],
    [call('interpolate', num(1), num(2), num(0), num(2), num(1)), 'FORMULA_DIVIDE_BY_ZERO'],
    [call('exp', num(1000)), 'FORMULA_OVERFLOW'],
    [call('ln', num(-1)), 'FORMULA_LOG_NOT_POSITIVE'],
    [call('log10', num(1e-12)), 'FORMULA_LOG_NOT_POSITIVE'],
    [call('modulo', num(1), num(0)), 'FORMULA_DIVIDE_BY_ZERO'],
    [call('quotient', num(1), num(0)), 'FORMULA_DIVIDE_BY_ZERO'],
    [call('percent', num(1), num(0)), 'FORMULA_DIVIDE_BY_ZERO'],
    [call('growth', num(1), num(0)), 'FORMULA_DIVIDE_BY_ZERO'],
    [call('round', num(1), num(-1)), 'FORMULA_ROUND_DIGITS'],
    [call('round', num(1), num(0.5)), 'FORMULA_ROUND_DIGITS'],
    [call('even', num(0.5)), 'FORMULA_NOT_WHOLE'],
  ])('%j is refused', (body, code) => {
    const { values, failures } = run(body)
    expect([values[0], failures.map((failure) => failure.code)]).toEqual([NaN, [code]])
  })
})

describe('missing', () => {
  const columns = { a: [1, null, 'na', 0], b: [null, 2, 'na', 4] } as const

  it('needs every operand; the heaviest blank is kept', () => {
    expect(run(call('+', col('a'), col('b')), columns, 4)).toMatchObject({
      values: [NaN, NaN, NaN, 4],
      blanks: [1, 1, 2, 0],
    })
  })

  it('and, or: settled by one, undecided otherwise', () => {
    expect(run(call('and', col('a'), col('b')), { a: [0, null, 1, 'na'], b: [null, 0, null, 1] }, 4)).toMatchObject({
      values: [0, 0, NaN, NaN],
      blanks: [0, 0, 1, 2],
    })
    expect(run(call('or', col('a'), col('b')), { a: [1, null, 0, 0], b: [null, 1, null, 0] }, 4)).toMatchObject({
      values: [1, 1, NaN, 0],
      blanks: [0, 0, 1, 0],
    })
  })

  it('if: the condition and the branch that is taken', () => {
    const body = call('if', call('=', col('a'), num(0)), num(7), call('/', num(1), col('a')))
    expect(run(body, { a: [0, 2, null, 'na'] }, 4)).toEqual({
      values: [7, 0.5, NaN, NaN],
      blanks: [0, 0, 1, 2],
      failures: [],
    })
  })

  it('coalesce and known', () => {
    expect(run(call('coalesce', col('a'), col('b'), col('c')), { ...columns, c: [9, null, null, 9] }, 4)).toMatchObject(
      {
        values: [1, 2, NaN, 0],
        blanks: [0, 0, 1, 0],
      },
    )
    expect(run(call('known', col('a')), columns, 4).values).toEqual([1, 0, 0, 1])
    expect(run(call('coalesce', col('a'), col('b')), { a: ['na', 'na'], b: ['na', null] }, 2).blanks).toEqual([
      Blank.notApplicable,
      Blank.unanswered,
    ])
  })

  it('tells where it failed, in which row and by which operands; the row is unanswered', () => {
    const body: Expression = { op: '/', args: [col('a'), col('b')], at: 7 }
    expect(run(body, { a: [1, 0.1 + 0.2, 4], b: [2, 0, null] }, 3)).toEqual({
      values: [0.5, NaN, NaN],
      blanks: [Blank.none, Blank.unanswered, Blank.unanswered],
      failures: [{ code: 'FORMULA_DIVIDE_BY_ZERO', row: 1, at: 7, operands: [0.3, 0] }],
    })
  })

  it('a part that a row does not need cannot fail there', () => {
    const broken = call('/', num(1), col('a'))
    const positive = call('>', broken, num(0))
    const a = { a: [0, 2] }
    expect(run(call('and', call('>', col('a'), num(0)), positive), a, 2)).toMatchObject({
      values: [0, 1],
      failures: [],
    })
    expect(run(call('or', call('=', col('a'), num(0)), positive), a, 2)).toMatchObject({ values: [1, 1], failures: [] })
    expect(run(call('coalesce', col('b'), broken), { ...a, b: [5, null] }, 2)).toMatchObject({
      values: [5, 0.5],
      failures: [],
    })
    expect(run(call('if', call('=', col('a'), num(0)), num(7), call('abs', broken)), a, 2)).toMatchObject({
      values: [7, 0.5],
      failures: [],
    })
    expect(run(call('or', call('=', col('a'), num(2)), positive), a, 2).failures).toHaveLength(1)
    const always = call('if', num(1), positive, num(0))
    expect(run(call('and', call('>', col('a'), num(0)), always), a, 2)).toMatchObject({ values: [0, 1], failures: [] })
  })

  it('and, or of all and of none; an open part stays open until another settles it', () => {
    expect(
      run(call('and', col('a'), col('b'), col('c')), { a: [1, 1, null], b: [1, 1, 1], c: [1, 0, 0] }, 3),
    ).toMatchObject({ values: [1, 0, 0], blanks: [0, 0, 0] })
    expect(
      run(call('or', col('a'), col('b'), col('c')), { a: [0, 0, 'na'], b: [0, 0, 0], c: [0, 1, null] }, 3),
    ).toMatchObject({ values: [0, 1, NaN], blanks: [Blank.none, Blank.none, Blank.unanswered] })
  })

  it('the heavier of two blanks: unanswered, not available, withheld, not applicable, none', () => {
    const order = [Blank.none, Blank.notApplicable, Blank.withheld, Blank.notAvailable, Blank.unanswered]
    for (const [i, a] of order.entries())
      for (const [j, b] of order.entries()) expect(heavier(a, b)).toBe(order[Math.max(i, j)])
  })

  it('an expression cut short has no value', () => {
    expect(run(call('if')).values).toEqual([NaN])
    expect(run(call('known')).values).toEqual([0])
  })
})

it('the grid: 1e-9, and fifteen digits for large numbers', () => {
  expect([0.1 + 0.2, 30000000.000000004, 1e300, Infinity, NaN].map(onGrid)).toEqual([
    0.3,
    30000000,
    1e300,
    Infinity,
    NaN,
  ])
  expect(onGrid(2 ** 53 - 1)).toBe(2 ** 53 - 1)
})

it('the grid is snapped below 2^52 billionths and rounded to fifteen digits from there', () => {
  expect([1.00000000049, 1.0000000006, -0.1 - 0.2].map(onGrid)).toEqual([1, 1.000000001, -0.3])
  expect([4503599.627370497, 12345678.123456789, -12345678.123456789, 1e20].map(onGrid)).toEqual([
    4503599.6273705, 12345678.1234568, -12345678.1234568, 1e20,
  ])
})

it('parameters hold from their date on', () => {
  const param = {
    id: 'p',
    values: [
      { from: '2026-01-01', value: 1 },
      { from: '2028-01-01', value: 2 },
    ],
  }
  expect(['2025-12-31', '2026-01-01', '2027-12-31', '2030-01-01'].map((date) => paramAt(param, date)?.value)).toEqual([
    undefined,
    1,
    1,
    2,
  ])
})

it('what a rule says, without its texts and the places of its names, at any depth', () => {
  const sum: Expression = { op: '+', args: [col('a'), num(2)], at: 3 }
  const said = {
    op: '+',
    args: [
      { op: 'column', id: 'a' },
      { op: 'value', value: 2 },
    ],
  }
  expect(meaningOf(formula(sum, 'a + 2'))).toEqual({ body: said })
  const gate = (text: string, at: number) => ({
    id: 'g',
    when: { all: [{ formula: formula({ ...sum, at }, text) }, { fact: 'f', op: '>', value: 1 }] },
  })
  expect(meaningOf(gate('a+2', 1))).toEqual(meaningOf(gate('a  +  2', 3)))
  expect(meaningOf(gate('a+2', 1))).toEqual({
    id: 'g',
    when: { all: [{ formula: { body: said } }, { fact: 'f', op: '>', value: 1 }] },
  })
  // words that are no places in a formula stay: a date, a text without a formula, the ends of a step
  const kept = { text: 'about', at: 1, values: [{ from: '2026-01-01', value: 1 }], step: { op: 'clamp', to: 5, at: 2 } }
  expect(meaningOf(kept)).toEqual(kept)
  expect([meaningOf(null), meaningOf('x'), meaningOf(3)]).toEqual([null, 'x', 3])
})

const undated = ({ asOf: _, ...rest }: Framework): Framework => rest

/** a / b in per cent of the goal; only for units of kind 1. A reported indicator with a rule; a gate by formula. */
const RATIO = formula(call('/', call('*', num(100), col('x')), call('*', col('y'), par('goal'))), '100*x/(y*goal)')
const RULE = formula(call('=', col('kind'), num(1)), 'kind = 1')
const PARAMS = [{ id: 'goal', values: [{ from: '2026-01-01', value: 0.5 }] }]
const INPUTS = [
  { id: 'kind', type: 'choice', options: 2 },
  { id: 'x', type: 'number', min: 0 },
  { id: 'y', type: 'integer', max: 1000 },
  { id: 'flag', type: 'boolean' },
] as const
const standard = (over: Partial<Framework> = {}): Framework =>
  framework(
    branch('root', [
      branch('top', [leaf('ratio', 1, { value: RATIO, notApplicable: RULE })], { weight: 0.5, missing: 'exclude' }),
      leaf('said', 0.5, { notApplicable: RULE }),
    ]),
    { inputs: INPUTS, params: PARAMS, asOf: '2026-06-01', facts: [{ id: 'fact', type: 'number' }], ...over },
  )
const ROWS = dataset([
  { cells: { kind: 0, x: 10, y: 50, said: 80 } },
  { cells: { kind: 1, x: 10, y: 50, said: null } },
  { cells: { kind: 0, x: 'na', y: 'na', said: 80 } },
])

describe('a standard with formulas', () => {
  const plan = compile(standard())

  it('is completed once: values on the grid, N/A where the rule holds', () => {
    const { dataset: done, faults } = completeDataset(
      plan,
      dataset([{ cells: { kind: 0, x: 10, y: 50, said: 80 } }, { cells: { kind: 1, x: 10, y: 50, said: null } }]),
    )
    expect(faults).toEqual([])
    expect([...(done.columns.get('ratio')?.values ?? [])]).toEqual([40, NaN])
    expect([...(done.columns.get('ratio')?.blanks ?? [])]).toEqual([0, 2])
    expect([...(done.columns.get('said')?.blanks ?? [])]).toEqual([0, 2])
    expect(completeDataset(plan, done).dataset).toBe(done)
    expect(score(plan, done).score).toEqual(Float64Array.of(60, NaN))
  })

  it('refuses N/A that the rule does not allow, also of a computed value', () => {
    expect(faultsOf(() => score(plan, ROWS))).toEqual([
      {
        code: 'NOT_APPLICABLE_REFUSED',
        severity: 'error',
        params: { formula: RULE.text },
        at: { id: 'ratio', unit: 'u2', period: '2025' },
      },
    ])
    const rows = dataset([
      { cells: { kind: null, x: 1, y: 1, said: 'na' } },
      { cells: { kind: 1, x: 1, y: 1, said: [5, 6] } },
      { cells: { kind: 1, x: 1, y: 1, said: 3 } },
    ])
    expect(faultsOf(() => score(plan, rows)).map(({ code, at }) => [code, at.id, at.unit])).toEqual([
      ['RATINGS_NOT_EXPECTED', 'said', 'u1'],
      ['NOT_APPLICABLE_UNDECIDED', 'said', 'u0'],
      ['NOT_APPLICABLE_WITH_VALUE', 'said', 'u1'],
      ['NOT_APPLICABLE_WITH_VALUE', 'said', 'u2'],
    ])
  })

  it('names formula, position, unit, period and operands where it divides by 0; counts what is too much to list', () => {
    const rows = dataset(Array.from({ length: 103 }, () => ({ cells: { kind: 0, x: 1, y: 0, said: 5 } })))
    const faults = faultsOf(() => score(plan, rows))
    expect(faults[0]).toEqual({
      code: 'FORMULA_DIVIDE_BY_ZERO',
      severity: 'error',
      params: { formula: RATIO.text, position: 1, part: '100*x/(y*goal…', operands: [100, 0] },
      at: { id: 'ratio', unit: 'u0', period: '2025' },
    })
    expect([faults.length, faults.at(-1)?.code, faults.at(-1)?.params['more']]).toEqual([101, 'FORMULA_MORE_ROWS', 3])
  })

  it('shows enough of the formula around the operator to find it again, and cuts what is beyond', () => {
    const text = '0123456789abcdefghijklmnopqrstuvwxyz'
    const partOf = (at: number): unknown => {
      const broken: Expression = { op: '/', args: [num(1), num(0)], at }
      const rules = standard({ root: branch('root', [leaf('ratio', 1, { value: formula(broken, text) })]) })
      const [found] = faultsOf(() => score(compile(rules), dataset([{ cells: { kind: 0 } }])))
      return [found?.params['position'], found?.params['part']]
    }
    // twelve letters on either side of the one at fault
    expect([0, 12, 13, 22, 23, 35].map(partOf)).toEqual([
      [1, '0123456789abc…'],
      [13, '0123456789abcdefghijklmno…'],
      [14, '…123456789abcdefghijklmnop…'],
      [23, '…abcdefghijklmnopqrstuvwxy…'],
      [24, '…bcdefghijklmnopqrstuvwxyz'],
      [36, '…nopqrstuvwxyz'],
    ])
  })

  it('lists a hundred rows whole, and does not count none', () => {
    const rows = (size: number) =>
      dataset(Array.from({ length: size }, () => ({ cells: { kind: 0, x: 1, y: 0, said: 5 } })))
    const codesOf = (size: number) => faultsOf(() => score(plan, rows(size))).map(({ code }) => code)
    expect(new Set(codesOf(100))).toEqual(new Set(['FORMULA_DIVIDE_BY_ZERO']))
    expect(codesOf(100)).toHaveLength(100)
    expect(faultsOf(() => score(plan, rows(101))).at(-1)).toMatchObject({
      code: 'FORMULA_MORE_ROWS',
      params: { formula: RATIO.text, more: 1 },
      at: { id: 'ratio' },
    })
  })

  it('takes a column for the value only from its own hand', () => {
    expect(faultsOf(() => score(plan, dataset([{ cells: { ratio: 5, kind: 0 } }])))).toMatchObject([
      { code: 'COMPUTED_COLUMN_GIVEN', at: { id: 'ratio' } },
    ])
  })

  it('reads inputs that can be', () => {
    const rows = dataset([
      { cells: { kind: 2, x: -1, y: 1.5, flag: 2, said: 1 } },
      { cells: { kind: 0.5, x: Infinity, y: 1001, flag: 1, said: 1 } },
    ])
    expect(
      faultsOf(() => score(plan, rows))
        .filter(({ code }) => code.startsWith('INPUT'))
        .map(({ code, at }) => [code, at.id]),
    ).toEqual([
      ['INPUT_NOT_AN_OPTION', 'kind'],
      ['INPUT_NOT_WHOLE', 'kind'],
      ['INPUT_OUT_OF_RANGE', 'x'],
      ['INPUT_INFINITE', 'x'],
      ['INPUT_NOT_WHOLE', 'y'],
      ['INPUT_OUT_OF_RANGE', 'y'],
      ['INPUT_NOT_BOOLEAN', 'flag'],
    ])
  })

  it('takes inputs at their ends, and says by which figures one is beyond', () => {
    const inputsAt = (cells: Readonly<Record<string, Cell>>) =>
      validateDataset(plan, dataset([{ cells: { said: 1, ...cells } }])).map(({ code, params }) => [code, params])
    expect(inputsAt({ kind: 1, x: 0, y: 1000, flag: 0 })).toEqual([])
    expect(inputsAt({ kind: 0, x: 1.5, y: -7, flag: 1 })).toEqual([])
    expect(inputsAt({ kind: 2 })).toEqual([['INPUT_NOT_AN_OPTION', { value: 2, options: 2 }]])
    expect(inputsAt({ kind: -1 })).toEqual([['INPUT_NOT_AN_OPTION', { value: -1, options: 2 }]])
    expect(inputsAt({ y: 0.5 })).toEqual([['INPUT_NOT_WHOLE', { value: 0.5 }]])
    expect(inputsAt({ flag: 0.5 })).toEqual([['INPUT_NOT_BOOLEAN', { value: 0.5 }]])
    expect(inputsAt({ x: -Infinity })).toEqual([['INPUT_INFINITE', { value: '-Infinity' }]])
    expect(inputsAt({ x: -0.5 })).toEqual([['INPUT_OUT_OF_RANGE', { value: -0.5, min: 0, max: Infinity }]])
    expect(inputsAt({ y: 1001 })).toEqual([['INPUT_OUT_OF_RANGE', { value: 1001, min: -Infinity, max: 1000 }]])
  })

  it('needs a date for its parameters, and a value at that date', () => {
    const plain = compile(undated(standard()))
    expect(faultsOf(() => score(plain, ROWS))).toMatchObject([{ code: 'PARAM_WITHOUT_DATE', at: { id: 'goal' } }])
    expect(faultsOf(() => planAt(plain, '2020-01-01'))).toMatchObject([{ code: 'PARAM_NOT_COVERED' }])
    expect(planAt(plain, '2026-01-01').framework.asOf).toBe('2026-01-01')
    const free = compile(framework(branch('root', [leaf('a')])))
    expect(planAt(free, '2026-01-01')).toBe(free)
  })

  it('written out as reported values it scores the same to the bit', () => {
    const given = { plan, dataset: dataset([{ cells: { kind: 0, x: 10, y: 30, said: 80 } }]) }
    const reported = asReported(given)
    expect(score(reported.plan, reported.dataset).score).toEqual(score(plan, given.dataset).score)
    expect(formulasOf(reported.plan.framework)).toEqual([])
    expect(faultsOf(() => asReported({ plan, dataset: ROWS })).length).toBe(1)
    expect(withoutFormulas(reported.plan)).toBe(reported.plan)
  })

  it('written out, each kind of formula goes, at every depth, and gates keep theirs', () => {
    const gates = [{ id: 'gate', kind: 'veto', when: { formula: RULE } }] as const
    const code = { file: 'own.js', inputs: [] }
    for (const own of [{ value: RATIO }, { notApplicable: RULE }, { code }]) {
      const root = branch('root', [branch('top', [leaf('deep', 1, { ...own, minCoverage: 0.5 } as object)])])
      const bare = withoutFormulas(compile(standard({ root, gates })))
      expect(bare.nodes.flatMap(({ spec }) => (spec.kind === 'indicator' ? [spec] : []))).toEqual([
        leaf('deep', 1, { minCoverage: 0.5 } as object),
      ])
      expect(formulasOf(bare.framework).map(({ id }) => id)).toEqual(['gate'])
    }
    const only = compile(standard({ root: branch('root', [leaf('deep')]), gates }))
    expect(withoutFormulas(only)).toBe(only)
  })

  it('without any formula the data stay the same object; what is computed already is not computed again', () => {
    const free = compile(framework(branch('root', [leaf('a')])))
    const rows = dataset([{ cells: { a: 1 } }])
    expect(completeDataset(free, rows)).toEqual({ dataset: rows, faults: [] })
    expect(completeDataset(free, rows).dataset).toBe(rows)
    expect(asReported({ plan: free, dataset: rows })).toEqual({ plan: free, dataset: rows })
  })

  it('lists every formula with its place and what it decides', () => {
    const gates = [{ id: 'gate', kind: 'veto', when: { not: { formula: RATIO } } }] as const
    expect(formulasOf(standard({ gates }))).toEqual([
      { formula: RATIO, id: 'ratio', path: 'tree/top/ratio/value', role: 'value' },
      { formula: RULE, id: 'ratio', path: 'tree/top/ratio/notApplicable/when', role: 'not-applicable' },
      { formula: RULE, id: 'said', path: 'tree/said/notApplicable/when', role: 'not-applicable' },
      { formula: RATIO, id: 'gate', path: 'gates/gate/when', role: 'gate' },
    ])
  })

  it('a parameter without a date is named once, with its path, wherever it is read', () => {
    const plain = compile(
      undated(
        standard({
          gates: [
            {
              id: 'gate',
              kind: 'veto',
              when: { formula: formula(call('+', par('goal'), call('*', par('goal'), col('fact')))) },
            },
          ],
        }),
      ),
    )
    expect(faultsOf(() => score(plain, ROWS))).toEqual([
      { code: 'PARAM_WITHOUT_DATE', severity: 'error', params: {}, at: { id: 'goal', path: 'params/goal' } },
    ])
  })

  it('a rule of one indicator stands before the formula of another that reads it', () => {
    const reads = formula(call('+', col('said'), num(1)))
    const rules = standard({
      root: branch('root', [leaf('sum', 0.5, { value: reads }), leaf('said', 0.5, { notApplicable: RULE })]),
    })
    const { dataset: done, faults } = completeDataset(
      compile(rules),
      dataset([{ cells: { kind: 1, said: null } }, { cells: { kind: 0, said: 3 } }]),
    )
    expect(faults).toEqual([])
    expect([...(done.columns.get('sum')?.values ?? [])]).toEqual([NaN, 4])
    expect([...(done.columns.get('sum')?.blanks ?? [])]).toEqual([Blank.notApplicable, Blank.none])
    expect(['sum', 'said'].map((id) => done.columns.get(id)?.computed)).toEqual([true, true])
  })

  it('opens with the numbers put in', () => {
    const rows = dataset([{ cells: { kind: 0, x: 10, y: 50, said: 80 } }])
    const [top, said] = trace(score(plan, rows), rows, 0).root.children
    const ratio = top?.kind === 'branch' ? top.children[0] : undefined
    expect(ratio?.kind === 'indicator' && ratio.formula).toEqual({
      text: RATIO.text,
      names: [
        { id: 'x', kind: 'column', from: 0, to: 1, value: 10 },
        { id: 'y', kind: 'column', from: 0, to: 1, value: 50 },
        { id: 'goal', kind: 'param', from: 0, to: 4, value: 0.5, since: '2026-01-01' },
      ],
      value: 40,
    })
    expect(said?.kind === 'indicator' && said.notApplicable).toMatchObject({
      value: 0,
      names: [{ id: 'kind', value: 0 }],
    })
  })
})

it('a trace of what is not defined has names and no value', () => {
  const read = ({ id }: { readonly id: string }): number | null => (id === 'x' ? 8 : 0)
  expect(traceFormula(standard(), formula(call('/', col('x'), col('y')), 'x/y'), read)).toMatchObject({
    text: 'x/y',
    names: [
      { id: 'x', value: 8 },
      { id: 'y', value: 0 },
    ],
    value: null,
  })
})

describe('gates by formula', () => {
  const gated = (body: Expression, kind: 'veto' | 'cap' = 'veto', over: Partial<Framework> = {}) =>
    compile(
      standard({
        gates: [
          { id: 'gate', kind, when: { any: [{ formula: formula(body) }] }, ...(kind === 'cap' && { maxGrade: 'L1' }) },
        ],
        ...over,
      }),
    )
  const outcome = (body: Expression, row: Readonly<Record<string, Cell>>, kind: 'veto' | 'cap' = 'veto') =>
    score(gated(body, kind), dataset([{ cells: { kind: 0, x: 10, y: 50, ...row } }])).gates[0]?.[0]
  const { passed, fired, undecided } = GateOutcome

  it('reads facts, leaves, scores, inputs and parameters; missing is undecided, not applicable false', () => {
    expect(outcome(call('>', col('fact'), num(1)), { fact: 2, said: 1 })).toBe(fired)
    expect(outcome(call('>', col('fact'), num(1)), { said: 1 })).toBe(undecided)
    expect(outcome(call('>', col('said'), num(1)), { said: 2 })).toBe(fired)
    expect(outcome(call('>', points('root'), num(1)), { said: 0 })).toBe(fired)
    expect(outcome(call('<', par('goal'), num(1)), { said: 1 })).toBe(fired)
    expect(outcome(call('=', col('x'), num(10)), { said: 1 })).toBe(fired)
    expect(outcome(call('=', col('flag'), num(1)), { said: 1 })).toBe(undecided)
    expect(outcome(call('=', col('flag'), num(1)), { said: 1, flag: 'na' })).toBe(passed)
    expect(outcome(call('>', col('ratio'), num(1)), { kind: 1, said: null })).toBe(passed)
  })

  it('a cap cannot be avoided by leaving a leaf blank', () => {
    expect(outcome(call('<', col('said'), num(5)), { said: null }, 'cap')).toBe(fired)
    expect(outcome(call('<', col('said'), num(5)), { said: null })).toBe(undecided)
    expect(
      outcome(call('and', call('<', col('said'), num(5)), call('>', col('fact'), num(1))), { said: null }, 'cap'),
    ).toBe(undecided)
    const plan = gated(call('<', points('top'), num(5)), 'cap', { missing: 'exclude' })
    expect(score(plan, dataset([{ cells: { kind: 0, y: 1, said: 1 } }])).gates[0]?.[0]).toBe(undecided)
  })

  it('faults name the gate', () => {
    const rows = dataset(Array.from({ length: 102 }, () => ({ cells: { kind: 0, x: 10, y: 50, said: 1, fact: 0 } })))
    const faults = faultsOf(() => score(gated(call('>', call('/', num(1), col('fact')), num(1))), rows))
    expect(faults.map(({ code, at }) => [code, at.id]).slice(-2)).toEqual([
      ['FORMULA_DIVIDE_BY_ZERO', 'gate'],
      ['FORMULA_MORE_ROWS', 'gate'],
    ])
    expect(faults).toHaveLength(101)
  })

  it('each formula of a gate lists its own hundred rows, and counts its own others', () => {
    const over = (id: string): FormulaSpec => formula(call('>', call('/', num(1), col(id)), num(1)), `1/${id}>1`)
    const gates = [
      { id: 'gate', kind: 'veto', when: { any: [{ formula: over('fact') }, { formula: over('x') }] } },
    ] as const
    const root = branch('root', [leaf('said')])
    const rows = dataset(Array.from({ length: 102 }, () => ({ cells: { x: 0, said: 1, fact: 0 } })))
    const faults = faultsOf(() => score(compile(standard({ root, gates })), rows))
    expect(faults).toHaveLength(202)
    expect(faults.filter(({ code }) => code === 'FORMULA_MORE_ROWS').map(({ params, at }) => [params, at])).toEqual([
      [{ formula: '1/fact>1', more: 2 }, { id: 'gate' }],
      [{ formula: '1/x>1', more: 2 }, { id: 'gate' }],
    ])
  })

  it('are traced with their names', () => {
    const plan = gated(call('and', call('>', points('root'), num(1)), call('>', col('fact'), num(1))))
    const rows = dataset([{ cells: { kind: 0, x: 10, y: 50, said: 80 } }])
    const [gate] = trace(score(plan, rows), rows, 0).gates
    expect(gate?.formulas).toEqual([
      {
        text: 'f',
        names: [
          { id: 'root', kind: 'score', from: 0, to: 4, value: 60 },
          { id: 'fact', kind: 'column', from: 0, to: 4, value: null },
        ],
        value: null,
      },
    ])
  })

  it('stand anywhere in a condition', () => {
    const f = formula(num(1))
    expect(formulasIn({ not: { all: [{ formula: f }, { fact: 'x', op: '==', value: 1 }] } })).toEqual([f])
  })
})

describe('what a framework with formulas may not be', () => {
  const codes = (over: Partial<Framework>, value: FormulaSpec = RATIO) =>
    validateFramework({
      ...standard(over),
      root: branch('root', [leaf('ratio', 0.5, { value }), leaf('said', 0.5, { notApplicable: RULE })]),
    }).map(({ code, at }) => [code, at.path])

  it.each<readonly [string, Partial<Framework>, string]>([
    ['INPUT_WITHOUT_OPTIONS', { inputs: [...INPUTS, { id: 'z', type: 'choice' }] }, 'inputs/z/options'],
    ['PARAM_WITHOUT_VALUE', { params: [...PARAMS, { id: 'q', values: [] }] }, 'params/q/values'],
    [
      'PARAM_VALUE_NOT_USABLE',
      { params: [{ id: 'goal', values: [{ from: '2026', value: 1 }] }] },
      'params/goal/values',
    ],
    [
      'PARAM_DATES_ORDER',
      {
        params: [
          {
            id: 'goal',
            values: [
              { from: '2026-01-01', value: 1 },
              { from: '2026-01-01', value: 2 },
            ],
          },
        ],
      },
      'params/goal/values',
    ],
    ['PARAM_NOT_COVERED', { asOf: '2025-01-01' }, 'params/goal/values'],
    ['ID_TWICE', { inputs: [...INPUTS, { id: 'goal', type: 'number' }] }, 'params/goal'],
  ])('%s', (code, over, path) => {
    expect(codes(over)).toEqual([[code, path]])
  })

  it.each<readonly [string, Partial<Framework>, FormulaSpec, object]>([
    [
      'PARAM_VALUE_NOT_USABLE',
      { params: [{ id: 'goal', values: [{ from: '2026-01', value: 1 }] }] },
      RATIO,
      { from: '2026-01', value: '1' },
    ],
    ['PARAM_NOT_COVERED', { asOf: '2025-12-31' }, RATIO, { asOf: '2025-12-31', first: '2026-01-01' }],
    ['FORMULA_READS_UNKNOWN', {}, formula(col('nobody')), { name: 'nobody' }],
    ['FORMULA_OPERANDS', {}, formula(call('abs', num(1), num(2))), { operator: 'abs', count: 2 }],
  ])('%s, with its figures', (code, over, value, params) => {
    const found = validateFramework({
      ...standard(over),
      root: branch('root', [leaf('ratio', 1, { value })]),
    })
    expect(found.map(({ code: met, params: given }) => [met, given])).toEqual([[code, params]])
  })

  it.each([
    [{ from: 'x2026-01-01', value: 1 }, false],
    [{ from: '2026-01-011', value: 1 }, false],
    [{ from: '2026-01-01', value: Infinity }, false],
    [{ from: '2026-01-01', value: -1 }, true],
  ])('a parameter of %j can be used: %s', (dated, usable) => {
    const found = codes({ params: [{ id: 'goal', values: [dated] }] }).map(([code]) => code)
    expect(found.includes('PARAM_VALUE_NOT_USABLE')).toBe(!usable)
  })

  it.each([
    [{ options: 1 }, true],
    [{ options: 0 }, false],
    [{ options: 1.5 }, false],
    [{ options: -1 }, false],
    [{}, false],
  ])('a choice of %j can be answered: %s', (options, usable) => {
    const found = codes({ inputs: [...INPUTS, { id: 'z', type: 'choice', ...options }] })
    expect(found).toEqual(usable ? [] : [['INPUT_WITHOUT_OPTIONS', 'inputs/z/options']])
  })

  it('a formula is as deep and as large as it may be, and no more', () => {
    const nested = (depth: number): Expression =>
      Array.from({ length: depth - 1 }).reduce<Expression>((inner) => call('abs', inner), num(1))
    const wide = (parts: number): Expression => call('sum', ...Array.from({ length: parts - 1 }, () => num(1)))
    expect([nested(200), wide(2000)].flatMap((body) => codes({}, formula(body)))).toEqual([])
    const figures = (body: Expression) =>
      validateFramework({ ...standard(), root: branch('root', [leaf('ratio', 1, { value: formula(body) })]) }).map(
        ({ params }) => params,
      )
    expect(figures(nested(201))).toEqual([{ depth: 201, parts: 201, most: 2000, deepest: 200 }])
    expect(figures(wide(2001))).toEqual([{ depth: 2, parts: 2001, most: 2000, deepest: 200 }])
  })

  it('reads nothing that waits for its own result: a rule no indicator, a value only reported ones, a gate all', () => {
    const reading = (id: string): FormulaSpec => formula(call('=', col(id), num(1)))
    const unknown = (over: Partial<Framework>) => validateFramework(standard(over)).map(({ code, at }) => [code, at.id])
    const root = (value: string, rule: string) =>
      branch('root', [
        leaf('sum', 0.5, { value: reading(value) }),
        leaf('ruled', 0.25, { notApplicable: reading(rule) }),
        leaf('said', 0.25),
      ])
    expect(unknown({ root: root('said', 'kind') })).toEqual([])
    expect(unknown({ root: root('sum', 'kind') })).toEqual([['FORMULA_READS_UNKNOWN', 'sum']])
    expect(unknown({ root: root('said', 'said') })).toEqual([['FORMULA_READS_UNKNOWN', 'ruled']])
    const gates = ['sum', 'said', 'fact'].map(
      (id) => ({ id: `gate-${id}`, kind: 'veto', when: { formula: reading(id) } }) as const,
    )
    expect(unknown({ root: root('said', 'kind'), gates })).toEqual([])
  })

  it.each<readonly [string, Expression]>([
    ['FORMULA_READS_UNKNOWN', col('nobody')],
    ['FORMULA_READS_UNKNOWN', col('ratio')],
    ['FORMULA_READS_UNKNOWN', points('root')],
    ['FORMULA_OPERANDS', call('+', num(1))],
    ['FORMULA_TOO_LARGE', call('sum', ...Array.from({ length: FORMULA_LIMITS.parts }, () => num(1)))],
    ['FORMULA_TOO_LARGE', Array.from({ length: 100_000 }).reduce<Expression>((inner) => call('abs', inner), num(1))],
  ])('%s', (code, body) => {
    expect(codes({}, formula(body))).toEqual([[code, 'tree/ratio/value']])
  })
})
