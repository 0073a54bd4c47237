import { FaultError } from '@plumbline/kernel'
import type { Command } from './command.ts'
import { refuse } from './commands/score.ts'

/** Faults of a plugin or of data end a command with all of them printed, under `--json` as one object too. */
export const refusing =
  (run: Command['run']): Command['run'] =>
  async (call, terminal) => {
    try {
      return await run(call, terminal)
    } catch (error) {
      if (error instanceof FaultError) return refuse(error.faults, call, terminal)
      throw error
    }
  }
