/**
 * Rows that are scored by comparison with each other: a table of m rows and n columns, row after row. More is better in
 * every column.
 */
export interface Sample {
  readonly rows: number
  readonly columns: number
  /** NaN where the row does not have it. */
  readonly values: Float64Array
  /** Weight of each value within its row, of sum 1; 0 where the row does not have it. */
  readonly weights: Float64Array
  /** Length n: the columns' weights. Two rows are compared with those of the columns that both have, re-shared. */
  readonly shares: Float64Array
}

/** Scores of a sample on 0 to 100. */
export interface SampleScores {
  /** Length m. */
  readonly score: Float64Array
  /** m by n: the points of its row's score that each value gives; they add up to it. */
  readonly points: Float64Array
}

/** One way to score a sample. */
export type SampleAggregator = (sample: Sample) => SampleScores

/** Reads past the end do not happen; the type system cannot know. */
export const cell = (table: Float64Array, index: number): number => table[index] ?? NaN

/** Columns that a row has, as places in the tables. */
export function* valuesOf(
  { columns, values }: Sample,
  row: number,
): Generator<readonly [place: number, column: number]> {
  for (let column = 0; column < columns; column++) {
    const place = row * columns + column
    if (!Number.isNaN(cell(values, place))) yield [place, column]
  }
}

/** So near, measured by their size, two numbers differ by rounding alone. */
const ROUNDING = 1e-12

/** True where the ends of a range are one number, but for rounding. */
export const isFlat = (low: number, high: number): boolean =>
  high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high))

/** Lowest and highest value of a column. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** The range of each column over the rows that have it; a column that nobody has runs from Infinity to -Infinity. */
export const rangesOf = ({ columns, values }: Sample): readonly Range[] =>
  Array.from({ length: columns }, (_, column) => rangeOf(values.filter((_value, place) => place % columns === column)))

/** Lowest and highest of some numbers; NaN is passed over. */
export function rangeOf(numbers: Float64Array): Range {
  let [low, high] = [Infinity, -Infinity]
  for (const value of numbers) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}

/**
 * Min-max over the sample: 0 the worst, 1 the best. Where all are equal everyone is the best.
 *
 * @returns m by n; NaN where a row has no value.
 */
export function minMaxOf(sample: Sample): Float64Array {
  const ranges = rangesOf(sample)
  return sample.values.map((value, place) => {
    const { low, high } = ranges[place % sample.columns] ?? { low: 0, high: 0 }
    return Number.isNaN(value) ? NaN : isFlat(low, high) ? 1 : (value - low) / (high - low)
  })
}

/** Shares a row's score among its values in proportion to `parts`, or by their weights where all parts are 0. */
export function splitScores(sample: Sample, score: Float64Array, parts: Float64Array): Float64Array {
  const points = new Float64Array(parts.length)
  for (let row = 0; row < sample.rows; row++) {
    let sum = 0
    for (const [place] of valuesOf(sample, row)) sum += cell(parts, place)
    const [by, total] = sum > 0 ? [parts, sum] : [sample.weights, 1]
    for (const [place] of valuesOf(sample, row)) points[place] = cell(score, row) * (cell(by, place) / total)
  }
  return points
}
