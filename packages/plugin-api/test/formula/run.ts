import { Blank, evaluate, onGrid, type Cells, type Failure } from '@plumbline/kernel'
import { compileFormula, parseUnit, type FormulaProblem, type FormulaScope, type ScopeItem } from '../../src/index.ts'

const number = (id: string, zh: string, unit: string | null = null): ScopeItem => ({
  id,
  zh,
  en: `${id} en`,
  kind: 'column',
  type: { kind: 'number' },
  unit: unit === null ? null : parseUnit(unit),
})
const options = [
  { id: 't3', zh: '三级', en: 'Tertiary' },
  { id: 't2', zh: '二级', en: 'Secondary' },
]

export const SCOPE: FormulaScope = {
  items: [
    number('a', '甲'),
    number('b', '乙'),
    number('c-d', '丙'),
    number('cases', '病例', '例'),
    number('ai-cases', 'AI病例', '例'),
    number('money', '金额', '万元'),
    { ...number('yes', '是否'), type: { kind: 'boolean' } },
    { ...number('tier', '级别'), type: { kind: 'choice', options } },
    { ...number('goal', '目标'), kind: 'param' },
    number('twin-1', '双'),
    number('twin-2', '双'),
  ],
  scores: [{ id: 'root', zh: '总', en: 'Composite' }],
}

/** A number, `N/A`, or null for a value that is missing. */
export type Given = number | 'N/A' | null

export interface Ran {
  /** On the grid; null where missing, the blank's number beside it. */
  readonly value: number | null
  readonly blank: number
  readonly failures: readonly Failure[]
}

/** Compiles and runs a formula in one row; names without a value are unanswered. */
export function run(
  text: string,
  row: Readonly<Record<string, Given>> = {},
  type: 'number' | 'boolean' = 'number',
): Ran {
  const { formula, problems } = compileFormula(text, { scope: SCOPE, type })
  if (!formula) throw new Error(`${text}: ${JSON.stringify(problems)}`)
  const failures: Failure[] = []
  const { values, blanks } = evaluate(formula.body, {
    size: 1,
    read: ({ id }) => cell(row[id]),
    fail: (failure) => failures.push(failure),
  })
  const value = onGrid(values[0] ?? NaN)
  return { value: Number.isNaN(value) ? null : value, blank: blanks[0] ?? 0, failures }
}

export const problemsOf = (text: string, type: 'number' | 'boolean' = 'number'): readonly FormulaProblem[] =>
  compileFormula(text, { scope: SCOPE, type }).problems

export const codesOf = (text: string, type: 'number' | 'boolean' = 'number'): readonly string[] =>
  problemsOf(text, type).map(({ code }) => code)

function cell(value: Given | undefined): Cells {
  if (typeof value === 'number') return { values: Float64Array.of(value), blanks: Uint8Array.of(Blank.none) }
  const blank = value === 'N/A' ? Blank.notApplicable : Blank.unanswered
  return { values: Float64Array.of(NaN), blanks: Uint8Array.of(blank) }
}
