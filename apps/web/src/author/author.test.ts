import type { Catalogue } from '@plumbline/api/contract'
import { Blank } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { datasetOf, formOf } from './values.ts'

const catalogue = {
  nodes: [
    { id: 'root', kind: 'branch' },
    { id: 'share', kind: 'indicator', formula: null },
    { id: 'panel', kind: 'indicator', formula: null },
    { id: 'worked-out', kind: 'indicator', formula: { text: 'a / b' } },
  ],
  facts: [{ id: 'listed' }],
  inputs: [{ id: 'tier', options: [{ id: '三级' }, { id: '二级' }] }],
} as unknown as Catalogue

const read = (texts: Readonly<Record<string, string>>) => datasetOf({ group: null, texts }, catalogue).columns

describe('the form as a dataset', () => {
  it('reads numbers, yes and no, choices and the ratings of a panel', () => {
    const columns = read({ share: ' 62.5 ', listed: 'false', tier: '二级', panel: '60; 80；100' })
    expect(columns.get('share')?.values[0]).toBe(62.5)
    expect(columns.get('listed')?.values[0]).toBe(0)
    expect(columns.get('tier')?.values[0]).toBe(1)
    expect(columns.get('panel')?.ratings?.get(0)).toEqual([60, 80, 100])
  })

  it('tells unanswered from not applicable, and has no column for what is worked out', () => {
    const columns = read({ share: '', panel: 'N/A', 'worked-out': '3' })
    expect([columns.get('share')?.blanks[0], columns.get('panel')?.blanks[0]]).toEqual([
      Blank.unanswered,
      Blank.notApplicable,
    ])
    expect(columns.has('worked-out')).toBe(false)
  })

  it('begins with a case as it is written', () => {
    const values = { share: 1.5, panel: [1, 2], listed: true, tier: '三级', none: null, out: 'N/A' }
    expect(formOf({ name: 'a', unit: 'u', period: '1', group: '甲', values })).toEqual({
      group: '甲',
      texts: { share: '1.5', panel: '1; 2', listed: 'true', tier: '三级', none: '', out: 'N/A' },
    })
  })
})
