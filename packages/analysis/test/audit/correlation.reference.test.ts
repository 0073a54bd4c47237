import { describe, expect, it } from 'vitest'
import {
  correlationFlags,
  correlationTable,
  effectiveWeights,
  nominalWeights,
  parentCorrelations,
  rankAgreement,
  correlationPairs,
  testCorrelation,
} from '../../src/index.ts'
import {
  coinr,
  columnsOf,
  datasets,
  expectClose,
  fixture,
  inPillars,
  named,
  values,
  type Cells,
  type Coinr,
} from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

const tests = fixture<{
  readonly cases: readonly {
    readonly name: string
    readonly x: Cells
    readonly y: Cells
    readonly pearson: Cells
    readonly spearman: Cells
    readonly kendall: Cells
  }[]
}>('correlation-tests').cases

describe.each(tests)('correlation tests: $name', ({ x, y, ...expected }) => {
  it.each(['pearson', 'spearman', 'kendall'] as const)('%s', (kind) => {
    const { r, p, n, state } = testCorrelation(values(x), values(y), kind)
    const [referenceR = null, referenceP = null] = expected[kind]
    expectClose([r], [referenceR])
    expectClose([p], [referenceP])
    expect([n, state]).toEqual([x.length, 'ok'])
  })
})

const treeOf = ({ structure }: Coinr) => structure.map(({ code, parent, weight }) => ({ id: code, parent, weight }))

describe.each(['small', 'medium'] as const)('correlations as COINr has them: %s', (size) => {
  const data = coinr[size]
  const { cases } = data
  const indicators = inPillars(data, data.normalised)

  it.each(['pearson', 'spearman', 'kendall'] as const)('%s over all pairs', (kind) => {
    const { cells, ids } = correlationTable(indicators, kind)
    const expected = cases[`corr_${kind}`].output
    expect(ids).toEqual(expected.cols)
    cells.forEach((row, j) =>
      expectClose(
        row.map(({ r }) => r),
        expected.data[j] ?? [],
      ),
    )
  })

  it('p-values', () => {
    const { cells } = correlationTable(indicators)
    cells.forEach((row, j) =>
      row.forEach(({ p }, k) => expectClose([p], [cases.corr_pvals_pearson.output.data[j]?.[k] ?? null])),
    )
  })

  it('raw values, turned by their direction; COINr blanks what is not significant', () => {
    const directions = new Map(data.structure.map(({ code, direction }) => [code, direction]))
    const raw = named(data.raw).map((column) => ({ ...column, direction: directions.get(column.id) ?? 1 }))
    const { cells, ids } = correlationTable(raw)
    const { Var1, Var2, Correlation } = cases.corr_raw_directed.output
    expect(Var1.length).toBe(ids.length ** 2)
    Var1.forEach((first, index) => {
      const cell = cells[ids.indexOf(first)]?.[ids.indexOf(Var2[index] ?? '')]
      const expected = Correlation[index] ?? null
      if (expected === null) expect(cell?.p).toBeGreaterThan(cases.corr_raw_directed.params.pval)
      else expectClose([cell?.r ?? null], [expected])
    })
  })

  it('with the parent and with all above it', () => {
    const nodes = named({ ...data.normalised, ...data.aggregated })
    const found = parentCorrelations(nodes, treeOf(data)).filter(({ id }) => indicators.some((each) => each.id === id))
    const direct = found.filter(({ steps }) => steps === 1)
    const { Var1, Var2, Correlation } = cases.corr_withparent_l1.output
    const pairs = Var2.map((id, index) => direct.find((each) => each.id === id && each.ancestor === Var1[index]))
    expectClose(
      pairs.map((pair) => pair?.r ?? null),
      Correlation,
    )
    // The whole family: one correlation for each indicator and level above it
    const family = cases.corr_family_l1.output.Correlation
    const sorted = (list: readonly (number | null)[]): number[] => list.map((r) => r ?? NaN).sort((a, b) => a - b)
    expectClose(sorted(found.map(({ r }) => r)), sorted(family))
  })

  it('within pillars', () => {
    const { Var1, Var2, Correlation } = cases.corr_groups_l2.output
    const within = correlationPairs(indicators).filter(({ place }) => place === 'within')
    const expected = Var1.map((first, index) => ({ first, second: Var2[index], r: Correlation[index] ?? null })).filter(
      ({ first, second }) => first < (second ?? ''),
    )
    expect(within.map(({ first, second }) => [first, second])).toEqual(
      expected.map(({ first, second }) => [first, second]),
    )
    expectClose(
      within.map(({ r }) => r),
      expected.map(({ r }) => r),
    )
  })

  it.each([
    ['high', { high: 0.5, low: -1 }, cases['corr_flags_high_0.5'].output],
    ['low', { high: 1, low: 0 }, cases.corr_flags_low_0.output],
  ] as const)('flags %s', (flag, thresholds, expected) => {
    const flags = correlationFlags(indicators, thresholds)
    expect(flags.map((each) => [each.flag, each.pillars[0], each.first, each.second])).toEqual(
      expected.Group.map((group, index) => [flag, group, expected.Ind1[index], expected.Ind2[index]]),
    )
    expectClose(
      flags.map(({ r }) => r),
      expected.Corr,
    )
  })

  it('nominal weights down the tree', () => {
    const weights = nominalWeights(treeOf(data))
    const { iCode, EffWeight } = cases.eff_weights.output
    expectClose(
      iCode.map((code) => weights.get(code) ?? null),
      EffWeight,
    )
  })

  it('quirk: a unit without a rank costs its own pair, not the whole correlation', () => {
    expect(cases.compare_corr.quirk).toContain('NA')
    const { iCode, Correlation } = cases.compare_corr.output
    iCode.forEach((code, index) => {
      const [first, second] = [data.ranks[code] ?? [], data.prankRanks[code] ?? []]
      const both = first.filter((rank, row) => rank !== null && (second[row] ?? null) !== null).length
      const { n, spearman } = rankAgreement(
        { id: 'minmax', values: values(first) },
        { id: 'prank', values: values(second) },
      )
      expect(n).toBe(both)
      const pearson = testCorrelation(values(first), values(second), 'pearson').r
      if (Correlation[index] === null) expect(spearman).toBeGreaterThan(0.8)
      else expectClose([pearson], [Correlation[index] ?? null])
    })
  })
})

