/** A CSV into a table, streaming: two passes, one to know the encoding, one to read. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fault, type Fault } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { CsvError, parse } from 'csv-parse'
import type { Correction } from '../contract.ts'
import { refusal } from '../refusal.ts'
import { chunksOf, type DataSource } from '../source.ts'
import { tableReader, type TableRead, type TableReader } from '../table/table-reader.ts'
import { delimiterOf, type Delimiter } from './delimiter.ts'
import { encodingCheck, type Encoding } from './encoding.ts'

/** Longest line that is still taken for one row. */
const MAX_RECORD = 1_000_000

export interface FileRead {
  readonly result: TableRead
  readonly sha256: string
}

export async function readCsv(
  source: DataSource,
  catalogue: Catalogue,
  fixes: readonly Correction[],
): Promise<FileRead> {
  const { encoding, sha256 } = await checkEncoding(source)
  if (typeof encoding !== 'string') return { result: refusal(encoding, catalogue), sha256 }

  const delimiter = await findDelimiter(source, encoding)
  const reader = tableReader(catalogue, { corrections: fixes, sheet: null, commaIsUnclear: delimiter === ';' })
  const digest = createHash('sha256')
  const end = await readRows(decoded(source, encoding, digest), delimiter, reader)
  if (end === 'complete' && digest.digest('hex') !== sha256)
    return { result: refusal(fault('FILE_CHANGED'), catalogue), sha256 }
  return { result: reader.finish(), sha256 }
}

async function checkEncoding(
  source: DataSource,
): Promise<{ readonly encoding: Encoding | Fault; readonly sha256: string }> {
  const check = encodingCheck()
  const digest = createHash('sha256')
  for await (const chunk of chunksOf(source)) {
    digest.update(chunk)
    check.see(chunk)
  }
  return { encoding: check.finish(), sha256: digest.digest('hex') }
}

async function* decoded(
  source: DataSource,
  encoding: Encoding,
  digest?: { readonly update: (chunk: Uint8Array) => unknown },
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunksOf(source)) {
    digest?.update(chunk)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

async function findDelimiter(source: DataSource, encoding: Encoding): Promise<Delimiter> {
  let start = ''
  for await (const text of decoded(source, encoding)) {
    start += text
    const line = start
      .split(/\r\n|\r|\n/)
      .slice(0, -1)
      .find((candidate) => candidate.trim() !== '')
    if (line !== undefined) return delimiterOf(line)
    if (start.length > MAX_RECORD) break
  }
  return delimiterOf(start)
}

/** @returns `broken` where the rest of the file could not be read as rows; the reader has the fault then. */
async function readRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
  reader: TableReader,
): Promise<'complete' | 'broken'> {
  let row = 0
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    // Rows are taken here, one by one; null keeps the parser from holding them.
    on_record: (cells: string[]) => {
      row++
      reader.row(row, cells)
      return null
    },
  })
  parser.resume()
  try {
    await pipeline(Readable.from(text), parser)
    return 'complete'
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    reader.fault(fault(csvFault(error.code), { row: row + 1 }, { line: lineOf(error) }))
    return 'broken'
  }
}

const csvFault = (code: string): string => (code === 'CSV_MAX_RECORD_SIZE' ? 'CSV_ROW_TOO_LONG' : 'CSV_QUOTES')

const lineOf = (error: CsvError): number => (typeof error['lines'] === 'number' ? error['lines'] : 1)
