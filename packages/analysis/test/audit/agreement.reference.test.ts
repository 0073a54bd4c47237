import { describe, expect, it } from 'vitest'
import { cronbachAlpha, intraclassCorrelations, kendallW, krippendorffAlpha, rankAgreement } from '../../src/index.ts'
import { ranks } from '../../src/numeric/ranks.ts'
import { codeOf, columnsOf, expectClose, fixture, raters, values, type Cells } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

interface Agreement {
  readonly krippendorff: readonly {
    readonly name: string
    readonly raters_x_units: readonly Cells[]
    readonly pairable_values?: number
    readonly results: Readonly<
      Partial<
        Record<
          'nominal' | 'ordinal' | 'interval' | 'ratio',
          { readonly alpha: number; readonly Do: number; readonly De: number } | string
        >
      >
    >
  }[]
  readonly kendall_w: readonly ({
    readonly name: string
    readonly raters_x_items: readonly Cells[]
    readonly sum_ranks: Cells
  } & Readonly<
    Record<
      'W' | 'W_uncorrected' | 'S' | 'T' | 'chi2' | 'df' | 'p_chi2' | 'mean_spearman' | 'mean_pairwise_spearman',
      number
    >
  >)[]
  readonly cronbach_icc: readonly ({
    readonly name: string
    readonly items_in_columns: readonly Cells[]
    readonly ICC: Readonly<Record<string, number>>
    readonly item_total_r: Cells
    readonly item_rest_r: Cells
    readonly alpha_if_deleted: Cells
  } & Readonly<Record<'cronbach_alpha' | 'standardised_alpha' | 'mean_inter_item_r' | 'guttman_lambda6', number>>)[]
}
const agreement = fixture<Agreement>('agreement')

describe.each(agreement.krippendorff)(
  "Krippendorff's alpha of $name",
  ({ raters_x_units, pairable_values, results }) => {
    it.each(Object.entries(results))('%s', (level, expected) => {
      if (!isLevel(level)) throw new Error(level)
      const run = () => krippendorffAlpha(raters(raters_x_units), level)
      if (typeof expected === 'string') {
        expect(codeOf(run)).toEqual(['RATINGS_ALL_EQUAL'])
        return
      }
      const result = run()
      expectClose([result.alpha], [expected.alpha])
      expectClose([result.observed, result.expected], [expected.Do, expected.De])
      if (pairable_values !== undefined) expect(result.ratings).toBe(pairable_values)
    })
  },
)

const isLevel = (text: string): text is 'nominal' | 'ordinal' | 'interval' | 'ratio' =>
  ['nominal', 'ordinal', 'interval', 'ratio'].includes(text)

describe.each(agreement.kendall_w)("Kendall's W of $name", (expected) => {
  it('agrees in every figure', () => {
    const result = kendallW(raters(expected.raters_x_items))
    expectClose([result.w], [expected.W])
    expectClose([result.uncorrected], [expected.W_uncorrected])
    expectClose([result.squares, result.ties], [expected.S, expected.T])
    expectClose([result.chiSquare], [expected.chi2])
    expectClose([result.p], [expected.p_chi2])
    expectClose([result.impliedSpearman], [expected.mean_spearman])
    expectClose([result.meanSpearman], [expected.mean_pairwise_spearman])
    expectClose(result.rankSums, expected.sum_ranks)
    expect(result.df).toBe(expected.df)
  })
})

describe.each(agreement.cronbach_icc)('reliability of $name', (expected) => {
  const columns = columnsOf(expected.items_in_columns)

  it('alpha, lambda-6 and items', () => {
    const result = cronbachAlpha(columns)
    expectClose([result.alpha], [expected.cronbach_alpha])
    expectClose([result.standardised], [expected.standardised_alpha])
    expectClose([result.meanCorrelation], [expected.mean_inter_item_r])
    expectClose([result.lambda6], [expected.guttman_lambda6])
    expectClose(
      result.items.map((item) => item.totalCorrelation),
      expected.item_total_r,
    )
    expectClose(
      result.items.map((item) => item.restCorrelation),
      expected.item_rest_r,
    )
    expectClose(
      result.items.map((item) => item.alphaIfDropped),
      expected.alpha_if_deleted,
    )
    expect(result.items.map((item) => item.against)).toEqual(expected.item_rest_r.map((r) => (r ?? 0) < 0))
  })

  it('six intraclass correlations', () => {
    const { forms } = intraclassCorrelations(columns)
    const { ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k } = expected.ICC
    expectClose(
      forms.map(({ icc }) => icc),
      [ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k].map((icc) => icc ?? null),
    )
  })
})

