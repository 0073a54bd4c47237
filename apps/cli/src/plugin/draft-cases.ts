import { FaultError, type Fault, type FaultPlace } from '@plumbline/kernel'
import { differenceFault, parseCases, prepareCases, runCases, type CaseFile } from '@plumbline/testkit'
import type { Draft } from '@plumbline/workbook'
import type { Prepare } from './with-programs.ts'

/**
 * Golden cases of a workbook that do not hold, each at its cell: an error in a row that the author has added, a warning in
 * one that came with the standard, whose rules may just have been changed.
 *
 * @returns None where the standard itself is at fault: nothing can be scored then.
 */
export async function draftCaseFaults(
  { files, plugin, addedCases, placeOf }: Draft,
  prepare: Prepare,
): Promise<readonly Fault[]> {
  const text = files['cases.yaml']
  if (!plugin || text === undefined) return []
  const at = (steps: readonly (string | number)[]): FaultPlace => placeOf(steps.join('/')) ?? { file: 'cases.yaml' }
  let file: CaseFile
  try {
    file = await prepareCases(plugin, { ...parseCases(text, 'cases.yaml'), placeOf: placed }, prepare)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return error.faults.map((one) => ({ ...one, at: at((one.at.path ?? 'cases').split('/')) }))
  }
  return runCases(plugin, file).flatMap((one) => {
    const severity = addedCases.includes(one.index) ? 'error' : 'warning'
    const causes = one.causes.map((cause) => ({ ...cause, at: causePlace(one.index, cause.at) }))
    return [differenceFault(one), ...causes].map((found): Fault => ({ ...found, severity }))
  })

  function placed(index: number, below: readonly (string | number)[] = []): FaultPlace {
    return at(['cases', index, ...below])
  }

  /** The cell of the value at fault; that of the case where it has none. */
  function causePlace(index: number, { id = '' }: FaultPlace): FaultPlace {
    const whole = placed(index)
    const cells = ['values', 'facts'].map((part) => placed(index, [part, id]))
    return cells.find(({ cell }) => cell !== whole.cell) ?? whole
  }
}
