import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demonstrationCsv } from './index.ts'
import { fixture, rowsOf } from './fixture.ts'

const PERIODS = ['2023', '2024', '2025']
const request = { seed: 42, units: 400, periods: PERIODS }
const csv = demonstrationCsv(fixture, request)
const rows = rowsOf(csv)
const indicators = fixture.nodes.filter((node) => node.kind === 'indicator')
const cells = rows.flatMap((row) => indicators.map((indicator) => ({ indicator, row, text: row[indicator.id] })))
const share = <T>(list: readonly T[], test: (item: T) => boolean): number => list.filter(test).length / list.length

describe('bytes', () => {
  it('are the same for the same seed, in this build and in every other', () => {
    expect(demonstrationCsv(fixture, request)).toBe(csv)
    expect(createHash('sha256').update(csv).digest('hex')).toBe(
      '8dca85ced921951ff5d5246adcdfbf06102056c1e32fbc1c143c5b93dfda8835',
    )
  })

  it('of the rows that are written are those of the whole file', () => {
    const last = rowsOf(demonstrationCsv(fixture, { ...request, written: ['2025'] }))
    expect(last).toEqual(rows.filter(({ period }) => period === '2025'))
  })

  it('differ for another seed', () => {
    expect(demonstrationCsv(fixture, { ...request, seed: 43 })).not.toBe(csv)
  })

  it('of a row depend neither on the other units nor on later periods', () => {
    const shorter = rowsOf(demonstrationCsv(fixture, { ...request, units: 30, periods: PERIODS.slice(0, 2) }))
    const same = rows.filter(({ unit = '', period = '' }) => unit <= 'FS-030' && period < '2025')
    expect(shorter).toEqual(same)
  })

  it('of a column do not depend on the other indicators', () => {
    const nodes = fixture.nodes.filter(({ id }) => id !== 'spending')
    const without = rowsOf(demonstrationCsv({ ...fixture, nodes }, request))
    expect(without.map((row) => row['waiting'])).toEqual(rows.map((row) => row['waiting']))
  })
})

describe('form', () => {
  it('is the wide table of the importer: keys, indicators, facts', () => {
    expect(csv.slice(0, csv.indexOf('\n')).split(',')).toEqual([
      'unit',
      'name',
      'period',
      'group',
      ...indicators.map(({ id }) => id),
      ...fixture.facts.map(({ id }) => id),
    ])
    expect(csv.endsWith('\n')).toBe(true)
    expect(csv).not.toContain('NaN')
    expect(csv).not.toContain('-0,')
  })

  it('has one row for a unit and period, periods in order', () => {
    expect(new Set(rows.map(({ unit, period }) => `${unit} ${period}`)).size).toBe(rows.length)
    const periods = rows.map(({ period = '' }) => period)
    expect(periods).toEqual(periods.toSorted())
  })

  it('names organisations that plainly do not exist, each once, with its own code', () => {
    const named = new Map(rows.map(({ unit, name }) => [unit, name]))
    expect(named.size).toBe(400)
    expect(new Set(named.values()).size).toBe(400)
    expect(named.get('FS-001')).toBe('云汀第一示例示范机构（虚构）')
    expect(named.get('FS-400')).toBe('墨林第十六示例示范机构（虚构）')
    for (const name of named.values()) expect(name).toMatch(/^.+第.+示例.+（虚构）$/u)
  })

  it('keeps a unit in one peer group, and fills every group', () => {
    const groups = new Map(rows.map(({ unit, group }) => [unit, group]))
    for (const { unit, group } of rows) expect(groups.get(unit)).toBe(group)
    for (const { id } of fixture.groups)
      expect(share([...groups.values()], (group) => group === id)).toBeGreaterThan(0.4)
  })

  it('writes every kind of value as its column wants it', () => {
    const filled = (id: string): string[] =>
      cells.filter((c) => c.indicator.id === id && /^(?!N\/A$)./.test(c.text ?? '')).map((c) => c.text ?? '')
    for (const id of ['certified', 'open-risk']) expect(new Set(filled(id))).toEqual(new Set(['true', 'false']))
    expect(new Set(filled('readiness'))).toEqual(new Set(['0', '1', '2', '3', '4', '5']))
    for (const value of filled('links')) expect(value).toMatch(/^\d+$/)
    for (const value of filled('coverage')) expect(value).toMatch(/^\d{1,2}(\.\d)?$|^100$/)
    for (const value of filled('online')) expect(Number(value)).toBeLessThanOrEqual(100)
    for (const value of filled('complaints')) expect(Number(value)).toBeGreaterThanOrEqual(0)
    const panels = filled('review').filter((value) => value.includes(';'))
    expect(panels.length / filled('review').length).toBeGreaterThan(0.5)
    expect(panels.length / filled('review').length).toBeLessThan(0.8)
    for (const panel of panels) {
      const ratings = panel.split(';').map(Number)
      expect(ratings.length).toBeGreaterThanOrEqual(5)
      for (const rating of ratings) expect(rating >= 0 && rating <= 100).toBe(true)
    }
  })

  it('quotes what would break a row', () => {
    const groups = [{ id: 'a,"b"', zh: '', en: '' }]
    expect(demonstrationCsv({ ...fixture, groups }, { seed: 1, units: 1, periods: ['2025'] })).toContain(',"a,""b""",')
  })
})

