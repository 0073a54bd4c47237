import type { FaultWordings } from './wording.ts'

export const kernelFaults: FaultWordings = {}
