import type { TraceIndicator } from '@plumbline/kernel'
import { plain } from '../../shared/format.ts'
import type { FormulaStep } from './formula-step.ts'

/** An expert panel's sum: the mean of what is left of the ratings, then the rating scale on 0 to 100. */
export function panelSteps({ score, normalise, detail }: TraceIndicator): readonly FormulaStep[] {
  if (detail.kind !== 'panel' || normalise.method !== 'expert' || detail.tooFew || score === null) return []
  const [low, high] = normalise.scale
  const { steps, value } = centre(detail.ratings, normalise.aggregate)
  return [...steps, ...onScale(value, low, high)]
}

/** A panel's own result, reported without its ratings. */
export function panelResult(raw: number, [low, high]: readonly [number, number]): readonly FormulaStep[] {
  const scaled = onScale(raw, low, high)
  return scaled.length > 0 ? scaled : [{ result: raw, note: { key: 'panelResult', values: {} } }]
}

function centre(
  ratings: readonly number[],
  how: 'trimmed-mean' | 'mean' | 'median',
): { steps: FormulaStep[]; value: number } {
  const sorted = ratings.toSorted((a, b) => a - b)
  if (how === 'median') {
    const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
    const value = mean(middle)
    return { value, steps: [{ expression: meanText(middle), result: value, note: { key: 'panelMedian', values: {} } }] }
  }
  const trims = how === 'trimmed-mean' && sorted.length > 2
  const kept = trims ? sorted.slice(1, -1) : sorted
  const value = mean(kept)
  const step: FormulaStep = trims
    ? {
        expression: meanText(kept),
        result: value,
        note: { key: 'dropped', values: { high: plain(sorted.at(-1)), low: plain(sorted[0]) } },
      }
    : { expression: meanText(kept), result: value, note: { key: 'panelMean', values: {} } }
  return { value, steps: [step] }
}

function onScale(value: number, low: number, high: number): readonly FormulaStep[] {
  if (low === 0 && high === 100) return []
  return [
    {
      expression: `(${plain(value)} − ${plain(low)}) ÷ (${plain(high)} − ${plain(low)}) × 100`,
      result: ((value - low) / (high - low)) * 100,
      note: { key: 'toScale', values: {} },
    },
  ]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const meanText = (values: readonly number[]): string =>
  values.length === 1 ? plain(values[0]) : `(${values.map((value) => plain(value)).join(' + ')}) ÷ ${values.length}`
