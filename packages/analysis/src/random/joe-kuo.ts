import { fault, FaultError } from '@plumbline/kernel'

/** Primitive polynomials and first direction numbers of dimensions 2 to 40, as published. */
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
  { polynomial: 14, first: [1, 3, 5, 5, 31] },
  { polynomial: 1, first: [1, 3, 3, 9, 7, 49] },
  { polynomial: 13, first: [1, 1, 1, 15, 21, 21] },
  { polynomial: 16, first: [1, 3, 1, 13, 27, 49] },
  { polynomial: 19, first: [1, 1, 1, 15, 7, 5] },
  { polynomial: 22, first: [1, 3, 1, 15, 13, 25] },
  { polynomial: 25, first: [1, 1, 5, 5, 19, 61] },
  { polynomial: 1, first: [1, 3, 7, 11, 23, 15, 103] },
  { polynomial: 4, first: [1, 3, 7, 13, 13, 15, 69] },
  { polynomial: 7, first: [1, 1, 3, 13, 7, 35, 63] },
  { polynomial: 8, first: [1, 3, 5, 9, 1, 25, 53] },
  { polynomial: 14, first: [1, 3, 1, 13, 9, 35, 107] },
  { polynomial: 19, first: [1, 3, 1, 5, 27, 61, 31] },
  { polynomial: 21, first: [1, 1, 5, 11, 19, 41, 61] },
  { polynomial: 28, first: [1, 3, 5, 3, 3, 13, 69] },
  { polynomial: 31, first: [1, 1, 7, 13, 1, 19, 1] },
  { polynomial: 32, first: [1, 3, 7, 5, 13, 19, 59] },
  { polynomial: 37, first: [1, 1, 3, 9, 25, 29, 41] },
  { polynomial: 41, first: [1, 3, 5, 13, 23, 1, 55] },
  { polynomial: 42, first: [1, 3, 7, 3, 13, 59, 17] },
  { polynomial: 50, first: [1, 3, 1, 3, 5, 53, 69] },
  { polynomial: 55, first: [1, 1, 5, 5, 23, 33, 13] },
  { polynomial: 56, first: [1, 1, 7, 7, 1, 61, 123] },
  { polynomial: 59, first: [1, 1, 7, 9, 13, 61, 49] },
  { polynomial: 62, first: [1, 3, 3, 5, 3, 55, 33] },
  { polynomial: 14, first: [1, 3, 1, 15, 31, 13, 49, 245] },
  { polynomial: 21, first: [1, 3, 5, 15, 31, 59, 63, 97] },
  { polynomial: 22, first: [1, 3, 1, 11, 11, 11, 77, 249] },
]
const BITS = 30
const MOST = DIRECTIONS.length + 1

/**
 * The first points of the Sobol sequence, in Gray-code order, not scrambled: more even than random points, and the same on
 * every machine. The first point is the origin; powers of two keep the sequence balanced.
 *
 * @param size - Number of points and of dimensions, 1 to 40.
 * @returns Points in [0, 1), exact.
 * @throws FaultError SENSITIVITY_OPTION - no whole number of points or dimensions above 0; SEQUENCE_DIMENSIONS - more than 40
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
