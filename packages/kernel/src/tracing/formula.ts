import type { Plan } from '../compile.ts'
import { Blank, type Dataset } from '../dataset.ts'
import { evaluate, type Cells } from '../formula/evaluate.ts'
import { referencesOf, type FormulaSpec, type Reference } from '../formula/expression.ts'
import { onGrid } from '../formula/grid.ts'
import { paramAt } from '../formula/inputs.ts'
import { readerOf } from '../formula/reader.ts'
import type { Framework, IndicatorSpec } from '../framework.ts'
import type { TraceFormula, TraceIndicator } from '../trace.ts'
import { numberOrNull } from './values.ts'

/** An indicator's formulas or program in one row, with the numbers put in; nothing where it has none. */
export function traceFormulas(
  { framework }: Plan,
  { value, code, notApplicable }: IndicatorSpec,
  { dataset, row }: { readonly dataset: Dataset; readonly row: number },
): Pick<TraceIndicator, 'formula' | 'code' | 'notApplicable'> {
  const cells = readerOf(framework, dataset)
  const read = (reference: Reference): number | null => numberOrNull(cells(reference).values[row])
  const given = (id: string): number | null => numberOrNull(dataset.columns.get(id)?.values[row])
  return {
    ...(value && { formula: traceFormula(framework, value, read) }),
    ...(code && { code: { file: code.file, inputs: code.inputs.map((id) => ({ id, value: given(id) })) } }),
    ...(notApplicable && { notApplicable: traceFormula(framework, notApplicable, read) }),
  }
}

/**
 * A formula with the numbers put in.
 *
 * @param read - The value of a name in the row; null where missing.
 */
export function traceFormula(
  { params = [], asOf = '' }: Framework,
  { text, body }: FormulaSpec,
  read: (reference: Reference) => number | null,
): TraceFormula {
  const { values } = evaluate(body, { size: 1, read: (reference) => cell(read(reference)), fail: () => undefined })
  return {
    text,
    names: referencesOf(body).map((reference) => {
      const { op: kind, id, from, to } = reference
      const dated = kind === 'param' ? params.find((param) => param.id === id) : undefined
      const since = dated && paramAt(dated, asOf)?.from
      return { id, kind, from, to, value: read(reference), ...(since !== undefined && { since }) }
    }),
    value: numberOrNull(onGrid(values[0] ?? NaN)),
  }
}

function cell(value: number | null): Cells {
  return {
    values: Float64Array.of(value ?? NaN),
    blanks: Uint8Array.of(value === null ? Blank.unanswered : Blank.none),
  }
}
