import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bartlettSphericity,
  correlationRatio,
  correlationTable,
  cronbachAlpha,
  describeIndicator,
  discrimination,
  effectiveWeights,
  intraclassCorrelations,
  kaiserMeyerOlkin,
  kendallW,
  krippendorffAlpha,
  nominalWeights,
  principalComponents,
  rankAgreement,
  redundantPairs,
  rotateFactors,
  testCorrelation,
  type NamedColumn,
} from '../../src/index.ts'
import { pairCounts } from '../../src/numeric/pair-counts.ts'
import { quantile } from '../../src/numeric/quantile.ts'
import { ranks } from '../../src/numeric/ranks.ts'
import { chiSquareUpper, fUpper } from '../../src/numeric/tails.ts'
import { cell, coarse, gap, mapped, shuffled, table, varies } from './draws.ts'

const near = (actual: number | null | undefined, expected: number | null | undefined, digits = 9): void => {
  if (expected === null || expected === undefined) expect(actual ?? null).toBeNull()
  else expect(actual).toBeCloseTo(expected, digits)
}
const holed = fc.oneof({ weight: 6, arbitrary: cell }, { weight: 1, arbitrary: gap })
const kinds = ['pearson', 'spearman', 'kendall'] as const

describe('numeric', () => {
  it('pairs are counted as by going through all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coarse, coarse), { maxLength: 30 }), (rows) => {
        const [x, y] = [rows.map(([a]) => a), rows.map(([, b]) => b)]
        const counts = { concordant: 0, discordant: 0, tiesX: 0, tiesY: 0, tiesBoth: 0 }
        rows.forEach(([a, b], i) =>
          rows.slice(0, i).forEach(([c, d]) => {
            if (a === c && b === d) counts.tiesBoth += 1
            else if (a === c) counts.tiesX += 1
            else if (b === d) counts.tiesY += 1
            else if (a < c === b < d) counts.concordant += 1
            else counts.discordant += 1
          }),
        )
        expect(pairCounts(x, y)).toEqual({ rows: rows.length, ...counts })
      }),
    )
  })

  it('average ranks keep their sum; the lowest rank of ties is one more than the values before', () => {
    fc.assert(
      fc.property(fc.array(coarse, { minLength: 1, maxLength: 30 }), (values) => {
        const average = ranks(values, { ties: 'average', first: 'smallest' })
        near(
          average.reduce((total, rank) => total + rank, 0),
          (values.length * (values.length + 1)) / 2,
        )
        const least = ranks(values, { ties: 'min', first: 'largest' })
        expect(least).toEqual(values.map((value) => values.filter((other) => other > value).length + 1))
      }),
    )
  })

  it('quantiles rise from the least to the greatest value', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (values, at) => {
          const levels = [0, ...at.sort((a, b) => a - b), 1]
          const quantiles = levels.map((p) => quantile(values, p))
          expect([quantiles[0], quantiles.at(-1)]).toEqual([Math.min(...values), Math.max(...values)])
          quantiles.slice(1).forEach((q, index) => expect(q).toBeGreaterThanOrEqual((quantiles[index] ?? NaN) - 1e-9))
        },
      ),
    )
  })

  it('tails lie between 0 and 1 and fall', () => {
    const positive = fc.double({ min: 1e-3, max: 200, noNaN: true })
    fc.assert(
      fc.property(
        positive,
        positive,
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        (a, b, df1, df2) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)]
          for (const tail of [
            (x: number) => chiSquareUpper(x, df1),
            (x: number) => fUpper(x, { numerator: df1, denominator: df2 }),
          ]) {
            expect(tail(low)).toBeLessThanOrEqual(1)
            expect(tail(high)).toBeGreaterThanOrEqual(0)
            expect(tail(high)).toBeLessThanOrEqual(tail(low) + 1e-13)
          }
          // The two tails of F are those of F and 1 / F with the degrees of freedom exchanged.
          near(
            fUpper(a, { numerator: df1, denominator: df2 }) + fUpper(1 / a, { numerator: df2, denominator: df1 }),
            1,
            12,
          )
        },
      ),
    )
  })
})

