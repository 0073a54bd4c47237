import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fault, type Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import type { Correction, IntakeReport } from './contract.ts'
import { readCsv } from './csv/read-csv.ts'
import { ENCRYPTED_MARK, kindOf } from './file-kind.ts'
import { refusal } from './refusal.ts'
import { chunksOf, headOf, type DataSource } from './source.ts'
import { MAX_BYTES } from './table/limits.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

/** What is corrected before a file is read, and how much of it. */
export interface ReadOptions {
  /** What the user put right on screen, by cell; applied over the file before it is read. */
  readonly corrections?: readonly Correction[]
}

/**
 * Reads a data file (CSV or XLSX, known by its content) and binds it to a standard: one row a unit and period, one
 * column an indicator or fact.
 *
 * @param source - The file's name, and its bytes or its path.
 * @param catalogue - The standard: its items, groups and rules say what a cell may hold.
 * @returns The table, or null where anything is wrong; every fault at once with the cell's address; a bounded preview.
 *   A blank cell is NaN with its kind of blank. Nothing is guessed and nothing is written.
 * @throws Errors of the file system only: a file that is not there or may not be read.
 *
 * @example
 * const report = await readDataFile({ name: 'data.csv', path: '/data/data.csv' }, plugin.catalogue)
 * if (report.table) score(plugin.plan, report.table.dataset)
 */
export async function readDataFile(
  source: DataSource,
  catalogue: Catalogue,
  options: ReadOptions = {},
): Promise<IntakeReport> {
  const corrections = options.corrections ?? []
  const { length, start } = await headOf(source)
  if (length > MAX_BYTES) {
    const params = { megabytes: Math.ceil(length / 2 ** 20), most: MAX_BYTES / 2 ** 20 }
    return { ...refusal(fault('FILE_TOO_LARGE', params), catalogue), sha256: await sha256Of(source) }
  }
  switch (kindOf(start)) {
    case 'zip': {
      const bytes = 'bytes' in source ? source.bytes : await readFile(source.path)
      return { ...(await readXlsx(bytes, catalogue, corrections)), sha256: await sha256Of(source) }
    }
    case 'document':
      return { ...refusal(fault('FILE_NOT_A_TABLE'), catalogue), sha256: await sha256Of(source) }
    case 'compound':
      return { ...refusal(await compoundFault(source), catalogue), sha256: await sha256Of(source) }
    case 'text': {
      const { result, sha256 } = await readCsv(source, catalogue, corrections)
      return { ...result, sha256 }
    }
  }
}

/** A compound file is a workbook of the old kind, or the envelope of one that needs a password. */
async function compoundFault(source: DataSource): Promise<Fault> {
  let tail = Buffer.alloc(0)
  for await (const chunk of chunksOf(source)) {
    const piece = Buffer.concat([tail, chunk])
    if (piece.includes(ENCRYPTED_MARK)) return fault('XLSX_ENCRYPTED')
    tail = piece.subarray(-ENCRYPTED_MARK.length)
  }
  return fault('XLS_OLD_FORMAT')
}

async function sha256Of(source: DataSource): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of chunksOf(source)) digest.update(chunk)
  return digest.digest('hex')
}
