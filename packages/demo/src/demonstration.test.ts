/** The product's demonstration on the standards that come with it, whatever they are. */
import { join } from 'node:path'
import { readDataFile } from '@plumbline/intake'
import { score, Status } from '@plumbline/kernel'
import { loadPlugins } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { demonstrationCsv, demonstrationPlan } from './index.ts'

const { plugins } = await loadPlugins(join(import.meta.dirname, '../../../plugins'))
const plan = demonstrationPlan(plugins.map(({ catalogue }) => catalogue))

it('is 375 organisations under as many codes', () => {
  const units = new Map(plan.map(({ plugin, request }) => [plugin, request.units]))
  expect(Array.from(units.values()).reduce((sum, count) => sum + count, 0)).toBe(375)
  expect(new Set(plan.map(({ request }) => request.prefix)).size).toBe(units.size)
})

/** What the files have been seen to hold. */
const seen = { rows: 0, vetoed: 0, grades: new Set<number>(), limited: new Set<string>(), capped: new Set<string>() }

describe.each(plan)('$plugin $version', ({ plugin, version, fileName, request }) => {
  const loaded = plugins.find(({ ref }) => ref.id === plugin && ref.version === version)
  if (!loaded) throw new Error(`${plugin} ${version} is not loaded`)
  const bytes = new TextEncoder().encode(demonstrationCsv(loaded.catalogue, request))
  const read = readDataFile({ name: fileName, bytes }, loaded.catalogue)

  it('reads back through the importer without a fault', async () => {
    const { faults, table } = await read
    expect(faults).toEqual([])
    expect(table?.dataset.size).toBeGreaterThan(request.units * request.written.length * 0.9)
  })

  it('has four grades by score at least', async () => {
    const { table } = await read
    if (!table) throw new Error('not read')
    const result = score(loaded.plan, table.dataset)
    const grades = new Set(result.gradeByScore)
    expect(grades.size).toBeGreaterThanOrEqual(loaded.plan.framework.grades.length - 1)
    for (const grade of grades) seen.grades.add(grade)
    seen.rows += result.size
    seen.vetoed += result.status.filter((status) => status === Status.vetoed).length
    if (result.limitedBy.some((node) => node >= 0)) seen.limited.add(plugin)
    if (result.cappedBy.some((gate) => gate >= 0)) seen.capped.add(plugin)
  })
})

it('has every grade by score, and in every sector units that the basic rule or a cap holds back', () => {
  const sectors = new Set(plan.map(({ plugin }) => plugin))
  expect(seen.grades.size).toBe(5)
  expect(seen.limited).toEqual(sectors)
  expect(seen.capped).toEqual(sectors)
})

it('has vetoes in about one row of forty', () => {
  expect(seen.vetoed / seen.rows).toBeGreaterThan(0.01)
  expect(seen.vetoed / seen.rows).toBeLessThan(0.05)
})
