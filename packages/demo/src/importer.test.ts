import { readDataFile } from '@plumbline/intake'
import { expect, it } from 'vitest'
import { fixture, rowsOf } from './fixture.ts'
import { demonstrationCsv } from './index.ts'

it('reads back through the importer without a fault, every row and every column', async () => {
  const csv = demonstrationCsv(fixture, { seed: 42, units: 125, periods: ['2023', '2024', '2025'] })
  const report = await readDataFile({ name: 'demonstration.csv', bytes: new TextEncoder().encode(csv) }, fixture)
  expect(report.faults).toEqual([])
  const rows = rowsOf(csv)
  expect(report.table?.dataset.size).toBe(rows.length)
  expect(report.table?.dataset.units).toEqual(rows.map(({ unit }) => unit))
  expect(report.table?.names).toEqual(rows.map(({ name }) => name))
  expect(report.table?.dataset.groups).toEqual(rows.map(({ group }) => group))
  const items = [...fixture.nodes.filter(({ kind }) => kind === 'indicator'), ...fixture.facts].map(({ id }) => id)
  expect(report.table?.items.toSorted()).toEqual(items.toSorted())
})