describe('descriptive statistics', () => {
  it('order of the figures, shares, and no NaN', () => {
    fc.assert(
      fc.property(table(holed, { rows: [0, 12], columns: [1, 1] }), (columns) => {
        for (const column of columns) {
          const d = describeIndicator(column)
          expect(d.available + d.missing).toBe(d.n)
          expect(Object.values(d).some((value) => typeof value === 'number' && !Number.isFinite(value))).toBe(false)
          if (d.available === 0) {
            expect(d.flags).toContain('allMissing')
            expect([d.min, d.mean, d.median, d.zeroShare]).toEqual([null, null, null, null])
            continue
          }
          const order = [d.min, d.p05, d.lowerQuartile, d.median, d.upperQuartile, d.p95, d.max].map((x) => x ?? NaN)
          expect(order.every((x, index) => index === 0 || x >= (order[index - 1] ?? NaN) - 1e-9)).toBe(true)
          expect(d.skewness === null).toBe(d.available < 3 || d.distinct === 1)
          expect(d.kurtosis === null).toBe(d.available < 4 || d.distinct === 1)
        }
      }),
    )
  })

  it('shift and scale: skewness and kurtosis stay, the opposite has the opposite skewness', () => {
    fc.assert(
      fc.property(table(cell, { columns: [1, 1] }), (columns) => {
        fc.pre(columns.every(varies))
        const [a] = columns.map((column) => describeIndicator(column))
        const [b] = mapped(columns, (x) => 7 - 3 * x).map((column) => describeIndicator(column))
        near(b?.skewness, a?.skewness === null ? null : -(a?.skewness ?? NaN), 7)
        near(b?.kurtosis, a?.kurtosis, 7)
        near(b?.standardDeviation, 3 * (a?.standardDeviation ?? NaN))
      }),
    )
  })
})

