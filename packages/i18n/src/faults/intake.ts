import { intakeCellFaults } from './intake-cells.ts'
import { intakeFileFaults } from './intake-file.ts'
import { intakeHeaderFaults } from './intake-header.ts'
import { intakeRowFaults } from './intake-rows.ts'
import type { FaultWordings } from './wording.ts'

/** Faults of data files: the file, its header, its rows, its cells. */
export const intakeFaults: FaultWordings = {
  ...intakeFileFaults,
  ...intakeHeaderFaults,
  ...intakeRowFaults,
  ...intakeCellFaults,
}
