import type { Catalogue } from '@plumbline/plugin-api'
import { expect, it } from 'vitest'
import { demonstrationCsv, demonstrationPlan } from './index.ts'
import { fixture, rowsOf } from './fixture.ts'

const sector = (id: string): Catalogue => ({ ...fixture, plugin: { ...fixture.plugin, id } })
const core: Catalogue = { ...sector('fixture-core'), core: { ...fixture.plugin, id: 'fixture-core', node: 'core' } }
const coreless: Catalogue = { ...sector('lonely'), core: null }

it('shares 375 organisations over the sectors that mount a core, three years, whatever the order of loading', () => {
  const plan = demonstrationPlan([sector('sea-freight'), coreless, sector('bee-keeping'), core, sector('paper-mill')])
  expect(plan.map(({ plugin, request }) => [plugin, request.units, request.prefix])).toEqual([
    ['bee-keeping', 125, 'BK'],
    ['paper-mill', 125, 'PM'],
    ['sea-freight', 125, 'SF'],
  ])
  for (const { request } of plan) {
    expect(request.periods).toEqual(['2023', '2024', '2025'])
    expect(request.written).toEqual(request.periods)
  }
})

it('gives the last period to the newest version, and the others to the older ones', () => {
  const version = (number: string): Catalogue => ({ ...fixture, plugin: { ...fixture.plugin, version: number } })
  const written = (...versions: readonly string[]) =>
    demonstrationPlan(versions.map(version)).map((file) => [file.version, file.request.units, file.request.written])
  expect(written('1.0.0', '2.0.0')).toEqual([
    ['1.0.0', 375, ['2023', '2024']],
    ['2.0.0', 375, ['2025']],
  ])
  expect(written('1.0.0', '2.0.0', '3.0.0', '4.0.0')).toEqual([
    ['2.0.0', 375, ['2023']],
    ['3.0.0', 375, ['2024']],
    ['4.0.0', 375, ['2025']],
  ])
})

it('shares a remainder out', () => {
  const plan = demonstrationPlan(['a', 'b', 'c', 'd'].map(sector))
  expect(plan.map(({ request }) => request.units)).toEqual([94, 94, 94, 93])
})

it('gives sectors with the same initials different codes', () => {
  const plan = demonstrationPlan([sector('smart-home'), sector('smart-hotel')])
  const codes = plan.flatMap(({ request }) =>
    rowsOf(demonstrationCsv(fixture, { ...request, units: 2 })).map(({ unit }) => unit),
  )
  expect(new Set(codes)).toEqual(new Set(['SH-001', 'SH-002', 'SH2-001', 'SH2-002']))
})

it('is empty where no sector mounts a core', () => {
  expect(demonstrationPlan([core, coreless])).toEqual([])
})
