import type { FormulaSpec, IndicatorSpec } from '@plumbline/kernel'
import { compileFormula, parseUnit, type CompiledFormula, type ManifestIndicator } from '@plumbline/plugin-api'
import type { FormulaScopes } from './scope.ts'

/** The raw value's formula: a number in the indicator's unit of measure, true or false for a boolean. */
export function compileValue(node: ManifestIndicator, scopes: FormulaScopes): CompiledFormula | null {
  if (node.value === undefined) return null
  const scope = scopes.value
  const items = scope.items.filter(({ id }) => id !== node.id)
  const isBoolean = node.type === 'boolean'
  return compileFormula(node.value, {
    scope: { ...scope, items },
    type: isBoolean ? 'boolean' : 'number',
    unit: isBoolean || node.type === 'level' ? null : parseUnit(node.unit.zh),
  })
}

export function compileRule(node: ManifestIndicator, scopes: FormulaScopes): CompiledFormula | null {
  if (!node.notApplicable) return null
  return compileFormula(node.notApplicable.when, { scope: scopes.notApplicable, type: 'boolean' })
}

export const compileGate = (when: string, { gate }: FormulaScopes): CompiledFormula =>
  compileFormula(when, { scope: gate, type: 'boolean' })

/** An indicator's formulas for the kernel; those with problems, which have been told, are left out. */
export function indicatorFormulas(
  node: ManifestIndicator,
  scopes: FormulaScopes,
): Pick<IndicatorSpec, 'value' | 'notApplicable'> {
  const [value, notApplicable] = [compileValue(node, scopes)?.formula, compileRule(node, scopes)?.formula]
  return { ...(value && { value }), ...(notApplicable && { notApplicable }) }
}

/** Holds nowhere: stands for a formula with problems, which have been told. */
export const NEVER: FormulaSpec = { text: 'false', body: { op: 'value', value: 0 } }
