import type { Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { tableReader, type TableRead } from './table/table-reader.ts'

/** The result of a file that could not be read at all: nothing but the fault that says why. */
export function refusal(found: Fault, catalogue: Catalogue): TableRead {
  const reader = tableReader(catalogue, { corrections: [], sheet: null, commaIsUnclear: false })
  reader.fault(found)
  return reader.finish()
}
