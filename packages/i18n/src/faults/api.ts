import type { FaultWordings } from './wording.ts'

export const apiFaults: FaultWordings = {}
