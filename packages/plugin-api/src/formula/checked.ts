import type { Expression } from '@plumbline/kernel'
import type { FormulaScope, ScopeType } from './scope.ts'
import type { FormulaProblem } from './syntax.ts'
import type { Unit } from './units.ts'

/** A part of a formula that has been understood. */
export interface Checked {
  readonly expression: Expression
  readonly type: CheckedType
  readonly unit: Unit
  /** Offsets of the part in the text. */
  readonly from: number
  readonly to: number
}

export type CheckedType =
  | ScopeType
  /** A literal in quotes, before the choice beside it says which option it is. */
  | { readonly kind: 'string'; readonly value: string }
  /** Something was wrong below, and has been told: no further fault is drawn from it. */
  | { readonly kind: 'unknown' }

export interface CheckContext {
  readonly scope: FormulaScope
  readonly report: (problem: FormulaProblem) => void
}

type Span = Pick<Checked, 'from' | 'to'>

export const NUMBER: CheckedType = { kind: 'number' }
export const BOOLEAN: CheckedType = { kind: 'boolean' }

/** Stands in for a part that is wrong. */
export const unknown = ({ from, to }: Span): Checked => ({
  expression: { op: 'value', value: 0 },
  type: { kind: 'unknown' },
  unit: null,
  from,
  to,
})

/** Reports a part whose type is not the one that is needed. */
export function expectType(part: Checked, expected: 'number' | 'boolean', { report }: CheckContext): void {
  const actual = part.type.kind
  if (actual === expected || actual === 'unknown') return
  report({ code: 'FORMULA_TYPE', params: { expected, actual }, from: part.from, to: part.to })
}
