/** The product's demonstration on the standards that come with it, whatever they are. */
import { join } from 'node:path'
import { readDataFile } from '@plumbline/intake'
import { score, Status } from '@plumbline/kernel'
import { loadPlugins } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { demonstrationCsv, demonstrationPlan } from './index.ts'

const { plugins } = await loadPlugins(join(import.meta.dirname, '../../../plugins'))
const plan = demonstrationPlan(plugins.map(({ catalogue }) => catalogue))

it('is 375 organisations under as many codes', async () => {
  expect(plan.length).toBeGreaterThan(0)
  expect(plan.reduce((sum, { request }) => sum + request.units, 0)).toBe(375)
  expect(new Set(plan.map(({ request }) => request.prefix)).size).toBe(plan.length)
})

/** Grades by score that the sectors read so far have. */
const seen = new Set<number>()

describe.each(plan)('$plugin', ({ plugin, fileName, request }) => {
  const loaded = plugins.find(({ ref }) => ref.id === plugin)
  if (!loaded) throw new Error(`${plugin} is not loaded`)
  const bytes = new TextEncoder().encode(demonstrationCsv(loaded.catalogue, request))
  const read = readDataFile({ name: fileName, bytes }, loaded.catalogue)

  it('reads back through the importer without a fault', async () => {
    const { faults, table } = await read
    expect(faults).toEqual([])
    expect(table?.dataset.size).toBeGreaterThan(request.units * request.periods.length * 0.9)
  })

  it('has four grades by score at least, vetoes, limits and caps', async () => {
    const { table } = await read
    if (!table) throw new Error('not read')
    const result = score(loaded.plan, table.dataset)
    const grades = new Set(result.gradeByScore)
    expect(grades.size).toBeGreaterThanOrEqual(loaded.plan.framework.grades.length - 1)
    for (const grade of grades) seen.add(grade)
    const vetoed = result.status.filter((status) => status === Status.vetoed).length / result.size
    expect(vetoed).toBeGreaterThan(0.005)
    expect(vetoed).toBeLessThan(0.06)
    expect(result.limitedBy.some((node) => node >= 0)).toBe(true)
    expect(result.cappedBy.some((gate) => gate >= 0)).toBe(true)
  })
})

it('has every grade by score, all sectors together', () => {
  const grades = plugins.find(({ ref }) => ref.id === plan[0]?.plugin)?.plan.framework.grades ?? []
  expect(seen).toEqual(new Set(grades.keys()))
})
