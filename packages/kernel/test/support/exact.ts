/** Exact rationals on BigInt: the oracle for rounding and grading. */
export interface Exact {
  readonly over: bigint
  readonly under: bigint
}

export function exact(over: bigint | number, under: bigint | number = 1n): Exact {
  return { over: BigInt(over), under: BigInt(under) }
}

/** An exact value from a short decimal, `'0.35'`. */
export function decimal(text: string): Exact {
  const [whole = '', decimals = ''] = text.split('.')
  return exact(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}

export const add = (a: Exact, b: Exact): Exact => exact(a.over * b.under + b.over * a.under, a.under * b.under)
export const multiply = (a: Exact, b: Exact): Exact => exact(a.over * b.over, a.under * b.under)
export const divide = (a: Exact, b: Exact): Exact => exact(a.over * b.under, a.under * b.over)
export const atLeast = (a: Exact, b: Exact): boolean => a.over * b.under >= b.over * a.under

/** Half to even on the exact value, as text: `'70.00'`. Not negative. */
export function roundExact({ over, under }: Exact, digits: number): string {
  const scaled = over * 10n ** BigInt(digits)
  const [whole, rest] = [scaled / under, scaled % under]
  const up = 2n * rest > under || (2n * rest === under && whole % 2n === 1n)
  const text = String(up ? whole + 1n : whole).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
