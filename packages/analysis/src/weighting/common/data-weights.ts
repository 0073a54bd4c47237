import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import type { Direction } from './direction.ts'
import type { Names } from './names.ts'
import { toShares } from './shares.ts'

/** Weights that come from the data alone. */
export interface DataWeights {
  /** Length m, in the order of the columns; sum 1, none negative. */
  readonly weights: readonly number[]
  /** Positions of the constant indicators, from 0: they tell no units apart and weigh 0. */
  readonly constant: readonly number[]
}

/** Names and directions of the columns. */
export interface DataOptions {
  /** One per column; all positive when not given. */
  readonly directions?: readonly Direction[]
  readonly names?: Names
}

/**
 * Importances from the data to weights: constant indicators get 0, the rest share 1.
 *
 * @param importance - Of column j, asked only for a column that varies.
 * @throws FaultError WEIGHTS_NOTHING_VARIES - every indicator is constant, so the data say nothing about weights.
 * @throws FaultError WEIGHTS_ALL_ZERO, WEIGHTS_NOT_COMPUTABLE - see `toShares`.
 */
export function dataWeights(
  columns: readonly Column[],
  importance: (column: Column, j: number) => number,
): DataWeights {
  const constant = constantColumns(columns)
  if (constant.length === columns.length) throw new FaultError([fault('WEIGHTS_NOTHING_VARIES')])
  if (columns.length === 1) return { weights: [1], constant: [] }
  return { weights: toShares(columns.map((column, j) => (constant.includes(j) ? 0 : importance(column, j)))), constant }
}

/** Positions of the columns in which every value that is there is the same. */
export const constantColumns = (columns: readonly Column[]): number[] =>
  columns.flatMap((column, j) => (isConstant(column) ? [j] : []))
