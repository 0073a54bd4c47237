import { validateFramework, type FormulaSpec, type Framework } from '@plumbline/kernel'
import { literalsOf } from '@plumbline/plugin-api'
import type { Mutant } from './mutants.ts'
import { nodesOf, withNode, withNumber } from './tree.ts'

/** A formula of a standard, with the way to put another in its place. */
interface Placed {
  readonly id: string
  readonly field: 'value' | 'notApplicable' | 'when'
  readonly formula: FormulaSpec
  readonly replaced: (formula: FormulaSpec) => Framework
}

/** A count moves by one, a larger number by this share. */
const SHARE = 0.1
const COUNT = 10

/** Every number that stands in a formula: values and rules of indicators, conditions of gates. */
export function formulaMutants(framework: Framework): readonly Mutant[] {
  return placedFormulas(framework).flatMap(({ id, field, formula, replaced }) =>
    literalsOf(formula).flatMap(({ value, from, path }) => {
      const to = Number.isInteger(value) && value < COUNT ? value + 1 : value * (1 + SHARE)
      const mutated = replaced({ ...formula, body: withNumber(formula.body, path, to) })
      if (validateFramework(mutated).length > 0) return []
      return [{ kind: 'formula', id, field, place: from + 1, from: String(value), to: shown(to), framework: mutated }]
    }),
  )
}

function placedFormulas(framework: Framework): readonly Placed[] {
  const ofNodes = nodesOf(framework).flatMap(({ spec }) => {
    if (spec.kind !== 'indicator') return []
    return (['value', 'notApplicable'] as const).flatMap((field): readonly Placed[] => {
      const formula = spec[field]
      const replaced = (next: FormulaSpec): Framework =>
        withNode(framework, spec.id, (own) => (own.kind === 'indicator' ? { ...own, [field]: next } : own))
      return formula ? [{ id: spec.id, field, formula, replaced }] : []
    })
  })
  const ofGates = framework.gates.flatMap((gate): readonly Placed[] => {
    const { id, when } = gate
    if (!('formula' in when)) return []
    const replaced = (formula: FormulaSpec): Framework => ({
      ...framework,
      gates: framework.gates.map((one) => (one.id === id ? { ...one, when: { formula } } : one)),
    })
    return [{ id, field: 'when', formula: when.formula, replaced }]
  })
  return [...ofNodes, ...ofGates]
}

/** As a person would write it: no trace of binary fractions. */
const shown = (value: number): string => String(Number(value.toPrecision(6)))
