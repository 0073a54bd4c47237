import { readPlb } from '@plumbline/bundle'
import { readDataFile, type IntakeReport } from '@plumbline/intake'
import { serveThread } from '@plumbline/jobs/serve'
import type { ReadDone, ReadWork } from './messages.ts'

/** The reading thread: one file, one answer, nothing kept in between. The table's columns are handed over, not copied. */
serveThread(read, buffersOf)

function read(work: ReadWork): ReadDone['packed'] | Promise<ReadDone['data']> {
  const { fileName, bytes } = work.file
  if (work.kind === 'packed') return readPlb(bytes, fileName)
  const { catalogue, corrections } = work.file
  return readDataFile({ name: fileName, bytes }, catalogue, { corrections })
}

/** Each buffer once: columns may share one. */
function buffersOf(done: ReadDone[ReadWork['kind']]): readonly ArrayBuffer[] {
  return 'table' in done ? buffersOfTable(done) : []
}

function buffersOfTable({ table }: IntakeReport): readonly ArrayBuffer[] {
  const columns = table ? Array.from(table.dataset.columns.values()) : []
  const buffers = columns.flatMap(({ values, blanks }) => [values.buffer, blanks.buffer])
  return Array.from(new Set(buffers.filter((buffer) => buffer instanceof ArrayBuffer)))
}
