import { fault, type Fault } from '../errors.ts'
import { snap } from '../numeric/grid.ts'
import { infiniteValues, lengthFaults, optionFaults, throwFaults } from './finite.ts'

/** How much is there of one unit, or of one indicator. */
export interface Availability {
  readonly missing: number
  readonly zeros: number
  /** Share of cells that are observed. 0 where there is no cell at all. */
  readonly available: number
  /** Share of observed cells that are not zero; null where none is observed. */
  readonly nonZero: number | null
}

/** Least shares, 0 to 1, that a series needs. */
export interface ScreenLimits {
  /** Least share of observed cells. */
  readonly available?: number
  /** Least share of non-zero cells among the observed ones. */
  readonly nonZero?: number
}

/** Limits for units and for indicators, and what is kept or dropped whatever its data. */
export interface ScreenOptions {
  readonly units?: ScreenLimits
  readonly indicators?: ScreenLimits
  /** Units by row, and indicators by column, that stay or go whatever the limits say. */
  readonly force?: {
    readonly units?: ReadonlyMap<number, 'keep' | 'drop'>
    readonly indicators?: ReadonlyMap<number, 'keep' | 'drop'>
  }
}

/** Why a unit or an indicator was dropped. */
export type DropReason = 'availability' | 'zeros' | 'forced'

/** One unit or indicator that was dropped, and why. */
export interface Dropped {
  /** Row of the unit, or place of the indicator. */
  readonly index: number
  readonly reasons: readonly DropReason[]
  readonly availability: Availability
}

/** What is kept and what was dropped, of units and of indicators. */
export interface Screened {
  readonly units: { readonly kept: readonly number[]; readonly dropped: readonly Dropped[] }
  readonly indicators: { readonly kept: readonly number[]; readonly dropped: readonly Dropped[] }
}

/**
 * Counts missing values and zeros of one series of cells.
 *
 * @param cells - NaN is missing.
 * @example availabilityOf([1, 0, NaN, 4]) // { missing: 1, zeros: 1, available: 0.75, nonZero: 2/3 }
 */
export function availabilityOf(cells: Iterable<number>): Availability {
  let [all, missing, zeros] = [0, 0, 0]
  for (const value of cells) {
    all++
    if (Number.isNaN(value)) missing++
    else if (value === 0) zeros++
  }
  const present = all - missing
  return {
    missing,
    zeros,
    available: all === 0 ? 0 : present / all,
    nonZero: present === 0 ? null : 1 - zeros / present,
  }
}

/**
 * Which units and which indicators have enough data, and why each of the others has not.
 *
 * Indicators are screened first, over all units; units then over the indicators that are kept. A share at the limit,
 * on the 1e-9 grid, is enough. A series without any value fails every limit above 0.
 *
 * @param columns - Each of length n; NaN is missing. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS; PREPARE_OPTION_RANGE - a limit is not in 0 to 1;
 * SCREEN_FORCE_UNKNOWN - a forced row or column is not there.
 * @example screen([Float64Array.of(1, NaN), Float64Array.of(2, NaN)], { units: { available: 0.5 } }).units.dropped
 * // [{ index: 1, reasons: ['availability'], availability: { missing: 2, zeros: 0, available: 0, nonZero: null } }]
 * Source: OECD/JRC (2008) Handbook, step 2; COINr 1.1.14, Screen.
 */
export function screen(columns: readonly Float64Array[], options: ScreenOptions): Screened {
  const { units = {}, indicators = {}, force = {} } = options
  const size = columns[0]?.length ?? 0
  throwFaults([
    ...columns.flatMap(infiniteValues),
    ...lengthFaults(
      size,
      columns.map(({ length }) => length),
    ),
    ...limitFaults(units),
    ...limitFaults(indicators),
    ...forceFaults(force.units, size),
    ...forceFaults(force.indicators, columns.length),
  ])
  const ofIndicators = sift(columns, indicators, force.indicators)
  const kept = ofIndicators.kept.map((index) => columns[index] ?? new Float64Array())
  const rows = Array.from({ length: size }, (_, row) => Float64Array.from(kept, (values) => values[row] ?? NaN))
  return { indicators: ofIndicators, units: sift(rows, units, force.units) }
}

/**
 * Which series of cells have enough values.
 *
 * @param series - One a unit or indicator; NaN is missing.
 * @returns Places of those kept, and those dropped with their reasons.
 */
export function sift(
  series: readonly Float64Array[],
  limits: ScreenLimits,
  force: ReadonlyMap<number, 'keep' | 'drop'> = new Map(),
): Screened['units'] {
  const kept: number[] = []
  const dropped: Dropped[] = []
  for (const [index, cells] of series.entries()) {
    const availability = availabilityOf(cells)
    const forced = force.get(index)
    const reasons = forced === 'drop' ? (['forced'] as const) : forced === 'keep' ? [] : failures(availability, limits)
    if (reasons.length > 0) dropped.push({ index, reasons, availability })
    else kept.push(index)
  }
  return { kept, dropped }
}

function failures(found: Availability, { available = 0, nonZero = 0 }: ScreenLimits): readonly DropReason[] {
  const reasons: DropReason[] = []
  if (snap(found.available) < snap(available)) reasons.push('availability')
  if (snap(found.nonZero ?? 0) < snap(nonZero)) reasons.push('zeros')
  return reasons
}

const limitFaults = ({ available = 0, nonZero = 0 }: ScreenLimits): readonly Fault[] => [
  ...optionFaults('available', available, [0, 1]),
  ...optionFaults('nonZero', nonZero, [0, 1]),
]

const forceFaults = (force: ReadonlyMap<number, unknown> = new Map(), size: number): readonly Fault[] =>
  [...force.keys()]
    .filter((index) => !Number.isInteger(index) || index < 0 || index >= size)
    .map((index) => fault('SCREEN_FORCE_UNKNOWN', { index, size }))
