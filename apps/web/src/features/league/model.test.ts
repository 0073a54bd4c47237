import type { League, LeagueRow } from '@plumbline/api/contract'
import { describe, expect, it } from 'vitest'
import { exportRows } from './export.ts'
import { gridMove } from './keys.ts'
import { gradeCounts, leagueView, sortingOf } from './model.ts'
import { leagueSearch } from './search.ts'

const row = (unit: string, over: Partial<LeagueRow> = {}): LeagueRow => ({
  unit,
  name: unit,
  group: 'g1',
  status: 'graded',
  score: 50,
  core: 50,
  grade: 'L2',
  gradeByScore: 'L2',
  rank: 1,
  groupRank: 1,
  gates: [],
  limitedBy: null,
  cappedBy: null,
  coverage: 1,
  contributions: [30, 20],
  change: null,
  prepared: null,
  ...over,
})

const ref = { id: 'p', version: '1.0.0', digest: 'sha256:00' }
const league: League = {
  round: {
    id: 'p.2025',
    plugin: ref,
    title: { zh: '示例', en: 'Sample' },
    status: 'draft',
    example: true,
    period: '2025',
    units: 5,
    demonstration: true,
    beside: null,
    lock: { plugin: ref, uses: [], kernel: '0.1.0', semantics: 1, sandbox: null, asOf: '2026-01-01' },
    run: null,
  },
  pillars: [
    { id: 'core', zh: '共性', en: 'Core', weight: 0.6 },
    { id: 'own', zh: '自有', en: 'Own', weight: 0.4 },
  ],
  groups: [
    { id: 'g1', zh: '甲组', en: 'Group A' },
    { id: 'g2', zh: '乙组', en: 'Group B' },
  ],
  grades: [
    { id: 'L1', zh: '起步级', en: 'Starting', min: 0 },
    { id: 'L2', zh: '成长级', en: 'Growing', min: 50 },
  ],
  display: { digits: 2, full: 100 },
  previousPeriod: '2024',
  rows: [
    row('u3', { name: '张店（虚构）', score: 40.125, rank: 3, grade: 'L1', contributions: [10, 30.125] }),
    row('u1', {
      name: '北店（虚构）',
      score: 90,
      rank: 1,
      contributions: [60, 30],
      change: { score: -2, rank: -1, sameVersion: true },
    }),
    row('u2', {
      name: '安店（虚构）',
      score: 60,
      rank: 2,
      group: 'g2',
      change: { score: 4, rank: 2, sameVersion: false },
    }),
    row('u4', { name: '否店（虚构）', score: 95, rank: null, status: 'vetoed', grade: null, gates: ['veto-x'] }),
    row('u5', { name: '空店（虚构）', score: null, core: null, rank: null, status: 'no-result', grade: null }),
  ],
}

const order = (search: Record<string, string>) => {
  const view = leagueView(league, leagueSearch(search))
  return [view.ranked.map(({ unit }) => unit), view.unranked.map(({ unit }) => unit)]
}

describe('the rows of a league table', () => {
  it('stand by rank, the vetoed and those without result after them', () => {
    expect(order({})).toEqual([
      ['u1', 'u2', 'u3'],
      ['u4', 'u5'],
    ])
  })

  it('sort by pinyin where sorted by name', () => {
    // 安 an, 北 bei, 张 zhang
    expect(order({ sort: 'name' })[0]).toEqual(['u2', 'u1', 'u3'])
    expect(order({ sort: 'name', dir: 'desc' })[0]).toEqual(['u3', 'u1', 'u2'])
  })

  it('sort by a figure, missing ones last in either direction', () => {
    expect(order({ sort: 'change' })[0]).toEqual(['u2', 'u1', 'u3'])
    expect(order({ sort: 'change', dir: 'asc' })[0]).toEqual(['u1', 'u2', 'u3'])
    expect(order({ sort: 'score' })[1]).toEqual(['u4', 'u5'])
    expect(order({ sort: 'score', dir: 'asc' })[1]).toEqual(['u4', 'u5'])
  })

  it('sort by what a pillar contributes', () => {
    expect(order({ sort: 'p:own' })[0]).toEqual(['u3', 'u1', 'u2'])
  })

  it('filter by group, grade, status and text', () => {
    expect(order({ group: 'g2' })).toEqual([['u2'], []])
    expect(order({ grade: 'L1' })).toEqual([['u3'], []])
    expect(order({ status: 'vetoed' })).toEqual([[], ['u4']])
    expect(order({ q: ' U4 ' })).toEqual([[], ['u4']])
    expect(order({ q: '店', group: 'g1' })[0]).toEqual(['u1', 'u3'])
  })

  it('count grades among the rows shown', () => {
    expect(gradeCounts(league, leagueView(league, {}).ranked).map(({ count }) => count)).toEqual([1, 2])
  })
})

describe('the state in the address', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(leagueSearch({ q: 'x', status: 'odd', dir: 'up', sort: 'score', other: '1', group: '' })).toEqual({
      q: 'x',
      sort: 'score',
    })
  })

  it('falls back to the rank where it names no column', () => {
    expect(sortingOf(league, { sort: 'p:gone' })).toEqual({ column: 'rank', direction: 'asc' })
    expect(sortingOf(league, { sort: 'score' })).toEqual({ column: 'score', direction: 'desc' })
    expect(sortingOf(league, { sort: 'score', dir: 'asc' })).toEqual({ column: 'score', direction: 'asc' })
  })
})

describe('keys on a row', () => {
  const at = { index: 3, count: 5 }

  it('move within the table', () => {
    expect(gridMove('j', at)).toEqual({ kind: 'to', index: 4 })
    expect(gridMove('k', at)).toEqual({ kind: 'to', index: 2 })
    expect(gridMove('PageDown', at)).toEqual({ kind: 'to', index: 4 })
    expect(gridMove('ArrowUp', { index: 0, count: 5 })).toEqual({ kind: 'to', index: 0 })
  })

  it('open and pick', () => {
    expect(gridMove('Enter', at)).toEqual({ kind: 'open' })
    expect(gridMove('x', at)).toEqual({ kind: 'pick' })
    expect(gridMove('q', at)).toBeUndefined()
  })
})

describe('the export', () => {
  it('has the rows shown with words and rounded figures', () => {
    const intervals = new Map([['u3', { low: 1, high: 4 }]])
    const rows = exportRows(
      league,
      { rows: [league.rows[0] ?? row('')], intervals },
      {
        of: (text) => text.zh,
        column: (key) => key,
        status: (status) => status,
      },
    )
    expect(rows[0]?.slice(-6)).toEqual(['共性', '自有', 'change', 'rankChange', 'marks', 'coverage'])
    // 40.125 has an even digit before the half, so it rounds down (GB/T 8170).
    expect(rows[1]?.slice(0, 11)).toEqual([3, 1, 4, 1, 'u3', '张店（虚构）', '甲组', 'graded', '起步级', 40.12, 50])
  })
})