interface Hierarchy {
  readonly groups: readonly (readonly number[])[]
  readonly sub: readonly (readonly number[])[]
  readonly w_level2: readonly number[]
  readonly w_level3: readonly number[]
  readonly effective_weights: Cells
  readonly index: Cells
  readonly covariance_share: Cells
  readonly pearson_r2: Cells
}

describe('effective against nominal weights over three levels (D60x30)', () => {
  const hierarchy = fixture<Hierarchy>('hierarchy')
  const { matrix, objectives, weights } = datasets['D60x30'] ?? { matrix: [], objectives: [], weights: [] }
  const scores = columnsOf(matrix).map(({ id, values: raw }, j) => {
    const [low, high] = [Math.min(...raw), Math.max(...raw)]
    return { id, values: raw.map((x) => 1 + (99 * (objectives[j] === 1 ? x - low : high - x)) / (high - low)) }
  })
  const tree = [
    { id: 'index', parent: null, weight: 1 },
    ...hierarchy.w_level3.map((weight, s) => ({ id: `sub${s}`, parent: 'index', weight })),
    ...hierarchy.w_level2.map((weight, g) => ({
      id: `group${g}`,
      parent: `sub${hierarchy.sub.findIndex((groups) => groups.includes(g))}`,
      weight,
    })),
    ...scores.map(({ id }, j) => ({
      id,
      parent: `group${hierarchy.groups.findIndex((group) => group.includes(j))}`,
      weight: weights[j] ?? NaN,
    })),
  ]

  it('nominal', () => {
    const nominal = nominalWeights(tree)
    expectClose(
      scores.map(({ id }) => nominal.get(id) ?? null),
      hierarchy.effective_weights,
    )
  })

  it('covariance shares and squared correlations', () => {
    const nominal = nominalWeights(tree)
    const parts = scores.map((column) => ({ ...column, weight: nominal.get(column.id) ?? NaN }))
    const { parts: found, total, rows } = effectiveWeights(parts, { id: 'index', values: values(hierarchy.index) })
    expectClose(
      found.map((part) => part.covarianceShare),
      hierarchy.covariance_share,
    )
    expectClose(
      found.map((part) => part.squaredCorrelation),
      hierarchy.pearson_r2,
    )
    expect(total).toBeCloseTo(1, 12)
    expect(rows).toBe(60)
    expect(found.filter(({ covarianceShare }) => covarianceShare < 0).every(({ flag }) => flag === 'reversed')).toBe(
      true,
    )
  })
})

readsEveryCase(import.meta.url)
