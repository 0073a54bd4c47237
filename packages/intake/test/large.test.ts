/** A large file streams: what stays in memory is the columns, not the rows. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Catalogue } from '@plumbline/plugin-api'
import { expect, it } from 'vitest'
import { readDataFile } from '../src/index.ts'
import { catalogue } from './catalogue.ts'

const ROWS = 100_000
const COLUMNS = 41
const MEGABYTE = 2 ** 20

const template = catalogue.nodes.find((node) => node.id === 'growth')
const ids = Array.from({ length: COLUMNS }, (_, n) => `indicator-${n}`)
const wide: Catalogue = {
  ...catalogue,
  facts: [],
  nodes: ids.flatMap((id) => (template ? [{ ...template, id, zh: id, en: id }] : [])),
}

function* lines(): Generator<string> {
  yield `unit,name,period,group,${ids.join(',')}\n`
  for (let row = 0; row < ROWS; row++) {
    yield `U${row},单位${row}（虚构）,2025,large,${ids.map((_, n) => ((row * 7 + n * 13) % 1000) / 10).join(',')}\n`
  }
}

it('reads 100,000 rows of 45 columns with bounded memory', { timeout: 120_000 }, async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'plumbline-intake-'))
  const file = path.join(directory, 'large.csv')
  try {
    await pipeline(Readable.from(lines()), createWriteStream(file))
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    let peak = 0
    const watch = setInterval(() => {
      const now = process.memoryUsage()
      peak = Math.max(peak, now.heapUsed + now.arrayBuffers - heapUsed - arrayBuffers)
    }, 20)
    const { table, faults, preview } = await readDataFile({ name: 'large.csv', path: file }, wide)
    clearInterval(watch)

    expect(faults).toEqual([])
    expect(table?.dataset.size).toBe(ROWS)
    expect(table?.dataset.columns.get('indicator-40')?.values[99_999]).toBe(((99_999 * 7 + 40 * 13) % 1000) / 10)
    expect(preview.rows).toHaveLength(20)
    // Columns: 41 x 100,000 x 9 bytes is 35 MB, and as much again while one grows; the rest is garbage not yet collected.
    expect(peak).toBeLessThan(250 * MEGABYTE)
  } finally {
    await rm(directory, { recursive: true })
  }
})
