import { fault, FaultError } from '@plumbline/kernel'
import { mean } from '../numeric/mean.ts'
import { standardDeviation } from '../numeric/standard-deviation.ts'
import { streamOf, type Stream } from '../random/stream.ts'
import { checkDesign } from './estimate-sobol.ts'

/** What a factor does when it alone moves, over the trajectories. */
export interface MorrisIndex {
  /** Mean elementary effect: output per unit of the factor's [0, 1]. */
  readonly mu: number
  /** Mean of the magnitudes: effects of both signs do not cancel. */
  readonly muStar: number
  /** Sample standard deviation (n - 1): interaction or curvature. NaN with one trajectory. */
  readonly sigma: number
}

/** The points of a trajectory: from one to the next a single factor moves. */
export type Trajectory = readonly (readonly number[])[]

/**
 * Elementary effects of given trajectories.
 *
 * @param outputs - By trajectory, one for each of its points.
 * @returns By factor.
 * @throws FaultError with SENSITIVITY_TRAJECTORY where a step does not move exactly one factor or a factor never moves,
 * SENSITIVITY_LENGTH and SENSITIVITY_OUTPUT.
 * @see Morris (1991), doi:10.1080/00401706.1991.10484804; Campolongo et al. (2007), doi:10.1016/j.envsoft.2006.10.004
 * @example morrisIndices([[[0, 0], [0.5, 0], [0.5, 0.5]]], [[0, 1, 3]]).map(({ muStar }) => muStar) // [2, 4]
 */
export function morrisIndices(
  trajectories: readonly Trajectory[],
  outputs: readonly (readonly number[])[],
): readonly MorrisIndex[] {
  const factors = trajectories[0]?.[0]?.length ?? 0
  const effects: number[][] = Array.from({ length: factors }, () => [])
  const faults = trajectories.flatMap((points, index) => {
    const values = outputs[index] ?? []
    if (values.length !== points.length)
      return [fault('SENSITIVITY_LENGTH', { found: values.length, expected: points.length })]
    if (!values.every(Number.isFinite)) return [fault('SENSITIVITY_OUTPUT', { column: index + 1 })]
    return points.slice(1).flatMap((point, step) => {
      const before = points[step] ?? []
      const moved = point.flatMap((value, factor) => (value === before[factor] ? [] : [factor]))
      const [factor] = moved
      if (factor === undefined || moved.length > 1)
        return [fault('SENSITIVITY_TRAJECTORY', { trajectory: index + 1, step: step + 1, moved: moved.length })]
      const change = (point[factor] ?? NaN) - (before[factor] ?? NaN)
      effects[factor]?.push(((values[step + 1] ?? NaN) - (values[step] ?? NaN)) / change)
      return []
    })
  })
  const still = effects.flatMap((found, factor) =>
    found.length > 0 ? [] : [fault('SENSITIVITY_NEVER_MOVED', { factor: factor + 1 })],
  )
  if (faults.length > 0 || still.length > 0) throw new FaultError([...faults, ...still])
  return effects.map((found) => ({
    mu: mean(found),
    muStar: mean(found.map(Math.abs)),
    sigma: standardDeviation(found),
  }))
}

/** Size and seed of a design. */
export interface MorrisDesign {
  readonly factors: number
  readonly trajectories: number
  /** Levels of the grid on [0, 1], an even number; 4 unless told. A step is levels / 2 / (levels - 1). */
  readonly levels?: number
  /** Unsigned 32-bit integer. */
  readonly seed: number
}

/**
 * Random trajectories over a grid, each moving every factor once.
 *
 * @throws FaultError with SENSITIVITY_OPTION or SENSITIVITY_LEVELS.
 * @example morrisTrajectories({ factors: 3, trajectories: 10, seed: 1 })[0].length // 4
 */
export function morrisTrajectories({ factors, trajectories, levels = 4, seed }: MorrisDesign): readonly Trajectory[] {
  checkDesign({ factors, trajectories })
  if (!(Number.isInteger(levels) && levels >= 2 && levels % 2 === 0))
    throw new FaultError([fault('SENSITIVITY_LEVELS', { value: levels })])
  return Array.from({ length: trajectories }, (_, draw) => {
    const stream = streamOf({ seed, what: 'morris', draw })
    const start = Array.from({ length: factors }, () => Math.floor(stream.uniform() * levels))
    const points = [start]
    for (const factor of shuffled(factors, stream)) {
      const last = points.at(-1) ?? start
      const level = last[factor] ?? 0
      points.push(last.with(factor, level < levels / 2 ? level + levels / 2 : level - levels / 2))
    }
    return points.map((point) => point.map((level) => level / (levels - 1)))
  })
}

/**
 * Elementary effects of a function over random trajectories.
 *
 * @param output - Of a point in [0, 1] by factor.
 * @throws FaultError as `morrisTrajectories` and `morrisIndices`.
 * @example estimateMorris(([x, y]) => 4 * x + y, { factors: 2, trajectories: 20, seed: 1 }).map(({ muStar }) => muStar) // [4, 1]
 */
export function estimateMorris(
  output: (point: readonly number[]) => number,
  design: MorrisDesign,
): readonly MorrisIndex[] {
  const trajectories = morrisTrajectories(design)
  return morrisIndices(
    trajectories,
    trajectories.map((points) => points.map(output)),
  )
}

function shuffled(count: number, stream: Stream): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(stream.uniform() * (last + 1))
    const kept = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
