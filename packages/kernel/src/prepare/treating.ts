import type { Dataset } from '../dataset.ts'
import { fault, FaultError, type Fault } from '../errors.ts'
import { sampleStatistics, type SampleStatistics } from '../normalise/sample/statistics.ts'
import { readsSample } from '../normalise/sample/spec.ts'
import { frozenStatistics } from '../normalise/sample/frozen.ts'
import { carryNormalise } from '../pipeline/carry.ts'
import type { Settings } from '../pipeline/settings.ts'
import type { TreatSpec } from '../pipeline/spec.ts'
import { transformValue, type Transform } from '../treat/transform.ts'
import { treatColumn } from '../treat/treat.ts'
import type { PreparedPart, TreatedMark } from './prepared.ts'
import type { Part } from './samples.ts'
import { pick, placed } from './table.ts'

export interface TreatedColumn {
  /** Length of the table. */
  readonly values: Float64Array
  readonly marks: ReadonlyMap<number, TreatedMark>
  readonly parts: readonly PreparedPart[]
}

interface Where {
  readonly table: Dataset
  readonly parts: readonly Part[]
  readonly faults: Fault[]
}

/**
 * Treats one column part by part: fitted to the part's sample, done to all its rows, targets and goalposts carried
 * through; then takes the statistics that the normaliser reads.
 */
export function treatParts(settings: Settings, before: Float64Array, { table, parts, faults }: Where): TreatedColumn {
  const values = Float64Array.from(before)
  const marks = new Map<number, TreatedMark>()
  const treated = parts.flatMap((part) => {
    const treat = (): PreparedPart => {
      const fit = fitTreatment(settings.treat, pick(before, part.sample))
      for (const [row, mark] of treatRows(before, part.rows, fit.transforms)) {
        values[row] = mark.after
        marks.set(row, mark)
      }
      const normalise = carryNormalise(settings.spec.normalise, fit.transforms)
      return { ...part, ...fit, normalise, statistics: statisticsOf(settings, pick(values, part.sample)) }
    }
    return placed(treat, { id: settings.spec.id, rows: part.rows, table, faults }) ?? []
  })
  return { values, marks, parts: treated }
}

function fitTreatment(treat: TreatSpec | null, sample: Float64Array): Pick<PreparedPart, 'transforms' | 'treated'> {
  if (!treat) return { transforms: [], treated: null }
  if ('transforms' in treat) return { transforms: treat.transforms, treated: null }
  const { transforms, outcome, before, after, attempts } = treatColumn(sample, treat)
  return { transforms, treated: { outcome, before, after, attempts } }
}

/** The rows that the transforms change. */
function* treatRows(
  values: Float64Array,
  rows: readonly number[],
  transforms: readonly Transform[],
): Generator<readonly [row: number, mark: TreatedMark]> {
  for (const [place, row] of rows.entries()) {
    const before = values[row] ?? NaN
    if (Number.isNaN(before)) continue
    const { after, held } = transforms.reduce(passThrough, { after: before, held: false })
    if (!Number.isFinite(after)) {
      throw new FaultError([fault('TREAT_CARRY_DOMAIN', { value: String(before), row: place + 1 })])
    }
    if (after !== before) yield [row, { before, after, held }]
  }
}

/** A value outside what a logarithm was fitted to is held at the end of the sample, which has one. */
function passThrough(
  { after, held }: { readonly after: number; readonly held: boolean },
  transform: Transform,
): { readonly after: number; readonly held: boolean } {
  const through = transformValue(transform, after)
  if (Number.isFinite(through) || transform.kind === 'clamp') return { after: through, held }
  return { after: transformValue(transform, transform.from), held: true }
}

function statisticsOf({ spec: { normalise } }: Settings, sample: Float64Array): SampleStatistics | null {
  if (!readsSample(normalise)) return null
  return normalise.sample ? frozenStatistics(normalise.sample) : sampleStatistics(sample)
}
