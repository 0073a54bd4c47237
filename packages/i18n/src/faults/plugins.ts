import type { FaultWordings } from './wording.ts'

export const pluginsFaults: FaultWordings = {}
