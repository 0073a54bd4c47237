/** Exact rationals on BigInt: the oracle for rounding and grading. */
export interface Exact {
  readonly over: bigint
  readonly under: bigint
}

export function exact(over: bigint | number, under: bigint | number = 1n): Exact {
  const [a, b] = [BigInt(over), BigInt(under)]
  const common = divisor(a, b)
  return { over: a / common, under: b / common }
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))

/** An exact value from a short decimal, `'0.35'`. */
export function decimal(text: string): Exact {
  const [whole = '', decimals = ''] = text.split('.')
  return exact(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

export const add = (a: Exact, b: Exact): Exact => exact(a.over * b.under + b.over * a.under, a.under * b.under)
export const multiply = (a: Exact, b: Exact): Exact => exact(a.over * b.over, a.under * b.under)
export const divide = (a: Exact, b: Exact): Exact => exact(a.over * b.under, a.under * b.over)
export const atLeast = (a: Exact, b: Exact): boolean => a.over * b.under >= b.over * a.under

/** False for a value that is nearer than 1e-9 to a multiple of 5e-5 without being one: there the grid decides. */
export function isClear({ over, under }: Exact): boolean {
  const distance = (over * 20_000n) % under
  const near = under / 50_000n
  return distance === 0n || (distance > near && distance < under - near)
}

/** Half to even on the exact value, as text: `'70.00'`. Not negative. */
export function roundExact({ over, under }: Exact, digits: number): string {
  const scaled = over * 10n ** BigInt(digits)
  const [whole, rest] = [scaled / under, scaled % under]
  const up = 2n * rest > under || (2n * rest === under && whole % 2n === 1n)
  const text = String(up ? whole + 1n : whole).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
