import { Blank, type Column } from '@plumbline/kernel'
import type { Reading } from '../cells/reading.ts'

/** A column that grows by doubling: no object for each cell, whatever the number of rows. */
export interface GrowingColumn {
  readonly push: (reading: Reading) => void
  readonly finish: () => Column
}

export function growingColumn(): GrowingColumn {
  let size = 0
  let values = new Float64Array(256)
  let blanks = new Uint8Array(256)
  const ratings = new Map<number, readonly number[]>()

  const grow = (): void => {
    const [oldValues, oldBlanks] = [values, blanks]
    values = new Float64Array(size * 2)
    values.set(oldValues)
    blanks = new Uint8Array(size * 2)
    blanks.set(oldBlanks)
  }

  return {
    push: (reading) => {
      if (size === values.length) grow()
      values[size] = reading.value
      blanks[size] = Number.isNaN(reading.value) && reading.blank === Blank.none ? Blank.unanswered : reading.blank
      if (reading.ratings) ratings.set(size, reading.ratings)
      size++
    },
    finish: () => ({
      values: values.slice(0, size),
      blanks: blanks.slice(0, size),
      ...(ratings.size > 0 ? { ratings } : {}),
    }),
  }
}
