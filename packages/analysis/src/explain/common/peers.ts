import { Status, type Result } from '@plumbline/kernel'
import type { RowOf } from './rows.ts'

/** Below so many peers a summary would say something about single ones. */
export const LEAST_PEERS = 5

/** The other graded rows of the same period and peer group; the row itself is not its own peer. */
export function peersOf({ status }: Result, { dataset, row }: RowOf): readonly number[] {
  const { periods, groups, units } = dataset
  return Array.from(units.keys()).filter(
    (other) =>
      other !== row &&
      status[other] === Status.graded &&
      periods[other] === periods[row] &&
      groups[other] === groups[row],
  )
}
