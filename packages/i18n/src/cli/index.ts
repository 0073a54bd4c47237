import type { Language } from '../language.ts'
import type { MessagePair, Same } from '../ui/messages.ts'
import { auditTexts } from './audit.ts'
import { keygenTexts, packTexts, publishTexts, signTexts, verifyTexts } from './bundle.ts'
import { changeTexts } from './change.ts'
import { checkTexts } from './check.ts'
import { commonTexts } from './common.ts'
import { diffTexts } from './diff.ts'
import { explainTexts } from './explain.ts'
import { importTexts } from './import.ts'
import { migrateTexts } from './migrate.ts'
import { mutateTexts } from './mutate.ts'
import { devTexts } from './dev.ts'
import { docTexts } from './doc.ts'
import { excelExportTexts, excelImportTexts, excelNewTexts } from './excel.ts'
import { newTexts } from './new.ts'
import { scoreTexts } from './score.ts'
import { sensitivityTexts } from './sensitivity.ts'
import { testTexts } from './test.ts'
import { uncertaintyTexts } from './uncertainty.ts'
import { weightsTexts } from './weights.ts'

const pairs = {
  common: commonTexts,
  check: checkTexts,
  score: scoreTexts,
  explain: explainTexts,
  change: changeTexts,
  uncertainty: uncertaintyTexts,
  sensitivity: sensitivityTexts,
  audit: auditTexts,
  weights: weightsTexts,
  import: importTexts,
  new: newTexts,
  doc: docTexts,
  dev: devTexts,
  excelNew: excelNewTexts,
  excelExport: excelExportTexts,
  excelImport: excelImportTexts,
  test: testTexts,
  diff: diffTexts,
  mutate: mutateTexts,
  migrate: migrateTexts,
  pack: packTexts,
  sign: signTexts,
  publish: publishTexts,
  verify: verifyTexts,
  keygen: keygenTexts,
}

type Pairs = typeof pairs

/** Every text of the command line: `common`, and those of each command under its name. */
export type CliMessages = { readonly [Name in keyof Pairs]: Same<Pairs[Name]['zh']> }

/** What every command says of itself. */
export interface CommandTexts {
  readonly usage: string
  readonly summary: string
  /** By name, without the dashes. */
  readonly options: Readonly<Record<string, OptionTexts>>
}

interface OptionTexts {
  /** What stands behind the option, such as `<file>`; empty for a flag. */
  readonly value: string
  readonly text: string
}

/** The texts of the command line, by language. */
export const cliMessages: Readonly<Record<Language, CliMessages>> = { 'zh-CN': half('zh'), en: half('en') }

/** Parse step: the keys are those of `pairs`, each with the half that is asked for. */
function half(language: keyof MessagePair<unknown>): CliMessages {
  return Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair[language]])) as CliMessages
}
