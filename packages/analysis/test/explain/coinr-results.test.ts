/** COINr's tables of results, unit summaries, strengths and weaknesses, comparisons and removals. */
import { readFileSync } from 'node:fs'
import { availabilityOf, type BranchSpec, type NodeSpec } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { bestAndWorst, meanRankShift, rankAgreement, rankProfile, testCorrelation } from '../../src/index.ts'
import { ranks } from '../../src/numeric/ranks.ts'
import { readsEveryCase, tracked } from '../coverage.ts'
import { branch, framework, leaf, scored } from './build.ts'

type Cells = readonly (number | null)[]
type Columns = Readonly<Record<string, Cells>>
type Table = Readonly<Record<string, readonly (number | string | null)[]>>

interface Recorded {
  readonly units: readonly string[]
  readonly sector: readonly string[]
  readonly denominators: Columns
  readonly structure: readonly {
    readonly code: string
    readonly parent: string | null
    readonly direction: 1 | -1
    readonly weight: number
    readonly level: number
  }[]
  readonly raw: Columns
  readonly normalised: Columns
  readonly index: Readonly<Record<string, Cells>>
  readonly cases: readonly {
    readonly id: string
    readonly op: string
    readonly params: Readonly<Record<string, unknown>> | null
    readonly quirk: string | null
    readonly output: Readonly<Record<string, unknown>>
  }[]
}
const read = (name: string): Recorded => {
  const text = readFileSync(new URL(`../fixtures/explain/coinr-${name}.json`, import.meta.url), 'utf8')
  return tracked(`explain/coinr-${name}.json`, JSON.parse(text) as Recorded)
}

const numbers = (cells: readonly (number | string | null)[] = []): number[] =>
  cells.map((cell) => (typeof cell === 'number' ? cell : NaN))

