import type { FaultParam } from '@plumbline/kernel'

/** A formula as written: the tree that the parser makes and the checker reads. */
export type Syntax =
  | { readonly kind: 'number'; readonly value: number; readonly from: number; readonly to: number }
  | { readonly kind: 'string'; readonly value: string; readonly from: number; readonly to: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly from: number; readonly to: number }
  | { readonly kind: 'name'; readonly name: string; readonly from: number; readonly to: number }
  | {
      /** An operator or keyword, under the name that the kernel has for it. */
      readonly kind: 'operation'
      readonly op: SyntaxOperator
      readonly args: readonly Syntax[]
      /** Offset of the operator itself. */
      readonly at: number
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly Syntax[]
      readonly at: number
      readonly from: number
      readonly to: number
    }

export type SyntaxOperator =
  | 'negate'
  | '+'
  | '-'
  | '*'
  | '/'
  | '**'
  | '<'
  | '<='
  | '>'
  | '>='
  | '='
  | '!='
  | 'between'
  | 'in'
  | 'and'
  | 'or'
  | 'not'
  | 'if'

/** Something wrong at a place of a formula: offsets in its text. */
export interface FormulaProblem {
  readonly code: string
  readonly params: Readonly<Record<string, FaultParam>>
  readonly from: number
  readonly to: number
}
