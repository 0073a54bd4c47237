/** Arithmetic and comparisons against exact fractions: the same decimals on the grid, the same truth, ties included. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { run } from './run.ts'

/** numerator / denominator, the denominator positive. */
type Fraction = readonly [bigint, bigint]

const OPERATIONS: Readonly<Record<string, (a: Fraction, b: Fraction) => Fraction | null>> = {
  '+': ([a, b], [c, d]) => [a * d + c * b, b * d],
  '-': ([a, b], [c, d]) => [a * d - c * b, b * d],
  '*': ([a, b], [c, d]) => [a * c, b * d],
  '/': ([a, b], [c, d]) => (c === 0n ? null : c > 0n ? [a * d, b * c] : [-a * d, -b * c]),
}
const TRUTHS: Readonly<Record<string, (difference: bigint) => boolean>> = {
  '<': (difference) => difference < 0n,
  '<=': (difference) => difference <= 0n,
  '>': (difference) => difference > 0n,
  '>=': (difference) => difference >= 0n,
  '=': (difference) => difference === 0n,
  '!=': (difference) => difference !== 0n,
}

interface Exact {
  readonly text: string
  /** null where something is divided by 0. */
  readonly value: Fraction | null
}

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]): Exact => ({
    text: (digits / 10 ** places).toFixed(places),
    value: [BigInt(digits), 10n ** BigInt(places)],
  }))

const { sum } = fc.letrec<{ readonly sum: Exact }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4 },
    decimal,
    fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/'), tie('sum')).map(([left, op, right]): Exact => ({
      text: `(${left.text} ${op} ${right.text})`,
      value: left.value && right.value && (OPERATIONS[op]?.(left.value, right.value) ?? null),
    })),
  ),
}))

/** Larger numbers have no 1e-9 grid in a double; smaller ones are the case that standards have. */
const isModerate = ({ value }: Exact): boolean =>
  value !== null && value[0] < 1_000_000n * value[1] && value[0] > -1_000_000n * value[1]

const toNumber = ([numerator, denominator]: Fraction): number => Number((numerator * 10n ** 15n) / denominator) / 1e15

it('0.1 + 0.2 = 0.3', () => {
  expect(run('0.1 + 0.2 = 0.3', {}, 'boolean').value).toBe(1)
  expect(run('0.1 + 0.2').value).toBe(0.3)
  expect(run('300000000 * 0.1 = 30000000', {}, 'boolean').value).toBe(1)
})

it('arithmetic gives the exact decimal on the 1e-9 grid', () => {
  fc.assert(
    fc.property(sum, (one) => {
      const { value, failures } = run(one.text)
      if (one.value === null) {
        expect(failures.length, one.text).toBeGreaterThan(0)
        return
      }
      if (failures.length > 0) {
        expect(hasTinyDivisor(one.text), one.text).toBe(true)
        return
      }
      if (!isModerate(one)) return
      expect(Math.abs((value ?? NaN) - toNumber(one.value)), one.text).toBeLessThanOrEqual(
        1.0000001e-9 + 1e-12 * Math.abs(value ?? 0),
      )
    }),
    { numRuns: 5000, seed: 3 },
  )
})

it('comparisons of sums and products are exact, ties included', () => {
  const whole = fc.array(decimal, { minLength: 1, maxLength: 6 }).map((parts) =>
    parts.reduce<Exact>(
      (left, right, index) => {
        const op = index % 3 === 2 ? '*' : '+'
        return {
          text: `(${left.text} ${op} ${right.text})`,
          value: left.value && right.value && (OPERATIONS[op]?.(left.value, right.value) ?? null),
        }
      },
      { text: '0', value: [0n, 1n] },
    ),
  )
  const turned = (one: Exact): Exact => ({ text: `(${one.text} / 3 * 3)`, value: one.value })
  fc.assert(
    fc.property(whole, whole, fc.boolean(), fc.constantFrom(...Object.keys(TRUTHS)), (left, other, tie, ...[op]) => {
      const right = tie ? turned(left) : other
      if (!left.value || !right.value || !isModerate(left) || !isModerate(right)) return
      const difference = left.value[0] * right.value[1] - right.value[0] * left.value[1]
      const text = `${left.text} ${op} ${right.text}`
      expect(run(text, {}, 'boolean').value, text).toBe(TRUTHS[op]?.(difference) ? 1 : 0)
    }),
    { numRuns: 3000, seed: 4 },
  )
})

/** A divisor that is not 0 and is 0 on the grid is refused as 0; such draws are products of divisions. */
const hasTinyDivisor = (text: string): boolean => text.includes('/')
