import { fault, FaultError, power } from '@plumbline/kernel'
import { criteriaOf, ranked, sumOver, type Criteria, type Criterion, type Decision, type Ranked } from './decision.ts'
import { extremes, linear, minMax, plainShare, sumShare, total } from './normal.ts'

/** Weighted sums of the benefits and of the costs, by shares of the column's sum. */
function benefitsAndCosts(criteria: Criteria): readonly [Float64Array, Float64Array] {
  const of = (sign: 1 | -1): Float64Array =>
    sumOver(criteria, (criterion) => plainShare(criterion).map((value) => (criterion.objective === sign ? value : 0)))
  return [of(1), of(-1)]
}

/**
 * COPRAS: benefits, and costs in inverse proportion; as a share of the best. Without costs, the benefits alone.
 *
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByCopras({ matrix: [[1], [2]], weights: [1] }).score // [0.5, 1]
 * @see Zavadskas et al. (1994); some programs lose both sums of its formula and reward costs.
 */
export function rankByCopras(decision: Decision): Ranked {
  const criteria = criteriaOf(decision, { positive: true })
  const [benefits, costs] = benefitsAndCosts(criteria)
  const inverse = total(costs.map((cost) => 1 / cost))
  const some = criteria.columns.some(({ objective, weight }) => objective === -1 && weight > 0)
  const value = benefits.map((benefit, row) => benefit + (some ? total(costs) / ((costs[row] ?? NaN) * inverse) : 0))
  const { high } = extremes(value)
  return ranked(value.map((own) => own / high))
}

/**
 * ARAS: weighted sum as a share of that of an alternative that is the best in everything.
 *
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByAras({ matrix: [[1], [2]], weights: [1] }).score // [0.5, 1]
 * @see Zavadskas and Turskis (2010), doi:10.3846/tede.2010.10
 */
export function rankByAras(decision: Decision): Ranked {
  const { size, columns } = criteriaOf(decision, { positive: true })
  const withIdeal = columns.map((criterion) => {
    const { low, high } = extremes(criterion.values)
    return { ...criterion, values: Float64Array.of(...criterion.values, criterion.objective === 1 ? high : low) }
  })
  const sums = sumOver({ size: size + 1, columns: withIdeal }, sumShare)
  return ranked(sums.slice(0, size).map((sum) => sum / (sums[size] ?? NaN)))
}

/**
 * MARCOS: utility against an alternative that is the best in everything and one that is the worst.
 *
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByMarcos({ matrix: [[1], [2]], weights: [1] }).rank // [2, 1]
 * @see Stević et al. (2020), doi:10.1016/j.cie.2019.106231
 */
export function rankByMarcos(decision: Decision): Ranked {
  const { size, columns } = criteriaOf(decision, { positive: true })
  const withEnds = columns.map((criterion) => {
    const { low, high } = extremes(criterion.values)
    const ends = criterion.objective === 1 ? [high, low] : [low, high]
    return { ...criterion, values: Float64Array.of(...criterion.values, ...ends) }
  })
  const sums = sumOver({ size: size + 2, columns: withEnds }, linear)
  const [best, worst] = [sums[size] ?? NaN, sums[size + 1] ?? NaN]
  return ranked(
    sums.slice(0, size).map((sum) => {
      const [toWorst, toBest] = [sum / worst, sum / best]
      const [fWorst, fBest] = [toBest / (toBest + toWorst), toWorst / (toBest + toWorst)]
      return (toBest + toWorst) / (1 + (1 - fBest) / fBest + (1 - fWorst) / fWorst)
    }),
  )
}

/**
 * CRADIS: ways of the weighted shares of the best to the greatest and to the least of them all, each against those of an
 * alternative that is the best in everything; such an alternative scores 1. Criteria of weight 0 do not count.
 *
 * Under equal weights that alternative is at the greatest in everything, and only the ways to the least decide.
 *
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByCradis({ matrix: [[1, 4], [2, 2]], weights: [0.75, 0.25] }).rank // [2, 1]
 * @see Puška, Stević and Pamučar (2022), doi:10.1007/s10668-021-01902-2; some programs take benefits for costs, and put
 * the best last.
 */
