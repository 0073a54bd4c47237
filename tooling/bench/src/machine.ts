import { availableParallelism, cpus } from 'node:os'

/** What the figures were taken on: nothing that tells one machine of a kind from another. */
export interface Machine {
  readonly cores: number
  readonly cpu: string
  readonly node: string
}

export const machine = (): Machine => ({
  cores: availableParallelism(),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  node: process.version,
})
