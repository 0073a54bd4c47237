import type { Command } from '../command.ts'
import { checkCommand } from './check.ts'
import { auditCommand } from './audit.ts'
import { changeCommand } from './change.ts'
import { diffCommand } from './diff.ts'
import { explainCommand } from './explain.ts'
import { importCommand } from './import.ts'
import { migrateCommand } from './migrate.ts'
import { mutateCommand } from './mutate.ts'
import { devCommand } from './dev.ts'
import { docCommand } from './doc.ts'
import { excelExportCommand } from './excel-export.ts'
import { excelImportCommand } from './excel-import.ts'
import { excelNewCommand } from './excel-new.ts'
import { keygenCommand } from './keygen.ts'
import { packCommand } from './pack.ts'
import { publishCommand } from './publish.ts'
import { signCommand } from './sign.ts'
import { verifyCommand } from './verify.ts'
import { newCommand } from './new.ts'
import { scoreCommand } from './score.ts'
import { sensitivityCommand } from './sensitivity.ts'
import { testCommand } from './test.ts'
import { uncertaintyCommand } from './uncertainty.ts'
import { weightsCommand } from './weights.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  newCommand,
  devCommand,
  checkCommand,
  testCommand,
  mutateCommand,
  diffCommand,
  migrateCommand,
  scoreCommand,
  explainCommand,
  changeCommand,
  uncertaintyCommand,
  sensitivityCommand,
  auditCommand,
  weightsCommand,
  importCommand,
  docCommand,
  packCommand,
  signCommand,
  publishCommand,
  verifyCommand,
  keygenCommand,
  excelNewCommand,
  excelExportCommand,
  excelImportCommand,
]
