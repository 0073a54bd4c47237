import { fault, type Fault } from '@plumbline/kernel'

/** A fault for each threshold outside its range: THRESHOLD_OUT_OF_RANGE. */
export function thresholdFaults(
  thresholds: Readonly<Record<string, number>>,
  { least, most }: { readonly least: number; readonly most: number },
): Fault[] {
  return Object.entries(thresholds)
    .filter(([, value]) => !(value >= least && value <= most))
    .map(([name, value]) => fault('THRESHOLD_OUT_OF_RANGE', { name, value: String(value), least, most }))
}
