import type { FaultPlace } from '@plumbline/kernel'

/** What faults call the indicators, units and experts; without a name they are numbered from 1. */
export interface Names {
  readonly indicators?: readonly string[]
  readonly units?: readonly string[]
  readonly experts?: readonly string[]
}

export const indicatorName = (index: number, names: Names = {}): string =>
  names.indicators?.[index] ?? String(index + 1)
export const unitName = (index: number, names: Names = {}): string => names.units?.[index] ?? String(index + 1)
export const expertName = (index: number, names: Names = {}): string => names.experts?.[index] ?? String(index + 1)

/** Place of a fault at an indicator, and at a unit of it where one is known. */
export function placeOf(names: Names | undefined, indicator: number, unit?: number): FaultPlace {
  const id = indicatorName(indicator, names)
  return unit === undefined ? { id } : { id, unit: unitName(unit, names) }
}
