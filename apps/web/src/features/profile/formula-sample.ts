import { sampleFormula, type SampleDetail } from '@plumbline/i18n'
import { readsSample, type TraceIndicator } from '@plumbline/kernel'
import { plain } from '../../shared/format.ts'
import type { FormulaStep } from './formula-step.ts'

/** The sum of a normaliser that reads a sample, the sample it read, and the end at which the score is held. */
export function sampleSteps(
  { normalise, preparation, score, held }: TraceIndicator,
  value: number,
  detail: SampleDetail,
): readonly FormulaStep[] {
  const spec = preparation?.normalise ?? normalise
  if (!readsSample(spec)) return []
  const { count, minimum, maximum, mean, deviation } = detail
  if (minimum === maximum && spec.constant === score) {
    return [{ result: score, note: { key: 'sampleConstant', values: {} } }]
  }
  const figures = { count, minimum, maximum, mean, deviation }
  const values = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, plain(figure)]))
  const sum: FormulaStep = {
    expression: sampleFormula(spec, { value, detail, plain }),
    note: { key: 'sampleWhere', values },
    ...(held === 0 && { result: score }),
  }
  if (held === 0) return [sum]
  return [sum, { result: score, note: { key: held === 1 ? 'heldHigh' : 'heldLow', values: {} } }]
}
