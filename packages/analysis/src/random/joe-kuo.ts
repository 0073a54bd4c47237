import { fault, FaultError } from '@plumbline/kernel'

/** Primitive polynomials and first direction numbers of dimensions 2 to 12, as published. */
const DIRECTIONS: readonly { readonly polynomial: number; readonly first: readonly number[] }[] = [
  { polynomial: 0, first: [1] },
  { polynomial: 1, first: [1, 3] },
  { polynomial: 1, first: [1, 3, 1] },
  { polynomial: 2, first: [1, 1, 1] },
  { polynomial: 1, first: [1, 1, 3, 3] },
  { polynomial: 4, first: [1, 3, 5, 13] },
  { polynomial: 2, first: [1, 1, 5, 5, 17] },
  { polynomial: 4, first: [1, 1, 5, 5, 5] },
  { polynomial: 7, first: [1, 1, 7, 11, 19] },
  { polynomial: 11, first: [1, 1, 5, 1, 1] },
  { polynomial: 13, first: [1, 1, 1, 3, 11] },
]
const BITS = 30
const MOST = DIRECTIONS.length + 1

/**
 * The first points of the Sobol sequence, in Gray-code order, not scrambled: more even than random points, and the same on
 * every machine. The first point is the origin; powers of two keep the sequence balanced.
 *
 * @param size - Number of points and of dimensions, 1 to 12.
 * @returns Points in [0, 1), exact.
 * @throws FaultError SENSITIVITY_OPTION - no whole number of points or dimensions above 0; SEQUENCE_DIMENSIONS - more than 12
 *   dimensions.
 * @see Joe and Kuo (2008), Constructing Sobol sequences with better two-dimensional projections, doi:10.1137/070709359
 * @example sobolPoints({ points: 3, dimensions: 2 }) // [[0, 0], [0.5, 0.5], [0.75, 0.25]]
 */
export function sobolPoints(size: { readonly points: number; readonly dimensions: number }): number[][] {
  const faults = Object.entries(size)
    .filter(([, value]) => !(Number.isInteger(value) && value >= 1 && value < 2 ** BITS))
    .map(([option, value]) => fault('SENSITIVITY_OPTION', { option, value, least: 1 }))
  if (size.dimensions > MOST) faults.push(fault('SEQUENCE_DIMENSIONS', { value: size.dimensions, most: MOST }))
  if (faults.length > 0) throw new FaultError(faults)
  const directions = Array.from({ length: size.dimensions }, (_, dimension) => directionNumbers(dimension))
  let state = directions.map(() => 0)
  return Array.from({ length: size.points }, (_, point) => {
    if (point > 0) {
      const bit = 31 - Math.clz32(point & -point)
      state = state.map((value, dimension) => value ^ (directions[dimension]?.[bit] ?? 0))
    }
    return state.map((value) => value / 2 ** BITS)
  })
}

function directionNumbers(dimension: number): number[] {
  const { polynomial, first } = DIRECTIONS[dimension - 1] ?? { polynomial: 0, first: [] }
  const degree = first.length
  const numbers = dimension === 0 ? [] : first.map((value, bit) => value << (BITS - 1 - bit))
  for (let bit = numbers.length; bit < BITS; bit += 1) {
    if (dimension === 0) {
      numbers.push(1 << (BITS - 1 - bit))
      continue
    }
    const before = numbers[bit - degree] ?? 0
    let next = before ^ (before >> degree)
    for (let k = 1; k < degree; k += 1) if ((polynomial >> (degree - 1 - k)) & 1) next ^= numbers[bit - k] ?? 0
    numbers.push(next)
  }
  return numbers
}