describe('blanks', () => {
  it('leave 2 to 4.5 % of the indicator cells empty, more for weak units', () => {
    const empty = share(cells, ({ text }) => text === '')
    expect(empty).toBeGreaterThan(0.02)
    expect(empty).toBeLessThan(0.045)
    const level = (row: Record<string, string>): number => Number(row['benefit'] || 'NaN')
    const optional = cells.filter(({ indicator }) => !indicator.basic && indicator.id !== 'benefit')
    const emptyWhere = (test: (row: Record<string, string>) => boolean): number =>
      share(
        optional.filter(({ row }) => test(row)),
        ({ text }) => text === '',
      )
    expect(emptyWhere((row) => level(row) < 72)).toBeGreaterThan(1.5 * emptyWhere((row) => level(row) > 86))
  })

  it('declare not applicable about 1 % of the cells, never on basic indicators, and the same every year', () => {
    const declared = cells.filter(({ text }) => text === 'N/A')
    expect(declared.length / cells.length).toBeGreaterThan(0.004)
    expect(declared.length / cells.length).toBeLessThan(0.02)
    expect(declared.filter(({ indicator }) => indicator.basic)).toEqual([])
    const keys = new Set(declared.map(({ row, indicator }) => `${row['unit']} ${indicator.id}`))
    for (const { row, indicator, text } of cells)
      expect(text === 'N/A').toBe(keys.has(`${row['unit']} ${indicator.id}`))
  })

  it('are not applicable only where the standard says when that may be', () => {
    const nodes = fixture.nodes.map((node) =>
      node.id === 'followed' && node.kind === 'indicator'
        ? { ...node, notApplicableWhen: { zh: '无随访', en: 'none' } }
        : node,
    )
    const declared = rowsOf(demonstrationCsv({ ...fixture, nodes }, request)).flatMap((row) =>
      Object.entries(row).filter(([, text]) => text === 'N/A'),
    )
    expect(new Set(declared.map(([id]) => id))).toEqual(new Set(['followed']))
  })
})

describe('facts', () => {
  it('tell of rare incidents', () => {
    const incident = share(rows, (row) => row['incidents'] !== '0' || row['blacklisted'] === 'true')
    expect(incident).toBeGreaterThan(0.008)
    expect(incident).toBeLessThan(0.03)
    expect(share(rows, (row) => row['registered'] === 'false')).toBeLessThan(0.025)
    expect(new Set(rows.map((row) => row['registered']))).toEqual(new Set(['true', 'false']))
    expect(new Set(rows.map((row) => row['headcount']))).toEqual(new Set(['0']))
  })

  it('with a limit of 90 lie between 85 and 100, seldom below it', () => {
    const values = rows.map((row) => Number(row['completeness']))
    expect(Math.min(...values)).toBeGreaterThanOrEqual(85)
    expect(Math.max(...values)).toBeLessThanOrEqual(100)
    const below = share(values, (value) => value < 90)
    expect(below).toBeGreaterThan(0.005)
    expect(below).toBeLessThan(0.12)
  })
})

describe('membership', () => {
  const present = (period: string): Set<string> =>
    new Set(rows.filter((row) => row['period'] === period).map((row) => row['unit'] ?? ''))

  it('changes a little: some join after the first period, some leave', () => {
    const [first, second, third] = PERIODS.map(present)
    const missing = (from: Set<string> | undefined, to: Set<string> | undefined): number =>
      [...(from ?? [])].filter((unit) => !to?.has(unit)).length
    expect(missing(second, first)).toBeGreaterThan(0)
    expect(missing(second, first)).toBeLessThan(0.08 * 400)
    expect(missing(first, second) + missing(second, third)).toBeGreaterThan(0)
    expect(missing(first, third)).toBeLessThan(0.08 * 400)
  })

  it('is everybody where one period is asked for', () => {
    expect(rowsOf(demonstrationCsv(fixture, { ...request, periods: ['2025'] }))).toHaveLength(400)
  })
})
