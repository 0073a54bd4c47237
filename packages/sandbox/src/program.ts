/** A code indicator as its plugin carries it. */
export interface Program {
  /** Path within the plugin, for faults. */
  readonly file: string
  /** TypeScript with erasable types, or JavaScript: one ES module. */
  readonly source: string
}

/** The inputs of one unit: by name, null where there is no value. */
export type ProgramInput = Readonly<Record<string, InputValue>>
/** A value that a program gets. */
export type InputValue = number | boolean | string | null | readonly number[]

/** Results are rounded to millionths, so that the last bits of a double decide nothing. */
export const GRID_STEPS = 1e6

/** Module by whose name a program takes `defineIndicator`; the only one there is. */
export const API_MODULE = '@plumbline/plugin-api'
