import type { FaultParam } from '../errors.ts'

/** What is wrong with a part of a framework, and the field below it; `''` for the part itself. */
export type Finding = readonly [code: string, params: Readonly<Record<string, FaultParam>>, field: string]
