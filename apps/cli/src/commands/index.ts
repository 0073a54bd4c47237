import type { Command } from '../command.ts'
import { checkCommand } from './check.ts'
import { diffCommand } from './diff.ts'
import { importCommand } from './import.ts'
import { mutateCommand } from './mutate.ts'
import { scoreCommand } from './score.ts'
import { testCommand } from './test.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  checkCommand,
  testCommand,
  mutateCommand,
  diffCommand,
  scoreCommand,
  importCommand,
]