export function rankByCradis(decision: Decision): Ranked {
  const { size, columns } = criteriaOf(decision, { positive: true })
  const weighted = columns
    .filter(({ weight }) => weight > 0)
    .map((criterion) => linear(criterion).map((share) => share * criterion.weight))
  const bests = weighted.map((column) => extremes(column).high)
  const greatest = Math.max(...bests)
  const least = Math.min(...weighted.map((column) => extremes(column).low))
  const ways = (values: readonly number[]): readonly [number, number] => [
    values.reduce((sum, value) => sum + (greatest - value), 0),
    values.reduce((sum, value) => sum + (value - least), 0),
  ]
  const [toGreatest, toLeast] = ways(bests)
  const score = Float64Array.from({ length: size }, (_, row) => {
    const [down, up] = ways(weighted.map((column) => column[row] ?? NaN))
    return ((down === toGreatest ? 1 : toGreatest / down) + (up === toLeast ? 1 : up / toLeast)) / 2
  })
  return ranked(score)
}

/**
 * COCOSO: three ways to combine a weighted sum and a sum of powers, and their means.
 *
 * @param lambda - Part of the sum in the third, 0 to 1.
 * @throws FaultError as `criteriaOf`; RANKING_WORST - an alternative is the worst in everything, and the method divides by
 * its sums.
 * @example rankByCocoso({ matrix: [[1, 2], [2, 1]], weights: [0.7, 0.3] }).rank // [2, 1]
 * @see Yazdani et al. (2019), doi:10.1108/MD-05-2017-0458
 */
export function rankByCocoso(decision: Decision, lambda = 0.5): Ranked {
  const criteria = criteriaOf(decision)
  const sum = sumOver(criteria, minMax)
  const unweighted = { ...criteria, columns: criteria.columns.map((criterion) => ({ ...criterion, weight: 1 })) }
  const weightAt = (criterion: Criterion): number =>
    criteria.columns[unweighted.columns.indexOf(criterion)]?.weight ?? NaN
  const powers = sumOver(unweighted, (criterion) =>
    minMax(criterion).map((value) => (value === 0 && weightAt(criterion) > 0 ? 0 : power(value, weightAt(criterion)))),
  )
  const worst = [...sum.keys()].filter((row) => sum[row] === 0)
  if (worst.length > 0) throw new FaultError([fault('RANKING_WORST', { rows: worst.map((row) => row + 1) })])
  const all = total(sum) + total(powers)
  const [sums, products] = [extremes(sum), extremes(powers)]
  return ranked(
    sum.map((own, row) => {
      const product = powers[row] ?? NaN
      const a = (own + product) / all
      const b = own / sums.low + product / products.low
      const c = (lambda * own + (1 - lambda) * product) / (lambda * sums.high + (1 - lambda) * products.high)
      return power(a * b * c, 1 / 3) + (a + b + c) / 3
    }),
  )
}

/**
 * OCRA: operational competitiveness in costs and in benefits, each from the weakest.
 *
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByOcra({ matrix: [[1], [2]], weights: [1] }).score // [0, 1]
 * @see Parkan (1994), doi:10.1016/0305-0483(94)90049-3
 */
export function rankByOcra(decision: Decision): Ranked {
  const criteria = criteriaOf(decision, { positive: true })
  const rating = (sign: 1 | -1): Float64Array => {
    const sums = sumOver(criteria, ({ values, objective }) => {
      const { low, high } = extremes(values)
      if (objective !== sign) return new Float64Array(values.length)
      return values.map((value) => (sign === 1 ? value - low : high - value) / low)
    })
    const { low } = extremes(sums)
    return sums.map((value) => value - low)
  }
  const [benefits, costs] = [rating(1), rating(-1)]
  const both = benefits.map((benefit, row) => benefit + (costs[row] ?? NaN))
  const { low } = extremes(both)
  return ranked(both.map((value) => value - low))
}

/**
 * RAM: the root of the benefits whose degree grows with the costs.
 *
 * @throws FaultError as `criteriaOf`; values above 0.
 * @example rankByRam({ matrix: [[1], [3]], weights: [1] }).rank // [2, 1]
 * @see Sotoudeh-Anvari (2023), doi:10.1016/j.asoc.2023.110138
 */
export function rankByRam(decision: Decision): Ranked {
  const [benefits, costs] = benefitsAndCosts(criteriaOf(decision, { positive: true }))
  return ranked(benefits.map((benefit, row) => power(2 + benefit, 1 / (2 + (costs[row] ?? NaN)))))
}
