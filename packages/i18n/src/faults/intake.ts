import type { FaultWordings } from './wording.ts'

export const intakeFaults: FaultWordings = {}