describe('published figures', () => {
  it('Shrout and Fleiss (1979), tables 2 to 4: six targets, four judges', () => {
    const { forms, meanSquares } = intraclassCorrelations(
      columnsOf([
        [9, 2, 5, 8],
        [6, 1, 3, 2],
        [8, 4, 6, 8],
        [7, 1, 2, 6],
        [10, 5, 6, 9],
        [6, 2, 4, 7],
      ]),
    )
    expect(forms.map(({ form, icc }) => [form, icc?.toFixed(2)])).toEqual([
      ['1', '0.17'],
      ['2', '0.29'],
      ['3', '0.71'],
      ['1k', '0.44'],
      ['2k', '0.62'],
      ['3k', '0.91'],
    ])
    expect(Object.values(meanSquares).map((square) => square.toFixed(2))).toEqual(['11.24', '6.26', '32.49', '1.02'])
    expect(forms[0]?.df).toEqual({ numerator: 5, denominator: 18 })
    expect(forms[2]?.df).toEqual({ numerator: 5, denominator: 15 })
    // p as printed by R psych 2.x, ICC(), for the same table
    expect(forms[0]?.p.toFixed(4)).toBe('0.1648')
    expect(forms[2]?.p.toFixed(5)).toBe('0.00013')
  })

  it("Krippendorff (2011), Computing Krippendorff's alpha-reliability, C and D: four observers, twelve units", () => {
    const observers = raters([
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ])
    const alphas = (['nominal', 'ordinal', 'interval', 'ratio'] as const).map((level) =>
      krippendorffAlpha(observers, level).alpha.toFixed(3),
    )
    expect(alphas).toEqual(['0.743', '0.815', '0.849', '0.797'])
  })
})

interface RankCase {
  readonly name: string
  readonly x: Cells
  readonly y: Cells
}
type RankFigures = Readonly<Record<string, number | null>>
const reference = fixture<{
  readonly cases: readonly (RankCase & RankFigures)[]
  readonly rank_methods: {
    readonly values: readonly number[]
    readonly descending: Readonly<Record<'average' | 'min' | 'max' | 'dense' | 'ordinal', readonly number[]>>
  }
}>('ranks')

describe.each(reference.cases)('agreement of two rankings: $name', ({ x, y, ...expected }) => {
  it('agrees in every measure', () => {
    const result = rankAgreement({ id: 'x', values: values(x) }, { id: 'y', values: values(y) })
    const pairs: Record<string, number | null> = {
      spearman: result.spearman,
      kendall_tau_a: result.tauA,
      kendall_tau_b: result.tauB,
      kendall_tau_c: result.tauC,
      goodman_kruskal_gamma: result.gamma,
      concordant: result.concordant,
      discordant: result.discordant,
      ties_x_only: result.tiesX,
      ties_y_only: result.tiesY,
      ties_both: result.tiesBoth,
      weighted_spearman_rw: result.weightedSpearman,
      WS_x_reference: result.wsFirst,
      WS_y_reference: result.wsSecond,
      mean_abs_rank_shift: result.meanShift,
      max_abs_rank_shift: result.largestShift,
      share_moved: result.shareMoved,
      footrule: result.footrule,
      footrule_normalised: result.footruleShare,
      weightedtau_scipy: result.weightedTau,
    }
    const names = Object.keys(pairs).filter((name) => name in expected)
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) expectClose([pairs[name] ?? null], [expected[name] ?? null])
  })
})

describe('ranking methods', () => {
  const { values: given, descending } = reference.rank_methods
  it.each(['average', 'min', 'max', 'dense', 'ordinal'] as const)('%s', (ties) => {
    expect(ranks(given, { ties, first: 'largest' })).toEqual(descending[ties])
  })
})

readsEveryCase(import.meta.url)
