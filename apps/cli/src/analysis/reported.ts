import { FaultError } from '@plumbline/kernel'
import type { Call } from '../command.ts'
import { refuse } from '../commands/score.ts'
import type { Exit } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

type Run = (call: Call, terminal: Terminal) => Promise<Exit>

/** Runs a command so that its faults are printed all together, and with `--json` are one object on standard output. */
export const reported =
  (run: Run): Run =>
  async (call, terminal) => {
    try {
      return await run(call, terminal)
    } catch (error) {
      if (error instanceof FaultError) return refuse(error.faults, call, terminal)
      throw error
    }
  }