describe('correlations', () => {
  it('bounds, symmetry, and 1 with itself', () => {
    fc.assert(
      fc.property(table(holed), fc.constantFrom(...kinds), (columns, kind) => {
        const { cells } = correlationTable(columns, kind)
        cells.forEach((row, j) =>
          row.forEach((each, k) => {
            expect(each).toEqual(cells[k]?.[j])
            expect(each.r === null).toBe(each.state === 'constant' || each.n < 2)
            expect(each.p === null).toBe(each.state !== 'ok')
            if (each.r !== null) expect(Math.abs(each.r)).toBeLessThanOrEqual(1)
            if (each.p !== null) expect(each.p >= 0 && each.p <= 1).toBe(true)
            if (j === k && each.state === 'ok') near(each.r, 1, 12)
          }),
        )
      }),
    )
  })

  it('Pearson ignores shift and scale, the rank correlations any rising change, all of them the order of the rows', () => {
    fc.assert(
      fc.property(table(holed, { columns: [2, 2] }), fc.constantFrom(...kinds), (columns, kind) => {
        const of = ([a, b]: readonly NamedColumn[]) => testCorrelation(a?.values ?? [], b?.values ?? [], kind)
        const original = of(columns)
        const changed = of(mapped(columns, (x) => (kind === 'pearson' ? 5 * x - 20 : x * x * x + x)))
        const opposite = of(mapped(columns, (x, column) => (column === 0 ? -x : x)))
        expect(changed.state).toBe(original.state)
        near(changed.r, original.r)
        near(opposite.r, original.r === null ? null : -original.r)
        near(opposite.p, original.p)
        near(of(shuffled(columns)).r, original.r)
      }),
    )
  })

  it('rows with a missing value change nothing', () => {
    fc.assert(
      fc.property(table(cell, { columns: [2, 2] }), fc.constantFrom(...kinds), ([a, b], kind) => {
        const [x, y] = [[...(a?.values ?? [])], [...(b?.values ?? [])]]
        expect(testCorrelation([...x, 3, NaN], [...y, NaN, 4], kind)).toEqual(testCorrelation(x, y, kind))
      }),
    )
  })

  it('redundant are exactly the pairs over the threshold, and groups part the indicators', () => {
    fc.assert(
      fc.property(
        table(coarse, { rows: [4, 6], columns: [2, 6] }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (columns, threshold) => {
          const placed = columns.map((column, index) => ({ ...column, pillar: `p${index % 2}` }))
          const { pairs, groups } = redundantPairs(placed, { threshold })
          const { cells } = correlationTable(columns)
          const over = cells
            .flatMap((row, j) => row.slice(j + 1))
            .filter(({ r, state }) => state === 'ok' && Math.abs(r ?? 0) >= threshold)
          expect(pairs.length).toBe(over.length)
          const members = groups.flat()
          expect(new Set(members).size).toBe(members.length)
          expect(new Set(members)).toEqual(new Set(pairs.flatMap(({ first, second }) => [first, second])))
        },
      ),
    )
  })
})

describe("Cronbach's alpha", () => {
  const items = table(cell, { columns: [2, 5] }).filter((columns) => columns.every(varies))
  const attempt = <T>(run: () => T): T | null => {
    try {
      return run()
    } catch {
      return null
    }
  }

  it('at most 1; shift, common scale and order change nothing; scale of one item leaves the standardised', () => {
    fc.assert(
      fc.property(items, (columns) => {
        const original = attempt(() => cronbachAlpha(columns))
        fc.pre(original !== null && original.alpha > -50)
        expect(original?.alpha).toBeLessThanOrEqual(1 + 1e-12)
        near(cronbachAlpha(mapped(columns, (x, c) => 4 * x + c)).alpha, original?.alpha, 7)
        near(cronbachAlpha([...columns].reverse()).alpha, original?.alpha, 7)
        near(cronbachAlpha(shuffled(columns)).alpha, original?.alpha, 7)
        near(cronbachAlpha(mapped(columns, (x, c) => (c === 0 ? 9 * x : x))).meanCorrelation, original?.meanCorrelation)
      }),
    )
  })

  it('equals the intraclass correlation of form 3k (Hoyt 1941)', () => {
    fc.assert(
      fc.property(items, (columns) => {
        const alpha = attempt(() => cronbachAlpha(columns).alpha)
        fc.pre(alpha !== null && alpha > -50)
        near(intraclassCorrelations(columns).forms[5]?.icc, alpha, 6)
      }),
    )
  })

  it('alpha if dropped is the alpha of the others', () => {
    fc.assert(
      fc.property(items, (columns) => {
        fc.pre(columns.length > 2)
        const [first] = attempt(() => cronbachAlpha(columns).items) ?? []
        const others = attempt(() => cronbachAlpha(columns.slice(1)).alpha)
        fc.pre(first !== undefined && others !== null && others > -50)
        near(first?.alphaIfDropped, others, 7)
      }),
    )
  })
})

describe('principal components', () => {
  const data = table(cell, { rows: [6, 14], columns: [2, 5] }).filter((columns) => columns.every(varies))
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((total, x, i) => total + x * (b[i] ?? NaN), 0)

  it('eigenvalues fall, are not negative and sum to m; vectors are at right angles; scores have the eigenvalue as variance', () => {
    fc.assert(
      fc.property(data, (columns) => {
        const { components, rows } = principalComponents(columns)
        near(
          components.reduce((total, { eigenvalue }) => total + eigenvalue, 0),
          columns.length,
        )
        near(components.at(-1)?.cumulative, 1)
        components.forEach((component, k) => {
          expect(component.eigenvalue).toBeGreaterThanOrEqual(0)
          expect(component.eigenvalue).toBeLessThanOrEqual(components[k - 1]?.eigenvalue ?? Infinity)
          components.forEach((other, l) => near(dot(component.vector, other.vector), k === l ? 1 : 0))
          near(dot([...component.scores], [...component.scores]) / (rows - 1), component.eigenvalue, 7)
          const largest = Math.max(...component.vector.map(Math.abs))
          expect(component.vector.some((x) => x >= largest * (1 - 1e-8))).toBe(true)
        })
      }),
    )
  })

  it('shift, scale and order of the rows leave the eigenvalues; turning an indicator only turns its loadings', () => {
    fc.assert(
      fc.property(data, (columns) => {
        const spectrum = (of: readonly NamedColumn[]) =>
          principalComponents(of).components.map(({ eigenvalue }) => eigenvalue)
        const original = spectrum(columns)
        for (const other of [
          mapped(columns, (x, c) => (c + 2) * x - 5),
          shuffled(columns),
          mapped(columns, (x, c) => (c === 0 ? -x : x)),
        ]) {
          spectrum(other).forEach((eigenvalue, k) => near(eigenvalue, original[k]))
        }
      }),
    )
  })

  it('adequacy and its parts lie between 0 and 1, sphericity has a p-value', () => {
    fc.assert(
      fc.property(table(cell, { rows: [12, 20], columns: [2, 4] }), (columns) => {
        fc.pre(columns.every(varies))
        let adequacy
        try {
          adequacy = kaiserMeyerOlkin(columns)
        } catch {
          fc.pre(false)
        }
        for (const { adequacy: own } of [...(adequacy?.indicators ?? []), { adequacy: adequacy?.overall ?? NaN }]) {
          expect(own >= 0 && own <= 1).toBe(true)
        }
        const { p, chiSquare } = bartlettSphericity(columns)
        expect(p >= 0 && p <= 1 && chiSquare >= 0).toBe(true)
      }),
    )
  })

  it('rotation keeps communalities and never lowers the criterion; rotating again changes nothing', () => {
    fc.assert(
      fc.property(data, (columns) => {
        const loadings = principalComponents(columns)
          .components.slice(0, 3)
          .map((component) => component.loadings)
        const once = rotateFactors(loadings)
        columns.forEach((_, item) => {
          near(
            once.communalities[item],
            loadings.reduce((total, factor) => total + (factor[item] ?? NaN) ** 2, 0),
          )
        })
        const twice = rotateFactors(once.loadings)
        near(twice.criterion, once.criterion, 7)
        const unrotated = loadings.map((factor) => {
          const shares = factor.map((x, item) =>
            once.communalities[item] ? (x * x) / (once.communalities[item] ?? 1) : 0,
          )
          const centre = shares.reduce((total, x) => total + x, 0) / shares.length
          return shares.reduce((total, x) => total + (x - centre) ** 2, 0) / shares.length
        })
        expect(once.criterion).toBeGreaterThanOrEqual(unrotated.reduce((total, x) => total + x, 0) - 1e-9)
      }),
    )
  })
})

describe('influence', () => {
  it('covariance shares of a weighted mean sum to 1', () => {
    fc.assert(
      fc.property(
        table(cell),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
        (columns, weights) => {
          const parts = columns.map((column, index) => ({ ...column, weight: weights[index] ?? NaN }))
          const total = parts.reduce((sum, { weight }) => sum + weight, 0)
          const index = Float64Array.from(columns[0]?.values ?? [], (_, row) =>
            parts.reduce((sum, { values, weight }) => sum + (weight / total) * (values[row] ?? NaN), 0),
          )
          fc.pre(Math.max(...index) - Math.min(...index) > 0.01)
          const found = effectiveWeights(parts, { id: 'index', values: index })
          near(found.total, 1, 7)
          for (const part of found.parts) {
            expect(part.squaredCorrelation >= 0 && part.squaredCorrelation <= 1).toBe(true)
            expect(part.correlationRatio === null || (part.correlationRatio >= 0 && part.correlationRatio <= 1)).toBe(
              true,
            )
          }
        },
      ),
    )
  })

  it('a correlation ratio by hand: three groups of three, squares 6 within and 78 in all, so 1 - (6 / 6) / (78 / 8)', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    const y = [1, 2, 3, 7, 8, 9, 1, 2, 3]
    near(correlationRatio(x, y), 1 - 8 / 78, 12)
    expect(
      correlationRatio(
        x.map((value) => value ** 3),
        y,
      ),
    ).toBe(correlationRatio(x, y))
  })

  it('nominal weights of the leaves sum to 1, and the scale of siblings does not matter', () => {
    const weight = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(weight, fc.array(weight, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 4 }),
        (groups) => {
          const tree = (scale: number) => [
            { id: 'index', parent: null, weight: 1 },
            ...groups.map(([own], g) => ({ id: `g${g}`, parent: 'index', weight: own * scale })),
            ...groups.flatMap(([, leaves], g) =>
              leaves.map((own, l) => ({ id: `g${g}l${l}`, parent: `g${g}`, weight: own * (g + 1) * scale })),
            ),
          ]
          const weights = nominalWeights(tree(1))
          const leaves = [...weights].filter(([id]) => id.includes('l'))
          near(
            leaves.reduce((total, [, share]) => total + share, 0),
            1,
          )
          for (const [id, share] of nominalWeights(tree(3))) near(share, weights.get(id))
        },
      ),
    )
  })

  it('separation lies between -1 and 1 on the scale, and turns with the scores', () => {
    fc.assert(
      fc.property(table(fc.integer({ min: 0, max: 100 }), { columns: [2, 4] }), ([total, ...columns]) => {
        fc.pre(total !== undefined && columns.length > 0)
        if (!total) return
        const found = discrimination(columns, total)
        const turned = discrimination(
          mapped(columns, (x) => 100 - x),
          total,
        )
        found.forEach(({ separation, flags }, index) => {
          expect(separation === null || Math.abs(separation) <= 1).toBe(true)
          near(turned[index]?.separation, separation === null ? null : -separation)
          expect(flags.includes('constant')).toBe(!varies(columns[index] ?? total))
        })
      }),
    )
  })
})

