import type { Dataset } from '../dataset.ts'
import { fault, type Fault } from '../errors.ts'
import type { Condition, Framework } from '../framework.ts'
import { walk } from '../validate/walk.ts'
import { nothing, type Cells } from './evaluate.ts'
import { referencesOf, type FormulaSpec, type Reference } from './expression.ts'
import { paramAt } from './inputs.ts'

/** Reads a formula's names: columns of the dataset (absent ones are unanswered) and parameters as of the date. */
export function readerOf(framework: Framework, { size, columns }: Dataset): (reference: Reference) => Cells {
  const values = paramValues(framework)
  return ({ op, id }) => {
    if (op !== 'param') return columns.get(id) ?? nothing(size)
    return { values: new Float64Array(size).fill(values.get(id) ?? NaN), blanks: new Uint8Array(size) }
  }
}

/** Every parameter that has a value as of the framework's date. */
export function paramValues({ params = [], asOf = '' }: Framework): ReadonlyMap<string, number> {
  return new Map(
    params.flatMap((param) => {
      const dated = paramAt(param, asOf)
      return dated ? [[param.id, dated.value] as const] : []
    }),
  )
}

/** PARAM_WITHOUT_DATE for each parameter that a formula reads while the framework has no date to read it at. */
export function dateFaults(framework: Framework): readonly Fault[] {
  if (framework.asOf !== undefined) return []
  const read = formulasOf(framework).flatMap(({ formula }) => referencesOf(formula.body))
  const ids = new Set(read.filter(({ op }) => op === 'param').map(({ id }) => id))
  return [...ids].map((id) => fault('PARAM_WITHOUT_DATE', {}, { id, path: `params/${id}` }))
}

/** A formula and where it stands. */
export interface PlacedFormula {
  readonly formula: FormulaSpec
  /** Indicator or gate that has it. */
  readonly id: string
  readonly path: string
  /** What the formula decides, and so what it may read. */
  readonly role: 'value' | 'not-applicable' | 'gate'
}

/**
 * Every formula of a framework, in its order.
 *
 * @example formulasOf(framework) // []
 */
export function formulasOf({ root, gates }: Framework): readonly PlacedFormula[] {
  const ofTree = walk(root).flatMap(({ node, path }): readonly PlacedFormula[] => {
    if (node.kind === 'branch') return []
    const { id, value, notApplicable } = node
    return [
      ...(value ? [{ formula: value, id, path: `${path}/value`, role: 'value' as const }] : []),
      ...(notApplicable
        ? [{ formula: notApplicable, id, path: `${path}/notApplicable/when`, role: 'not-applicable' as const }]
        : []),
    ]
  })
  const ofGates = gates.flatMap(({ id, when }) =>
    formulasIn(when).map((formula) => ({ formula, id, path: `gates/${id}/when`, role: 'gate' as const })),
  )
  return [...ofTree, ...ofGates]
}

/**
 * The formulas of a condition, in reading order.
 *
 * @example formulasIn({ leaf: 'staff', op: '<', value: 50 }) // []
 */
export function formulasIn(condition: Condition): readonly FormulaSpec[] {
  if ('formula' in condition) return [condition.formula]
  if ('not' in condition) return formulasIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(formulasIn)
  return 'any' in condition ? condition.any.flatMap(formulasIn) : []
}
