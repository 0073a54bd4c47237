import { fault, type Fault } from '@plumbline/kernel'

/** A fault for each threshold outside its range, or not finite: THRESHOLD_OUT_OF_RANGE. Infinity stands for no limit. */
export function thresholdFaults(
  thresholds: Readonly<Record<string, number>>,
  { least, most }: { readonly least: number; readonly most: number },
): Fault[] {
  return Object.entries(thresholds)
    .filter(([, value]) => !(Number.isFinite(value) && value >= least && value <= most))
    .map(([name, value]) =>
      fault('THRESHOLD_OUT_OF_RANGE', { name, value: String(value), least: limit(least), most: limit(most) }),
    )
}

const limit = (value: number): string => String(value).replace('Infinity', '∞')
