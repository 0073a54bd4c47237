/** A value that a fault's sentence may print. */
export type FaultParam = string | number | boolean | null | readonly (string | number)[]

/** Where a fault lies. Every field is optional; a fault names as many as are known. */
export interface FaultPlace {
  /** Name of the file, as the user knows it. */
  readonly file?: string
  /** Line and column in a text file, from 1. */
  readonly line?: number
  readonly column?: number
  /** Sheet and cell address of a table, for example `F12`; a CSV has a cell and no sheet. */
  readonly sheet?: string
  readonly cell?: string
  /** Path inside a document, for example `tree/core/data-readiness/weight`. */
  readonly path?: string
  /** Node, indicator, fact, gate or grade id. */
  readonly id?: string
  readonly unit?: string
  readonly period?: string
  readonly plugin?: string
}

/**
 * One thing that is wrong, as data: a code and the figures of its sentence. The wording, what happened and what to do,
 * lives in `@plumbline/i18n`, in both languages.
 */
export interface Fault {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly params: Readonly<Record<string, FaultParam>>
  readonly at: FaultPlace
}

/** Faults that stop the work, all of them at once. The message is for logs; screens word the faults. */
export class FaultError extends Error {
  override readonly name = 'FaultError'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => `${fault.code} ${JSON.stringify({ ...fault.at, ...fault.params })}`).join('\n'))
    this.faults = faults
  }
}

/**
 * A fault that stops the work.
 *
 * @example fault('RAW_INFINITE', { value: 1 }, { unit: 'A' }).severity // 'error'
 */
export const fault = (code: string, params: Fault['params'] = {}, at: FaultPlace = {}): Fault => ({
  code,
  severity: 'error',
  params,
  at,
})

/**
 * A fault that is to be minded and stops nothing.
 *
 * @example caution('ROW_TWICE').severity // 'warning'
 */
export const caution = (code: string, params: Fault['params'] = {}, at: FaultPlace = {}): Fault => ({
  ...fault(code, params, at),
  severity: 'warning',
})
