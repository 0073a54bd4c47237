import { describe, expect, it } from 'vitest'
import { cronbachAlpha, type NamedColumn } from '../../src/index.ts'
import { coinr, expectClose, named, under, type Alphas, type Coinr, type Table } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

function alphas(data: Coinr, table: Table, cases: Alphas, missing: 'pairwise' | 'complete' = 'pairwise'): number[] {
  return cases.group.map(
    (group, index) => cronbachAlpha(itemsOf(data, table, [group, cases.child_level[index] ?? 0]), missing).alpha,
  )
}

function itemsOf(data: Coinr, table: Table, [group, level]: readonly [string, number]): NamedColumn[] {
  return named(Object.fromEntries(under(data.structure, group, level).map((code) => [code, table[code] ?? []])))
}

describe.each(['small', 'medium'] as const)("Cronbach's alpha as COINr has it: %s", (size) => {
  const data = coinr[size]
  const { cases } = data

  it('normalised, pairwise', () => {
    const { output } = cases.cronbach_norm_pairwise
    expectClose(alphas(data, data.normalised, output), output.alpha)
  })

  it('normalised, complete rows', () => {
    const { output } = cases.cronbach_norm_complete
    expectClose(alphas(data, data.normalised, output, 'complete'), output.alpha)
  })

  it('aggregates of every level', () => {
    const { output } = cases.cronbach_agg_pairwise
    expectClose(alphas(data, { ...data.normalised, ...data.aggregated }, output), output.alpha)
  })

  it('quirk: raw values without their directions give what COINr gives, and with them what they measure', () => {
    const { output, quirk } = cases.cronbach_raw_pairwise
    expect(quirk).toContain('direction')
    expectClose(alphas(data, data.raw, output), output.alpha)

    // Right: an indicator where less is better counts the other way round, as if it had been stated as its opposite.
    const directions = new Map(data.structure.map(({ code, direction }) => [code, direction]))
    output.group.forEach((group, index) => {
      const raw = itemsOf(data, data.raw, [group, output.child_level[index] ?? 0])
      const directed = raw.map((item) => ({ ...item, direction: directions.get(item.id) ?? 1 }))
      const turned = raw.map((item) => ({
        ...item,
        values: item.values.map((x) => (directions.get(item.id) ?? 1) * x),
      }))
      expect(cronbachAlpha(directed).alpha).toBe(cronbachAlpha(turned).alpha)
    })
  })
})

readsEveryCase(import.meta.url)