describe('agreement of raters', () => {
  const rating = fc.oneof({ weight: 6, arbitrary: coarse }, { weight: 1, arbitrary: gap })
  const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
  const alphaOf = (raters: readonly NamedColumn[], level: (typeof levels)[number]): number | null => {
    try {
      return krippendorffAlpha(raters, level).alpha
    } catch {
      return null
    }
  }

  it("Krippendorff's alpha: at most 1, any order of raters and things, changes that the level allows", () => {
    const allowed = {
      nominal: (x: number) => [0, 30, 10, 50, 20, 40][x] ?? NaN,
      ordinal: (x: number) => x * x * x,
      interval: (x: number) => 3 * x - 7,
      ratio: (x: number) => 4 * x,
    }
    fc.assert(
      fc.property(table(rating), fc.constantFrom(...levels), (raters, level) => {
        const alpha = alphaOf(raters, level)
        fc.pre(alpha !== null)
        expect(alpha).toBeLessThanOrEqual(1)
        near(alphaOf([...raters].reverse(), level), alpha)
        near(alphaOf(shuffled(raters), level), alpha)
        near(alphaOf(mapped(raters, allowed[level]), level), alpha)
      }),
    )
  })

  it("Kendall's W: from 0 to 1, any rising change by each rater; it follows from the mean Spearman without ties", () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7 })
    fc.assert(
      fc.property(fc.array(order, { minLength: 2, maxLength: 6 }), (orders) => {
        const raters = orders.map((values, index) => ({ id: `r${index}`, values: Float64Array.from(values) }))
        const { w, p, meanSpearman, impliedSpearman } = kendallW(raters)
        expect(w >= 0 && w <= 1 + 1e-12 && p >= 0 && p <= 1).toBe(true)
        near(meanSpearman, impliedSpearman)
        near(kendallW(mapped(raters, (x, rater) => (rater + 1) * x * x * x)).w, w)
        near(kendallW(shuffled(raters)).w, w)
      }),
    )
  })

  it('with ties, W is still from 0 to 1', () => {
    fc.assert(
      fc.property(table(coarse), (raters) => {
        fc.pre(raters.some(varies))
        const { w } = kendallW(raters)
        expect(w >= -1e-12 && w <= 1 + 1e-12).toBe(true)
      }),
    )
  })

  it('intraclass correlations: strictness of a rater counts in forms 1 and 2 and not in 3', () => {
    fc.assert(
      fc.property(table(cell), (raters) => {
        fc.pre(raters.every(varies))
        const original = intraclassCorrelations(raters).forms
        const strict = intraclassCorrelations(mapped(raters, (x, rater) => x - 100 * rater)).forms
        for (const { icc, p } of original) {
          expect(icc === null || icc <= 1 + 1e-12).toBe(true)
          expect(p >= 0 && p <= 1).toBe(true)
        }
        near(strict[2]?.icc, original[2]?.icc, 6)
        expect(strict[0]?.icc ?? NaN).toBeLessThan(0.2)
      }),
    )
  })

  it('agreement of rankings is symmetric but for WS, 1 for the same ranking, and within its bounds', () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 })
    fc.assert(
      fc.property(order, order, (a, b) => {
        const [first, second] = [a, b].map((values, index) => ({ id: `r${index}`, values: Float64Array.from(values) }))
        if (!first || !second) return
        const there = rankAgreement(first, second)
        const back = rankAgreement(second, first)
        near(back.spearman, there.spearman)
        near(back.weightedTau, there.weightedTau)
        near(back.weightedSpearman, there.weightedSpearman)
        expect([back.wsFirst, back.wsSecond]).toEqual([there.wsSecond, there.wsFirst])
        expect(there.wsFirst >= 0 && there.wsFirst <= 1).toBe(true)
        expect(there.footruleShare >= 0 && there.footruleShare <= 1).toBe(true)
        expect([there.tauA, there.gamma]).toEqual([there.tauB, there.tauB])
        const same = rankAgreement(first, { ...first, id: 'again' })
        for (const figure of [
          same.spearman,
          same.tauA,
          same.gamma,
          same.weightedTau,
          same.wsFirst,
          same.weightedSpearman,
        ]) {
          near(figure, 1, 12)
        }
      }),
    )
  })
})
