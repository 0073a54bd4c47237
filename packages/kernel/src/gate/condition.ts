import type { Comparison, Condition } from '../framework.ts'

/** Three-valued truth: `undecided` where a value that the answer needs is missing. */
export const Truth = { false: 0, true: 1, undecided: 2 } as const
export type Truth = (typeof Truth)[keyof typeof Truth]

export type ComparisonCondition = Extract<Condition, { op: Comparison }>
/** What is decided by looking at the data, and not from its parts. */
export type AtomicCondition = ComparisonCondition | Extract<Condition, { formula: unknown }>

/**
 * Decides a condition (Kleene's three-valued logic): one false settles `all`, one true settles `any`, `not` turns.
 *
 * @param answer - Decides one comparison or formula. `lean` is the answer that helps the whole condition to hold: true, or false
 * below an odd number of `not`.
 * @example decide({ all: [a, b] }, (c) => (c === a ? Truth.undecided : Truth.false)) // Truth.false
 * Source: Kleene (1952) Introduction to Metamathematics, section 64, strong tables.
 */
export function decide(
  condition: Condition,
  answer: (atom: AtomicCondition, lean: Truth) => Truth,
  lean: Truth = Truth.true,
): Truth {
  if ('not' in condition) return not(decide(condition.not, answer, not(lean)))
  if ('all' in condition) return settle(condition.all, Truth.false)
  if ('any' in condition) return settle(condition.any, Truth.true)
  return answer(condition, lean)

  function settle(parts: readonly Condition[], settling: Truth): Truth {
    let result: Truth = not(settling)
    for (const part of parts) {
      const truth = decide(part, answer, lean)
      if (truth === settling) return settling
      if (truth === Truth.undecided) result = Truth.undecided
    }
    return result
  }
}

export function not(truth: Truth): Truth {
  return truth === Truth.undecided ? truth : truth === Truth.true ? Truth.false : Truth.true
}

/** The comparisons of a condition in reading order. */
export function comparisonsOf(condition: Condition): readonly ComparisonCondition[] {
  if ('not' in condition) return comparisonsOf(condition.not)
  if ('all' in condition) return condition.all.flatMap(comparisonsOf)
  if ('any' in condition) return condition.any.flatMap(comparisonsOf)
  return 'formula' in condition ? [] : [condition]
}

/** @example compare(70, '>=', 70) // true */
export function compare(left: number, op: Comparison, right: number): boolean {
  switch (op) {
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '==':
      return left === right
    case '!=':
      return left !== right
  }
}
