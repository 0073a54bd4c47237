import { isBranch, type Plan } from '../compile.ts'
import { Blank } from '../dataset.ts'
import type { Fault } from '../errors.ts'
import { evaluate, type Cells, type Failure } from '../formula/evaluate.ts'
import { referencesOf, type FormulaSpec, type Reference } from '../formula/expression.ts'
import { failureFaults } from '../formula/faults.ts'
import { paramValues } from '../formula/reader.ts'
import type { GateSpec } from '../framework.ts'
import { Truth } from './condition.ts'
import type { ScoredData } from './gates.ts'
import type { RowRef } from './look-back.ts'
import type { Reader, Reading } from './readings.ts'

export interface JudgedFormula {
  readonly truth: Truth
  /** Undecided only because of leaves that count as 0 when missing: a cap leans towards holding. */
  readonly leans: boolean
  readonly faults: readonly Fault[]
}

/** One row, with the row from which facts are read. */
export interface JudgedRow {
  readonly gate: GateSpec
  readonly row: number
  readonly facts: RowRef
}

/** Reads one name of a gate's formula in one row. */
export type FormulaReader = (reference: Reference, row: number, facts: RowRef) => Reading

/** A reader of the names in gates' formulas: facts as the gate looks back, everything else from the row itself. */
export function formulaReader(
  plan: Plan,
  { dataset, reader }: Pick<ScoredData, 'dataset'> & { readonly reader: Reader },
): FormulaReader {
  const facts = new Set(plan.framework.facts.map(({ id }) => id))
  const params = paramValues(plan.framework)
  return ({ op, id }, row, from) => {
    if (op === 'param') return params.get(id) ?? 'missing'
    if (op === 'score') return reader({ node: id, op: '==', value: 0 }, row, from)
    if (facts.has(id)) return reader({ fact: id, op: '==', value: 0 }, row, from)
    if (plan.indexOf.has(id)) return reader({ leaf: id, op: '==', value: 0 }, row, from)
    const column = dataset.columns.get(id)
    if (column?.blanks[row] === Blank.notApplicable) return 'not-applicable'
    return column?.blanks[row] === Blank.none ? (column.values[row] ?? NaN) : 'missing'
  }
}

/** Judges the formulas of gates, a row at a time. A formula that is not applicable does not hold. */
export function formulaJudge(
  plan: Plan,
  { dataset, reader }: Pick<ScoredData, 'dataset'> & { readonly reader: Reader },
): (formula: FormulaSpec, judged: JudgedRow) => JudgedFormula {
  const readName = formulaReader(plan, { dataset, reader })

  return ({ text, body }, { gate, row, facts }) => {
    const failures: Failure[] = []
    const read = (reference: Reference): Cells => cellsOf(readName(reference, row, facts))
    const { values, blanks } = evaluate(body, { size: 1, read, fail: (failure) => failures.push(failure) })
    const missing = referencesOf(body).filter((reference) => readName(reference, row, facts) === 'missing')
    const place = { units: [dataset.units[row] ?? ''], periods: [facts.period] }
    return {
      truth: truthOf(values[0], blanks[0]),
      leans: failures.length === 0 && missing.length > 0 && missing.every(countsAsZero),
      faults: failureFaults(failures, { text, id: gate.id, dataset: place }),
    }
  }

  function countsAsZero({ op, id }: Reference): boolean {
    const node = plan.nodes[plan.indexOf.get(id) ?? -1]
    if (op !== 'column' || node === undefined || isBranch(node)) return false
    return (node.spec.missing ?? plan.framework.missing) === 'zero'
  }
}

function truthOf(value: number | undefined, blank: number | undefined): Truth {
  if (blank === Blank.notApplicable) return Truth.false
  if (blank !== Blank.none) return Truth.undecided
  return value === 1 ? Truth.true : Truth.false
}

function cellsOf(reading: Reading): Cells {
  if (typeof reading === 'number') return { values: Float64Array.of(reading), blanks: Uint8Array.of(Blank.none) }
  const blank = reading === 'missing' ? Blank.unanswered : Blank.notApplicable
  return { values: Float64Array.of(NaN), blanks: Uint8Array.of(blank) }
}
