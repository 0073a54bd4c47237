/** One row per variable, one column per factor. */
export type Loadings = readonly (readonly number[])[]

const SWEEPS = 1000
/** A rotation by a smaller sine than this no longer moves a loading. */
const STILL = 1e-15

/**
 * Varimax rotation of factor loadings, with Kaiser's normalisation of the rows; plane by plane until nothing turns.
 *
 * @param loadings - m variables x k factors, finite.
 * @returns m x k; every row keeps its sum of squares. Order and sign of the factors follow the input.
 * @see Kaiser (1958), The varimax criterion for analytic rotation in factor analysis, doi:10.1007/BF02289233
 * @example varimax([[0.8, 0.8], [0.8, -0.8]])[0] // [1.28 ** 0.5, 0]
 */
export function varimax(loadings: Loadings): number[][] {
  const lengths = loadings.map((row) => Math.sqrt(row.reduce((total, value) => total + value * value, 0)))
  const rotated = loadings.map((row, j) => row.map((value) => (lengths[j] ? value / lengths[j] : 0)))
  const factors = loadings[0]?.length ?? 0
  for (let sweep = 0, turning = true; turning && sweep < SWEEPS; sweep += 1) {
    turning = false
    for (let f = 0; f < factors; f += 1) {
      for (let g = f + 1; g < factors; g += 1) {
        const { cos, sin } = bestTurn(rotated, f, g)
        if (Math.abs(sin) < STILL) continue
        turning = true
        for (const row of rotated) {
          const [x, y] = [row[f] ?? 0, row[g] ?? 0]
          row[f] = cos * x + sin * y
          row[g] = cos * y - sin * x
        }
      }
    }
  }
  return rotated.map((row, j) => row.map((value) => value * (lengths[j] ?? 0)))
}

/** The turn in the plane of two factors that maximises the criterion: tan 4φ = (D - 2AB/m) / (C - (A² - B²)/m). */
function bestTurn(rows: Loadings, f: number, g: number): { readonly cos: number; readonly sin: number } {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (const row of rows) {
    const [x, y] = [row[f] ?? 0, row[g] ?? 0]
    const [u, v] = [x * x - y * y, 2 * x * y]
    a += u
    b += v
    c += u * u - v * v
    d += 2 * u * v
  }
  const numerator = d - (2 * a * b) / rows.length
  const denominator = c - (a * a - b * b) / rows.length
  const length = Math.sqrt(numerator * numerator + denominator * denominator)
  // Where every turn is as good as the next, stay.
  if (length < 1e-14 * rows.length) return { cos: 1, sin: 0 }
  return halfAngle(halfAngle({ cos: denominator / length, sin: numerator / length }))
}

/** Sine and cosine of half the angle, from -90 to 90 degrees, by square roots alone: those are the same on every engine. */
function halfAngle({ cos, sin }: { readonly cos: number; readonly sin: number }): { cos: number; sin: number } {
  if (cos >= 0) {
    const half = Math.sqrt((1 + cos) / 2)
    return { cos: half, sin: sin / (2 * half) }
  }
  const half = Math.sqrt((1 - cos) / 2)
  return { cos: Math.abs(sin) / (2 * half), sin: sin < 0 ? -half : half }
}
