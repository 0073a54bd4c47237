import { countTaking } from '@plumbline/db'
import type { App } from '../context.ts'
import type { ImportCheck } from '../contract.ts'
import { readImport, type DataFile, type Part } from './read.ts'
import { trialFaults } from './trial.ts'

/** A file looked at as `commitImport` would, and nothing written. */
export interface CheckedFile {
  readonly check: ImportCheck
  /** Empty where the file is refused. */
  readonly parts: readonly Part[]
}

export async function checkImport(app: App, file: DataFile): Promise<CheckedFile> {
  const { report, parts } = await readImport(app, file)
  const trial = (await Promise.all(parts.map((part) => trialFaults(app, part)))).flat()
  const faults = [...report.faults, ...trial]
  const accepted = report.table !== null && faults.every(({ severity }) => severity !== 'error')
  const taking = parts.flatMap(({ period, table, rows }) =>
    rows.map((row) => ({ code: table.dataset.units[row] ?? '', period })),
  )
  const { preview, sha256 } = report
  const check = {
    accepted,
    faults,
    preview,
    sha256,
    units: new Set(taking.map(({ code }) => code)).size,
    periods: parts.map(({ period }) => period),
    replaces: await countTaking(app.database.db, file.plugin, taking),
  }
  return { check, parts: accepted ? parts : [] }
}