describe.each(['small', 'medium'])('%s dataset', (name) => {
  const { units, sector, structure, raw, normalised, index, denominators, cases } = read(name)
  const ids = Object.keys(raw)
  const of = (op: string) => cases.filter((one) => one.op === op)
  const top = structure.find(({ parent }) => parent === null)?.code ?? ''
  const rowOf = (unit: unknown): number => units.indexOf(String(unit))

  /** The tree without some of its nodes, the weights of the rest scaled to 1. */
  function tree(without: readonly string[]): BranchSpec {
    const build = (code: string, weight: number): BranchSpec => {
      const children = structure.filter((node) => node.parent === code && !without.includes(node.code))
      const total = children.reduce((sum, child) => sum + child.weight, 0)
      const nodes = children.map((child): NodeSpec =>
        child.level === 1 ? leaf(child.code, child.weight / total) : build(child.code, child.weight / total),
      )
      return branch(code, nodes, { weight, missing: 'exclude' })
    }
    return build(top, 1)
  }
  const run = (columns: Columns, without: readonly string[] = []) =>
    scored(
      framework(tree(without), { missing: 'exclude' }),
      units.map((unit, row) => ({
        unit,
        group: sector[row] ?? null,
        cells: Object.fromEntries(ids.map((id) => [id, columns[id]?.[row] ?? null])),
      })),
    )
  const nominal = run(normalised)
  const scoresOf = ({ result }: ReturnType<typeof run>, id: string): number[] => [
    ...(result.nodes[result.plan.indexOf.get(id) ?? -1]?.score ?? []),
  ]
  const profile = (unit: unknown, within: 'period' | 'group' = 'period') =>
    rankProfile(nominal.result, { dataset: nominal.dataset, row: rowOf(unit) }, { within })

  it.each(of('data_availability'))('$id: missing and zeros of a unit, and what is there under each node', (one) => {
    const { Summary, ByGroup } = one.output as Record<'Summary' | 'ByGroup', Table>
    const under = (code: string): string[] =>
      structure
        .filter((node) => node.parent === code)
        .flatMap((node) => (node.level === 1 ? [node.code] : under(node.code)))
    for (const [place, unit] of Summary['uCode']?.entries() ?? []) {
      const cellsOf = (codes: readonly string[]) => codes.map((id) => raw[id]?.[rowOf(unit)] ?? NaN)
      const found = availabilityOf(cellsOf(ids))
      expect([found.missing, found.zeros]).toEqual([Summary['N_missing']?.[place], Summary['N_zero']?.[place]])
      expect(found.missing + found.zeros).toBe(Summary['N_miss_or_zero']?.[place])
      expect(found.available).toBeCloseTo(Number(Summary['Dat_Avail']?.[place]), 12)
      expect(found.nonZero).toBeCloseTo(Number(Summary['Non_Zero']?.[place]), 12)
      for (const [code, shares] of Object.entries(ByGroup).filter(([key]) => key !== 'uCode'))
        expect(availabilityOf(cellsOf(under(code))).available).toBeCloseTo(Number(shares[place]), 12)
    }
  })

  it.each(of('results'))('$id', ({ id, output }) => {
    const table = output as Table
    const columns = Object.keys(table).filter((key) => !['uCode', 'Rank', 'sector'].includes(key))
    expect(table['uCode']).toHaveLength(units.length)
    for (const [place, unit] of table['uCode']?.entries() ?? []) {
      const found = new Map(
        profile(unit, id.includes('group') ? 'group' : 'period').map((node) => [node.id, node] as const),
      )
      if (table['Rank']) expect(found.get(top)?.rank).toBe(table['Rank'][place])
      if (table['sector']) expect(sector[rowOf(unit)]).toBe(table['sector'][place])
      for (const code of columns) {
        const expected = table[code]?.[place] ?? null
        const node = found.get(code)
        if (id.includes('rank')) expect(node?.rank).toBe(expected)
        else if (expected === null) expect(node?.score).toBeNull()
        else expect(node?.score).toBeCloseTo(Number(expected), 8)
      }
    }
  })

  it.each(of('unit_summary'))('$id', ({ params, output }) => {
    const table = output as Table
    const found = new Map(profile(params?.['usel']).map((node) => [node.id, node] as const))
    for (const [place, code] of table['Code']?.entries() ?? []) {
      const node = found.get(String(code))
      expect(node?.rank).toBe(table['Rank']?.[place])
      const score = table['Score']?.[place]
      if (typeof score === 'number') expect(node?.score).toBeCloseTo(score, 8)
      else expect(node?.score).toBeNull()
    }
    expect(found.size).toBe(table['Code']?.length)
  })

  /** Raw values turned so that more is better, on 0 to 100 as scores are: ranks of the raw figures. */
  const straight = run(
    Object.fromEntries(
      ids.map((id) => {
        const direction = structure.find(({ code }) => code === id)?.direction ?? 1
        const places = ranks(numbers(raw[id]), { ties: 'dense', first: direction === 1 ? 'smallest' : 'largest' })
        return [id, places.map((place) => (Number.isNaN(place) ? null : place))]
      }),
    ),
  )
  const rawProfile = (unit: unknown, within: 'period' | 'group') =>
    rankProfile(straight.result, { dataset: straight.dataset, row: rowOf(unit) }, { within })

  it.each(of('strengths_weaknesses'))('$id: $quirk', ({ id, params, quirk, output }) => {
    const { Strengths, Weaknesses } = output as Record<'Strengths' | 'Weaknesses', Table>
    const within = id.includes('grp') ? 'group' : 'period'
    const all = rawProfile(params?.['usel'], within)
    const { best, worst } = bestAndWorst(all, { count: 3, distinct: Number(params?.['unq_discard'] ?? 0) })
    // a place that all of a small group share is the last place too, and no strength: COINr lists it
    const behind = new Map(all.map((node) => [node.id, node.behind] as const))
    const strengths = (Strengths['Code'] ?? []).flatMap((code, place) =>
      within === 'group' && behind.get(String(code)) === 0 ? [] : [[code, Strengths['Rank']?.[place]]],
    )
    expect(strengths.length).toBeGreaterThan(1)
    expect(best.map((node) => [node.id, node.rank]).slice(0, strengths.length)).toEqual(strengths)
    if (within === 'period') expect(best).toHaveLength(strengths.length)
    if (quirk === null) {
      expect(worst.map((node) => [node.id, node.rank])).toEqual(
        Weaknesses['Code']?.map((code, place) => [code, Weaknesses['Rank']?.[place]]),
      )
      return
    }
    // COINr strikes last places from the weaknesses: its list is never worse, and the last places are in this one
    const last = all.filter((node) => node.kind === 'indicator' && node.rank !== null && node.behind === 0)
    const worstRanks = worst.map(({ rank }) => rank ?? 0)
    for (const [place, rank] of Weaknesses['Rank']?.entries() ?? [])
      expect(worstRanks[place]).toBeGreaterThanOrEqual(Number(rank))
    const told = new Set(worst.map((node) => node.id))
    const struck = last.filter((node) => !told.has(node.id))
    for (const node of struck) expect(node.rank).toBeLessThanOrEqual(Math.min(...worstRanks))
  })

  it.each(of('compare'))('$id: ranks by two methods, differences', ({ id, output }) => {
    const rankOf = (method: string) => ranks(numbers(index[method]), { ties: 'min', first: 'largest' })
    const first = rankOf('default')
    if (id === 'compare_multi') {
      const tables = output as Record<'Values' | 'Diffs' | 'AbsDiffs', Table>
      for (const method of ['default', 'gmean', 'zscore', 'prank']) {
        const now = rankOf(method === 'gmean' ? 'gmean_imputed' : method)
        for (const [place, unit] of tables.Values['uCode']?.entries() ?? [])
          expect(now[rowOf(unit)]).toBe(tables.Values[method]?.[place])
        for (const [place, unit] of tables.Diffs['uCode']?.entries() ?? []) {
          const shift = (now[rowOf(unit)] ?? NaN) - (first[rowOf(unit)] ?? NaN)
          expect(Math.abs(shift)).toBe(Math.abs(Number(tables.Diffs[method]?.[place])))
          expect(Math.abs(shift)).toBe(tables.AbsDiffs[method]?.[place])
        }
      }
      return
    }
    const table = output as Table
    const second = rankOf('gmean_imputed')
    for (const [place, unit] of table['uCode']?.entries() ?? []) {
      const [one, two] = [first[rowOf(unit)] ?? NaN, second[rowOf(unit)] ?? NaN]
      expect([one, two, one - two, Math.abs(one - two)]).toEqual([
        table['coin.1']?.[place],
        table['coin.2']?.[place],
        table['Diff']?.[place],
        table['Abs.diff']?.[place],
      ])
    }
    const agreement = rankAgreement(
      { id: 'one', values: Float64Array.from(first) },
      { id: 'two', values: Float64Array.from(second) },
    )
    const shifts = numbers(table['Abs.diff'])
    expect(agreement.largestShift).toBe(Math.max(...shifts))
    expect(agreement.meanShift).toBeCloseTo(shifts.reduce((sum, each) => sum + each, 0) / shifts.length, 12)
  })

  it.each(of('change_indicators'))('$id: without two indicators, the weights of the rest scaled', (one) => {
    const found = run(normalised, (one.params?.['drop'] ?? []) as readonly string[])
    const table = one.output['Aggregated'] as Table
    for (const [code, values] of Object.entries(table).filter(([key]) => key !== 'uCode'))
      expect(scoresOf(found, code)).toEqual(
        numbers(units.map((unit) => values[table['uCode']?.indexOf(unit) ?? -1] ?? null)).map((value) =>
          Number.isNaN(value) ? NaN : (expect.closeTo(value, 8) as unknown),
        ),
      )
  })

  it.each(of('remove_elements'))('$id: each left out in turn', ({ output }) => {
    const tables = output as Record<'Scores' | 'Ranks' | 'RankDiffs' | 'RankAbsDiffs', Table> & {
      readonly MeanAbsDiff: Readonly<Record<string, number>>
    }
    const order = tables.Scores['uCode']?.map(rowOf) ?? []
    const before = nominal.result.rank
    for (const code of Object.keys(tables.Scores).filter((key) => key !== 'uCode')) {
      const { result } = run(normalised, [code])
      const inOrder = (values: ArrayLike<number>) => order.map((row) => values[row] ?? NaN)
      expect(inOrder(result.score)).toEqual(
        numbers(tables.Scores[code]).map((value) => expect.closeTo(value, 8) as unknown),
      )
      expect(inOrder(result.rank)).toEqual(tables.Ranks[code])
      const shifts = inOrder(before).map((rank, place) => rank - (inOrder(result.rank)[place] ?? NaN))
      expect(shifts).toEqual(tables.RankDiffs[code])
      expect(shifts.map(Math.abs)).toEqual(tables.RankAbsDiffs[code])
      expect(meanRankShift(before, result.rank)).toBeCloseTo(tables.MeanAbsDiff[code] ?? NaN, 12)
    }
  })

  it.each(of('denominator_correlations'))('$id: which indicators go with the size of a unit', ({ params, output }) => {
    const table = output as Table
    const found = ids.flatMap((id) =>
      Object.entries(denominators).flatMap(([denominator, sizes]) => {
        const { r } = testCorrelation(Float64Array.from(numbers(raw[id])), Float64Array.from(numbers(sizes)), 'pearson')
        return r !== null && Math.abs(r) > Number(params?.['cor_thresh']) ? [{ id, denominator, r }] : []
      }),
    )
    expect(found.map(({ id, denominator }) => [id, denominator])).toEqual(
      table['Ind']?.map((id, place) => [id, table['Denom']?.[place]]),
    )
    for (const [place, { r }] of found.entries()) expect(r).toBeCloseTo(Number(table['Corr']?.[place]), 12)
  })
})

readsEveryCase(import.meta.url)
