import { faultLine, fillText } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import type { Terminal } from '../terminal.ts'

/** Prints faults, one a line, with what to do; errors first, each kind in its own order. */
export function printFaults(faults: readonly Fault[], { err, language, texts }: Terminal): void {
  for (const severity of ['error', 'warning'] as const) {
    for (const fault of faults.filter((one) => one.severity === severity)) {
      err(`${texts.common.severity[severity]} ${faultLine(fault, language)}\n`)
    }
  }
  const errors = faults.filter(({ severity }) => severity === 'error').length
  err(`${fillText(texts.common.faultCount, { errors, warnings: faults.length - errors })}\n`)
}
