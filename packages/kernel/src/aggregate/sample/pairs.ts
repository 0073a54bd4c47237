import { cell, rangesOf, type Sample } from './sample.ts'

/** Two rows differ in a column from here on, measured by the column's range; below it is rounding. */
const ROUNDING = 1e-12

/** The lead of one row over another in each column, positive where it is ahead; NaN where not both have a value. */
export type Leads = (one: number, other: number) => Float64Array

/** Reads leads of a sample; the array is filled again by every call. Equal but for rounding is a lead of 0. */
export function leadsOf(sample: Sample): Leads {
  const { columns, values } = sample
  const least = Float64Array.from(rangesOf(sample), ({ low, high }) => ROUNDING * (high - low))
  const leads = new Float64Array(columns)
  return (one, other) => {
    for (let column = 0; column < columns; column++) {
      const lead = cell(values, one * columns + column) - cell(values, other * columns + column)
      leads[column] = Math.abs(lead) <= cell(least, column) ? 0 : lead
    }
    return leads
  }
}

/** Weight of the columns that both rows have. */
export function commonWeight({ shares }: Sample, leads: Float64Array): number {
  let sum = 0
  for (let column = 0; column < leads.length; column++) if (!Number.isNaN(leads[column])) sum += cell(shares, column)
  return sum
}
