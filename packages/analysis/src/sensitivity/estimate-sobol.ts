import { fault, FaultError } from '@plumbline/kernel'
import { streamOf } from '../random/stream.ts'
import { sobolIndices, type SobolOptions, type SobolResult } from './sobol-indices.ts'

/** Size and seed of a design. */
export interface SobolDesign extends SobolOptions {
  /** Number of factors. */
  readonly factors: number
  /** N: the output is computed N (factors + 2) times. */
  readonly base: number
}

/**
 * Sobol indices of a function of independent uniform numbers. The design is of Philox uniforms, so its error falls with
 * the square root of N; every row has a stream of its own.
 *
 * @param output - Of a point in [0, 1) by factor.
 * @throws FaultError with the faults of `sobolIndices` and of the design.
 * @example estimateSobol(([x, y]) => 4 * x + y, { factors: 2, base: 1024, seed: 1 }).indices.map(({ total }) => total > 0.5) // [true, false]
 */
export function estimateSobol(output: (point: readonly number[]) => number, design: SobolDesign): SobolResult {
  const { factors, base, seed = 0 } = design
  checkDesign({ factors, base })
  const points = (what: string): readonly (readonly number[])[] =>
    Array.from({ length: base }, (_, draw) => {
      const stream = streamOf({ seed, what, draw })
      return Array.from({ length: factors }, () => stream.uniform())
    })
  const [a, b] = [points('sobol a'), points('sobol b')]
  const outputs = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows, output)
  return sobolIndices(
    {
      a: outputs(a),
      b: outputs(b),
      ab: Array.from({ length: factors }, (_, factor) =>
        outputs(a.map((row, index) => row.with(factor, b[index]?.[factor] ?? NaN))),
      ),
    },
    design,
  )
}

/** @throws FaultError with SENSITIVITY_OPTION. */
export function checkDesign(options: Readonly<Record<string, number>>): void {
  const faults = Object.entries(options)
    .map(([option, value]) => ({ option, value, least: option === 'factors' ? 1 : 2 }))
    .filter(({ value, least }) => !(Number.isInteger(value) && value >= least))
    .map((params) => fault('SENSITIVITY_OPTION', params))
  if (faults.length > 0) throw new FaultError(faults)
}
